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
/** A road that every town has is looked for among so many; the cloud hands out no more at once. */
const READ = 1_000;

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
 * first screenful is read whole. Two round trips, three for a number.
 */
export const search: Handler<'search'> = async ({ text, from }, { now }) => {
  const number = signNumber(text);
  const [bySign, byText] = await Promise.all([
    number === null ? [] : stations.findParts({ signNo: number }, sought, { limit: SHOWN }),
    holding(text),
  ]);
  const ids = [...new Set([...sorted(bySign, from), ...sorted(byText, from)].map(({ _id }) => _id))].slice(0, SHOWN);
  if (ids.length === 0) return agree({ stations: [] });
  const found = await stations.findParts({ _id: { in: ids } }, listed, { limit: SHOWN });
  const byId = new Map(found.map((station) => [station._id, summaryOf(station, from, now)]));
  return agree({ stations: ids.flatMap((id) => byId.get(id) ?? []) });
};

async function holding(text: string): Promise<Sought[]> {
  const [first, ...others] = gramsOfQuery(text);
  if (first === undefined) return [];
  const found = await stations.findParts({ grams: { all: [first, ...others] } }, sought, { limit: READ });
  return found.filter(({ name, street, address }) => holdsText(text, name, street, address));
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
