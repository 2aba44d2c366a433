import type { DaySlot } from '@contract/match-sitting';

/** A time of the day with its tables. */
export type DayTime = { readonly startsAt: number; readonly endsAt: number; readonly slots: readonly DaySlot[] };

/** Slots by time and then by table, however they came. */
export function timesOf(slots: readonly DaySlot[]): readonly DayTime[] {
  const ordered = [...slots].sort(
    (one, other) => one.startsAt - other.startsAt || one.table.localeCompare(other.table),
  );
  const starts = [...new Set(ordered.map(({ startsAt }) => startsAt))];
  return starts.map((startsAt) => {
    const own = ordered.filter((slot) => slot.startsAt === startsAt);
    return { startsAt, endsAt: own[0]?.endsAt ?? startsAt, slots: own };
  });
}

export const isTaken = ({ state }: DaySlot): boolean => state !== 'free';
export const bookedIn = (slots: readonly DaySlot[]): number => slots.filter(isTaken).length;
