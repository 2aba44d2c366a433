import type { WishId } from '@contract/ids';
import { View } from '@tarojs/components';
import styles from '../../duty/head.module.scss';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { readmitRefusals, reportPhrases as words } from './reports-copy';

const at = classes(styles);

export type ReadmitPanelProps = {
  readonly reportId: WishId;
  /** What the one was called who was taken out. */
  readonly name: string;
  readonly onReadmitted: () => Promise<void>;
};

/** The way back for somebody who was taken out and has asked at their union. */
export function ReadmitPanel({ reportId, name, onReadmitted }: ReadmitPanelProps) {
  const { step, run } = useDeed('matchmaking.readmit', readmitRefusals);
  const ask = useConfirm();
  const say = useSay();
  const onReadmit = async () => {
    if (!(await ask(words.readmitAsk(name)))) return;
    const after = await run({ reportId });
    if (after.at !== 'done') return;
    say(after.value.mayJoin ? words.readmitted : words.stillOut);
    await onReadmitted();
  };
  return (
    <Panel title={words.readmitTitle}>
      <View className={at('about')}>{words.readmitAbout}</View>
      <DeedNotice step={step} />
      <View className={at('action')}>
        <Button kind="secondary" busy={step.at === 'sending'} onPress={() => void onReadmit()}>
          {words.readmit}
        </Button>
      </View>
    </Panel>
  );
}
