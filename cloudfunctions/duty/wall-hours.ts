/**
 * Days, weeks and nights of Shanghai counted as whole numbers, for rules that look at many spans at once. Shanghai's
 * wall clock has known no summer time since 1992.
 */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** From ten in the evening until six in the morning. Source: 国务院 on night work, 22:00–6:00. */
const NIGHT_FROM_MS = 22 * HOUR_MS;
const NIGHT_UNTIL_MS = 30 * HOUR_MS;
/** Day 0 was a Thursday: three days after a Monday. */
const SINCE_MONDAY = 3;

export type Span = { readonly startsAt: number; readonly endsAt: number };

/** The number of the Shanghai day that an instant falls in. */
export const dayNo = (at: number): number => Math.floor((at + SHANGHAI_OFFSET_MS) / DAY_MS);

/** The first instant of a day. */
export const dayStart = (day: number): number => day * DAY_MS - SHANGHAI_OFFSET_MS;

/** The Monday of a day's week. */
export const weekStart = (day: number): number => Math.floor((day + SINCE_MONDAY) / 7) * 7 - SINCE_MONDAY;

/** How much of a span lies in `[from, until)`. Milliseconds. */
export const overlapMs = ({ startsAt, endsAt }: Span, from: number, until: number): number =>
  Math.max(0, Math.min(endsAt, until) - Math.max(startsAt, from));

/** The nights that a span touches, each by the number of the day on which it begins. */
export function nightsOf(span: Span): number[] {
  const first = dayNo(span.startsAt) - 1;
  return Array.from({ length: dayNo(span.endsAt) - first + 1 }, (_, nth) => first + nth).filter(
    (day) => overlapMs(span, dayStart(day) + NIGHT_FROM_MS, dayStart(day) + NIGHT_UNTIL_MS) > 0,
  );
}
