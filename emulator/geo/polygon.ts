import type { Value } from '../values/value';
import { isArray } from '../values/value';
import type { Box } from './box';
import { axisEnds, boxOf, boxOfArc, widened } from './box';
import { crossing } from './crossing';
import { isOnEdge } from './edge';
import { NoGeometry } from './geo-error';
import { placesFromPositions } from './position';
import type { Edge, Ring } from './ring';
import { edgesOf, repeated, ringByWinding, ringHolds, ringOf, withoutRepeats } from './ring';
import type { Direction } from './sphere';
import { angleBetween, isSame, opposite } from './sphere';

/** An outer ring and holes in it, its edges great circles. */
export type Polygon = { readonly outer: Ring; readonly holes: readonly Ring[]; readonly box: Box };

/** The rings of a GeoJSON polygon, refused where MongoDB refuses them. */
export function parsePolygon(coordinates: Value | undefined): Polygon {
  if (!isArray(coordinates)) throw new NoGeometry('Polygon coordinates must be an array');
  const [outer, ...holes] = coordinates.map((loop) => ringOf(parseLoop(loop)));
  if (outer === undefined) throw new NoGeometry('Polygon has no loops.');
  if (!holes.every((hole) => isWithin(hole, outer))) {
    throw new NoGeometry('Secondary loops not contained by first exterior loop - secondary loops must be holes');
  }
  requireApart([outer, ...holes]);
  return { outer, holes, box: boxOfRing(outer) };
}

/** A polygon of one ring whose inside is what lies to the left as one walks along it. */
export function parsePolygonByWinding(coordinates: Value | undefined): Polygon {
  if (!isArray(coordinates)) throw new NoGeometry('Polygon coordinates must be an array');
  const [loop, ...others] = coordinates;
  if (loop === undefined || others.length > 0) throw new NoGeometry('Only one simple loop is allowed in a big polygon');
  const outer = ringByWinding(parseLoop(loop));
  return { outer, holes: [], box: boxOfRing(outer) };
}

export function polygonHolds({ outer, holes }: Polygon, point: Direction): boolean {
  return ringHolds(outer, point) && !holes.some((hole) => ringHolds(hole, point));
}

/** Whether a point is inside or on an edge, as near as can be told. */
export function polygonTouches(polygon: Polygon, point: Direction): boolean {
  return polygonHolds(polygon, point) || [polygon.outer, ...polygon.holes].some((ring) => isOnRing(ring, point));
}

function parseLoop(value: Value): readonly Direction[] {
  const corners = placesFromPositions(value).map(({ direction }) => direction);
  const [first, last] = [corners[0], corners[corners.length - 1]];
  if (first === undefined || last === undefined) throw new NoGeometry('Loop has no vertices');
  if (!isSame(first, last)) throw new NoGeometry('Loop is not closed, first vertex does not equal last vertex');
  const distinct = withoutRepeats(corners).slice(0, -1);
  if (distinct.length < 3) throw new NoGeometry('Loop must have at least 3 different vertices');
  const twice = repeated(distinct);
  if (twice !== undefined) throw new NoGeometry(`Loop is not valid: Duplicate vertices: ${twice.join(' and ')}`);
  const edges = edgesOf(distinct);
  const crossed = crossing(edges, edges);
  if (crossed !== undefined) throw new NoGeometry(`Loop is not valid: Edges ${crossed.join(' and ')} cross`);
  if (edges.some(([from, to]) => angleBetween(from, opposite(to)) < 1e-12)) {
    throw new NoGeometry('Loop is not valid: an edge joins opposite points of the earth');
  }
  return distinct;
}

function isWithin(hole: Ring, outer: Ring): boolean {
  return (
    crossing(hole.edges, outer.edges) === undefined &&
    hole.corners.every((corner) => outer.corners.some((other) => isSame(corner, other)) || ringHolds(outer, corner))
  );
}

function requireApart(rings: readonly Ring[]): void {
  const edges = rings.map((ring) => ring.edges);
  for (const [at, left] of edges.entries()) {
    for (const right of edges.slice(at + 1)) {
      if (crossing(left, right) !== undefined) throw new NoGeometry("Polygon isn't valid: loops cross");
      if (shareEdge(left, right)) throw new NoGeometry("Polygon isn't valid: loops have duplicate edges");
    }
  }
}

function shareEdge(left: readonly Edge[], right: readonly Edge[]): boolean {
  const key = ([from, to]: Edge): string => [from.join(), to.join()].sort().join(';');
  const keys = new Set(left.map(key));
  return right.some((edge) => keys.has(key(edge)));
}

function boxOfRing(ring: Ring): Box {
  const inside = axisEnds.filter((end) => ringHolds(ring, end)).map((end) => ({ low: end, high: end }));
  return widened(boxOf([...ring.edges.map(([from, to]) => boxOfArc(from, to)), ...inside]));
}

function isOnRing({ edges }: Ring, point: Direction): boolean {
  return edges.some((edge) => isOnEdge(edge, point));
}
