import type { Box } from './box';
import { boxAround } from './box';
import type { Line } from './line';
import { lineTouches } from './line';
import type { Polygon } from './polygon';
import { polygonTouches } from './polygon';
import type { Place } from './position';
import type { Edge } from './ring';
import type { Direction } from './sphere';
import { angleBetween } from './sphere';

/** A point, a line or a polygon on the globe. */
export type Shape =
  | { readonly is: 'point'; readonly place: Place }
  | { readonly is: 'line'; readonly line: Line }
  | { readonly is: 'polygon'; readonly polygon: Polygon };

/** Everything that one value covers: a single shape, or the parts of a GeoJSON that has several. */
export type Geometry = readonly Shape[];

export function pointShape(place: Place): Shape {
  return { is: 'point', place };
}

export function boxOfShape(shape: Shape): Box {
  switch (shape.is) {
    case 'point':
      return boxAround(shape.place.direction, 0);
    case 'line':
      return shape.line.box;
    case 'polygon':
      return shape.polygon.box;
  }
}

export function edgesOfShape(shape: Shape): readonly Edge[] {
  switch (shape.is) {
    case 'point':
      return [];
    case 'line':
      return shape.line.edges;
    case 'polygon':
      return [shape.polygon.outer, ...shape.polygon.holes].flatMap(({ edges }) => edges);
  }
}

export function cornersOfShape(shape: Shape): readonly Direction[] {
  switch (shape.is) {
    case 'point':
      return [shape.place.direction];
    case 'line':
      return shape.line.corners;
    case 'polygon':
      return [shape.polygon.outer, ...shape.polygon.holes].flatMap(({ corners }) => corners);
  }
}

// Longitude 180 and -180 are one place, but not quite one direction.
export const SAME = 1e-12;

/** Whether a point is in a shape or on its edge, as near as can be told. */
export function shapeTouches(shape: Shape, point: Direction): boolean {
  switch (shape.is) {
    case 'point':
      return angleBetween(shape.place.direction, point) <= SAME;
    case 'line':
      return lineTouches(shape.line, point);
    case 'polygon':
      return polygonTouches(shape.polygon, point);
  }
}
