import type { Box } from './box';
import { crossing } from './crossing';
import { angleToEdges, isOnEdge, middleOf } from './edge';
import type { Polygon } from './polygon';
import { polygonHolds, polygonTouches } from './polygon';
import type { Shape } from './shape';
import { boxOfShape, cornersOfShape, edgesOfShape, SAME, shapeTouches } from './shape';
import type { Direction } from './sphere';
import { angleBetween } from './sphere';

/** How far a point is from the nearest of a shape: nothing inside of a polygon. Radians. */
export function angleToShape(shape: Shape, point: Direction): number {
  if (shape.is === 'point') return angleBetween(point, shape.place.direction);
  if (shape.is === 'polygon' && polygonHolds(shape.polygon, point)) return 0;
  return angleToEdges(edgesOfShape(shape), point);
}

/** Whether two shapes have a point in common. */
export function shapesMeet(left: Shape, right: Shape): boolean {
  const [here, there] = [boxOfShape(left), boxOfShape(right)];
  if (!boxesMeet(here, there)) return false;
  return (
    cornersOfShape(left).some((corner) => isInBox(there, corner) && shapeTouches(right, corner)) ||
    cornersOfShape(right).some((corner) => isInBox(here, corner) && shapeTouches(left, corner)) ||
    crossing(edgesOfShape(left), edgesOfShape(right)) !== undefined
  );
}

/** Whether a polygon has a shape wholly in it; a line or polygon may lie along its edge. */
export function polygonContains(polygon: Polygon, shape: Shape): boolean {
  if (shape.is === 'point') return polygonHolds(polygon, shape.place.direction);
  const around: Shape = { is: 'polygon', polygon };
  const edges = edgesOfShape(shape);
  const seen = [...cornersOfShape(shape), ...edges.map(middleOf)];
  if (!seen.every((point) => polygonTouches(polygon, point))) return false;
  if (crossing(edges, edgesOfShape(around)) !== undefined) return false;
  if (shape.is === 'line') return true;
  // Neither a hole nor the land outside may lie inside of it; and if it follows edges all around, it may be the hole.
  const inner = pointInside(shape.polygon);
  return (
    !cornersOfShape(around).some((corner) => isStrictlyInside(shape.polygon, corner)) &&
    (inner === undefined || polygonHolds(polygon, inner))
  );
}

function isStrictlyInside(polygon: Polygon, point: Direction): boolean {
  return (
    polygonHolds(polygon, point) && !edgesOfShape({ is: 'polygon', polygon }).some((edge) => isOnEdge(edge, point))
  );
}

/** Some point of a polygon that is not on its edge: the middle of three of its corners, wherever that is inside. */
function pointInside(polygon: Polygon): Direction | undefined {
  const { corners } = polygon.outer;
  for (const [at, corner] of corners.entries()) {
    const [next, then] = [corners[(at + 1) % corners.length], corners[(at + 2) % corners.length]];
    if (next === undefined || then === undefined) continue;
    const middle = middleOf([middleOf([corner, then]), next]);
    if (isStrictlyInside(polygon, middle)) return middle;
  }
  return undefined;
}

function isInBox(box: Box, point: Direction): boolean {
  return boxesMeet(box, { low: point, high: point });
}

function boxesMeet(left: Box, right: Box): boolean {
  return ([0, 1, 2] as const).every(
    (axis) => left.low[axis] <= right.high[axis] + SAME && right.low[axis] <= left.high[axis] + SAME,
  );
}
