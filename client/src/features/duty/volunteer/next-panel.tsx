import type { OwnPlace } from '@contract/duty-shift';
import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { roleName } from '../duty-words';
import { isDutyTime } from '../duty-time';
import { ownWords } from '../shift-words';
import { When } from '../when';
import { ownPhrases } from './volunteer-copy';
import styles from './volunteer.module.scss';

const at = classes(styles);

export type NextPanelProps = { readonly next: OwnPlace | null; readonly now: number };

/** What a volunteer looks for first: when and where next. */
export function NextPanel({ next, now }: NextPanelProps) {
  if (next === null) {
    return (
      <Panel title={ownPhrases.noNext}>
        <View className={at('text')}>{ownPhrases.noNextAbout}</View>
      </Panel>
    );
  }
  const { shift, role } = next;
  const { text, tone } = ownWords(next, now);
  return (
    <Panel title={ownPhrases.next} tone={isDutyTime(next, now) || next.isCalled ? 'accent' : 'good'}>
      <View className={at('when')}>
        <When shift={shift} now={now} />
      </View>
      <View className={at('text')}>{shift.stationName}</View>
      <View className={at('text')}>{`${shift.street} ${shift.address}`}</View>
      <View className={at('text')}>{`${shift.title}，${roleName(role)}`}</View>
      <Tag tone={tone}>{text}</Tag>
      <View className={at('button')}>
        <Button kind="secondary" onPress={() => go('shift', { id: shift.shiftId })}>
          {ownPhrases.details}
        </Button>
      </View>
    </Panel>
  );
}
