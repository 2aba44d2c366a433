import { pledgeVersion } from '@contract/match-kind';
import { View } from '@tarojs/components';
import styles from '../../duty/head.module.scss';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { ThumbBar } from '@/ui/thumb-bar';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { pledgeText, signRefusals } from './bench-copy';

const at = classes(styles);

/** The promise that comes before anything is read here. */
export function PledgePanel({ onSigned }: { readonly onSigned: () => Promise<void> }) {
  const { step, run } = useDeed('matchmaking.signPledge', signRefusals);
  const say = useSay();
  const onSign = async () => {
    const after = await run({ version: pledgeVersion, agreed: true });
    if (after.at !== 'done') return;
    say(pledgeText.signed);
    await onSigned();
  };
  return (
    <View>
      <Panel title={pledgeText.title}>
        <View>{pledgeText.lead}</View>
        <Part role="list" label={pledgeText.title}>
          {pledgeText.points.map((point, nth) => (
            <Part key={point} className={at('line')} role="listitem">
              {`${nth + 1}. ${point}`}
            </Part>
          ))}
        </Part>
        <View className={at('about')}>{pledgeText.term}</View>
        <DeedNotice step={step} />
      </Panel>
      <ThumbBar>
        <Button busy={step.at === 'sending'} onPress={() => void onSign()}>
          {pledgeText.sign}
        </Button>
      </ThumbBar>
    </View>
  );
}
