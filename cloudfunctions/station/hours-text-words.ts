import type { Session } from '../../types/opening';

/** Monday first; the last is Sunday. */
export const WEEKDAY_WORDS = ['一', '二', '三', '四', '五', '六', '日'];

export function isAroundTheClock({ from, until }: Pick<Session, 'from' | 'until'>): boolean {
  return from === 0 && until === 1_440;
}

/** 每天 · 周一至周五 · 周六周日 */
export function daysText(days: readonly number[]): string {
  if (days.length === WEEKDAY_WORDS.length) return '每天';
  const runs = days.reduce<number[][]>((found, day) => {
    const last = found.at(-1);
    return last?.at(-1) === day - 1 ? [...found.slice(0, -1), [...last, day]] : [...found, [day]];
  }, []);
  return runs
    .map((run) => (run.length > 2 ? [run.slice(0, 1), run.slice(-1)] : [run]).map((part) => part.map(weekday).join('')))
    .map((parts) => parts.join('至'))
    .join('、');
}

/** 5月至9月 where it begins and ends with a month, else 11-15至03-31; nothing all the year round. */
export function seasonText(season: Session['season']): string {
  if (season === null) return '';
  const { from, until } = season;
  const [month, lastMonth] = [from, until].map((day) => Number(day.slice(0, 2)));
  if (month === undefined || lastMonth === undefined || !from.endsWith('-01') || until !== lastDayOf(lastMonth))
    return `${from}至${until}`;
  return month === lastMonth ? `${month}月` : `${month}月至${lastMonth}月`;
}

/** `MM-DD`; February ends on the 29th, which most years merely lack. */
export function lastDayOf(month: number): string {
  const days = new Date(Date.UTC(2024, month, 0)).getUTCDate();
  return `${String(month).padStart(2, '0')}-${days}`;
}

/** The times of sessions that share their attendance: 8:30-11:00、13:30-17:00 无人值守 */
export function timesText(sessions: readonly Session[]): string {
  const isStaffed = sessions.every(({ attendance }) => attendance === 'staffed');
  if (sessions.some(isAroundTheClock)) return isStaffed ? '24小时 有人值守' : '24小时';
  const times = sessions
    .map(({ from, until }) => `${clockText(from)}-${until <= from ? '次日' : ''}${clockText(until)}`)
    .join('、');
  return isStaffed ? times : `${times} 无人值守`;
}

function weekday(day: number): string {
  return `周${WEEKDAY_WORDS[day - 1] ?? ''}`;
}

function clockText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
