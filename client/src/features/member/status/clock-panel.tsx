import type { DecisionClock } from '@contract/enrolment';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { Heading } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { statusWords } from '../status-copy';
import styles from './clock-panel.module.scss';

const at = classes(styles);

export type ClockPanelProps = {
  readonly clock: DecisionClock;
  /** Read once, when the answer came. */
  readonly now: number;
};

/** Who holds the decision, until when, and what happens then. */
export function ClockPanel({ clock, now }: ClockPanelProps) {
  const { office, since, dueAt, workingDaysLeft, upperOffice, timesMovedUp } = clock;
  const isOver = now >= dueAt;
  const isPressing = isOver || workingDaysLeft <= 2;
  return (
    <Panel tone="accent">
      <View className={at('label')}>{statusWords.office}</View>
      <Heading level={2} className={at('office')}>
        {office}
      </Heading>
      <View className={at('days')}>
        <Tag tone={isPressing ? 'warn' : 'good'}>
          {isOver ? statusWords.overdue : statusWords.left(workingDaysLeft)}
        </Tag>
        <View className={at('due')}>{statusWords.due(clock)}</View>
      </View>
      <View className={at('line')}>{statusWords.since(momentText(since))}</View>
      {timesMovedUp > 0 ? <View className={at('line')}>{statusWords.movedUp(timesMovedUp)}</View> : null}
      <View className={at('line')}>{upperOffice === null ? statusWords.top : statusWords.upper(upperOffice)}</View>
    </Panel>
  );
}
