import * as z from 'zod/mini';
import type { Place } from '../../types/place';
import { agree } from '../../types/result';
import type { Excerpt } from '../runtime/database';
import type { Filter } from '../runtime/filter';
import { distanceM, placeOf } from './place';
import { StationRecord, stations } from './records';
import type { Handler } from './scene';
import { gramsOfQuery, holdsText } from './search-text';
import { listed, summaryOf } from './view';

const SHOWN = 20;
/** The cloud hands out no more at once. What fewer hold is answered from all of them; else the nearest are asked. */
const READ = 1_000;
/** So many of the nearest that hold the pairs of a text: some hold them in another order. */
const NEAREST = 40;
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
 * first screenful is read whole. Two round trips; one more for a number, up to three more for what very many hold.
 */
export const search: Handler<'search'> = async ({ text, from }, { now }) => {
  const number = signNumber(text);
  const [bySign, byText] = await Promise.all([
    // Each district has a sign of that number, and a province many districts.
    number === null ? [] : stations.findParts({ signNo: number }, sought, { limit: READ }),
    holding(text, from),
  ]);
  const ids = [...new Set([...sorted(bySign, from), ...sorted(byText, from)].map(({ _id }) => _id))].slice(0, SHOWN);
  if (ids.length === 0) return agree({ stations: [] });
  const found = await stations.findParts({ _id: { in: ids } }, listed, { limit: SHOWN });
  const byId = new Map(found.map((station) => [station._id, summaryOf(station, from, now)]));
  return agree({ stations: ids.flatMap((id) => byId.get(id) ?? []) });
};

/**
 * What holds the text: all of it. Where very many hold its pairs: what holds it of the thousand nearest that do, or of
 * any thousand for whoever does not say where they are.
 */
async function holding(text: string, from: Place | null): Promise<Sought[]> {
  const [first, ...others] = gramsOfQuery(text);
  if (first === undefined) return [];
  const grams = { grams: { all: [first, ...others] as const } };
  const read = async (where: Filter, limit: number): Promise<Sought[]> =>
    stations.findParts({ ...where, ...grams }, sought, { limit });
  const ofThese = (found: readonly Sought[]): Sought[] =>
    found.filter(({ name, street, address }) => holdsText(text, name, street, address));
  const some = await read({}, READ);
  if (some.length < READ || from === null) return ofThese(some);
  const byWay = { place: { nearestTo: [from.longitude, from.latitude], withinM: AROUND_THE_EARTH_M } } as const;
  const near = ofThese(await read(byWay, NEAREST));
  if (near.length >= SHOWN) return near;
  // Stations without a place are near nobody, and come after all that have one.
  const more = await Promise.all([read(byWay, READ), read({ place: null }, READ)]);
  return ofThese(more.flat());
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
