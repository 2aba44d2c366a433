import type { StationId } from '../../types/ids';
import { EpochMs, addDays, endOfDay, shanghaiDay } from '../../types/time';
import { VISIT_COOL_DOWN_MS, coolDownAfter } from './visit';

/** Where a visit is written: a month's document, and in it the days whose visitors are known. */
export type VisitDay = {
  readonly useId: string;
  readonly month: string;
  /** Day of the month, `01` to `31`. */
  readonly day: string;
  /**
   * Every day of this document under which the same person's visit may still go on, or be written at this instant by
   * another tap whose clock is past midnight already: the visit counts only while none of them holds it.
   */
  readonly besides: readonly string[];
  /** The month that ended less than a cool-down ago. */
  readonly monthBefore: { readonly useId: string; readonly day: string } | null;
};

/**
 * Stands for the first hours of the month that follows: a visit then is first entered here, so that two taps about
 * midnight meet in one document though they count in two.
 */
export const AFTER_MONTH = 'after';

export function visitDay(stationId: StationId, at: EpochMs): VisitDay {
  const today = shanghaiDay(at);
  const [month, day] = [today.slice(0, 7), today.slice(8)];
  const earlier = shanghaiDay(EpochMs.parse(at - VISIT_COOL_DOWN_MS));
  const tomorrow = addDays(today, 1);
  const sameMonth = (other: string): boolean => other.startsWith(month);
  return {
    useId: monthId(stationId, month),
    month,
    day,
    besides: [
      ...new Set([
        day,
        ...(sameMonth(earlier) ? [earlier.slice(8)] : []),
        sameMonth(tomorrow) ? tomorrow.slice(8) : AFTER_MONTH,
      ]),
    ],
    monthBefore: sameMonth(earlier) ? null : { useId: monthId(stationId, earlier.slice(0, 7)), day: earlier.slice(8) },
  };
}

export const monthId = (stationId: StationId, month: string): string => `${stationId}:${month}`;

/** A request that began before an instant has ended by then. Milliseconds. */
const IN_FLIGHT_MS = 10 * 60_000;

/** When a day's visitors can be forgotten: the cool-down of the last of them is over. */
export const forgottenAt = (at: EpochMs): EpochMs =>
  EpochMs.parse(coolDownAfter(endOfDay(shanghaiDay(at))) + IN_FLIGHT_MS);
