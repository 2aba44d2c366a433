import { getChildren, getParent, pointToTile } from '@mapbox/tilebelt';
import type { Point, StationRecord } from './records';
import type { Tally } from './tally-records';
import { mergedSorts, NOTATION, sortsOfOne } from './tally-sorts';

/** Squares of the web map that are counted, the largest first. Each is counted from the 16 of the next. */
export const tileZooms = [6, 8, 10, 12, 14] as const;
export const FINEST = 14;
const STEP = 2;

type Tile = readonly [x: number, y: number, z: number];
const tileId = ([x, y, z]: Tile): string => `tile:${z}:${x}:${y}`;

/** The finest square and the street that a station counts in; larger squares are counted from smaller ones. */
export function talliesOf({
  place,
  district,
  street,
}: {
  place: Point | null;
  district: string;
  street: string;
}): string[] {
  const tile = place === null ? [] : [tileId(pointToTile(...place.coordinates, FINEST))];
  return [...tile, `street:${district}:${street}`];
}

/** The square that holds a smaller one; null for streets and at the top. */
export function parentOf(id: string): string | null {
  const tile = readTile(id);
  if (tile === null || tile[2] <= tileZooms[0]) return null;
  let upper: [number, number, number] = [...tile];
  for (let step = 0; step < STEP; step += 1) upper = getParent(upper);
  return tileId(upper);
}

/** The sixteen squares that a larger one is counted from; none for streets and the finest. */
export function childrenOf(id: string): string[] {
  const tile = readTile(id);
  if (tile === null || tile[2] >= FINEST) return [];
  return getChildren(tile)
    .flatMap((half) => getChildren(half))
    .map(tileId);
}

/** A count as it is stored. */
export const tallyOf = (id: string, counted: Counted, revision: number): Tally => ({
  _id: id,
  revision,
  parent: parentOf(id) ?? 'none',
  kind: readTile(id)?.[2].toString() ?? 'street',
  notation: NOTATION,
  ...counted,
});

/** The squares of one zoom that lie in a box, or more than `most` of them: then null. */
export function tilesIn(
  box: { readonly west: number; readonly south: number; readonly east: number; readonly north: number },
  zoom: (typeof tileZooms)[number],
  most: number,
): string[] | null {
  const [left, top] = pointToTile(clampLongitude(box.west), clampLatitude(box.north), zoom);
  const [right, bottom] = pointToTile(clampLongitude(box.east), clampLatitude(box.south), zoom);
  if ((right - left + 1) * (bottom - top + 1) > most) return null;
  const ids: string[] = [];
  for (let x = left; x <= right; x += 1) for (let y = top; y <= bottom; y += 1) ids.push(tileId([x, y, zoom]));
  return ids;
}

/** At 180 degrees the squares begin again in the west: the last one ends just before. Degrees. */
const LAST_MERIDIAN = 179.999_999;
const clampLongitude = (longitude: number): number => Math.min(LAST_MERIDIAN, longitude);

/** The web map ends here. Degrees. */
const WEB_MERCATOR_LIMIT = 85;
const clampLatitude = (latitude: number): number =>
  Math.max(-WEB_MERCATOR_LIMIT, Math.min(WEB_MERCATOR_LIMIT, latitude));

export type Counted = Pick<Tally, 'count' | 'longitude' | 'latitude' | 'sorts' | 'figures'>;
export type Countable = Pick<StationRecord, 'place' | 'offers' | 'opening' | 'figures' | 'district'>;

/** Counts stations. Those without a place count in a street's figures and not in its middle. */
export function countStations(stations: readonly Countable[]): Counted {
  return merged(stations.map(countOne));
}

/** Counts the squares that make up a larger one. */
export const merged = (parts: readonly Counted[]): Counted => {
  const placed = parts.filter(({ longitude, latitude }) => longitude !== 0 || latitude !== 0);
  const weight = sum(placed.map(({ count }) => count));
  const mean = (pick: (part: Counted) => number): number =>
    weight === 0 ? 0 : sum(placed.map((part) => pick(part) * part.count)) / weight;
  const figures = new Map<string, number>();
  for (const part of parts)
    for (const { figure, count } of part.figures) figures.set(figure, (figures.get(figure) ?? 0) + count);
  return {
    count: sum(parts.map(({ count }) => count)),
    longitude: mean(({ longitude }) => longitude),
    latitude: mean(({ latitude }) => latitude),
    sorts: mergedSorts(parts.map(({ sorts }) => sorts)),
    figures: [...figures].map(([figure, count]) => ({ figure, count })),
  };
};

function countOne({ place, offers, opening, figures, district }: Countable): Counted {
  const [longitude, latitude] = place?.coordinates ?? [0, 0];
  return {
    count: 1,
    longitude,
    latitude,
    sorts: sortsOfOne(opening, offers),
    figures: figures.map((figure) => ({ figure: figure.slice(district.length + 1), count: 1 })),
  };
}

/** Of `tile:<z>:<x>:<y>`; null for streets. */
function readTile(id: string): [number, number, number] | null {
  const [, z, x, y] = /^tile:(\d+):(\d+):(\d+)$/.exec(id) ?? [];
  return z === undefined || x === undefined || y === undefined ? null : [Number(x), Number(y), Number(z)];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
