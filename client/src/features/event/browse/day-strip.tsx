import type { ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { Part, Press } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { dayAfter, dayHeading, dayName, dayOf } from '../event-time';
import { browseWords } from './browse-copy';
import styles from './browse.module.scss';

const at = classes(styles);

/** Two weeks, as far as most people plan. */
const DAYS = 14;

export type DayStripProps = {
  readonly from: ShanghaiDay | null;
  readonly onFrom: (from: ShanghaiDay | null) => void;
  readonly now: number;
  /** In two lines, where nobody has a finger to push a row along. */
  readonly isWrapped: boolean;
};

/** From which day on the list goes. */
export function DayStrip({ from, onFrom, now, isWrapped }: DayStripProps) {
  const today = dayOf(now);
  const days = Array.from({ length: DAYS }, (_, ahead) => dayAfter(today, ahead));
  const chosen = from ?? today;
  return (
    <Part className={at('strip', isWrapped && 'wrapped')} role="radiogroup" label={browseWords.days}>
      {days.map((day) => (
        <Press
          key={day}
          className={at('dayChip', day === chosen && 'chosen')}
          role="radio"
          checked={day === chosen}
          inTabOrder={day === chosen}
          label={dayHeading(day, now)}
          onPress={() => onFrom(day === today ? null : day)}
        >
          <View className={at('weekday')}>{dayName(day, now)}</View>
          <View>{Number(day.slice(8))}</View>
        </Press>
      ))}
    </Part>
  );
}
