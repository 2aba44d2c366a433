import type { EpochMs, ShanghaiDay } from '@contract/time';
import { dayText } from '@/calendar-words';

/** China has one time zone and no summer time. Milliseconds. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
const HALF_HOURS = 48;
/** How far ahead a closure may be chosen. Days. */
const DAYS_AHEAD = 60;

/** A day and a time of it, as one chooses them; null for what is not chosen yet. */
export type MomentChoice = { readonly day: ShanghaiDay | null; readonly minute: number | null };

type Option = { readonly value: string; readonly label: string };

export const todayOf = (now: number): ShanghaiDay =>
  new Date(now + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as ShanghaiDay;

const dayAfter = (now: number, days: number): ShanghaiDay => todayOf(now + days * DAY_MS);
const nearDays = ['今天', '明天', '后天'] as const;

/** Today and the days that follow. */
export const dayOptions = (now: number): readonly Option[] =>
  Array.from({ length: DAYS_AHEAD }, (_, days) => {
    const day = dayAfter(now, days);
    const near = nearDays[days];
    return { value: day, label: near === undefined ? dayText(day) : `${near}，${dayText(day)}` };
  });

/** `8:30`; 1,440 is `24:00`. */
export const minuteText = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** Every half hour up to the midnight that ends the day. */
export const minuteOptions: readonly Option[] = Array.from({ length: HALF_HOURS + 1 }, (_, nth) => ({
  value: String(nth * 30),
  label: minuteText(nth * 30),
}));

/** The instant that was chosen; null while something is missing. */
export const momentOf = ({ day, minute }: MomentChoice): EpochMs | null =>
  day === null || minute === null
    ? null
    : ((Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET_MS + minute * 60_000) as EpochMs);
