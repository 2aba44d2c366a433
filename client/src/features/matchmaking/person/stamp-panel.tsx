import { View } from '@tarojs/components';
import styles from '../../duty/head.module.scss';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import type { Shown } from './person-desk';
import { personPhrases as words, stampRefusals } from './person-copy';

const at = classes(styles);

export type StampPanelProps = { readonly shown: Shown; readonly onChanged: () => Promise<void> };

/** Whether the paper with the stamp of their union was seen. */
export function StampPanel({ shown: { row }, onChanged }: StampPanelProps) {
  const { profileId, isStamped } = row;
  const { step, run } = useDeed('matchmaking.stamp', stampRefusals);
  const ask = useConfirm();
  const say = useSay();
  const onPress = async () => {
    if (isStamped && !(await ask(words.stampUndoAsk))) return;
    const after = await run({ profileId, seen: !isStamped });
    if (after.at === 'done') say(after.value.isStamped ? words.stamped : words.unstamped);
    if (after.at === 'done' || after.at === 'refused') await onChanged();
  };
  return (
    <Panel title={words.stamp}>
      {isStamped ? null : <View>{words.stampAbout}</View>}
      <DeedNotice step={step} />
      <View className={at('action')}>
        <Button kind={isStamped ? 'quiet' : 'secondary'} busy={step.at === 'sending'} onPress={() => void onPress()}>
          {isStamped ? words.stampUndo : words.stampSeen}
        </Button>
      </View>
    </Panel>
  );
}
