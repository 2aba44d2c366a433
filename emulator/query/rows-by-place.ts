import type { Near } from '../geo/near';
import { awayFrom } from '../geo/near';
import type { Distance } from '../geo/nearest';
import { distanceBetween, nearestFirst } from '../geo/nearest';
import { pointShape } from '../geo/shape';
import { geometriesIn } from '../geo/stored';
import type { Sphere, Spot } from '../store/spheres';
import type { Store, StoredRow } from '../store/store';
import { parseStored } from '../values/ejson';
import { valuesAt } from '../values/paths';
import type { AreaAccess, NearAccess } from './plan-places';

/** So many documents are read at once, at most. */
const MOST_AT_ONCE = 64;

/** How far one had to go last time, by index: places are about as dense where the next one asks. Metres. */
const lastReach = new WeakMap<Sphere, number>();

const FIRST_REACH_M = 1000;

/**
 * Documents by distance, read a few at a time as they are asked for.
 *
 * @param atOnce how many will be asked for, if that is known
 */
export function* rowsByDistance(store: Store, { sphere, near }: NearAccess, atOnce: number): Generator<StoredRow> {
  const seen = new Set<number>();
  const rings = nearestFirst(
    near,
    (boxes) => store.spotsIn(sphere, boxes),
    (spot) => distanceOf(store, sphere, near, spot),
    lastReach.get(sphere) ?? FIRST_REACH_M,
  );
  for (const part of partsOf(rings, Math.min(atOnce, MOST_AT_ONCE))) {
    const unseen = part.filter(({ spot }) => !seen.has(spot.row) && seen.add(spot.row));
    const found = store.byRows(unseen.map(({ spot }) => spot.row));
    for (const { spot, distance } of unseen) {
      lastReach.set(sphere, (distance.roughM - near.leastM) * ROOM);
      const row = found.get(spot.row);
      if (row !== undefined) yield row;
    }
  }
}

// As many neighbours lie now a little nearer, now a little farther off.
const ROOM = 1.2;

function distanceOf(store: Store, sphere: Sphere, near: Near, { row, place }: Spot): Distance {
  if (place !== undefined && near.flat === undefined) return distanceBetween(near.from, place.direction);
  if (place !== undefined) return known(awayFrom(near, [pointShape(place)]));
  // Of a line or polygon the index has only a box; how far off it is its document says.
  const found = store.byRow(row);
  if (found === undefined) return known(Infinity);
  const geometries = geometriesIn(valuesAt(parseStored(found.text), sphere.field));
  return known(Math.min(...geometries.map(({ geometry }) => awayFrom(near, geometry))));
}

const known = (metres: number): Distance => ({ roughM: metres, exactM: () => metres });

function* partsOf<Item>(lists: Iterable<readonly Item[]>, size: number): Generator<readonly Item[]> {
  for (const list of lists) for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}

/** The places of an area, looked up already. */
export type SpotsAccess = { readonly via: 'spots'; readonly spots: readonly Spot[] };

/** The spots of an area, without the points that its boxes hold and it does not. */
export function spotsOfArea(store: Store, { sphere, area }: AreaAccess): readonly Spot[] {
  return area.boxes
    .flatMap((box) => store.spotsIn(sphere, [box]))
    .filter(({ place }) => place === undefined || area.holds([pointShape(place)]));
}

/** The documents of spots, in their natural order. */
export function* rowsOfSpots(store: Store, spots: readonly Spot[]): Generator<StoredRow> {
  const rows = [...new Set(spots.map(({ row }) => row))].sort((left, right) => left - right);
  for (const row of rows) {
    const found = store.byRow(row);
    if (found !== undefined) yield found;
  }
}
