import type { PersonId } from '../../types/ids';
import type { RequestKey } from '../../types/evidence';
import { EpochMs, shanghaiDay } from '../../types/time';
import { fingerprint } from '../runtime/sealed';
import type { WaterTake } from './visit-records';

/**
 * A bottle is taken in two steps. First the person's nth bottle of the day is theirs: a document whose id nobody has
 * twice. Then the stock falls by one and remembers the request, in one update that a repetition does not match.
 *
 * What dies in between is gone on with by the same request, however late that day. Where nobody repeats it, the nth
 * bottle stands for nothing: when the day's quota seems used up, such a one is found out and given to the new request.
 */

/** A person's day at all stations together, as the store knows it. */
const dayMark = (personId: PersonId, at: EpochMs): string =>
  fingerprint('water', `${personId}:${shanghaiDay(at)}`).slice(0, 22);

const dayBefore = (at: EpochMs): EpochMs => EpochMs.parse(at - 24 * 3_600_000);

/** A wish as stocks know it: two people who draw the same key have two. */
export const wishMark = (personId: PersonId, key: RequestKey): string =>
  fingerprint('water-wish', `${personId}:${key}`).slice(0, 22);

/** The bottles that a person may take on a day, by the id of each. */
export const takeIds = (personId: PersonId, at: EpochMs, quota: number): string[] =>
  Array.from({ length: quota }, (_, nth) => `${dayMark(personId, at)}:${nth + 1}`);

/** Where to look for a wish: a retry may come after midnight. */
export const takeIdsAround = (personId: PersonId, at: EpochMs, quota: number): string[] => [
  ...takeIds(personId, at, quota),
  ...takeIds(personId, dayBefore(at), quota),
];

/** The first bottle of the day that nobody took; null when the quota is used. */
export const freeTakeId = (ids: readonly string[], takes: readonly WaterTake[]): string | null =>
  ids.find((id) => !takes.some(({ _id }) => _id === id)) ?? null;

/** How many bottles the person had that day with this one: the same for every retry. */
export const rankOf = (own: WaterTake, takes: readonly WaterTake[]): number =>
  takes.filter(({ _id, at }) => _id !== own._id && dayOf(_id) === dayOf(own._id) && at <= own.at).length + 1;

const dayOf = (takeId: string): string => takeId.split(':')[0] ?? '';

/** A request that did not get as far as the stock by now never will, unless it is sent again. Milliseconds. */
const IN_FLIGHT_MS = 60_000;

/** Bottles that may stand for nothing, by the stations whose stock knows. */
export const doubtfulTakes = (takes: readonly WaterTake[], ids: readonly string[], now: EpochMs): WaterTake[] =>
  takes.filter(({ _id, at }) => ids.includes(_id) && now - at >= IN_FLIGHT_MS);

/** Where a stock remembers a request: on its day, or, when a retry came after midnight, on the day before. */
export const donePaths = (mark: string, at: EpochMs): readonly [today: string, yesterday: string] => [
  `done.${shanghaiDay(at)}.${mark}`,
  `done.${shanghaiDay(dayBefore(at))}.${mark}`,
];
