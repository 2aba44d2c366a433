import * as z from 'zod/mini';
import type { EpochMs } from '../../types/time';
import type { Author } from './fitted-shift';
import { fitted } from './fitted-shift';
import { written } from './keeping';
import type { Ruled } from './new-shift';
import type { ShiftChange, Wanted } from './roster-plan';
import { ShiftRecord, shifts } from './shift-records';

/** So many go with one insert: some 300 KB. */
const A_LOAD = 200;
/** So many changes are on their way at once. */
const AT_ONCE = 8;
const TRIES = 3;

/** One round trip for every two hundred; two more where a call that died has made some of them. */
export async function insertAll(
  fresh: readonly ShiftRecord[],
  now: EpochMs,
): Promise<{ readonly made: number; readonly trips: number }> {
  let [made, trips] = [0, 0];
  for (let nth = 0; nth < fresh.length; nth += A_LOAD) {
    const load = await insertLoad(fresh.slice(nth, nth + A_LOAD), now);
    made += load.made;
    trips += load.trips;
  }
  return { made, trips };
}

async function insertLoad(load: readonly ShiftRecord[], now: EpochMs): Promise<{ made: number; trips: number }> {
  let rest = load;
  for (let nth = 1; nth <= TRIES; nth += 1) {
    if ((await shifts.insertMany(rest)) === 'inserted') return { made: load.length, trips: 2 * nth - 1 };
    const ids = load.map(({ _id }) => _id);
    const there = await shifts.findParts({ _id: { in: ids } }, part, { limit: A_LOAD });
    rest = load.filter(({ _id }) => !there.some((shift) => shift._id === _id));
    // One that has begun was there before: its rule has only moved it to a later hour.
    load = load.filter(({ _id }) => !there.some((shift) => shift._id === _id && shift.startsAt <= now));
    if (rest.length === 0) return { made: load.length, trips: 2 * nth };
  }
  throw new Error('The shifts of a roster are being made by somebody else all the time.');
}

const part = { schema: z.pick(ShiftRecord, { _id: true, startsAt: true }), fields: ['startsAt'] };

export type SavedShift = {
  readonly before: ShiftRecord;
  /** Null when somebody was quicker every time. */
  readonly after: ShiftRecord | null;
  readonly trips: number;
};
type Deciding = { readonly roster: Ruled; readonly wanted: Wanted; readonly author: Author };

export async function saveAll(changes: readonly ShiftChange[], deciding: Deciding): Promise<SavedShift[]> {
  const saved: SavedShift[] = [];
  for (let nth = 0; nth < changes.length; nth += AT_ONCE)
    saved.push(...(await Promise.all(changes.slice(nth, nth + AT_ONCE).map((change) => saveOne(change, deciding)))));
  return saved;
}

/** Whoever took a place since it was read is seen: then it is decided again. One round trip, two more for each try. */
async function saveOne({ before, after }: ShiftChange, { roster, wanted, author }: Deciding): Promise<SavedShift> {
  const rule = wanted.get(before._id) ?? null;
  let [old, next]: [ShiftRecord, ShiftRecord] = [before, after];
  for (let trips = 1; trips < 2 * TRIES; trips += 2) {
    const { _id, ...set } = written(next, author.at);
    if ((await shifts.update({ _id, turn: old.turn }, { set })) === 'updated') return { before, after: next, trips };
    const found = await shifts.get(_id);
    if (found === null) break;
    old = found;
    next = fitted(old, rule, roster, author);
    if (next === old) return { before, after: old, trips: trips + 1 };
  }
  return { before, after: null, trips: 2 * TRIES };
}
