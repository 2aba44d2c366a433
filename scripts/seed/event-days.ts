import type { EventSession } from '../../types/event-form';
import type { ShanghaiDay } from '../../types/time';
import { EpochMs, addDays, shanghaiDay, startOfDay } from '../../types/time';

const MINUTE_MS = 60_000;

/** Days of the demonstration are told from the day on which it begins. */
export type Days = {
  readonly now: EpochMs;
  readonly day: (offset: number) => ShanghaiDay;
  /** An hour of Shanghai, e.g. `at(3, '14:00')` in three days. */
  readonly at: (offset: number, time: string) => EpochMs;
  readonly session: (offset: number, from: string, until: string) => EventSession;
  /** Days from today to the next of a weekday, 1 Monday … 7 Sunday; never today. */
  readonly next: (weekday: number) => number;
};

export function daysFrom(now: EpochMs): Days {
  const day = (offset: number): ShanghaiDay => addDays(shanghaiDay(now), offset);
  const at = (offset: number, time: string): EpochMs => onDay(day(offset), time);
  return {
    now,
    day,
    at,
    session: (offset, from, until) => ({ startsAt: at(offset, from), endsAt: at(offset, until) }),
    next: (weekday) => ((weekday - weekdayOf(day(0)) + 6) % 7) + 1,
  };
}

export function onDay(day: ShanghaiDay, time: string): EpochMs {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return EpochMs.parse(startOfDay(day) + (hours * 60 + minutes) * MINUTE_MS);
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: ShanghaiDay): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
