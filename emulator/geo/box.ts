import type { Direction } from './sphere';
import { cross, dot, SHORTEST } from './sphere';

/**
 * A box in space, axis by axis. Points of the surface are looked for by such boxes rather than by longitude and
 * latitude: space has no poles and no date line.
 */
export type Box = { readonly low: Direction; readonly high: Direction };

// What rounding may have moved a corner by. Six micrometres; a box only has to be large enough.
const MARGIN = 1e-12;

export function boxAround([x, y, z]: Direction, half: number): Box {
  return { low: [x - half, y - half, z - half], high: [x + half, y + half, z + half] };
}

export function boxOf(boxes: readonly Box[]): Box {
  return {
    low: eachAxis((axis) => boxes.reduce((least, { low }) => Math.min(least, low[axis]), Infinity)),
    high: eachAxis((axis) => boxes.reduce((most, { high }) => Math.max(most, high[axis]), -Infinity)),
  };
}

export function widened({ low, high }: Box): Box {
  return { low: eachAxis((axis) => low[axis] - MARGIN), high: eachAxis((axis) => high[axis] + MARGIN) };
}

/** The box of a great-circle arc: it may bulge beyond both of its ends. */
export function boxOfArc(from: Direction, to: Direction): Box {
  const across = cross(from, to);
  const length = Math.sqrt(dot(across, across));
  if (length <= SHORTEST) return boxOf([boxAround(from, 0), boxAround(to, 0)]);
  const normal = eachAxis((axis) => across[axis] / length);
  const reach = (axis: Axis): number => Math.sqrt(Math.max(0, 1 - normal[axis] * normal[axis]));
  const bulges = (axis: Axis, sign: 1 | -1): boolean => {
    // Where the circle is farthest along this axis; along the normal the axis itself is seen.
    const farthest = eachAxis((at) => sign * ((at === axis ? 1 : 0) - normal[at] * normal[axis]));
    return dot(cross(from, farthest), across) >= 0 && dot(cross(farthest, to), across) >= 0;
  };
  return {
    low: eachAxis((axis) => (bulges(axis, -1) ? -reach(axis) : Math.min(from[axis], to[axis]))),
    high: eachAxis((axis) => (bulges(axis, 1) ? reach(axis) : Math.max(from[axis], to[axis]))),
  };
}

/** The six points where the axes leave the earth: a region is widest at its edge or there. */
export const axisEnds: readonly Direction[] = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1],
];

/** What lies between two boxes around one centre, as six boxes that hold nothing twice but their common walls. */
export function shell(inner: Box, outer: Box): readonly Box[] {
  return axes.flatMap((axis) => {
    // Axis by axis: once both sides of one are cut off, only the middle is left to the next.
    const rest = (end: 'low' | 'high') => (at: Axis) => (at < axis ? inner : outer)[end][at];
    const [low, high] = [eachAxis(rest('low')), eachAxis(rest('high'))];
    return [
      { low, high: eachAxis((at) => (at === axis ? inner.low[at] : high[at])) },
      { low: eachAxis((at) => (at === axis ? inner.high[at] : low[at])), high },
    ];
  });
}

type Axis = 0 | 1 | 2;

const axes: readonly Axis[] = [0, 1, 2];

function eachAxis(value: (axis: Axis) => number): Direction {
  return [value(0), value(1), value(2)];
}
