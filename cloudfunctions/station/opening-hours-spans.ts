import type { DayHours, Session } from '../../types/opening';

const MINUTES_A_DAY = 1_440;

type Span = DayHours['spans'][number];
type Run = Pick<Span, 'from' | 'attendance'> & { readonly end: number };

/**
 * The sessions that begin on one day, in the order of a notice: what touches with the same attendance is one span.
 * Midnight at the end is 1,440; an `until` at or before `from` is in the next day.
 */
export function spansOf(sessions: readonly Session[]): Span[] {
  return sessions
    .map(({ from, until, attendance }) => ({ from, end: until <= from ? until + MINUTES_A_DAY : until, attendance }))
    .sort(byClock)
    .reduce<Run[]>(joined, [])
    .sort(byClock)
    .map(({ from, end, attendance }) => ({ from, until: end > MINUTES_A_DAY ? end - MINUTES_A_DAY : end, attendance }));
}

function joined(runs: readonly Run[], next: Run): Run[] {
  // Two clock times cannot say more than a day.
  const before = runs.find(
    (run) =>
      run.attendance === next.attendance &&
      next.from <= run.end &&
      Math.max(run.end, next.end) - run.from <= MINUTES_A_DAY,
  );
  if (before === undefined) return [...runs, next];
  return runs.map((run) => (run === before ? { ...run, end: Math.max(run.end, next.end) } : run));
}

function byClock(one: Run, other: Run): number {
  return one.from - other.from || one.end - other.end || one.attendance.localeCompare(other.attendance);
}
