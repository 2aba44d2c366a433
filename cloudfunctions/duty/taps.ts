import type { Tap, TapOutcome, TapRefusal } from '../../types/duty-tap';
import type { PlaceState } from '../../types/duty-kind';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import { clockIn, clockOut, vouch } from './clock-taps';
import type { DutyFacts, DutyState } from './duty-state';
import { ownPlaceIn, withPlace } from './duty-state';
import { closingList, handover, incident, openingList, visitors } from './list-taps';
import { COUNTS_LATE_MS } from './moments';
import type { ShiftPlace } from './shift-records';
import { tapTime } from './tap-times';

/** So many answers a place remembers: what arrives again hears the same. More taps than a day on duty has. */
const HEARD_KEPT = 200;

type Did = Tap['tapped']['did'];
export type Tapping = { readonly taps: readonly Tap[]; readonly phoneNow: EpochMs };

/**
 * Everything that somebody tapped, in the order in which they did. Each counts once, whatever arrives twice, and none
 * takes time back: made on a phone whose clock was set back, it counts from the one before it.
 */
export function applyTaps(
  before: DutyState,
  { taps, phoneNow }: Tapping,
  facts: DutyFacts,
): { readonly state: DutyState; readonly outcomes: TapOutcome[] } {
  let state = before;
  const outcomes: TapOutcome[] = [];
  for (const tap of taps) {
    const known = ownPlaceIn(state, facts.personId).heard.find(({ key }) => key === tap.key);
    if (known !== undefined) {
      outcomes.push(outcomeOf(tap, known.refusal, 'known'));
      continue;
    }
    const applied = applyTap(state, tap, phoneNow, facts);
    const refusal = applied.ok ? null : applied.refusal;
    state = remembering(applied.ok ? applied.value : state, tap, refusal, facts);
    outcomes.push(outcomeOf(tap, refusal, 'new'));
  }
  return { state, outcomes };
}

const outcomeOf = ({ key }: Tap, refusal: TapRefusal | null, otherwise: 'new' | 'known'): TapOutcome => ({
  key,
  outcome: refusal === null ? otherwise : 'refused',
  refusal,
});

function remembering(state: DutyState, { key }: Tap, refusal: TapRefusal | null, { personId }: DutyFacts): DutyState {
  const place = ownPlaceIn(state, personId);
  return withPlace(state, personId, { ...place, heard: [...place.heard, { key, refusal }].slice(-HEARD_KEPT) });
}

function applyTap(
  state: DutyState,
  { key, at, tapped }: Tap,
  phoneNow: EpochMs,
  facts: DutyFacts,
): Result<DutyState, TapRefusal> {
  if (state.shift.state === 'closed') return refuse('too-old');
  const told = tapTime(at, phoneNow, facts.now);
  if (!told.ok) return told;
  const place = ownPlaceIn(state, facts.personId);
  const then = EpochMs.parse(Math.max(told.value, earliestAfter(place, tapped.did, state)));
  const gate = gated(place.state, tapped.did);
  if (!gate.ok) return gate;
  if (!isAfterwards(tapped.did) && then > state.shift.endsAt + COUNTS_LATE_MS) return refuse('too-late');
  switch (tapped.did) {
    case 'clock-in':
      return clockIn(state, tapped, then, facts);
    case 'clock-out':
      return clockOut(state, tapped, then, facts);
    case 'vouch':
      return vouch(state, tapped, then, facts);
    case 'opening-list':
      return openingList(state, tapped, then, facts);
    case 'closing-list':
      return closingList(state, tapped, then, facts);
    case 'visitors':
      return visitors(state, tapped, then, facts);
    case 'handover':
      return handover(state, tapped, then, facts);
    case 'incident':
      return incident(key)(state, tapped, then, facts);
  }
}

/**
 * What somebody does after something they did already was done after it; coming, also after leaving elsewhere, and after
 * the place was theirs.
 */
const earliestAfter = ({ at, clockIn: came, lastSignAt }: ShiftPlace, did: Did, { clock }: DutyState): number =>
  did === 'clock-in' ? Math.max(at, clock?.lastOutAt ?? 0) : Math.max(came?.at ?? 0, lastSignAt ?? 0);

/** What may still be written when one has left: what happened, and what the next should know. */
const isAfterwards = (did: Did): boolean => did === 'incident' || did === 'handover';

/** A clock that ran out hinders nothing that was tapped before. Coming and leaving have rules of their own. */
function gated(state: PlaceState, did: Did): Result<null, TapRefusal> {
  if (did === 'clock-in' || did === 'clock-out') return agree(null);
  if (state === 'on-duty' || state === 'run-out') return agree(null);
  if (state !== 'served') return refuse('not-clocked-in');
  return isAfterwards(did) ? agree(null) : refuse('clocked-out-already');
}
