import type { DistanceBand } from '../../types/evidence';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Change } from '../runtime/filter';
import type { Live, RoundAnswer, Statement } from './records';
import { isStale } from './witnesses';

/**
 * Reports of a door come in rounds: from the first "locked" to the answer of whoever looks after the station. All who
 * reported in a round hear its answer; the next report begins a new one.
 */

/** So many stations may one person speak about in a day. A shift leads past fewer. */
export const STATEMENTS_A_DAY = 10;
/** How long a report is kept so that its author can be told what happened. Days. */
export const REPORT_DAYS = 30;
/** Answers kept with the station: more rounds than a bad month has. */
const ANSWERS_KEPT = 30;

/** What a person shows for being there, when they speak about a door. */
export type Shown = { readonly code: 'rotating' | 'printed' | null; readonly band: DistanceBand };

/**
 * Whether somebody may speak about this door, and with what weight. A phone that says it is far away is refused; one
 * that says nothing is heard, and weighs less.
 */
export function testimony(
  says: Statement['says'],
  { code, band }: Shown,
  spokenToday: number,
  now: EpochMs,
): Result<Statement, 'too-far' | 'reported-often'> {
  if (band === 'far' && code !== 'rotating') return refuse('too-far');
  if (spokenToday >= STATEMENTS_A_DAY) return refuse('reported-often');
  const isNear = band === 'at-the-door' || band === 'near';
  return agree({
    says,
    at: now,
    atTheDoor: code === 'rotating' || band === 'at-the-door' || (code === 'printed' && isNear),
  });
}

/** Enters a statement and drops those that nobody believes any more. Others' statements are left alone. */
export function statementChange(live: Live, key: string, statement: Statement, now: EpochMs): Change {
  const stale = Object.entries(live.statements)
    .filter(([other, one]) => other !== key && isStale(one, now))
    .map(([other]) => `live.statements.${other}`);
  return {
    set: {
      [`live.statements.${key}`]: statement,
      ...(statement.says === 'locked' ? { 'live.awaitsAnswer': true } : {}),
    },
    remove: stale,
  };
}

/** The next round: nothing said yet, and the answer to the last one kept. */
export const answered = (live: Live, answer: Omit<RoundAnswer, 'round'>): Live => ({
  ...live,
  round: live.round + 1,
  statements: {},
  awaitsAnswer: false,
  answers: [...live.answers, { ...answer, round: live.round }].slice(-ANSWERS_KEPT),
});
