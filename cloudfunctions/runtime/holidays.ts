import calendar from 'chinese-days/dist/chinese-days.json';
import type { ShanghaiDay } from '../../types/time';

const holidays = new Map(Object.entries(calendar.holidays));
const workedWeekends = new Set(Object.keys(calendar.workdays));

/**
 * The public holiday that a day belongs to, in Chinese, as the State Council's notice calls it; null on any other day,
 * and in a year that is not yet published.
 *
 * Only the library's data is used: its functions read the machine's local calendar and answer differently in New York
 * (docs/decisions/0006).
 */
export function holidayOn(day: ShanghaiDay): string | null {
  const entry = holidays.get(day);
  // The library writes "National Day,国庆节,3".
  return entry === undefined ? null : (entry.split(',')[1] ?? entry);
}

/** A Saturday or Sunday on which the country works in exchange for a holiday. */
export const isWorkedWeekend = (day: ShanghaiDay): boolean => workedWeekends.has(day);

/** 1 Monday … 7 Sunday, by the calendar of the wall. */
export const weekdayOf = (day: ShanghaiDay): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
