import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { canScan } from '@/platform/device';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { useWater } from './use-water';
import { visitWords, waterWords } from './visit-copy';
import styles from './visit.module.scss';

const at = classes(styles);

export type WaterPanelProps = {
  readonly stationId: StationId;
  readonly code: string;
  readonly onScan: () => void;
};

/** Bottled water at the cooler, by the code that was just read. */
export function WaterPanel({ stationId, code, onScan }: WaterPanelProps) {
  const { step, taken, isUnanswered, isQuotaUsed, onTake } = useWater(stationId, code);
  const isRefused = step.at === 'refused';
  const isOver = isQuotaUsed || (isRefused && step.refusal === 'none-left');
  const needsCode = step.at === 'refused' && step.refusal.startsWith('code-') && canScan;
  return (
    <Panel title={waterWords.title}>
      {taken === null ? (
        <View className={at('about')}>{isOver ? (isRefused ? null : waterWords.allTaken) : waterWords.about}</View>
      ) : (
        <Part role="status">
          <View className={at('count')}>{waterWords.taken(taken.takenToday, taken.dailyQuota)}</View>
          <View className={at('about')}>{isOver ? waterWords.allTaken : waterWords.please}</View>
        </Part>
      )}
      <DeedNotice step={step} action={needsCode ? { label: visitWords.scanAgain, onPress: onScan } : undefined} />
      {isUnanswered && step.at !== 'sending' ? <View className={at('about')}>{waterWords.unanswered}</View> : null}
      {isOver ? null : (
        <View className={at('button')}>
          <Button busy={step.at === 'sending'} onPress={onTake}>
            {taken === null ? waterWords.take : waterWords.takeAnother}
          </Button>
        </View>
      )}
    </Panel>
  );
}
