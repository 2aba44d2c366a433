import type { ValueFor } from '@/use-question';
import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import styles from '../match.module.scss';
import { homeText as text } from './home-copy';
import { ownState } from './own-state';

const at = classes(styles);

export type OwnPanelProps = {
  /** Null of a browser without a sign-in. */
  readonly self: ValueFor<'matchmaking.showOwn'> | null;
  readonly isOpen: boolean;
};

/** Where one stands here. Of somebody who has not joined: whether one could. */
export function OwnPanel({ self, isOpen }: OwnPanelProps) {
  if (self === null) return <Notice tone="info">{text.visitor}</Notice>;
  if (self.profile !== null) {
    const { title, text: words, tone, next } = ownState(self.profile, self.open, self.isMember);
    return (
      <Panel title={title} tone={tone}>
        <View className={at('text')}>{words}</View>
        {next === null ? null : (
          <View className={at('gap')}>
            <Button kind="secondary" onPress={() => go(next.page)}>
              {next.label}
            </Button>
          </View>
        )}
      </Panel>
    );
  }
  if (!self.isMember) return <Notice tone="info" title={text.members}>{text.membersText}</Notice>; // prettier-ignore
  return isOpen ? null : <Notice tone="info">{text.closed}</Notice>;
}
