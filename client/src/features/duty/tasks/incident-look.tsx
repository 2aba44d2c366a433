import type { TaskKey } from '@contract/duty-upkeep';
import type { StationId, WishId } from '@contract/ids';
import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { useDeed } from '@/use-deed';
import { momentOf } from '../shift-words';
import { showIncidentRefusals, taskPhrases as words } from './tasks-copy';
import styles from './tasks.module.scss';

const at = classes(styles);

export type IncidentLookProps = { readonly stationId: StationId; readonly taskKey: TaskKey; readonly now: number };

/** Who reported it, and the picture: at a press, since every look is written down. */
export function IncidentLook({ stationId, taskKey, now }: IncidentLookProps) {
  const { step, run } = useDeed('duty.showIncident', showIncidentRefusals);
  if (step.at === 'done') {
    const { by, photo, at: reportedAt } = step.value;
    return (
      <View className={at('about')}>
        <View>{words.reportedBy(by, momentOf(reportedAt, now))}</View>
        {photo === null ? (
          <View>{words.noPhoto}</View>
        ) : (
          <View className={at('photo')} style={{ backgroundImage: `url("data:image/jpeg;base64,${photo}")` }} />
        )}
      </View>
    );
  }
  const incidentId = taskKey.slice(taskKey.indexOf(':') + 1) as WishId;
  return (
    <View className={at('look')}>
      <DeedNotice step={step} />
      <Button kind="secondary" busy={step.at === 'sending'} onPress={() => void run({ stationId, incidentId })}>
        {words.look}
      </Button>
      <View className={at('about')}>{words.lookAbout}</View>
    </View>
  );
}
