import { Opening } from '../../types/opening';
import type { Session } from '../../types/opening';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { Clause } from './hours-text-clause';
import { readClause } from './hours-text-clause';
import { daysText, isAroundTheClock, seasonText, timesText } from './hours-text-words';
import { normalOpening, seasonKey } from './hours-text-normal';

/** Longer than any table of fourteen sessions is written. Characters. */
const LONGEST = 2_000;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/**
 * Reads the hours as a clerk types them in one line or in a cell of a sheet; an empty text means that nobody knows them.
 *
 * Clauses are parted by `；`. A clause is a season (may be missing), days, times, and who receives you:
 * `5月至9月 周一至周五 8:30-11:00、13:30-17:00 无人值守`. Days may be missing where there is but one clause of ordinary days,
 * or a season. `节假日` gives the hours of public holidays or `休息`; without it a holiday is a day like any other, but
 * `工作日` closes on holidays, as the word says. Times are staffed unless `无人值守` stands after them; `24小时` is
 * unattended unless `有人值守` does. `周一 休息` takes days out of the clauses before it.
 *
 * What could be meant in two ways is refused rather than guessed: a wrong hour sends somebody to a locked door.
 */
export function parseHours(text: string): Result<Opening, 'hours-unreadable'> {
  if (text.length > LONGEST) return refuse('hours-unreadable');
  const written = text
    .normalize('NFKC')
    .split(/[;\n。]/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const clauses = written.map(readClause).filter((clause) => clause !== null);
  if (clauses.length < written.length || isAmbiguous(clauses)) return refuse('hours-unreadable');
  const opening = Opening.safeParse(normalOpening(tableOf(clauses)));
  if (!opening.success || (clauses.length > 0 && saysNothing(opening.data))) return refuse('hours-unreadable');
  return agree(opening.data);
}

/** The hours in the notation that `parseHours` reads, in the order of a notice. */
export function hoursText(opening: Opening): string {
  const { sessions, onHolidays, holidaySessions } = normalOpening(opening);
  const table = clausesOf(sessions).map((alike, _nth, { length }) => {
    const [first] = alike;
    if (first === undefined) return '';
    const allTheTime = first.season === null && first.days.length === EVERY_DAY.length && isAroundTheClock(first);
    const days = length === 1 && allTheTime ? '' : daysText(first.days);
    return [seasonText(first.season), days, timesText(alike)].filter((part) => part !== '').join(' ');
  });
  const holidays = clausesOf(holidaySessions).map((alike) => `节假日 ${timesText(alike)}`);
  return [...table, ...(onHolidays === 'closed' ? ['节假日 休息'] : holidays)].join('；');
}

/** Sessions that one clause can name: alike but for their times, and around the clock apart from other times. */
function clausesOf(sessions: readonly Session[]): Session[][] {
  const alike = new Map<string, Session[]>();
  for (const session of sessions) {
    const key = [seasonKey(session), session.days.join(), session.attendance, isAroundTheClock(session)].join(' ');
    alike.set(key, [...(alike.get(key) ?? []), session]);
  }
  return [...alike.values()];
}

/** A second clause without days could go on with the days of the first, or mean every day. */
function isAmbiguous(clauses: readonly Clause[]): boolean {
  const ordinary = clauses.filter(({ days, onHolidays }) => days !== null || !onHolidays);
  if (ordinary.length > 1 && ordinary.some(({ days, season }) => days === null && season === null)) return true;
  const onHolidays = clauses.filter((clause) => clause.onHolidays);
  return onHolidays.length > 1 && onHolidays.some(({ times }) => times.length === 0);
}

function tableOf(clauses: readonly Clause[]): Opening {
  const onHolidays = clauses.filter((clause) => clause.onHolidays);
  return {
    sessions: clauses.reduce<Session[]>(withClause, []),
    onHolidays: onHolidays.length > 0 ? 'own-hours' : clauses.some(({ workdays }) => workdays) ? 'closed' : 'as-usual',
    holidaySessions: onHolidays.flatMap((clause) => sessionsOf(clause, EVERY_DAY)),
  };
}

function withClause(sessions: readonly Session[], clause: Clause): Session[] {
  if (clause.onHolidays && clause.days === null) return [...sessions];
  const days = clause.days ?? EVERY_DAY;
  if (clause.times.length > 0) return [...sessions, ...sessionsOf(clause, days)];
  return sessions
    .map((session) => ({ ...session, days: session.days.filter((day) => !days.includes(day)) }))
    .filter((session) => session.days.length > 0);
}

function sessionsOf({ times, attendance, season }: Clause, days: number[]): Session[] {
  return times.map(({ from, until }) => ({ days, from, until, attendance, season }));
}

function saysNothing({ sessions, onHolidays }: Opening): boolean {
  return sessions.length === 0 && onHolidays === 'as-usual';
}
