import type { EpochMs } from '@contract/time';
import { ShanghaiDay, shanghaiDay, startOfDay } from '@contract/time';

/** For how long a role is given. */
export const terms = ['half-year', 'year', 'three-years'] as const;
export type Term = (typeof terms)[number];

const months = { 'half-year': 6, year: 12, 'three-years': 36 } as const satisfies Record<Term, number>;

/** A role that ends within this many days is told apart. */
const SOON_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

/** The same day of a later month in Shanghai, or the last one of a month that is too short for it. */
export function lastDayOf(term: Term, now: EpochMs): ShanghaiDay {
  const [year = 0, month = 1, day = 1] = shanghaiDay(now).split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months[term], 1));
  const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const text = `${first.toISOString().slice(0, 8)}${String(Math.min(day, lastOfMonth)).padStart(2, '0')}`;
  return ShanghaiDay.parse(text);
}

/** How many days a role still lasts, none on its last day; null while its end is far. */
export function daysIfSoon(until: ShanghaiDay, now: EpochMs): number | null {
  const days = Math.round((startOfDay(until) - startOfDay(shanghaiDay(now))) / DAY_MS);
  return days <= SOON_DAYS ? Math.max(days, 0) : null;
}
