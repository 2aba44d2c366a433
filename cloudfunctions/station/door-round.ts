import type { DistanceBand } from '../../types/evidence';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Change, Filter } from '../runtime/filter';
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
export function testimony(says: Statement['says'], { code, band }: Shown, now: EpochMs): Result<Statement, 'too-far'> {
  if (band === 'far' && code !== 'rotating') return refuse('too-far');
  const isNear = band === 'at-the-door' || band === 'near';
  return agree({
    says,
    at: now,
    atTheDoor: code === 'rotating' || band === 'at-the-door' || (code === 'printed' && isNear),
  });
}

/** What somebody said before with more weight still weighs while it is fresh: nobody takes back what they showed. */
export const withEarlier = (statement: Statement, earlier: Statement | undefined, now: EpochMs): Statement =>
  earlier !== undefined && earlier.says === statement.says && !isStale(earlier, now)
    ? { ...statement, atTheDoor: statement.atTheDoor || earlier.atTheDoor }
    : statement;

/**
 * Enters a statement and drops those that nobody believes any more. Others' statements are left alone: `unless` holds
 * what was read of the dropped ones, for whoever of them comes back this very moment.
 */
export function statementChange(
  live: Live,
  key: string,
  statement: Statement,
  now: EpochMs,
): { readonly unless: Filter; readonly change: Change } {
  const dropped = Object.entries(live.statements).filter(([other, one]) => other !== key && isStale(one, now));
  const stale = dropped.map(([other]) => `live.statements.${other}`);
  const unless = Object.fromEntries(dropped.map(([other, { at }]) => [`live.statements.${other}.at`, at]));
  const change: Change = {
    set: {
      [`live.statements.${key}`]: statement,
      ...(statement.says === 'locked' ? { 'live.awaitsAnswer': true } : {}),
    },
    remove: stale,
  };
  return { unless, change };
}

/** The next round: nothing said yet, and the answer to the last one kept. */
export const answered = (live: Live, answer: Omit<RoundAnswer, 'round'>): Live => ({
  ...live,
  round: live.round + 1,
  statements: {},
  awaitsAnswer: false,
  answers: [...live.answers, { ...answer, round: live.round }].slice(-ANSWERS_KEPT),
});
