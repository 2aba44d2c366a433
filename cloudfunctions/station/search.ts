import type { Place } from '../../types/place';
import { agree } from '../../types/result';
import type { StationSummary } from '../../types/station-view';
import { stations } from './records';
import type { Handler } from './scene';
import { gramsOfQuery, holdsText } from './search-text';
import type { Listed } from './view';
import { listed, summaryOf } from './view';

const SHOWN = 20;
/** Those that hold the text are sorted by distance after they are read. */
const READ = 300;

/** By the number on the green sign first: `99`, `NO.99`, `99号`. Two round trips for a number, one otherwise. */
export const search: Handler<'search'> = async ({ text, from }, { now }) => {
  const number = signNumber(text);
  const [bySign, byText] = await Promise.all([
    number === null ? [] : stations.findParts({ signNo: number }, listed, { limit: SHOWN }),
    holding(text),
  ]);
  const signed = sorted(
    bySign.map((station) => summaryOf(station, from, now)),
    from,
  );
  const named = sorted(
    byText.map((station) => summaryOf(station, from, now)),
    from,
  );
  const all = new Map([...signed, ...named].map((station) => [station.stationId, station]));
  return agree({ stations: [...all.values()].slice(0, SHOWN) });
};

async function holding(text: string): Promise<Listed[]> {
  const [first, ...others] = gramsOfQuery(text);
  if (first === undefined) return [];
  const found = await stations.findParts({ grams: { all: [first, ...others] } }, listed, { limit: READ });
  return found.filter(({ name, street, address }) => holdsText(text, name, street, address));
}

function signNumber(text: string): string | null {
  const [, digits] = /^(?:no\.?|№|绿标)?\s*(\d{1,6})\s*号?$/i.exec(text.normalize('NFKC')) ?? [];
  return digits === undefined ? null : String(Number(digits));
}

const sorted = (found: StationSummary[], from: Place | null): StationSummary[] =>
  from === null
    ? found.sort((one, other) => (one.tier ?? 9) - (other.tier ?? 9) || one.name.localeCompare(other.name, 'zh-CN'))
    : found.sort((one, other) => (one.distanceM ?? Infinity) - (other.distanceM ?? Infinity));
