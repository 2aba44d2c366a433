import { isLeftOf } from './side';
import type { Direction } from './sphere';
import { cross, dot, isSame, opposite } from './sphere';

/** Corners joined by great circles, the last to the first; the first is not repeated. */
export type Ring = {
  readonly corners: readonly Direction[];
  readonly edges: readonly Edge[];
  readonly holdsReference: boolean;
};

// In the southern Pacific, at odd degrees: nobody's corner, and no meridian or parallel that people draw along.
const reference: Direction = unit([-0.6180339887, -0.4142135623, -0.7320508075]);

/** Prepares a ring. Whichever way it is walked, its inside is the smaller part of the earth, as in MongoDB. */
export function ringOf(corners: readonly Direction[]): Ring {
  // More than half of the earth, either way round, means: the reference is on the smaller side.
  const edges = edgesOf(corners);
  return { corners, edges, holdsReference: Math.abs(leftPart(edges)) > 2 * Math.PI };
}

/** Prepares a ring whose inside is the part on the left, however large that is. */
export function ringByWinding(corners: readonly Direction[]): Ring {
  const edges = edgesOf(corners);
  return { corners, edges, holdsReference: leftPart(edges) < 0 };
}

/** The part of the earth on the left of a ring, less the whole earth if the reference is in it. Steradians. */
function leftPart(edges: readonly Edge[]): number {
  const apex = opposite(reference);
  return edges.reduce((sum, [from, to]) => sum + signedArea(apex, from, to), 0);
}

/**
 * Whether a point is inside: each edge crossed on the way to it from the reference changes sides.
 *
 * A point exactly on an edge or a corner that rings share is inside of one of them.
 */
export function ringHolds({ corners, holdsReference }: Ring, point: Direction): boolean {
  let isInside = holdsReference;
  let from = corners[corners.length - 1] ?? point;
  let fromIsLeft = isLeftOf(from, reference, point);
  for (const to of corners) {
    const toIsLeft = isLeftOf(to, reference, point);
    if (fromIsLeft !== toIsLeft) {
      const isBeyond = isLeftOf(from, to, point);
      if (isBeyond === fromIsLeft && isLeftOf(from, to, reference) !== isBeyond) isInside = !isInside;
    }
    from = to;
    fromIsLeft = toIsLeft;
  }
  return isInside;
}

export type Edge = readonly [from: Direction, to: Direction];

export function edgesOf(corners: readonly Direction[]): readonly Edge[] {
  return corners.map((from, at) => [from, corners[(at + 1) % corners.length] ?? from]);
}

/** The first corner that occurs twice, by its two places. */
export function repeated(corners: readonly Direction[]): readonly [first: number, second: number] | undefined {
  const places = new Map<string, number>();
  for (const [at, corner] of corners.entries()) {
    const before = places.get(corner.join());
    if (before !== undefined) return [before, at];
    places.set(corner.join(), at);
  }
  return undefined;
}

export function withoutRepeats(corners: readonly Direction[]): readonly Direction[] {
  return corners.filter((corner, at) => at === 0 || !isSame(corner, corners[at - 1] ?? corner));
}

function signedArea(a: Direction, b: Direction, c: Direction): number {
  return 2 * Math.atan2(dot(a, cross(b, c)), 1 + dot(a, b) + dot(b, c) + dot(c, a));
}

function unit([x, y, z]: Direction): Direction {
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}
