import type { Geometry, Shape } from './shape';
import { angleToShape } from './relations';
import type { Direction } from './sphere';
import { EARTH_RADIUS_M } from './sphere';

/**
 * What `$nearSphere` asks for: everything between two distances from a point, the nearest first, both ends in. Metres;
 * on the flat map, which no index here knows, degrees.
 */
export type Near = {
  readonly from: Direction;
  readonly leastM: number;
  readonly mostM: number;
  readonly flat?: readonly [x: number, y: number];
};

/** How far off the nearest of some geometries is; undefined if there is none or none is in reach. */
export function nearestM(near: Near, geometries: readonly Geometry[]): number | undefined {
  let nearest = Infinity;
  for (const geometry of geometries) nearest = Math.min(nearest, awayFrom(near, geometry));
  return nearest !== Infinity && nearest >= near.leastM && nearest <= near.mostM ? nearest : undefined;
}

/** How far off a geometry is: nothing inside of a polygon. On the flat map only points are anywhere. */
export function awayFrom({ from, flat }: Near, geometry: Geometry): number {
  let nearest = Infinity;
  for (const shape of geometry) {
    const away = flat === undefined ? EARTH_RADIUS_M * angleToShape(shape, from) : flatAway(flat, shape);
    nearest = Math.min(nearest, away);
  }
  return nearest;
}

function flatAway([x, y]: readonly [x: number, y: number], shape: Shape): number {
  return shape.is === 'point' ? Math.hypot(shape.place.longitude - x, shape.place.latitude - y) : Infinity;
}
