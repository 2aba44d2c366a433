import type { DayHours } from '@contract/opening';
import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Rows } from '@/ui/rows';
import { dayOf } from './checked-words';
import { detailWords } from './detail-copy';
import styles from './detail.module.scss';
import { dashed, dayWords, spansWords } from './hours-words';

const at = classes(styles);

export type WeekTableProps = {
  readonly hoursText: string;
  readonly week: readonly DayHours[];
  readonly now: number;
};

/** The notice on the door, rule by rule, and what it comes to on each of the next days. */
export function WeekTable({ hoursText, week, now }: WeekTableProps) {
  const today = dayOf(now);
  return (
    <Rows label={detailWords.hours}>
      {hoursText === '' ? null : (
        <Part className={at('lines')} role="listitem">
          {dashed(hoursText)
            .split('；')
            .map((rule) => (
              <View key={rule}>{whole(rule)}</View>
            ))}
        </Part>
      )}
      {week.map(({ day, holiday, spans }) => (
        <Part key={day} className={at('day', day === today && 'today')} role="listitem">
          <View className={at('date')}>{dayWords(day, day === today)}</View>
          <View className={at('spans')}>{whole([holiday, spansWords(spans)].filter(Boolean).join(' '))}</View>
        </Part>
      ))}
    </Rows>
  );
}

/** A line ends between two spans, not within one. */
const whole = (text: string): string => text.replace(/–/g, '–\u2060');
