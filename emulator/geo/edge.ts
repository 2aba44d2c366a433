import type { Edge } from './ring';
import type { Direction } from './sphere';
import { angleBetween, cross, dot, SHORTEST } from './sphere';

// A tenth of a millimetre: MongoDB's own grain is a centimetre.
const ON_EDGE = 1.5e-11;

export function isOnEdge(edge: Edge, point: Direction): boolean {
  return squaredChord(edge, point) <= ON_EDGE ** 2;
}

/** How far a point is from the nearest of some edges. Radians. */
export function angleToEdges(edges: readonly Edge[], point: Direction): number {
  let nearest: Edge | undefined;
  let least = Infinity;
  // To compare them the straight way through the earth will do, which is much less work.
  for (const edge of edges) {
    const chord = squaredChord(edge, point);
    if (chord >= least) continue;
    nearest = edge;
    least = chord;
  }
  return nearest === undefined ? Infinity : angleToEdge(nearest, point);
}

function angleToEdge([from, to]: Edge, point: Direction): number {
  const across = cross(from, to);
  if (!isBeside(from, to, across, point)) return Math.min(angleBetween(from, point), angleBetween(to, point));
  const along = cross(across, point);
  return Math.atan2(Math.abs(dot(across, point)), Math.sqrt(dot(along, along)));
}

/** The square of the straight way from a point to the nearest of an edge; sorts as the way on the surface does. */
function squaredChord([from, to]: Edge, point: Direction): number {
  const across = cross(from, to);
  if (!isBeside(from, to, across, point)) return Math.min(squaredBetween(from, point), squaredBetween(to, point));
  const height = dot(across, point) ** 2 / dot(across, across);
  return (2 * height) / (1 + Math.sqrt(Math.max(0, 1 - height)));
}

/** Whether the nearest of an edge is not one of its ends. */
function isBeside(from: Direction, to: Direction, across: Direction, point: Direction): boolean {
  return (
    dot(across, across) > SHORTEST ** 2 && dot(cross(across, from), point) >= 0 && dot(cross(to, across), point) >= 0
  );
}

function squaredBetween([ax, ay, az]: Direction, [bx, by, bz]: Direction): number {
  return (ax - bx) ** 2 + (ay - by) ** 2 + (az - bz) ** 2;
}

export function middleOf([[ax, ay, az], [bx, by, bz]]: Edge): Direction {
  const [x, y, z] = [ax + bx, ay + by, az + bz];
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}
