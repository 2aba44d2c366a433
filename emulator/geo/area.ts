import type { Box } from './box';
import { boxAround, widened } from './box';
import type { Place } from './position';
import type { Polygon } from './polygon';
import { polygonHolds, polygonTouches } from './polygon';
import type { Direction } from './sphere';
import { angleBetween, chordOf } from './sphere';

/** A part of the map, and whether a place is in it. One without boxes cannot be looked for in an index. */
export type Area = { readonly boxes: readonly Box[]; readonly holds: (place: Place) => boolean };

export function insideOf(polygons: readonly Polygon[]): Area {
  return {
    boxes: polygons.map(({ box }) => box),
    holds: ({ direction }) => polygons.some((polygon) => polygonHolds(polygon, direction)),
  };
}

export function touching(polygons: readonly Polygon[]): Area {
  return {
    boxes: polygons.map(({ box }) => box),
    holds: ({ direction }) => polygons.some((polygon) => polygonTouches(polygon, direction)),
  };
}

/** @param radius as an angle at the centre of the earth, in radians */
export function capAround(centre: Direction, radius: number): Area {
  return {
    boxes: [widened(boxAround(centre, chordOf(radius)))],
    holds: ({ direction }) => angleBetween(centre, direction) <= radius,
  };
}

// Longitude 180 and -180 are one place, but not quite one direction.
const SAME = 1e-12;

export function exactlyAt(places: readonly Place[]): Area {
  return {
    boxes: places.map(({ direction }) => widened(boxAround(direction, SAME))),
    holds: ({ direction }) => places.some((place) => angleBetween(place.direction, direction) <= SAME),
  };
}

/** A rectangle on the flat map, edges in. */
export function flatBox([west, south]: readonly [number, number], [east, north]: readonly [number, number]): Area {
  return {
    boxes: [],
    holds: ({ longitude: x, latitude: y }) => x >= west && x <= east && y >= south && y <= north,
  };
}

/** A circle on the flat map, its radius in degrees. */
export function flatCircle([x, y]: readonly [number, number], radius: number): Area {
  return { boxes: [], holds: ({ longitude, latitude }) => Math.hypot(longitude - x, latitude - y) <= radius };
}
