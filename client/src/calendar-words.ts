import type { EpochMs, ShanghaiDay } from '@contract/time';

/** Milliseconds ahead of UTC; China has one time zone and no summer time. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

const two = (number: number): string => String(number).padStart(2, '0');
const inShanghai = (at: number): Date => new Date(at + SHANGHAI_OFFSET_MS);
const midnight = (day: ShanghaiDay): Date => new Date(`${day}T00:00:00Z`);

const monthAndDay = (date: Date): string =>
  `${date.getUTCMonth() + 1}月${date.getUTCDate()}日（${weekdays[date.getUTCDay()] ?? ''}）`;

/** `3月9日（周一）` */
export const dayText = (day: ShanghaiDay): string => monthAndDay(midnight(day));

/** `2027年6月30日`, where the year matters. */
export function fullDayText(day: ShanghaiDay): string {
  const date = midnight(day);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}

/**
 * `3月9日（周一）14:00`, as the clock on a wall in Shanghai shows it; `2025年3月9日（周日）14:00` when the year is not this one.
 *
 * @param now whose year, in Shanghai, goes without saying
 */
export function momentText(at: EpochMs, now: number = Date.now()): string {
  const date = inShanghai(at);
  const year = date.getUTCFullYear();
  const yearText = year === inShanghai(now).getUTCFullYear() ? '' : `${year}年`;
  return `${yearText}${monthAndDay(date)}${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

/** `2026年3月9日`, the Shanghai day of an instant. */
export function fullDayOf(at: EpochMs): string {
  const date = inShanghai(at);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}
