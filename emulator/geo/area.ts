import type { Box } from './box';
import { boxAround, widened } from './box';
import type { Place } from './position';
import type { Polygon } from './polygon';
import { angleToShape, polygonContains, shapesMeet } from './relations';
import type { Geometry, Shape } from './shape';
import { boxOfShape } from './shape';
import type { Direction } from './sphere';
import { angleBetween, chordOf, opposite } from './sphere';

/**
 * A part of the map, and whether a value is in it; for some queries wholly, for others with any of its parts. One
 * without boxes cannot be looked for in an index.
 *
 * Every part of a value that is in an area meets one of its boxes or, where any part will do, at least one does.
 */
export type Area = { readonly boxes: readonly Box[]; readonly holds: (geometry: Geometry) => boolean };

/** All that lies wholly in one of some polygons, part by part. */
export function insideOf(polygons: readonly Polygon[]): Area {
  return {
    boxes: polygons.map(({ box }) => box),
    holds: (geometry) => geometry.every((shape) => polygons.some((polygon) => polygonContains(polygon, shape))),
  };
}

/** All that has a point in common with some shapes. */
export function meeting(shapes: Geometry): Area {
  return {
    boxes: shapes.map((shape) => widened(boxOfShape(shape))),
    holds: (geometry) => geometry.some((shape) => shapes.some((other) => shapesMeet(other, shape))),
  };
}

/** @param radius as an angle at the centre of the earth, in radians */
export function capAround(centre: Direction, radius: number): Area {
  // What is farthest from here is nearest to the other side of the earth.
  const farthest = (shape: Shape): number =>
    shape.is === 'point'
      ? angleBetween(centre, shape.place.direction)
      : Math.PI - angleToShape(shape, opposite(centre));
  return {
    boxes: [widened(boxAround(centre, chordOf(radius)))],
    holds: (geometry) => geometry.every((shape) => farthest(shape) <= radius),
  };
}

type Flat = readonly [x: number, y: number];

// On the flat map there are points only; a line or polygon is never found by its shapes.
const flat = (holds: (place: Place) => boolean): Area => ({
  boxes: [],
  holds: (geometry) => geometry.every((shape) => shape.is === 'point' && holds(shape.place)),
});

/** A rectangle on the flat map between any two opposite corners, edges in. */
export function flatBox([x1, y1]: Flat, [x2, y2]: Flat): Area {
  const [west, east] = [Math.min(x1, x2), Math.max(x1, x2)];
  const [south, north] = [Math.min(y1, y2), Math.max(y1, y2)];
  return flat(({ longitude: x, latitude: y }) => x >= west && x <= east && y >= south && y <= north);
}

/** A circle on the flat map, its radius in degrees. */
export function flatCircle([x, y]: Flat, radius: number): Area {
  return flat(({ longitude, latitude }) => Math.hypot(longitude - x, latitude - y) <= radius);
}

/** A polygon on the flat map, closed by itself. Of its edges the left and the lower ones are in. */
export function flatPolygon(corners: readonly Flat[]): Area {
  return flat(({ longitude, latitude }) => {
    let isInside = false;
    for (const [at, [x, y]] of corners.entries()) {
      const [toX, toY] = corners[(at + 1) % corners.length] ?? [x, y];
      const isPassed = y > latitude !== toY > latitude;
      if (isPassed && longitude < x + ((toX - x) * (latitude - y)) / (toY - y)) isInside = !isInside;
    }
    return isInside;
  });
}
