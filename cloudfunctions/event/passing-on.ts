import * as z from 'zod/mini';
import type { EventId, PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import type { EventRecord, Holder, Live } from './records';
import { events } from './records';
import { step } from './registration';
import { Registration, registrations } from './registration-records';
import type { Gift, HandOver, Release } from './seat-acts';
import { handOver } from './seat-acts';
import type { Given, Waiting } from './waiting-list';
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
  let { releases, left } = passing;
  for (let tries = 0; current !== null && tries < TRIES && allowance.trips >= LEAST_TRIPS;) {
    const decided = await decide(current, { ...passing, releases, left }, now, allowance);
    if (decided === null) return { released, taken };
    const { filter, change } = handOver(current, decided.wish, now);
    allowance.trips -= 1;
    const isDone = (await events.update(filter, change)) === 'updated';
    let lost: Release[] = [];
    if (isDone) {
      released.push(...releases.map(({ personId }) => personId));
      lost = await follow(current, decided.given, decided.wish.gifts, now, allowance);
      const own = decided.given.find(({ unit }) => unit.personId === passing.taker) ?? null;
      if (own !== null && !lost.some(({ personId }) => personId === own.unit.personId)) taken = own;
      if (lost.length === 0 && !decided.isAnyFree) return { released, taken };
      left = [];
    } else tries += 1;
    allowance.trips -= 1;
    current = await events.get(event._id);
    releases = (isDone ? lost : releases).filter((release) => stillHolds(current, release));
  }
  if (current !== null) released.push(...(await freeOnly(current, releases, now)));
  return { released, taken };
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
  const line = givesPlaces(event, now) ? await lineFor(event._id, live, allowance) : [];
  const most = Math.min(GIFTS_AT_ONCE, Math.max(0, allowance.trips - 2));
  const plan = planGifts(live, line, { now, startsAt: event.startsAt, most });
  const gifts = plan.given.map((given) =>
    giftFor(given, given.unit.personId === taker ? null : offerEnds({ now, startsAt: event.startsAt })),
  );
  const counted = (personId: PersonId): boolean => Object.hasOwn(event.live.skips, personId);
  const passedOver = new Map([...plan.passedOver].filter(([personId, times]) => times > 0 || !counted(personId)));
  const uncounted = [...left, ...gifts.map(({ personId }) => personId)].filter(counted);
  const { keptFor } = plan;
  const isNothing =
    releases.length + gifts.length + passedOver.size + uncounted.length === 0 && keptFor === event.live.keptFor;
  const isAnyFree = hasFree(live, gifts);
  return isNothing ? null : { wish: { releases, gifts, passedOver, uncounted, keptFor }, given: plan.given, isAnyFree };
}

/** Before the beginning, and in a draw once everybody knows what they drew. */
export function givesPlaces(event: EventRecord, now: EpochMs): boolean {
  const isOn = event.state === 'published' || event.state === 'closed';
  const isDrawn = event.places !== 'draw' || (event.draw?.drawnAt != null && event.draw.told === null);
  return isOn && isDrawn && now < event.startsAt;
}

const hasFree = ({ free }: Live, gifts: readonly Gift[]): boolean =>
  Object.entries(free).some(
    ([group, count]) => count > gifts.reduce((sum, gift) => (gift.group === group ? sum + gift.people : sum), 0),
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
  }),
  fields: ['_id', 'personId', 'claim', 'groups', 'people', 'orderKey'],
};

/** The head of the list for the quotas that have places. Behind a hundred families that do not fit somebody may. */
async function lineFor(eventId: EventId, { free }: Live, allowance: Allowance): Promise<Waiting[]> {
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

/** Rows follow their places. Whoever left the list meanwhile has none: their places are to be given on again. */
async function follow(
  event: EventRecord,
  given: readonly Given[],
  gifts: readonly Gift[],
  now: EpochMs,
  allowance: Allowance,
): Promise<Release[]> {
  // They are told before their rows say so: after a crash in between the timer does both again, and a notice is one.
  const offered = gifts.filter(({ until }) => until !== null);
  if (offered.length > 0) {
    allowance.trips -= 1;
    await tell(
      offered.map(({ personId, claim, until }) => ({
        to: personId,
        kind: 'place-offered' as const,
        once: `${event._id}:${claim}`,
        at: now,
        subject: event.title,
        eventId: event._id,
        when: until,
        words: null,
      })),
    );
  }
  allowance.trips -= gifts.length;
  const followed = await Promise.all(
    given.map(async ({ unit, group }, nth) => {
      const until = gifts[nth]?.until ?? null;
      const name = until === null ? 'register' : 'offer';
      const { filter, change } = step({ ...unit, state: 'waiting' }, name, now, { group, until });
      return (await registrations.update(filter, change)) === 'updated' || (await hasFollowed(unit, allowance));
    }),
  );
  return gifts
    .filter((_gift, nth) => followed[nth] !== true)
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
