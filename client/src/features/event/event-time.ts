import type { EpochMs, ShanghaiDay } from '@contract/time';

/** China has one time zone and no summer time. Milliseconds. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

const inShanghai = (at: number): Date => new Date(at + SHANGHAI_OFFSET_MS);
const two = (number: number): string => String(number).padStart(2, '0');

/** The day on a wall calendar in Shanghai, whatever the phone is set to. */
export const dayOf = (at: number): ShanghaiDay => inShanghai(at).toISOString().slice(0, 10) as ShanghaiDay;
export const dayAfter = (day: ShanghaiDay, days: number): ShanghaiDay =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as ShanghaiDay;

/** The first instant of a Shanghai day. */
export const startOf = (day: ShanghaiDay): EpochMs => (Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET_MS) as EpochMs;

/** `9:05` */
export function clock(at: number): string {
  const date = inShanghai(at);
  return `${date.getUTCHours()}:${two(date.getUTCMinutes())}`;
}

/** `今天`, `明天`, `周六`: how one says a day of the next week; beyond it the weekday alone. */
export function dayName(day: ShanghaiDay, now: number): string {
  const today = dayOf(now);
  if (day === today) return '今天';
  if (day === dayAfter(today, 1)) return '明天';
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}

/** `11月28日`; with its year when that is not this one. */
export function dateOf(day: ShanghaiDay, now: number): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const own = `${Number(month)}月${Number(date)}日`;
  return dayOf(now).startsWith(year) ? own : `${year}年${own}`;
}

/** `周六 11月28日` */
export const dayHeading = (day: ShanghaiDay, now: number): string => `${dayName(day, now)} ${dateOf(day, now)}`;

/** `今天 14:00`, `周六 11月28日 9:30` */
export function momentOf(at: number, now: number): string {
  const day = dayOf(at);
  const isNear = day === dayOf(now) || day === dayAfter(dayOf(now), 1);
  return `${isNear ? dayName(day, now) : dayHeading(day, now)} ${clock(at)}`;
}

/** `14:00–16:00`; what ends with the day ends at 24:00, and later says the day. */
export function hoursOf(startsAt: number, endsAt: number, now: number): string {
  const first = dayOf(startsAt);
  if (dayOf(endsAt) === first) return `${clock(startsAt)}–${clock(endsAt)}`;
  if (endsAt === startOf(dayAfter(first, 1))) return `${clock(startsAt)}–24:00`;
  if (dayOf(endsAt) === dayAfter(first, 1)) return `${clock(startsAt)}–次日 ${clock(endsAt)}`;
  return `${clock(startsAt)}–${dateOf(dayOf(endsAt), now)} ${clock(endsAt)}`;
}
