import * as z from 'zod/mini';
import type { Place } from '../../types/place';
import { agree } from '../../types/result';
import type { Excerpt } from '../runtime/database';
import { distanceM, placeOf } from './place';
import { StationRecord, stations } from './records';
import type { Handler } from './scene';
import { gramsOfQuery, holdsText } from './search-text';
import { listed, summaryOf } from './view';

const SHOWN = 20;
/** A text that no more stations hold is answered from all of them; of one that more hold the nearest are asked for. */
const FEW = 500;
/** So many of the nearest that hold its pairs: some hold them in another order. */
const NEAREST = 40;
/** The cloud hands out no more at once. */
const READ = 1_000;
/** Further than any place is from another. Metres. */
const AROUND_THE_EARTH_M = 20_100_000;

/** What it takes to find a station by and to sort it: of the others nothing travels. */
const Sought = z.pick(StationRecord, {
  _id: true,
  name: true,
  tier: true,
  street: true,
  address: true,
  place: true,
});
type Sought = z.infer<typeof Sought>;
const sought: Excerpt<Sought> = { schema: Sought, fields: Object.keys(Sought.shape) };

/**
 * By the number on the green sign first: `99`, `NO.99`, `99号`. What holds the text is sorted by a few fields, and the
 * first screenful is read whole. Two round trips; one more for a number, and one or two for a text that very many hold.
 */
export const search: Handler<'search'> = async ({ text, from }, { now }) => {
  const number = signNumber(text);
  const [bySign, byText] = await Promise.all([
    number === null ? [] : stations.findParts({ signNo: number }, sought, { limit: SHOWN }),
    holding(text, from),
  ]);
  const ids = [...new Set([...sorted(bySign, from), ...sorted(byText, from)].map(({ _id }) => _id))].slice(0, SHOWN);
  if (ids.length === 0) return agree({ stations: [] });
  const found = await stations.findParts({ _id: { in: ids } }, listed, { limit: SHOWN });
  const byId = new Map(found.map((station) => [station._id, summaryOf(station, from, now)]));
  return agree({ stations: ids.flatMap((id) => byId.get(id) ?? []) });
};

/** What holds the text: all of it, or at least the nearest screenful. */
async function holding(text: string, from: Place | null): Promise<Sought[]> {
  const [first, ...others] = gramsOfQuery(text);
  if (first === undefined) return [];
  const grams = { grams: { all: [first, ...others] as const } };
  const ofThese = (found: readonly Sought[]): Sought[] =>
    found.filter(({ name, street, address }) => holdsText(text, name, street, address));
  const read = (limit: number): Promise<Sought[]> => stations.findParts(grams, sought, { limit });
  if (from === null) return ofThese(await read(READ));
  const some = await read(FEW);
  if (some.length < FEW) return ofThese(some);
  const place = { nearestTo: [from.longitude, from.latitude] as const, withinM: AROUND_THE_EARTH_M };
  const nearest = await stations.findParts({ place, ...grams }, sought, { limit: NEAREST });
  const near = ofThese(nearest);
  if (near.length >= SHOWN) return near;
  // Stations without a place are near nobody, and come after all that have one.
  const more = await read(READ);
  return [...new Map([...near, ...ofThese(more)].map((station) => [station._id, station])).values()];
}

function signNumber(text: string): string | null {
  const [, digits] = /^(?:no\.?|№|绿标)?\s*(\d{1,6})\s*号?$/i.exec(text.normalize('NFKC')) ?? [];
  return digits === undefined ? null : String(Number(digits));
}

function sorted(found: readonly Sought[], from: Place | null): Sought[] {
  if (from === null)
    return found.toSorted(
      (one, other) => (one.tier ?? 9) - (other.tier ?? 9) || one.name.localeCompare(other.name, 'zh-CN'),
    );
  return found
    .map((station) => ({ station, far: station.place === null ? Infinity : distanceM(from, placeOf(station.place)) }))
    .sort((one, other) => one.far - other.far)
    .map(({ station }) => station);
}
