import type { Value } from '../values/value';
import type { Box } from './box';
import { boxOf, boxOfArc, widened } from './box';
import { isOnEdge } from './edge';
import { NoGeometry } from './geo-error';
import { placesFromPositions } from './position';
import type { Edge } from './ring';
import { withoutRepeats } from './ring';
import type { Direction } from './sphere';
import { angleBetween, opposite } from './sphere';

/** Corners joined by great circles, from the first to the last. */
export type Line = { readonly corners: readonly Direction[]; readonly edges: readonly Edge[]; readonly box: Box };

/** The corners of a GeoJSON line, refused where MongoDB refuses them. */
export function parseLine(coordinates: Value | undefined): Line {
  const corners = withoutRepeats(placesFromPositions(coordinates).map(({ direction }) => direction));
  if (corners.length < 2) throw new NoGeometry('GeoJSON LineString must have at least 2 vertices');
  const edges = edgesBetween(corners);
  if (edges.some(([from, to]) => angleBetween(from, opposite(to)) < 1e-12)) {
    throw new NoGeometry('GeoJSON LineString is not valid: an edge joins opposite points of the earth');
  }
  return { corners, edges, box: widened(boxOf(edges.map(([from, to]) => boxOfArc(from, to)))) };
}

export function lineTouches({ edges }: Line, point: Direction): boolean {
  return edges.some((edge) => isOnEdge(edge, point));
}

function edgesBetween(corners: readonly Direction[]): readonly Edge[] {
  return corners.slice(1).map((to, at) => [corners[at] ?? to, to]);
}
