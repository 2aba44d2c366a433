import { boxOfArc } from './box';
import type { Edge } from './ring';
import { doCross } from './side';

type Placed = { readonly edge: Edge; readonly at: number; readonly low: number; readonly high: number };

/**
 * The first two edges that cross, by their places.
 *
 * Walks both lists along one axis of space, so that an edge meets only those beside it: a coast of thousands of corners
 * is read in no time.
 */
export function crossing(
  left: readonly Edge[],
  right: readonly Edge[],
): readonly [left: number, right: number] | undefined {
  const axis = widestAxis(left);
  const [lefts, rights] = [placed(left, axis), placed(right, axis)];
  let first: readonly [number, number] | undefined;
  let from = 0;
  // The longest on the right says how far back one that still reaches here may have begun.
  const longest = rights.reduce((most, { low, high }) => Math.max(most, high - low), 0);
  for (const { edge, at, low, high } of lefts) {
    while (from < rights.length && (rights[from]?.low ?? 0) < low - longest) from += 1;
    for (let next = from; next < rights.length; next += 1) {
      const other = rights[next];
      if (other === undefined || other.low > high) break;
      if (other.high < low || !doCross(...edge, ...other.edge)) continue;
      if (first === undefined || at < first[0] || (at === first[0] && other.at < first[1])) first = [at, other.at];
    }
  }
  return first;
}

function placed(edges: readonly Edge[], axis: 0 | 1 | 2): readonly Placed[] {
  return edges
    .map((edge, at) => {
      const box = boxOfArc(...edge);
      return { edge, at, low: box.low[axis] - MARGIN, high: box.high[axis] + MARGIN };
    })
    .sort((one, other) => one.low - other.low);
}

// What rounding may have moved the end of an arc's box by.
const MARGIN = 1e-12;

function widestAxis(edges: readonly Edge[]): 0 | 1 | 2 {
  const spread = (axis: 0 | 1 | 2): number => {
    let [low, high] = [Infinity, -Infinity];
    for (const [corner] of edges) {
      low = Math.min(low, corner[axis]);
      high = Math.max(high, corner[axis]);
    }
    return high - low;
  };
  const [x, y, z] = [spread(0), spread(1), spread(2)];
  if (x >= y && x >= z) return 0;
  return y >= z ? 1 : 2;
}
