import type { Place } from '../../types/place';
import { agree, refuse } from '../../types/result';
import type { Box, StationFilter } from '../../types/station';
import type { StationSummary } from '../../types/station-view';
import type { EpochMs } from '../../types/time';
import type { Filter } from '../runtime/filter';
import { viewFromAfar } from './far-view';
import { nearestFirst } from './nearest';
import { stations } from './records';
import type { Handler } from './scene';
import { tilesIn } from './station-tallies';
import { listed, pinOf, summaryOf } from './view';
import { clustered } from './clusters';

/** A view is close, and shows each station as it stands now, when it covers no more squares than this: some 90 km². */
const CLOSE_SQUARES = 20;
const CLOSE_ZOOM = 14;
/** More than live in 90 km² of the densest street; the cloud hands out no more at once. */
const MOST_IN_VIEW = 1_000;

/** How far the nearest open station is looked for. Metres. */
const REACH_M = 50_000;
/** Candidates that may be open by the hour of the day; what each says of itself then decides. */
const CANDIDATES = 60;

/** Two round trips at once: what the map shows, and the nearest that may be open wherever the map looks. */
export const lookAround: Handler<'lookAround'> = async ({ box, zoom, from, filter }, { now }) => {
  if (box.west >= box.east || box.south >= box.north) return refuse('box-inside-out');
  const isClose = zoom >= CLOSE_ZOOM && tilesIn(box, CLOSE_ZOOM, CLOSE_SQUARES) !== null;
  const [candidates, view] = await Promise.all([
    maybeOpenNear(from, filter, now),
    isClose ? viewUpClose(box, zoom, from, filter, now) : viewFromAfar(box, zoom, filter, now),
  ]);
  const { inBox, ...shown } = view;
  return agree({ ...shown, nearest: nearestFirst(candidates, inBox, filter) });
};

async function maybeOpenNear(from: Place, filter: StationFilter, now: EpochMs): Promise<StationSummary[]> {
  const found = await stations.findParts(
    {
      place: { nearestTo: [from.longitude, from.latitude], withinM: REACH_M },
      hoursOpen: hourInShanghai(now),
      ...offering(filter),
    },
    listed,
    { limit: CANDIDATES },
  );
  return found.map((station) => summaryOf(station, from, now));
}

async function viewUpClose(box: Box, zoom: number, from: Place, filter: StationFilter, now: EpochMs) {
  const found = await stations.findParts({ place: { inBox: box }, ...offering(filter) }, listed, {
    limit: MOST_IN_VIEW,
  });
  const inBox = found
    .map((station) => summaryOf(station, from, now))
    .filter(({ status }) => !filter.openNow || status.state === 'open');
  const { alone, clusters } = clustered(
    inBox.flatMap((item) => (item.place === null ? [] : [{ place: item.place, weight: 1, item }])),
    box,
    zoom,
  );
  return { pins: alone.flatMap(pinOf), clusters, inView: inBox.length, openBy: 'everything-known' as const, inBox };
}

const offering = ({ wants }: StationFilter): Filter => {
  const [first, ...others] = wants;
  return first === undefined ? {} : { offers: { all: [first, ...others] } };
};

const HOUR_MS = 3_600_000;
const SHANGHAI_AHEAD_HOURS = 8;
const hourInShanghai = (now: EpochMs): number => (Math.floor(now / HOUR_MS) + SHANGHAI_AHEAD_HOURS) % 24;
