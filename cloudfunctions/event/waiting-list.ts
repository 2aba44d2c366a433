import type { QuotaGroup } from '../../types/event-kind';
import type { PersonId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import type { Live } from './records';
import type { Registration } from './registration-records';

const HOUR_MS = 3_600_000;
/** So often a family lets others pass; from then on what becomes free is kept for it. */
export const PASSED_OVER_ENOUGH = 3;
/** Nothing is kept any more so long before the beginning: a place that stays empty helps nobody. Milliseconds. */
export const NOT_KEPT_WITHIN_MS = 24 * HOUR_MS;
/** Somebody on the list; a family is one. */
export type Waiting = Pick<
  Registration,
  '_id' | 'personId' | 'claim' | 'groups' | 'people' | 'orderKey' | 'registeredAt'
>;

export type Given = { readonly unit: Waiting; readonly group: QuotaGroup };

export type Plan = {
  readonly given: readonly Given[];
  /** By family: how often these gifts passed it over; 0 where it only waits beside free places that are too few. */
  readonly passedOver: ReadonlyMap<PersonId, number>;
  readonly keptFor: PersonId | null;
};

export type Moment = { readonly now: EpochMs; readonly startsAt: EpochMs };

/**
 * Whom the free places go to: whoever fits next, in the order of the list.
 *
 * A unit gets all its places of one quota or none. A family that does not fit lets the next pass; after three times
 * nothing that it could use goes to anybody else until it fits, or until a day before the beginning. This rule is told to
 * everybody who waits.
 *
 * @param line in order; those whom no quota with free places is for may be missing
 * @param most people who are given places in one go
 */
export function planGifts(
  live: Live,
  line: readonly Waiting[],
  { now, startsAt, most }: Moment & { readonly most: number },
): Plan {
  const free = new Map(Object.entries(live.free));
  const passedOver = new Map<PersonId, number>();
  const left = line.filter(({ personId }) => !Object.hasOwn(live.holders, personId));
  const given: Given[] = [];
  const passes = ({ personId }: Waiting): number => (live.skips[personId] ?? 0) + (passedOver.get(personId) ?? 0);
  const mayKeep = now < startsAt - NOT_KEPT_WITHIN_MS;
  let keptFor = mayKeep ? live.keptFor : null;
  while (given.length < most) {
    const kept = mayKeep ? familyKeptFor(left, keptFor, passes, live) : null;
    if (kept !== null) keptFor = kept.personId;
    const next = firstThatFits(left, free, kept);
    if (next === null) break;
    const { unit, group, index } = next;
    for (const other of left.slice(0, index))
      if (isTooBig(other, group, free, live)) passedOver.set(other.personId, (passedOver.get(other.personId) ?? 0) + 1);
    left.splice(index, 1);
    free.set(group, (free.get(group) ?? 0) - unit.people);
    if (keptFor === unit.personId) keptFor = null;
    given.push({ unit, group });
  }
  for (const unit of left)
    if (!passedOver.has(unit.personId) && waitsBeside(unit, free, live)) passedOver.set(unit.personId, 0);
  return { given, passedOver, keptFor };
}

/** Somebody whom the places are kept for may be off the list that was read: their quotas are full, and nothing is kept. */
const familyKeptFor = (
  left: readonly Waiting[],
  keptFor: PersonId | null,
  passes: (unit: Waiting) => number,
  live: Live,
): Waiting | null =>
  left.find((unit) => unit.personId === keptFor && couldEverFit(unit, live)) ??
  left.find((unit) => passes(unit) >= PASSED_OVER_ENOUGH && couldEverFit(unit, live)) ??
  null;

function firstThatFits(
  left: readonly Waiting[],
  free: ReadonlyMap<string, number>,
  kept: Waiting | null,
): (Given & { readonly index: number }) | null {
  for (const [index, unit] of left.entries()) {
    const isOpen = (group: QuotaGroup): boolean => kept === null || kept === unit || !kept.groups.includes(group);
    const group = unit.groups.find((wanted) => isOpen(wanted) && (free.get(wanted) ?? 0) >= unit.people);
    if (group !== undefined) return { unit, group, index };
  }
  return null;
}

/** A place that goes to somebody behind them would have been theirs, were they fewer. */
const isTooBig = (unit: Waiting, group: QuotaGroup, free: ReadonlyMap<string, number>, live: Live): boolean =>
  unit.groups.includes(group) && unit.people > (free.get(group) ?? 0) && couldEverFit(unit, live);

const waitsBeside = (unit: Waiting, free: ReadonlyMap<string, number>, live: Live): boolean =>
  unit.groups.some((group) => (free.get(group) ?? 0) > 0) && unit.people > 1 && couldEverFit(unit, live);

/** A quota that was made smaller than the family keeps nothing for it. */
const couldEverFit = ({ groups, people }: Waiting, live: Live): boolean =>
  groups.some((group) => (live.places[group] ?? 0) >= people);

/** Offers are short where the event is near: 24 hours, 6, 1, 20 minutes. By hours before the beginning. */
const offerLengths = [
  { before: 72 * HOUR_MS, lasts: 24 * HOUR_MS },
  { before: 24 * HOUR_MS, lasts: 6 * HOUR_MS },
  { before: 6 * HOUR_MS, lasts: HOUR_MS },
] as const;
const SHORTEST_OFFER_MS = HOUR_MS / 3;

/** When an offer that is made now ends: never beyond the beginning. */
export function offerEnds({ now, startsAt }: Moment): EpochMs {
  const ahead = startsAt - now;
  const lasts = offerLengths.find(({ before }) => ahead > before)?.lasts ?? SHORTEST_OFFER_MS;
  return EpochMs.parse(Math.min(now + lasts, startsAt));
}
