import * as z from 'zod/mini';
import type { Excerpt } from '../runtime/database';
import { StationRecord, stations } from './records';
import type { Counted } from './station-tallies';
import { childrenOf, countStations, merged, parentOf, tallyOf } from './station-tallies';
import { tallies } from './tally-records';

/** A count is overtaken twice at most: the second time somebody counted later than we were asked to. */
const TRIES = 2;
/** As many as one request of the database answers. */
const PAGE = 1000;

/** Round trips that are left; what does not fit is left to the timer. */
export type Allowance = { trips: number };

/**
 * Counts squares and streets anew from the stations themselves, and the larger squares from the smaller ones.
 *
 * Running it twice, or by fifty at once, ends with the same: a count is stored only while nobody else stored one since
 * it began to look. Whoever is overtaken looks again; whoever finds that two counts were stored since knows that the
 * second began after the change in question, so it is counted, and that caller goes on with the larger squares.
 *
 * @param ids finest squares and streets
 * @returns whether everything was counted within the round trips that were allowed
 */
export async function recount(ids: readonly string[], allowance: Allowance): Promise<boolean> {
  let wave = [...new Set(ids)];
  while (wave.length > 0) {
    const stored = await countAnew(wave, allowance);
    if (stored === null) return false;
    wave = parentsOf(stored);
  }
  return true;
}

/** The squares that hold these, each once. */
export const parentsOf = (ids: readonly string[]): string[] => [...new Set(ids.flatMap((id) => parentOf(id) ?? []))];

/**
 * Counts tallies of one size. Three round trips for the finest (two for larger ones, the stores beside each other
 * counted singly), twice that when overtaken.
 *
 * @returns those stored here, null when the allowance ended first
 */
export async function countAnew(ids: readonly string[], allowance: Allowance): Promise<string[] | null> {
  const stored: string[] = [];
  const begun = new Map<string, number>();
  let waiting = ids;
  for (let nth = 0; nth < TRIES && waiting.length > 0; nth += 1) {
    if (allowance.trips < waiting.length + looksFor(waiting)) return null;
    const seen = await lookAt(waiting, allowance);
    // Two counts later than when we began: the second of them began after we did.
    const open = seen.filter(({ id, revision }) => revision < (begun.get(id) ?? revision) + TRIES);
    allowance.trips -= open.length;
    const outcomes = await Promise.all(open.map(async (one) => ({ ...one, outcome: await store(one) })));
    stored.push(...outcomes.filter(({ outcome }) => outcome === 'stored').map(({ id }) => id));
    const overtaken = outcomes.filter(({ outcome }) => outcome === 'overtaken');
    for (const { id, revision } of overtaken) begun.set(id, begun.get(id) ?? revision);
    waiting = overtaken.map(({ id }) => id);
  }
  return stored;
}

const looksFor = (ids: readonly string[]): number =>
  (ids.some((id) => childrenOf(id).length === 0) ? 2 : 0) + (ids.some((id) => childrenOf(id).length > 0) ? 1 : 0);

type Look = { readonly id: string; readonly revision: number; readonly counted: Counted };

/** The revision is read before what is counted, or a count of old things could replace one of new things. */
async function lookAt(ids: readonly string[], allowance: Allowance): Promise<Look[]> {
  const finest = ids.filter((id) => childrenOf(id).length === 0);
  const larger = ids.filter((id) => childrenOf(id).length > 0);
  return [...(await lookAtFinest(finest, allowance)), ...(await lookAtLarger(larger, allowance))];
}

async function lookAtFinest(ids: readonly string[], allowance: Allowance): Promise<Look[]> {
  if (ids.length === 0) return [];
  allowance.trips -= 1;
  const own = await tallies.findParts({ _id: { in: ids } }, revisions, { limit: ids.length });
  const inside = await stationsIn(ids, allowance);
  return ids.map((id) => ({
    id,
    revision: own.find(({ _id }) => _id === id)?.revision ?? 0,
    counted: countStations(inside.filter((station) => station.tallies.includes(id))),
  }));
}

async function lookAtLarger(ids: readonly string[], allowance: Allowance): Promise<Look[]> {
  if (ids.length === 0) return [];
  const children = ids.flatMap(childrenOf);
  const [square = ''] = ids;
  const [child = ''] = children;
  allowance.trips -= 1;
  // Read along the ids, the larger square first: `tile:8` stands behind `tile:10` there, and before it backwards.
  const found = await tallies.find(
    { _id: { in: [...ids, ...children] } },
    { order: [['_id', square < child ? 'asc' : 'desc']], limit: ids.length + children.length },
  );
  const byId = new Map(found.map((tally) => [tally._id, tally]));
  return ids.map((id) => ({
    id,
    revision: byId.get(id)?.revision ?? 0,
    counted: merged(childrenOf(id).flatMap((one) => byId.get(one) ?? [])),
  }));
}

/** Keeps a count while nobody stored another. A tally that ran empty stays, so that its revision goes on. */
async function store({ id, revision, counted }: Look): Promise<'stored' | 'overtaken'> {
  const tally = tallyOf(id, counted, revision + 1);
  if (revision === 0) return (await tallies.insert(tally)) === 'inserted' ? 'stored' : 'overtaken';
  const { _id, ...rest } = tally;
  // What a count in the notation before had beside its sorts.
  const change = { set: rest, remove: ['hours'] };
  return (await tallies.update({ _id, revision }, change)) === 'updated' ? 'stored' : 'overtaken';
}

const Revision = z.object({ _id: z.string(), revision: z.int() });
const revisions: Excerpt<z.infer<typeof Revision>> = { schema: Revision, fields: Object.keys(Revision.shape) };

const Countable = z.pick(StationRecord, {
  _id: true,
  place: true,
  offers: true,
  opening: true,
  figures: true,
  district: true,
  tallies: true,
});
type Countable = z.infer<typeof Countable>;
const countable: Excerpt<Countable> = { schema: Countable, fields: Object.keys(Countable.shape) };

async function stationsIn(ids: readonly string[], allowance: Allowance): Promise<Countable[]> {
  const all: Countable[] = [];
  for (let after = ''; ;) {
    allowance.trips -= 1;
    const found = await stations.findParts(
      { tallies: { in: ids }, ...(after === '' ? {} : { _id: { from: after } }) },
      countable,
      { order: [['_id', 'asc']], limit: PAGE },
    );
    // A page begins with the last of the one before.
    all.push(...(after === '' ? found : found.slice(1)));
    const last = found.at(-1);
    if (found.length < PAGE || last === undefined) return all;
    after = last._id;
  }
}
