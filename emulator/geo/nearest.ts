import type { Box } from './box';
import { boxAround, shell, widened } from './box';
import type { Near } from './near';
import type { Direction } from './sphere';
import { EARTH_RADIUS_M, chordOf, distanceM, roughDistanceM } from './sphere';

type Filed = { readonly entry: number; readonly row: number };

/** How far off something is. Metres. */
export type Distance = {
  /** To within `ROUNDING` of the whole: enough to tell most things apart, and a tenth of the price. */
  readonly roughM: number;
  readonly exactM: () => number;
};

export function distanceBetween(left: Direction, right: Direction): Distance {
  return { roughM: roughDistanceM(left, right), exactM: () => distanceM(left, right) };
}

/** What two rough distances must differ by before they say which is greater, as a part of the greater. */
const ROUNDING = 1e-12;

// Behind the first ring a narrow one, in case a few are missing, then each twice as wide as the one before. On an empty
// map the dozen rings to the other side of the earth cost next to nothing.
const [LEAST_RING_M, MOST_RING_M] = [100, 5000];

/**
 * What is filed around a point, ring by ring, in each the nearest first, equals by row.
 *
 * Reads ring after ring, and only while somebody asks for more; nothing is read twice. So a page costs what lies around
 * the point, however many there are farther off.
 *
 * @param awayFrom how far off what is filed is
 * @param firstRingM how wide the first ring had better be: about as far as whoever asked last had to go
 */
export function* nearestFirst<Spot extends Filed>(
  { from, leastM, mostM }: Near,
  spotsIn: (boxes: readonly Box[]) => readonly Spot[],
  awayFrom: (spot: Spot) => Distance,
  firstRingM: number,
): Generator<readonly Measured<Spot>[]> {
  const unread = eachOnce(spotsIn);
  const farthest = Math.min(mostM, Math.PI * EARTH_RADIUS_M);
  const start = Math.min(Math.max(firstRingM, LEAST_RING_M), MOST_RING_M);
  let waiting: readonly Measured<Spot>[] = [];
  // What is nearer than the least distance is no answer: the cube that fits into that ball need not be read.
  let done = leastM > 0 ? boxAround(from, chordOf(leastM / EARTH_RADIUS_M) / 2) : undefined;
  let reached = leastM;
  for (const width of ringWidths(start)) {
    reached = Math.min(reached + width, farthest);
    const box = widened(boxAround(from, chordOf(reached / EARTH_RADIUS_M)));
    const read = unread(done === undefined ? [box] : shell(done, box))
      .map((spot) => ({ spot, distance: awayFrom(spot) }))
      .filter(({ distance }) => isBetween(distance, leastM, mostM));
    done = box;
    // Nothing can be left unread that is nearer than this ring reaches; the corners of its box reach farther.
    const sure = reached < farthest ? reached * (1 - ROUNDING) : Infinity;
    const known = [...waiting, ...read];
    waiting = known.filter(({ distance }) => distance.roughM > sure);
    yield known.filter(({ distance }) => distance.roughM <= sure).sort(byDistance);
    if (reached >= farthest) return;
  }
}

function* ringWidths(first: number): Generator<number> {
  yield first;
  for (let width = first / 2; ; width *= 2) yield width;
}

/** Something filed, and how far off it is. */
export type Measured<Spot> = { readonly spot: Spot; readonly distance: Distance };

function isBetween({ roughM, exactM }: Distance, leastM: number, mostM: number): boolean {
  const margin = roughM * ROUNDING;
  if (roughM - margin > leastM && roughM + margin < mostM) return true;
  if (roughM + margin < leastM || roughM - margin > mostM) return false;
  const metres = exactM();
  return metres >= leastM && metres <= mostM;
}

function byDistance(left: Measured<Filed>, right: Measured<Filed>): number {
  const [one, other] = [left.distance, right.distance];
  const difference = one.roughM - other.roughM;
  if (Math.abs(difference) > ROUNDING * Math.max(one.roughM, other.roughM)) return difference;
  return one.exactM() - other.exactM() || left.spot.row - right.spot.row;
}

// Boxes share their walls, and the tree rounds outwards.
function eachOnce<Spot extends Filed>(spotsIn: (boxes: readonly Box[]) => readonly Spot[]): typeof spotsIn {
  const seen = new Set<number>();
  return (boxes) => spotsIn(boxes).filter(({ entry }) => !seen.has(entry) && seen.add(entry));
}
