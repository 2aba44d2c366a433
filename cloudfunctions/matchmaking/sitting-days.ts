import type { ShanghaiDay } from '../../types/time';
import { addDays } from '../../types/time';
import { holidayOn, weekdayOf } from '../runtime/holidays';

/** Sittings are made so far ahead. Days. */
export const DAYS_AHEAD = 28;

/**
 * The days of the next four weeks, from tomorrow, on which a studio sits. A public holiday is left out; a weekend that
 * is worked in exchange for one moves nothing.
 *
 * @param weekday 1 Monday … 7 Sunday
 */
export const sittingDays = (weekday: number, today: ShanghaiDay): ShanghaiDay[] =>
  Array.from({ length: DAYS_AHEAD }, (_, nth) => addDays(today, nth + 1)).filter(
    (day) => weekdayOf(day) === weekday && holidayOn(day) === null,
  );
