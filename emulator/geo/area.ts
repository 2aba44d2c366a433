import type { Box } from './box';
import { boxAround, widened } from './box';
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
export type Area = {
  readonly boxes: readonly Box[];
  readonly holds: (geometry: Geometry) => boolean;
  /** Of an area on the flat map, which has no end: whether two numbers are in it that may be no place on the globe. */
  readonly holdsPair?: (x: number, y: number) => boolean;
};

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
const flat = (holdsPair: (x: number, y: number) => boolean): Area => ({
  boxes: [],
  holds: (geometry) =>
    geometry.every((shape) => shape.is === 'point' && holdsPair(shape.place.longitude, shape.place.latitude)),
  holdsPair,
});

/** A rectangle on the flat map between any two opposite corners, edges in. */
export function flatBox([x1, y1]: Flat, [x2, y2]: Flat): Area {
  const [west, east] = [Math.min(x1, x2), Math.max(x1, x2)];
  const [south, north] = [Math.min(y1, y2), Math.max(y1, y2)];
  return flat((x, y) => x >= west && x <= east && y >= south && y <= north);
}

/** A circle on the flat map, its radius in degrees. */
export function flatCircle([centreX, centreY]: Flat, radius: number): Area {
  return flat((x, y) => Math.hypot(x - centreX, y - centreY) <= radius);
}

/**
 * A polygon on the flat map, closed by itself, as MongoDB counts: its corners and its edges along an axis are in, of
 * the other edges the left ones.
 */
export function flatPolygon(corners: readonly Flat[]): Area {
  const edges = corners.map((from, at) => [from, corners[(at + 1) % corners.length] ?? from] as const);
  return flat((x, y) => {
    let crossings = 0;
    for (const [[fromX, fromY], [toX, toY]] of edges) {
      const isBeside = x >= Math.min(fromX, toX) && x <= Math.max(fromX, toX);
      const isAbreast = y >= Math.min(fromY, toY) && y <= Math.max(fromY, toY);
      const isCorner = (x === fromX && y === fromY) || (x === toX && y === toY);
      if (isCorner || (isBeside && isAbreast && (fromX === toX || fromY === toY))) return true;
      // The lower end of an edge belongs to the edge below.
      if (!isAbreast || y === Math.min(fromY, toY)) continue;
      if (x <= ((y - fromY) * (toX - fromX)) / (toY - fromY) + fromX) crossings += 1;
    }
    return crossings % 2 === 1;
  });
}
