import type { NotMineReason } from '../../types/duty-kind';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { EpochMs, NEVER } from '../../types/time';
import { notMine } from './duty-rules';
import { line } from './keeping';
import { CLOCK_IN_EARLY_MS } from './moments';
import type { Changed } from './place-acts';
import { disengaged, engaged, logged, seated, unseated } from './place-acts';
import { mayChangeHands } from './place-steps';
import type { ShiftRecord } from './shift-records';
import type { SwapRecord } from './swap-records';
import type { VolunteerRecord } from './volunteer-records';

/** An exchange nobody has answered lapses so long before the earlier shift. Milliseconds. Ours: time to find somebody. */
export const SWAP_UNTIL_MS = 2 * 3_600_000;
/** And may be undone for so long after it was done. Milliseconds. Ours: a slip is seen at once. */
export const UNDO_MS = 30 * 60_000;

type Begins = Pick<ShiftRecord, 'startsAt'>;

export const lapsesAt = (given: Begins, wanted: Begins | null): EpochMs =>
  EpochMs.parse(Math.min(given.startsAt, wanted?.startsAt ?? given.startsAt) - SWAP_UNTIL_MS);

/** Until when it may be undone: not once somebody could clock in. */
export const undoUntil = (doneAt: EpochMs, given: Begins, wanted: Begins | null): EpochMs =>
  EpochMs.parse(
    Math.min(doneAt + UNDO_MS, Math.min(given.startsAt, wanted?.startsAt ?? given.startsAt) - CLOCK_IN_EARLY_MS),
  );

/** Two people and what each would give. */
export type Exchange = {
  readonly from: VolunteerRecord;
  readonly to: VolunteerRecord;
  readonly given: ShiftRecord;
  readonly wanted: ShiftRecord | null;
  readonly swap: Pick<SwapRecord, '_id' | 'given' | 'wanted'>;
};

/**
 * Both places change hands, or none: each rule holds for both as though they had not what they give.
 *
 * @param act `swap-undone` gives the places back: whoever had one may have it again, whomever the shift is open to
 */
export function exchanged(
  { from, to, given, wanted, swap }: Exchange,
  act: 'swapped' | 'swap-undone',
  now: EpochMs,
): Result<Changed, NotMineReason | 'places-changed'> {
  const givenPlace = given.places[from._id];
  const wantedPlace = wanted?.places[to._id];
  if (givenPlace === undefined || givenPlace.role !== swap.given.role || !mayChangeHands(givenPlace))
    return refuse('places-changed');
  if (
    swap.wanted !== null &&
    (wanted === null || wantedPlace?.role !== swap.wanted.role || !mayChangeHands(wantedPlace))
  )
    return refuse('places-changed');
  const { theirs, ours } = reasons({ from, to, given, wanted, swap }, now);
  const [reason] = [...theirs, ...ours].filter((why) => !(act === 'swap-undone' && why === 'not-for-you'));
  if (reason !== undefined) return refuse(reason);
  const claim = `${act}:${swap._id}`;
  const lines = [line(act, now, { number: from.number }), line(act, now, { number: to.number })];
  const handed = logged(seated(unseated(given, from._id), to, { role: swap.given.role, claim }, now), ...lines);
  const freed = disengaged(from, given);
  if (wanted === null || swap.wanted === null)
    return agree({ shifts: [handed], people: [freed, engaged(to, given, false)] });
  return agree({
    shifts: [handed, logged(seated(unseated(wanted, to._id), from, { role: swap.wanted.role, claim }, now), ...lines)],
    people: [engaged(freed, wanted, false), engaged(disengaged(to, wanted), given, false)],
  });
}

/** Whose rules stand against it; null while nothing does. */
export function whoCannot(exchange: Exchange, now: EpochMs): 'partner-cannot' | 'you-cannot' | null {
  const { theirs, ours } = reasons(exchange, now);
  if (theirs.length > 0) return 'partner-cannot';
  return ours.length > 0 ? 'you-cannot' : null;
}

type Reasons = { readonly theirs: readonly NotMineReason[]; readonly ours: readonly NotMineReason[] };

/** Why the other could not come to what is given, and the asker not to what is wanted for it. */
function reasons({ from, to, given, wanted, swap }: Exchange, now: EpochMs): Reasons {
  const comes = wanted === null ? to : disengaged(to, wanted);
  const theirs = notMine(unseated(given, from._id), swap.given.role, comes, now);
  if (wanted === null || swap.wanted === null) return { theirs, ours: [] };
  return { theirs, ours: notMine(unseated(wanted, to._id), swap.wanted.role, disengaged(from, given), now) };
}

/** The other's word, or the head's, as it leaves the exchange. */
export const settled = (
  swap: SwapRecord,
  state: 'done' | 'declined' | 'withdrawn' | 'refused' | 'lapsed' | 'undone',
  now: EpochMs,
  by: string | null = null,
): SwapRecord => ({
  ...swap,
  state,
  waitingFor: [],
  lapsesAt: NEVER,
  doneAt: state === 'done' ? now : swap.doneAt,
  decidedBy: by ?? swap.decidedBy,
});

/** The other agreed, and the head's word is wanted. */
export const handedToHead = (swap: SwapRecord): SwapRecord => ({ ...swap, state: 'agreed', waitingFor: swap.scope });

/** It waits for somebody, and has not lapsed. */
export const isUnderWay = ({ state, lapsesAt: until }: Pick<SwapRecord, 'state' | 'lapsesAt'>, now: EpochMs): boolean =>
  (state === 'asked' || state === 'agreed') && now < until;
