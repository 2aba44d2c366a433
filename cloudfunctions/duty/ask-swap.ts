import type { RefusalOf } from '../../types/contract';
import type { swapActions } from '../../types/duty-swap';
import type { DutyRole } from '../../types/duty-kind';
import type { PersonId, UnionId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import { pairIdOf } from './ids';
import { mayChangeHands } from './place-steps';
import type { Handler } from './scene';
import { shiftNews } from './shift-news';
import type { ShiftRecord } from './shift-records';
import { shifts } from './shift-records';
import type { SwapRecord } from './swap-records';
import { swaps } from './swap-records';
import { isUnderWay, lapsesAt, whoCannot } from './swap-rules';
import type { VolunteerRecord } from './volunteer-records';
import { volunteers } from './volunteer-records';

/** More than somebody ever asks and is asked in the weeks in which shifts are open. */
const MOST = 60;

/** Asks a colleague, who is told. Seven round trips. */
export const askSwap: Handler<'askSwap'> = async ({ shiftId, to, wanted, requestKey }, { now, personId }) => {
  const [given, forIt, asker, [asked], before] = await Promise.all([
    shifts.get(shiftId),
    wanted === null ? null : shifts.get(wanted),
    volunteers.get(personId),
    volunteers.find({ number: to }, { limit: 1 }),
    swaps.find({ people: personId }, { order: [['askedAt', 'desc']], limit: MOST }),
  ]);
  const heard = before.find(({ claim, from }) => claim === requestKey && from.personId === personId);
  if (heard !== undefined) return agree({ swapId: heard._id });
  if (given === null || (wanted !== null && forIt === null)) return refuse('shift-not-found');
  if (asker === null) return refuse('no-place');
  const decided = newSwap({ given, wanted: forIt, asker, asked: asked ?? null, before, claim: requestKey }, now);
  if (!decided.ok) return decided;
  const { _id: swapId, to: other } = decided.value;
  if ((await swaps.insert(decided.value)) === 'duplicate') {
    const first = await swaps.get(swapId);
    return first?.claim === requestKey ? agree({ swapId }) : refuse('asked-already');
  }
  await tell([{ ...shiftNews(given, 'swap-asked', other.personId, now), once: swapId }]);
  return agree({ swapId });
};

type Asking = {
  readonly given: ShiftRecord;
  readonly wanted: ShiftRecord | null;
  readonly asker: VolunteerRecord;
  readonly asked: VolunteerRecord | null;
  /** The asker's exchanges. */
  readonly before: readonly SwapRecord[];
  readonly claim: string;
};

/** Its id counts how often this one was asked for this shift: of two requests at once only one is written. */
function newSwap(
  { given, wanted, asker, asked, before, claim }: Asking,
  now: EpochMs,
): Result<SwapRecord, RefusalOf<typeof swapActions.askSwap>> {
  const role = roleIn(given, asker._id);
  if (role === null) return refuse('no-place');
  if (now >= lapsesAt(given, wanted)) return refuse('too-late');
  if (asked?.state !== 'accepted' || asked._id === asker._id) return refuse('partner-not-found');
  const earlier = before.filter(
    (swap) => swap.from.personId === asker._id && swap.given.shiftId === given._id && swap.to.personId === asked._id,
  );
  if (earlier.some((swap) => isUnderWay(swap, now))) return refuse('asked-already');
  const wantedRole = wanted === null ? null : roleIn(wanted, asked._id);
  if (wanted !== null && wantedRole === null) return refuse('partner-cannot');
  const _id = pairIdOf('swap', `${asker._id}:${given._id}`, `${asked._id}:${earlier.length}`);
  const places = {
    given: { shiftId: given._id, role },
    wanted: wanted === null || wantedRole === null ? null : { shiftId: wanted._id, role: wantedRole },
  };
  const obstacle = whoCannot({ from: asker, to: asked, given, wanted, swap: { _id, ...places } }, now);
  if (obstacle !== null) return refuse(obstacle);
  return agree({
    _id,
    claim,
    state: 'asked',
    from: sideOf(asker),
    to: sideOf(asked),
    people: [asker._id, asked._id],
    ...places,
    needsHead: given.swapNeedsHead || (wanted?.swapNeedsHead ?? false),
    scope: officesOfBoth(given, wanted),
    waitingFor: [],
    askedAt: now,
    doneAt: null,
    decidedBy: null,
    lapsesAt: lapsesAt(given, wanted),
  });
}

const sideOf = ({ _id, number, calledName }: VolunteerRecord): SwapRecord['from'] => ({
  personId: _id,
  number,
  calledName,
});

/** What somebody would do whose place may still change hands; null where they have none. */
export const roleIn = (
  { places, state }: Pick<ShiftRecord, 'places' | 'state'>,
  personId: PersonId,
): DutyRole | null => {
  const place = places[personId];
  return state === 'planned' && place !== undefined && mayChangeHands(place) ? place.role : null;
};

/** Offices that answer for both shifts; for that which is given, where no office answers for both. */
function officesOfBoth(given: ShiftRecord, wanted: ShiftRecord | null): UnionId[] {
  const both = wanted === null ? given.scope : given.scope.filter((id) => wanted.scope.includes(id));
  return both.length > 0 ? both : given.scope;
}
