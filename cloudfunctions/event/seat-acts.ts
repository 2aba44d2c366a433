import type { Quota } from '../../types/event-form';
import type { QuotaGroup } from '../../types/event-kind';
import type { EventId, PersonId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import type { Change, Condition, Filter } from '../runtime/filter';
import { asBalanced, isInPairs } from './pairs';
import type { EventRecord, Holder, Live } from './records';

/**
 * Everything that may happen to the places of an event. Each act is one conditional update: whoever was quicker makes it
 * match nothing, and then nothing has happened. So places and holders add up at every instant, and nobody has two.
 *
 * What was read may be old: an act names what it relies on, and changes by how much, never to what.
 */
export type Act = {
  readonly filter: Filter & { readonly _id: EventId };
  readonly change: Change;
};

/** What an act needs of the event as it was read. */
export type Seated = Pick<EventRecord, '_id' | 'live' | 'sweepAt' | 'kind' | 'quotas' | 'family'>;

/** A place, or several of one quota for a family: all or none. */
export type Unit = {
  readonly personId: PersonId;
  readonly claim: string;
  readonly group: QuotaGroup;
  readonly people: number;
};

/** A call lives for less than a minute: what it left half done is old by then, and the timer makes it good. Milliseconds. */
export const SETTLED_AFTER_MS = 120_000;

/** A newcomer takes free places, while nobody is before them. Where places go pair by pair nobody does. */
export const claim = (event: Seated, unit: Unit, now: EpochMs): Act =>
  act(event, now, {
    filter: {
      ...giving(event),
      'live.keptFor': null,
      [freePath(unit.group)]: { from: unit.people },
      [holderPath(unit.personId)]: { exists: false },
    },
    set: { [holderPath(unit.personId)]: holderOf(unit, now, null) },
    increase: { [freePath(unit.group)]: -unit.people },
  });

/** A holder who gives their place up, lets it run out, or was left behind by a crash. */
export type Release = {
  readonly personId: PersonId;
  readonly holder: Holder;
  /** `ended`: only if the offer has run out by now. `unclaimed`: only if nobody came back for it since it was read. */
  readonly only: 'always' | 'ended' | 'unclaimed';
};

/** A place for somebody of the list; `until` is null for whoever is here to take it. */
export type Gift = Unit & { readonly until: EpochMs | null };

export type HandOver = {
  readonly releases: readonly Release[];
  readonly gifts: readonly Gift[];
  /** How often each family was passed over by these gifts; 0 for one that only waits beside free places. */
  readonly passedOver: ReadonlyMap<PersonId, number>;
  /** Who have no more reason to be counted: they have a place, or left the list. */
  readonly uncounted: readonly PersonId[];
  readonly keptFor: PersonId | null;
  /** The call gives, or lets rows follow, as much as it may: the timer does the rest at once. */
  readonly leavesRest?: boolean;
};

/**
 * Places change hands: those who leave and those who are next, all in one act or not at all. Where they go pair by pair,
 * gifts match nothing once either side holds more or fewer than was read: two that each kept the balance would not.
 */
export function handOver(event: Seated, wish: HandOver, now: EpochMs): Act {
  const { releases, gifts, passedOver, uncounted, keptFor, leavesRest = false } = wish;
  const givesToSomebody = gifts.length > 0 || keptFor !== event.live.keptFor;
  const delta = new Map<string, number>();
  const add = (group: string, people: number): unknown => delta.set(group, (delta.get(group) ?? 0) + people);
  releases.forEach(({ holder }) => add(holder.group, holder.people));
  gifts.forEach(({ group, people }) => add(group, -people));
  const counted = [...passedOver].filter(([personId]) => !uncounted.includes(personId));
  return act(event, now, {
    filter: {
      ...(givesToSomebody ? { ...giving(event), 'live.keptFor': event.live.keptFor } : {}),
      ...Object.fromEntries(releases.flatMap((release) => Object.entries(conditionsOf(release, now)))),
      ...Object.fromEntries(gifts.map(({ personId }) => [holderPath(personId), { exists: false }])),
      // What is released in the same act need not be free before it.
      ...Object.fromEntries(
        [...delta].filter(([, by]) => by < 0).map(([group, by]) => [freePath(group), { from: -by }]),
      ),
      ...(gifts.length > 0 && isInPairs(event) ? asBalanced(event.live) : {}),
    },
    set: {
      ...Object.fromEntries(gifts.map((gift) => [holderPath(gift.personId), holderOf(gift, now, gift.until)])),
      ...(keptFor === event.live.keptFor ? {} : { 'live.keptFor': keptFor }),
    },
    increase: {
      ...Object.fromEntries([...delta].filter(([, by]) => by !== 0).map(([group, by]) => [freePath(group), by])),
      ...Object.fromEntries(counted.map(([personId, times]) => [skipsPath(personId), times])),
    },
    remove: [
      ...releases.map(({ personId }) => holderPath(personId)),
      ...uncounted.map((personId) => skipsPath(personId)),
    ],
    looksAt: leavesRest ? now : null,
  });
}

/** Takes the place that is offered, until the last millisecond of the offer. */
export const accept = (event: Seated, personId: PersonId, offer: Holder, now: EpochMs): Act =>
  act(event, now, {
    filter: {
      ...living,
      [`${holderPath(personId)}.claim`]: offer.claim,
      [`${holderPath(personId)}.until`]: { from: now + 1 },
    },
    set: { [`${holderPath(personId)}.until`]: null },
  });

/** A place is about to be given up: whatever becomes of the call, the timer looks once it must be over. */
export const leaving = (event: Seated, now: EpochMs): Act => act(event, now, { filter: {} });

/** Somebody came back for a place whose call died: the timer lets them finish. */
export const comeBack = (event: Seated, personId: PersonId, holder: Holder, now: EpochMs): Act =>
  act(event, now, {
    filter: { [`${holderPath(personId)}.claim`]: holder.claim },
    set: { [`${holderPath(personId)}.at`]: now },
  });

/**
 * More places or fewer: part of the update that saves the form, or an act of its own. Whoever has a place keeps it.
 *
 * Refused when a quota would fall below what is held in it, offers included.
 */
export function resizePlaces(event: Seated, quotas: readonly Quota[], now: EpochMs): Result<Act, 'places-taken'> {
  const { live } = event;
  const wanted = new Map<string, number>(quotas.map(({ group, places }) => [group, places]));
  const groups = [...new Set([...Object.keys(live.places), ...wanted.keys()])];
  const filter: Record<string, Condition> = {};
  const set: Record<string, unknown> = {};
  const increase: Record<string, number> = {};
  const remove: string[] = [];
  for (const group of groups) {
    const before = live.places[group] ?? null;
    const after = wanted.get(group) ?? null;
    const by = (after ?? 0) - (before ?? 0);
    if (before === after) continue;
    if (before !== null && (live.free[group] ?? 0) + by < 0) return refuse('places-taken');
    filter[placesPath(group)] = before ?? { exists: false };
    // A quota that goes must be all free; one that shrinks must have that much free.
    if (by < 0) filter[freePath(group)] = { from: -by };
    if (after === null) remove.push(placesPath(group), freePath(group));
    else set[placesPath(group)] = after;
    if (before === null) set[freePath(group)] = after;
    else if (after !== null) increase[freePath(group)] = by;
  }
  return agree(act(event, now, { filter, set, increase, remove }));
}

/** The places of an event that nobody has registered for. */
export function freshLive(quotas: readonly Quota[]): Live {
  const places = Object.fromEntries(quotas.map((quota) => [quota.group, quota.places]));
  return { places, free: { ...places }, holders: {}, skips: {}, keptFor: null, turn: 0 };
}

const living: Filter = { state: { in: ['published', 'closed'] } };
/** Which rule places are given by follows from the kind, which staff may change meanwhile. */
const giving = ({ kind }: Seated): Filter => ({ ...living, kind });
const freePath = (group: string): string => `live.free.${group}`;
const placesPath = (group: string): string => `live.places.${group}`;
const holderPath = (personId: PersonId): string => `live.holders.${personId}`;
const skipsPath = (personId: PersonId): string => `live.skips.${personId}`;

const holderOf = ({ group, people, claim: of }: Unit, at: EpochMs, until: EpochMs | null): Holder => ({
  group,
  people,
  claim: of,
  at,
  until,
});

function conditionsOf({ personId, holder, only }: Release, now: EpochMs): Filter {
  const path = holderPath(personId);
  return {
    [`${path}.claim`]: holder.claim,
    ...(only === 'ended' ? { [`${path}.until`]: { upTo: now } } : {}),
    ...(only === 'unclaimed' ? { [`${path}.at`]: holder.at } : {}),
  };
}

type Parts = {
  readonly filter: Filter;
  readonly set?: Record<string, unknown>;
  readonly increase?: Record<string, number>;
  readonly remove?: readonly string[];
  /** When the timer is to look, where that is sooner. */
  readonly looksAt?: EpochMs | null;
};

/** Every act raises the turn, and has the timer look once the call that made it must be over. */
const act = (
  { _id, sweepAt }: Seated,
  now: EpochMs,
  { filter, set, increase, remove = [], looksAt = null }: Parts,
): Act => ({
  filter: { ...filter, _id },
  change: {
    set: { ...set, sweepAt: EpochMs.parse(Math.min(sweepAt, looksAt ?? now + SETTLED_AFTER_MS)) },
    increase: { ...increase, 'live.turn': 1 },
    ...(remove.length === 0 ? {} : { remove }),
  },
});
