import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { replaceWith } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import type { ValueFor } from '@/use-question';
import styles from '../head.module.scss';
import { momentOf } from '../shift-words';
import { rosterPhrases } from './roster-copy';

const at = classes(styles);
const words = rosterPhrases;

export type RosterDoneProps = {
  readonly stationId: StationId;
  readonly saved: ValueFor<'duty.saveRoster'>;
  readonly onAgain: () => void;
};

/** What came of saving: what was made, and what stays since people have taken it. */
export function RosterDone({ stationId, saved: { made, changed, calledOff, kept, later }, onAgain }: RosterDoneProps) {
  return (
    <Panel title={words.doneTitle} tone="good">
      <View>{words.done(made, changed, calledOff)}</View>
      {later === 0 ? null : <View className={at('line')}>{words.later(later)}</View>}
      {kept.length === 0 ? null : (
        <View className={at('form')}>
          <View className={at('name')}>{words.keptTitle}</View>
          <Part role="list" label={words.keptTitle}>
            {kept.map(({ startsAt }, nth) => (
              <Part key={`${startsAt}-${nth}`} className={at('line')} role="listitem">
                {momentOf(startsAt, Date.now())}
              </Part>
            ))}
          </Part>
        </View>
      )}
      <View className={at('action')}>
        <Button onPress={() => replaceWith('dutyBoard', { id: stationId })}>{words.toBoard}</Button>
      </View>
      <View className={at('action')}>
        <Button kind="secondary" onPress={onAgain}>
          {words.again}
        </Button>
      </View>
    </Panel>
  );
}
