import type { Place } from './position';
import type { Direction } from './sphere';
import { distanceM } from './sphere';

/** What `$nearSphere` asks for: everything between two distances from a point, the nearest first. Metres, both ends in. */
export type Near = { readonly from: Direction; readonly leastM: number; readonly mostM: number };

/** How far off the nearest of a document's places is; undefined if it has none or none is in reach. */
export function nearestM(near: Near, places: readonly Place[]): number | undefined {
  if (places.length === 0) return undefined;
  const nearest = Math.min(...places.map(({ direction }) => distanceM(near.from, direction)));
  return nearest >= near.leastM && nearest <= near.mostM ? nearest : undefined;
}
