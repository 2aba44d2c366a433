import { nearestFirst } from '../geo/nearest';
import type { Spot } from '../store/spheres';
import type { Store, StoredRow } from '../store/store';
import type { AreaAccess, NearAccess } from './plan-places';

/** Documents by distance, read one by one as they are asked for. */
export function* rowsByDistance(store: Store, { sphere, near }: NearAccess): Generator<StoredRow> {
  const seen = new Set<number>();
  for (const { row } of nearestFirst(near, (boxes) => store.spotsIn(sphere, boxes))) {
    if (seen.has(row)) continue;
    seen.add(row);
    const found = store.byRow(row);
    if (found !== undefined) yield found;
  }
}

/** The places of an area, looked up already. */
export type SpotsAccess = { readonly via: 'spots'; readonly spots: readonly Spot[] };

/** The spots of an area, without those that its boxes hold and it does not. */
export function spotsOfArea(store: Store, { sphere, area }: AreaAccess): readonly Spot[] {
  return area.boxes.flatMap((box) => store.spotsIn(sphere, [box])).filter(({ place }) => area.holds(place));
}

/** The documents of spots, in their natural order. */
export function* rowsOfSpots(store: Store, spots: readonly Spot[]): Generator<StoredRow> {
  const rows = [...new Set(spots.map(({ row }) => row))].sort((left, right) => left - right);
  for (const row of rows) {
    const found = store.byRow(row);
    if (found !== undefined) yield found;
  }
}
