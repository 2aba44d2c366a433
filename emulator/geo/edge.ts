import type { Edge } from './ring';
import type { Direction } from './sphere';
import { angleBetween, cross, dot, SHORTEST } from './sphere';

// A tenth of a millimetre: MongoDB's own grain is a centimetre.
const ON_EDGE = 1.5e-11;

export function isOnEdge(edge: Edge, point: Direction): boolean {
  return angleToEdge(edge, point) <= ON_EDGE;
}

/** How far a point is from the nearest of an edge. Radians. */
export function angleToEdge([from, to]: Edge, point: Direction): number {
  const across = cross(from, to);
  const isBeside =
    dot(across, across) > SHORTEST ** 2 && dot(cross(across, from), point) >= 0 && dot(cross(to, across), point) >= 0;
  if (!isBeside) return Math.min(angleBetween(from, point), angleBetween(to, point));
  const along = cross(across, point);
  return Math.atan2(Math.abs(dot(across, point)), Math.sqrt(dot(along, along)));
}

export function middleOf([[ax, ay, az], [bx, by, bz]]: Edge): Direction {
  const [x, y, z] = [ax + bx, ay + by, az + bz];
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}
