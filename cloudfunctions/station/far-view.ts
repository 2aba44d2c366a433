import { Opening } from '../../types/opening';
import type { Box, StationFilter } from '../../types/station';
import type { StationCluster, StationPin, StationSummary } from '../../types/station-view';
import type { EpochMs } from '../../types/time';
import type { Filter } from '../runtime/filter';
import { clustered } from './clusters';
import { openAt } from './opening-hours';
import { tilesIn, tileZooms } from './station-tallies';
import type { Sorts } from './tally-sorts';
import { countWith } from './tally-sorts';
import { plain, sorted, tallies } from './tally-records';

/** Squares read for one view, at most: a desktop's map in squares of 64 pixels. */
const MOST_SQUARES = 400;

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
  const isWanted = filter.openNow ? openBy(now) : () => true;
  return found.map(({ longitude, latitude, sorts }) => ({
    longitude,
    latitude,
    count: sorts
      .filter(({ opening }) => isWanted(opening))
      .reduce((sum, { stations }) => sum + countWith(stations, filter.wants), 0),
  }));
}

/** Whether a table of hours has the door open now; each is read and asked once, however many squares hold it. */
function openBy(now: EpochMs): (opening: Sorts[number]['opening']) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const isOpen = known.get(text) ?? openAt(Opening.parse(JSON.parse(text)), now).open === true;
    known.set(text, isOpen);
    return isOpen;
  };
}
