import { awayFrom } from '../geo/near';
import { nearestFirst } from '../geo/nearest';
import { pointShape } from '../geo/shape';
import { geometriesIn } from '../geo/stored';
import type { Spot } from '../store/spheres';
import type { Store, StoredRow } from '../store/store';
import { parseStored } from '../values/ejson';
import { valuesAt } from '../values/paths';
import type { AreaAccess, NearAccess } from './plan-places';

/** Documents by distance, read one by one as they are asked for. */
export function* rowsByDistance(store: Store, { sphere, near }: NearAccess): Generator<StoredRow> {
  const seen = new Set<number>();
  // Of a line or polygon the index has only a box; how far off it is its document says.
  const away = ({ row, place }: Spot): number => {
    if (place !== undefined) return awayFrom(near, [pointShape(place)]);
    const found = store.byRow(row);
    if (found === undefined) return Infinity;
    const geometries = geometriesIn(valuesAt(parseStored(found.text), sphere.field));
    return Math.min(...geometries.map(({ geometry }) => awayFrom(near, geometry)));
  };
  for (const { row } of nearestFirst(near, (boxes) => store.spotsIn(sphere, boxes), away)) {
    if (seen.has(row)) continue;
    seen.add(row);
    const found = store.byRow(row);
    if (found !== undefined) yield found;
  }
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
