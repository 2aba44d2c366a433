import type { SeriesRule } from '../../types/event-series';
import { ShanghaiDay, addDays } from '../../types/time';
import { holidayOn, weekdayOf } from '../runtime/holidays';

/** A year mistyped is noticed. */
const EARLIEST = ShanghaiDay.parse('2020-01-01');
const LATEST = ShanghaiDay.parse('2099-12-31');
/** Three years: whoever plans further writes a new series. Days. */
const LONGEST = 1_096;
const LAST_OF_MONTH = 5;

export type SeriesDays = {
  readonly days: readonly ShanghaiDay[];
  /** Days of the rule that are public holidays, by their names. */
  readonly leftOut: readonly { readonly day: ShanghaiDay; readonly holiday: string }[];
};

/** Whether a rule can be followed: days that are in order, a time of day, and weekdays where it needs them. */
export function isPossible({ every, weekdays, nth, from, until, firstDay, lastDay }: SeriesRule): boolean {
  const isInOrder = EARLIEST <= firstDay && firstDay <= lastDay && lastDay <= LATEST;
  if (!isInOrder || addDays(firstDay, LONGEST) < lastDay || until <= from) return false;
  return every === 'day' || (weekdays.length > 0 && (every === 'week' || nth !== null));
}

/**
 * The days on which a series comes, in order, and the holidays it leaves out. A weekend that is worked in exchange for
 * a holiday stays the weekday it is: who comes on Saturdays comes on that Saturday. None for a rule that is not possible.
 */
export function daysOf(rule: SeriesRule): SeriesDays {
  if (!isPossible(rule)) return { days: [], leftOut: [] };
  const days: ShanghaiDay[] = [];
  const leftOut: { day: ShanghaiDay; holiday: string }[] = [];
  for (let day = rule.firstDay; day <= rule.lastDay; day = addDays(day, 1)) {
    if (!isOfRule(rule, day)) continue;
    const holiday = rule.skipsHolidays ? holidayOn(day) : null;
    if (holiday === null) days.push(day);
    else leftOut.push({ day, holiday });
  }
  return { days, leftOut };
}

function isOfRule({ every, weekdays, nth }: SeriesRule, day: ShanghaiDay): boolean {
  if (weekdays.length > 0 && !weekdays.includes(weekdayOf(day))) return false;
  if (every !== 'month') return true;
  return nth === LAST_OF_MONTH ? isLastOfMonth(day) : nthOfMonth(day) === nth;
}

/** Which of its weekday in the month it is, from 1. */
const nthOfMonth = (day: ShanghaiDay): number => Math.ceil(Number(day.slice(8)) / 7);

const isLastOfMonth = (day: ShanghaiDay): boolean => addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
