import type { CaseSummary } from '@contract/review';
import { dayText } from '@/calendar-words';
import type { Tone } from '@/ui/tones';

/** The last day or two: a colour beside the words that say it. Working days. */
const SOON = 2;

export type Due = { readonly text: string; readonly tone: Tone };

/** How much time is left, in words first and in colour second. */
export function dueOf(clock: Pick<CaseSummary, 'dueAt' | 'dueDay' | 'workingDaysLeft'>, now: number): Due {
  const { dueAt, dueDay, workingDaysLeft } = clock;
  if (dueAt <= now) return { text: `已超期，${dayText(dueDay)}到期`, tone: 'danger' };
  if (workingDaysLeft === 0) return { text: '今天截止', tone: 'danger' };
  const text = `还剩${workingDaysLeft}个工作日，${dayText(dueDay)}到期`;
  return { text, tone: workingDaysLeft <= SOON ? 'warn' : 'plain' };
}
