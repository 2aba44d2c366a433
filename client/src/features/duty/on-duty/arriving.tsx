import { View } from '@tarojs/components';
import { replaceWith } from '@/routes';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { momentOf } from '../shift-words';
import { ClockWays } from './clock-panel';
import type { DutyStage } from './duty-stage';
import { clockText, dutyText, noDuty } from './on-duty-copy';
import styles from './on-duty.module.scss';
import type { Clock } from './use-clock';
import type { DutyPage } from '@contract/duty-tap';

const at = classes(styles);

export type ArrivingProps = {
  readonly page: DutyPage;
  readonly stage: DutyStage;
  readonly clock: Clock;
  readonly now: number;
};

/** Before the first tap: when one may clock in, and by what. */
export function Arriving({ page, stage, clock, now }: ArrivingProps) {
  const toShift = { label: dutyText.toShift, onPress: () => replaceWith('shift', { id: page.shift.shiftId }) };
  if (stage === 'early') {
    return (
      <Notice tone="info" title={clockText.early(momentOf(page.mayClockInFrom, now))} action={toShift}>
        {clockText.earlyAbout}
      </Notice>
    );
  }
  if (stage === 'late') {
    return (
      <Notice tone="warn" title={clockText.late} action={toShift}>
        {clockText.lateAbout}
      </Notice>
    );
  }
  if (page.state === 'missed' || page.state === 'excused') {
    return (
      <Notice tone="info" action={toShift}>
        {noDuty[page.state]}
      </Notice>
    );
  }
  return (
    <View>
      <Panel title={clockText.title}>
        <View>{clockText.about}</View>
        {clockText.worth.map((line) => (
          <View key={line} className={at('gap')}>
            {line}
          </View>
        ))}
      </Panel>
      <ClockWays clock={clock} way="in" />
    </View>
  );
}
