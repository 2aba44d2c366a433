import type { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import type { Allowance } from './allowance';
import { lineFor } from './line-heads';
import { hasRoom, isInPairs, isStillYes, planPairs } from './pairs';
import type { EventRecord, Live } from './records';
import type { Gift, HandOver, Release } from './seat-acts';
import type { Given, Plan, Waiting } from './waiting-list';
import { offerEnds, planGifts } from './waiting-list';

export type Passing = {
  readonly releases: readonly Release[];
  /** Who left the list, so that nothing is kept for them. */
  readonly left: readonly PersonId[];
  /** Somebody of the list who is here, and takes a place instead of being offered one. */
  readonly taker: PersonId | null;
};

/** People who are given places in one act. */
const GIFTS_AT_ONCE = 20;

export type Decided = { readonly wish: HandOver; readonly given: readonly Given[]; readonly isAnyFree: boolean };

/** What is to happen to the places as they were read; null for nothing. */
export async function decide(
  event: EventRecord,
  { releases, left, taker }: Passing,
  now: EpochMs,
  allowance: Allowance,
): Promise<Decided | null> {
  const live = liveAfter(event.live, releases, left);
  const line = givesPlaces(event, now) ? await lineFor(event, live, allowance) : [];
  const plan = planFor(event, live, line, now, rowsWithin(allowance));
  const until = offerEnds({ now, startsAt: event.startsAt });
  const gifts = plan.given.map((given) =>
    giftFor(given, given.unit.personId === taker || plan.isAgreed(given, until) ? null : until),
  );
  const counted = (personId: PersonId): boolean => Object.hasOwn(event.live.skips, personId);
  const passedOver = new Map([...plan.passedOver].filter(([personId, times]) => times > 0 || !counted(personId)));
  const uncounted = [...left, ...gifts.map(({ personId }) => personId)].filter(counted);
  const { keptFor } = plan;
  const isNothing =
    releases.length + gifts.length + passedOver.size + uncounted.length === 0 && keptFor === event.live.keptFor;
  const free = freeAfter(live, gifts);
  const isAnyFree = isInPairs(event) ? hasRoom({ ...live, free }) : Object.values(free).some((count) => count > 0);
  const wish = { releases, gifts, passedOver, uncounted, keptFor, leavesRest: plan.leavesRest };
  return isNothing ? null : { wish, given: plan.given, isAnyFree };
}

type PlanFor = Plan & {
  /** They said that they come, and need not be asked again. */
  readonly isAgreed: (given: Given, offerUntil: EpochMs) => boolean;
  /** More is to be done than this call may. */
  readonly leavesRest: boolean;
};

/** Rows that may still follow after an act and a telling. */
const rowsWithin = ({ trips }: Allowance): number => Math.min(GIFTS_AT_ONCE, Math.max(0, trips - 2));

/**
 * Pair by pair where the event says so, otherwise whoever fits next. When a mixer opens many pairs are there at once: one
 * act places them all, and rows for which this call has no round trips follow by the timer.
 */
function planFor(event: EventRecord, live: Live, line: readonly Waiting[], now: EpochMs, rows: number): PlanFor {
  const { startsAt, cancelBy } = event;
  if (!isInPairs(event))
    return { ...planGifts(live, line, { now, startsAt, most: rows }), isAgreed: () => false, leavesRest: false };
  const { given, isCut } = planPairs(live, line, GIFTS_AT_ONCE);
  const pairs = new Set(given.flatMap(({ unit, isPair }) => (isPair ? [unit._id] : [])));
  const isAgreed: PlanFor['isAgreed'] = ({ unit }, until) =>
    pairs.has(unit._id) && isStillYes(unit, until, { now, cancelBy });
  return { given, passedOver: new Map(), keptFor: null, isAgreed, leavesRest: isCut || given.length > rows };
}

/** Before the beginning, and in a draw once everybody knows what they drew. */
export function givesPlaces(event: EventRecord, now: EpochMs): boolean {
  const isOn = event.state === 'published' || event.state === 'closed';
  const isDrawn = event.places !== 'draw' || (event.draw?.drawnAt != null && event.draw.told === null);
  return isOn && isDrawn && now < event.startsAt;
}

/** What is free once these gifts are given. */
const freeAfter = ({ free }: Live, gifts: readonly Gift[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(free).map(([group, count]) => [
      group,
      count - gifts.reduce((sum, gift) => (gift.group === group ? sum + gift.people : sum), 0),
    ]),
  );

function liveAfter(live: Live, releases: readonly Release[], left: readonly PersonId[]): Live {
  const free = new Map(Object.entries(live.free));
  for (const { holder } of releases) free.set(holder.group, (free.get(holder.group) ?? 0) + holder.people);
  const without = <Value>(all: Readonly<Record<string, Value>>, people: readonly PersonId[]): Record<string, Value> =>
    Object.fromEntries(Object.entries(all).filter(([personId]) => !people.some((one) => one === personId)));
  return {
    ...live,
    free: Object.fromEntries(free),
    holders: without(
      live.holders,
      releases.map(({ personId }) => personId),
    ),
    skips: without(live.skips, left),
    keptFor: live.keptFor !== null && left.includes(live.keptFor) ? null : live.keptFor,
  };
}

const giftFor = ({ unit, group }: Given, until: EpochMs | null): Gift => ({
  personId: unit.personId,
  claim: unit.claim,
  group,
  people: unit.people,
  until,
});
