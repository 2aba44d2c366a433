import type { Closure } from '@contract/opening';
import { momentText } from '@/calendar-words';
import { deskText } from './desk-copy';

/** A closure in words: `装修，关闭至 11月23日（周一）17:00`, or from when on. */
export function closureText({ from, until, reason }: Closure, now: number): string {
  const end = momentText(until, now);
  return from <= now ? deskText.closure.now(end, reason) : deskText.closure.planned(momentText(from, now), end, reason);
}
