import type { ShanghaiDay } from '../../types/time';
import { addDays } from '../../types/time';
import { holidayOn, isWorkedWeekend, weekdayOf } from '../runtime/holidays';

/**
 * Whether offices work on a day: weekends, public holidays and the weekends worked in exchange, as the State Council
 * publishes them each autumn. Of a year not yet published only the weekends count.
 */
export function isWorkingDay(day: ShanghaiDay): boolean {
  if (isWorkedWeekend(day)) return true;
  return holidayOn(day) === null && weekdayOf(day) <= 5;
}

/** The nth working day after a day; that day itself does not count. */
export function workingDayAfter(day: ShanghaiDay, count: number): ShanghaiDay {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/** Working days in (from, to]: how many more days offices will open up to and including `to`. 0 when `to` is past. */
export function workingDaysBetween(from: ShanghaiDay, to: ShanghaiDay): number {
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}
