import type { BoardShift } from '@contract/duty-board';
import type { ShanghaiDay } from '@contract/time';
import { dayAfter, dayOf } from '@/features/event/event-time';

/** The Monday of the week of a day: Sunday belongs to the week before. */
export function mondayOf(day: ShanghaiDay): ShanghaiDay {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayAfter(day, weekday === 0 ? -6 : 1 - weekday);
}

/** The day that an address names; none where it names no day. */
export const dayIn = (text: string | undefined): ShanghaiDay | undefined =>
  text !== undefined && /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) ? (text as ShanghaiDay) : undefined;

export type BoardDay = { readonly day: ShanghaiDay; readonly shifts: readonly BoardShift[] };

/** Monday to Sunday, each with the shifts that begin on it. */
export const daysOf = (monday: ShanghaiDay, shifts: readonly BoardShift[]): readonly BoardDay[] =>
  Array.from({ length: 7 }, (_, nth) => {
    const day = dayAfter(monday, nth);
    return { day, shifts: shifts.filter(({ shift }) => dayOf(shift.startsAt) === day) };
  });

/** People still wanted in shifts to come. */
export const wantedIn = (shifts: readonly BoardShift[]): number =>
  shifts.reduce((sum, { gap }) => sum + (gap?.people ?? 0), 0);
