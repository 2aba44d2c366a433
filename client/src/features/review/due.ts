import type { CaseSummary } from '@contract/review';
import type { EpochMs } from '@contract/time';
import { dayText, momentText } from '@/calendar-words';
import type { Tone } from '@/ui/tones';

/** The last day or two: a colour beside the words that say it. Working days. */
const SOON = 2;

export type Due = { readonly text: string; readonly tone: Tone };

type Clock = Pick<CaseSummary, 'dueAt' | 'dueDay' | 'workingDaysLeft' | 'countsIn'>;

/** How much time is left, in words first and in colour second. */
export function dueOf(clock: Clock, now: number): Due {
  const { dueAt, dueDay, workingDaysLeft } = clock;
  if (clock.countsIn === 'hours') return dueByHour(dueAt, now);
  if (dueAt <= now) return { text: `已超期，${dayText(dueDay)}到期`, tone: 'danger' };
  if (workingDaysLeft === 0) return { text: '今天截止', tone: 'danger' };
  const text = `还剩${workingDaysLeft}个工作日，${dayText(dueDay)}到期`;
  return { text, tone: workingDaysLeft <= SOON ? 'warn' : 'plain' };
}

/** China has one time zone and no summer time. Milliseconds. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const dayNumber = (at: number): number => Math.floor((at + SHANGHAI_OFFSET_MS) / 86_400_000);
const nearDays: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天' };

/** Somebody stands at a door: the hour counts, and there is no day to spare. */
function dueByHour(dueAt: EpochMs, now: number): Due {
  const moment = momentText(dueAt, now);
  const near = nearDays[dayNumber(dueAt) - dayNumber(now)];
  const words = near === undefined ? moment : `${near} ${moment.slice(moment.indexOf('）') + 1)}`;
  return dueAt <= now ? { text: `已超期，${words}到期`, tone: 'danger' } : { text: `${words} 前答复`, tone: 'warn' };
}
