import calendar from 'chinese-days/dist/chinese-days.json';
import type { ShanghaiDay } from '../../types/time';
import { addDays } from '../../types/time';

const daysOff = new Set(Object.keys(calendar.holidays));
const workedWeekends = new Set(Object.keys(calendar.workdays));

/**
 * Whether offices work on a day: weekends, public holidays and the weekends worked in exchange, as the State Council
 * publishes them each autumn. Of a year not yet published only the weekends count.
 *
 * Only the library's data is used: its functions read the machine's local calendar and answer differently in New York
 * (docs/decisions/0006).
 */
export function isWorkingDay(day: ShanghaiDay): boolean {
  if (workedWeekends.has(day)) return true;
  if (daysOff.has(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
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
