import * as z from 'zod/mini';
import type { Box, StationFilter } from '../../types/station';
import type { StationCluster, StationPin, StationSummary } from '../../types/station-view';
import type { EpochMs } from '../../types/time';
import type { Excerpt } from '../runtime/database';
import type { Filter } from '../runtime/filter';
import { clustered } from './clusters';
import { openAt } from './opening-hours';
import { hasOffers, tilesIn, tileZooms } from './station-tallies';
import { tallies, Tally } from './tally-records';

/** Squares read for one view, at most: a desktop's map in squares of 64 pixels. */
const MOST_SQUARES = 400;

const Plain = z.pick(Tally, { _id: true, count: true, longitude: true, latitude: true });
const Sorted = z.pick(Tally, { _id: true, count: true, longitude: true, latitude: true, sorts: true, hours: true });
const plain: Excerpt<z.infer<typeof Plain>> = { schema: Plain, fields: Object.keys(Plain.shape) };
const sorted: Excerpt<z.infer<typeof Sorted>> = { schema: Sorted, fields: Object.keys(Sorted.shape) };

export type View = {
  readonly pins: StationPin[];
  readonly clusters: StationCluster[];
  readonly inView: number;
  readonly openBy: 'everything-known' | 'hours';
  /** The stations themselves, where each was read. */
  readonly inBox: readonly StationSummary[];
};

/** Counts of squares instead of stations: a province costs no more than a street. One round trip. */
export async function viewFromAfar(box: Box, zoom: number, filter: StationFilter, now: EpochMs): Promise<View> {
  const squares = await squaresOf(squaresFor(box, zoom), filter, now);
  const filled = squares.filter(({ count }) => count > 0);
  const points = filled.map(({ count, longitude, latitude }) => ({
    place: { longitude, latitude },
    weight: count,
    item: { place: { longitude, latitude }, count },
  }));
  const { alone, clusters } = clustered(points, box, zoom);
  return {
    pins: [],
    // A square with one station in it has no name yet: a tap goes closer, like any other.
    clusters: [...clusters, ...alone.map(({ place, count }) => ({ place, count, zoom: zoom + 2 }))],
    inView: filled.reduce((sum, { count }) => sum + count, 0),
    openBy: 'hours',
    inBox: [],
  };
}

/** The smallest squares that are still few enough; a continent's are the largest, all that have stations. */
function squaresFor(box: Box, zoom: number): Filter {
  const wanted = tileZooms.findIndex((level) => level >= zoom + 1);
  const from = wanted === -1 ? tileZooms.length - 1 : wanted;
  for (let nth = from; nth >= 0; nth -= 1) {
    const level = tileZooms[nth];
    const ids = level === undefined ? null : tilesIn(box, level, MOST_SQUARES);
    if (ids !== null) return { _id: { in: ids } };
  }
  return { kind: String(tileZooms[0]) };
}

type Square = { readonly count: number; readonly longitude: number; readonly latitude: number };

async function squaresOf(squares: Filter, filter: StationFilter, now: EpochMs): Promise<readonly Square[]> {
  const wish = { limit: MOST_SQUARES };
  if (filter.wants.length === 0 && !filter.openNow) return tallies.findParts(squares, plain, wish);
  const found = await tallies.findParts(squares, sorted, wish);
  const openNow = openTables(found, now);
  return found.map(({ longitude, latitude, sorts }) => ({
    longitude,
    latitude,
    count: sorts
      .filter(({ offers, hours }) => hasOffers(offers, filter.wants) && (!filter.openNow || openNow.has(hours)))
      .reduce((sum, { count }) => sum + count, 0),
  }));
}

/** The tables of hours that have the door open now; each is asked once, however many stations keep it. */
function openTables(found: readonly z.infer<typeof Sorted>[], now: EpochMs): ReadonlySet<string> {
  const all = new Map(found.flatMap(({ hours }) => hours.map(({ key, opening }) => [key, opening] as const)));
  return new Set([...all].filter(([, opening]) => openAt(opening, now).open === true).map(([key]) => key));
}
