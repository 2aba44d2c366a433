import * as z from 'zod/mini';
import type { EventId, PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import type { Side } from './pairs';
import { hasRoom, isInPairs, isStillYes, planPairs, sides } from './pairs';
import type { EventRecord, Holder, Live } from './records';
import { events } from './records';
import { step } from './registration';
import { Registration, registrations } from './registration-records';
import type { Gift, HandOver, Release } from './seat-acts';
import { handOver } from './seat-acts';
import type { Given, Plan, Waiting } from './waiting-list';
import { offerEnds, planGifts } from './waiting-list';

/** Round trips that are left; whoever spends them takes them off. What does not fit is the timer's. */
export type Allowance = { trips: number };

export type Passing = {
  readonly releases: readonly Release[];
  /** Who left the list, so that nothing is kept for them. */
  readonly left: readonly PersonId[];
  /** Somebody of the list who is here, and takes a place instead of being offered one. */
  readonly taker: PersonId | null;
};

export type Passed = {
  /** Whose places were taken from them by this call. */
  readonly released: readonly PersonId[];
  /** The taker's place, if they got one. */
  readonly taken: Given | null;
  /** The event as it was last read: somebody else may have given the taker a place. */
  readonly seen: EventRecord;
};

/** Somebody else may be quicker; after so many times the places are freed, and the timer gives them on. */
const TRIES = 4;
/** People who are given places in one act. */
const GIFTS_AT_ONCE = 20;
/** The list, the act, a row, a telling. Round trips. */
const LEAST_TRIPS = 4;

/**
 * Frees places and offers them, and any that are free, to whoever is next: in one act, so that no place is lost between
 * two people. Then their rows follow, and they are told.
 *
 * Where places stay free it looks at the list once more: somebody may have joined it meanwhile.
 *
 * @param event as it was read; may be old
 */
export async function passOn(
  event: EventRecord,
  passing: Passing,
  now: EpochMs,
  allowance: Allowance,
): Promise<Passed> {
  const released: PersonId[] = [];
  let taken: Given | null = null;
  let current: EventRecord | null = event;
  let seen = event;
  let { releases, left } = passing;
  for (let tries = 0; current !== null && tries < TRIES && allowance.trips >= LEAST_TRIPS;) {
    const decided = await decide(current, { ...passing, releases, left }, now, allowance);
    if (decided === null) return { released, taken, seen };
    const { filter, change } = handOver(current, decided.wish, now);
    allowance.trips -= 1;
    const isDone = (await events.update(filter, change)) === 'updated';
    let lost: Release[] = [];
    if (isDone) {
      released.push(...releases.map(({ personId }) => personId));
      lost = await follow(current, decided, passing.taker, now, allowance);
      const own = decided.given.find(({ unit }) => unit.personId === passing.taker) ?? null;
      if (own !== null && !lost.some(({ personId }) => personId === own.unit.personId)) taken = own;
      if (lost.length === 0 && !decided.isAnyFree) return { released, taken, seen };
      left = [];
    } else tries += 1;
    allowance.trips -= 1;
    current = await events.get(event._id);
    seen = current ?? seen;
    releases = (isDone ? lost : releases).filter((release) => stillHolds(current, release));
  }
  if (current !== null) released.push(...(await freeOnly(current, releases, now)));
  return { released, taken, seen };
}

type Decided = { readonly wish: HandOver; readonly given: readonly Given[]; readonly isAnyFree: boolean };

/** What is to happen to the places as they were read; null for nothing. */
async function decide(
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

const LINE = 100;
const excerpt = {
  schema: z.pick(Registration, {
    _id: true,
    personId: true,
    claim: true,
    groups: true,
    people: true,
    orderKey: true,
    registeredAt: true,
  }),
  fields: ['_id', 'personId', 'claim', 'groups', 'people', 'orderKey', 'registeredAt'],
};

const lineFor = (event: EventRecord, live: Live, allowance: Allowance): Promise<Waiting[]> =>
  isInPairs(event) ? headsOf(event._id, live, allowance) : headOf(event._id, live, allowance);

/** The head of the list, both sides together; and of a side that is not in it, behind any number of the other. */
async function headsOf(eventId: EventId, live: Live, allowance: Allowance): Promise<Waiting[]> {
  if (!hasRoom(live)) return [];
  const inOrder = { order: [['orderKey', 'asc']], limit: LINE } as const;
  allowance.trips -= 1;
  const head = await registrations.findParts({ eventId, state: 'waiting' }, excerpt, inOrder);
  if (head.length < LINE) return head;
  const isThere = (side: Side): boolean =>
    head.some(({ personId, groups }) => groups.includes(side) && !Object.hasOwn(live.holders, personId));
  const missing = sides.filter((side) => !isThere(side));
  allowance.trips -= missing.length;
  const behind = await Promise.all(
    missing.map((side) =>
      registrations.findParts({ eventId, state: 'waiting', groups: { in: [side] } }, excerpt, inOrder),
    ),
  );
  return [...head.filter((one) => missing.every((side) => !one.groups.includes(side))), ...behind.flat()];
}

/** The head of the list for the quotas that have places. Behind a hundred families that do not fit somebody may. */
async function headOf(eventId: EventId, { free }: Live, allowance: Allowance): Promise<Waiting[]> {
  const groups = Object.keys(free).filter((group) => (free[group] ?? 0) > 0);
  if (groups.length === 0) return [];
  const largest = Math.max(...groups.map((group) => free[group] ?? 0));
  const waiting = { eventId, state: 'waiting', groups: { in: groups } };
  allowance.trips -= 1;
  const head = await registrations.findParts(waiting, excerpt, { order: [['orderKey', 'asc']], limit: LINE });
  const last = head[LINE - 1];
  if (last === undefined || head.some(({ people }) => people <= largest)) return head;
  allowance.trips -= 1;
  const behind = await registrations.findParts(
    { ...waiting, orderKey: { from: `${last.orderKey}~` }, people: { upTo: largest } },
    excerpt,
    { order: [['orderKey', 'asc']], limit: GIFTS_AT_ONCE },
  );
  return [...head, ...behind];
}

/**
 * Rows follow their places, the taker's first, as many as there are round trips. Whoever left the list meanwhile has none:
 * their places are to be given on again.
 */
async function follow(
  event: EventRecord,
  { given, wish: { gifts } }: Decided,
  taker: PersonId | null,
  now: EpochMs,
  allowance: Allowance,
): Promise<Release[]> {
  // They are told before their rows say so: after a crash in between the timer does both again, and a notice is one.
  const absent = gifts.filter(({ personId }) => personId !== taker);
  if (absent.length > 0) {
    allowance.trips -= 1;
    await tell(
      absent.map(({ personId, claim, until }) => ({
        to: personId,
        kind: until === null ? ('place-given' as const) : ('place-offered' as const),
        once: `${event._id}:${claim}`,
        at: now,
        subject: event.title,
        eventId: event._id,
        when: until ?? event.startsAt,
        words: null,
      })),
    );
  }
  const some = given
    .map((one, nth) => ({ ...one, gift: gifts[nth] }))
    .sort((one, other) => Number(other.unit.personId === taker) - Number(one.unit.personId === taker))
    .slice(0, Math.max(0, allowance.trips));
  allowance.trips -= some.length;
  const followed = await Promise.all(
    some.map(async ({ unit, group, gift }) => {
      const until = gift?.until ?? null;
      const name = until === null ? 'register' : 'offer';
      const { filter, change } = step({ ...unit, state: 'waiting' }, name, now, { group, until });
      return (await registrations.update(filter, change)) === 'updated' || (await hasFollowed(unit, allowance));
    }),
  );
  return some
    .flatMap(({ gift }, nth) => (gift === undefined || followed[nth] === true ? [] : [gift]))
    .map((gift) => ({ personId: gift.personId, holder: holderBy(gift, now), only: 'always' as const }));
}

/** The timer may have been quicker with the same row. */
async function hasFollowed({ _id, claim }: Waiting, allowance: Allowance): Promise<boolean> {
  allowance.trips -= 1;
  const row = await registrations.get(_id);
  return row !== null && row.claim === claim && (row.state === 'offered' || row.state === 'confirmed');
}

const holderBy = ({ group, people, claim, until }: Gift, at: EpochMs): Holder => ({ group, people, claim, at, until });

/** Whether a release is still to be made: an offer may have been taken, and somebody may have come back. */
function stillHolds(event: EventRecord | null, { personId, holder, only }: Release): boolean {
  const found = event?.live.holders[personId];
  if (found === undefined || found.claim !== holder.claim) return false;
  if (only === 'ended') return found.until !== null;
  return only === 'always' || found.at === holder.at;
}

/** Nothing but that they leave: nobody can stand in the way of that. */
async function freeOnly(event: EventRecord, releases: readonly Release[], now: EpochMs): Promise<PersonId[]> {
  const freed: PersonId[] = [];
  for (const release of releases) {
    const { filter, change } = handOver(
      event,
      { releases: [release], gifts: [], passedOver: new Map(), uncounted: [], keptFor: event.live.keptFor },
      now,
    );
    if ((await events.update(filter, change)) === 'updated') freed.push(release.personId);
  }
  return freed;
}
