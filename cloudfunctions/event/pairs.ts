import type { Quota } from '../../types/event-form';
import type { DrawEntry } from '../../types/event-draw';
import { EpochMs, NEVER } from '../../types/time';
import type { Condition } from '../runtime/filter';
import type { EventRecord, Live } from './records';
import type { Given, Waiting } from './waiting-list';

/** Men and women of a mixer, as they say it themselves. */
export const sides = ['men', 'women'] as const;
export type Side = (typeof sides)[number];

/**
 * Whether an event admits men and women pair by pair: a mixer whose places are theirs alone (docs/decisions/0023).
 *
 * From its form, so that it holds for events stored before, too. The form allows neither families nor walking in there;
 * an older one with families goes on as it was promised.
 */
export const isInPairs = ({ kind, quotas, family }: Pick<EventRecord, 'kind' | 'quotas' | 'family'>): boolean =>
  kind === 'mixer' &&
  family === null &&
  quotas.length === sides.length &&
  sides.every((side) => quotas.some(({ group }) => group === side));

type Places = Pick<Live, 'places' | 'free'>;

/** Places of a side that somebody has or is offered. */
const heldBy = ({ places, free }: Places, side: Side): number => (places[side] ?? 0) - (free[side] ?? 0);

/** The side that holds fewer places, after somebody of it gave one back; null where both hold as many. */
function lesserSide(live: Places): Side | null {
  const [men, women] = [heldBy(live, 'men'), heldBy(live, 'women')];
  return men === women ? null : men < women ? 'men' : 'women';
}

/**
 * Whom free places of an event in pairs go to, each side in the order of its list.
 *
 * The side that holds fewer comes first, alone, until both hold as many; from then on a place goes to one of each side
 * or to nobody. So no gift leaves a side with more places than the other that had not more before.
 *
 * @param line in order, of both sides
 * @param most people who are given places in one go
 */
export function planPairs(live: Live, line: readonly Waiting[], most: number): PairPlan {
  const free = { ...live.free };
  const left = line.filter(({ personId, people }) => people === 1 && !Object.hasOwn(live.holders, personId));
  const given: PairGiven[] = [];
  const first = (side: Side): Waiting | null =>
    (free[side] ?? 0) < 1 ? null : (left.find(({ groups }) => groups.includes(side)) ?? null);
  const give = (unit: Waiting, group: Side, isPair: boolean): void => {
    left.splice(left.indexOf(unit), 1);
    free[group] = (free[group] ?? 0) - 1;
    given.push({ unit, group, isPair });
  };
  for (;;) {
    const lesser = lesserSide({ places: live.places, free });
    if (lesser !== null) {
      const next = first(lesser);
      if (next === null || given.length + 1 > most) return { given, isCut: next !== null };
      give(next, lesser, false);
      continue;
    }
    const [man, woman] = [first('men'), first('women')];
    if (man === null || woman === null) return { given, isCut: false };
    if (given.length + 2 > most) return { given, isCut: true };
    give(man, 'men', true);
    give(woman, 'women', true);
  }
}

/** `isPair`: they lacked nothing but each other; otherwise somebody of their side had given a place back. */
export type PairGiven = Given & { readonly isPair: boolean };

export type PairPlan = {
  readonly given: readonly PairGiven[];
  /** More could be given, but for `most`. */
  readonly isCut: boolean;
};

/** Whether anybody could be given a place, were the right people on the list. */
export function hasRoom(live: Places): boolean {
  const lesser = lesserSide(live);
  const isFree = (side: Side): boolean => (live.free[side] ?? 0) > 0;
  return lesser === null ? sides.every(isFree) : isFree(lesser);
}

/** What a gift relies on: whatever changes how many places either side holds makes it match nothing. */
export const asBalanced = ({ places, free }: Places): Readonly<Record<string, Condition>> =>
  Object.fromEntries(
    sides.flatMap((side) => [
      [`live.places.${side}`, places[side] ?? 0],
      [`live.free.${side}`, free[side] ?? 0],
    ]),
  );

/**
 * Whether somebody who made a pair need not be asked again: they said yes no longer ago than an offer that is made now
 * would stand, and can still give the place back without a word.
 */
export const isStillYes = (
  { registeredAt }: Pick<Waiting, 'registeredAt'>,
  offerUntil: EpochMs,
  { now, cancelBy }: { readonly now: EpochMs; readonly cancelBy: EpochMs },
): boolean => now < cancelBy && now - registeredAt < offerUntil - now;

/** A call that died between joining the list and the act leaves two people who wait for each other. Milliseconds. */
const LOOKS_EVERY_MS = 5 * 60_000;

/** When the timer looks for two who wait for each other, though nothing has happened; `NEVER` where nobody could be. */
export const nextPairAt = (event: EventRecord, now: EpochMs): EpochMs =>
  isInPairs(event) && hasRoom(event.live) && now < event.startsAt
    ? EpochMs.parse(Math.max(now + LOOKS_EVERY_MS, event.opensAt))
    : NEVER;

/** The quotas that a draw in pairs is made of: as many places for each side as the side with fewer entries can fill. */
export function pairedQuotas(quotas: readonly Quota[], entries: readonly DrawEntry[]): Quota[] {
  const places = Math.min(
    ...quotas.map((quota) =>
      Math.min(quota.places, entries.filter((entry) => entry.quotas.includes(quota.group)).length),
    ),
  );
  return quotas.map(({ group }) => ({ group, places }));
}

/** The side that somebody is on. */
export const sideOf = ({ groups }: Pick<Waiting, 'groups'>): Side | null =>
  sides.find((side) => groups.includes(side)) ?? null;
