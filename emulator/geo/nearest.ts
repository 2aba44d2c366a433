import type { Box } from './box';
import { boxAround, shell, widened } from './box';
import type { Near } from './near';
import { EARTH_RADIUS_M, chordOf } from './sphere';

type Filed = { readonly entry: number; readonly row: number };

// The first ring; each next one is twice as wide. Where points are dense so much of a city holds a page of them; on an
// empty map the sixteen rings to the other side of the earth cost next to nothing.
const FIRST_RING_M = 400;

/**
 * What is filed around a point, the nearest first, equals by row.
 *
 * Reads ring after ring, and only while somebody asks for more; nothing is read twice. So a page costs what lies around
 * the point, however many there are farther off.
 *
 * @param awayFrom how far off what is filed is. Metres
 */
export function* nearestFirst<Spot extends Filed>(
  { from, leastM, mostM }: Near,
  spotsIn: (boxes: readonly Box[]) => readonly Spot[],
  awayFrom: (spot: Spot) => number,
): Generator<Spot> {
  const unread = eachOnce(spotsIn);
  const farthest = Math.min(mostM, Math.PI * EARTH_RADIUS_M);
  let waiting: readonly Measured<Spot>[] = [];
  // What is nearer than the least distance is no answer: the cube that fits into that ball need not be read.
  let done = boxAround(from, chordOf(leastM / EARTH_RADIUS_M) / 2);
  for (let width = FIRST_RING_M, reached = leastM; width === FIRST_RING_M || reached < farthest; width *= 2) {
    reached = Math.min(reached + width, farthest);
    const box = widened(boxAround(from, chordOf(reached / EARTH_RADIUS_M)));
    const read = unread(shell(done, box))
      .map((spot) => ({ spot, metres: awayFrom(spot) }))
      .filter(({ metres }) => metres >= leastM && metres <= mostM);
    done = box;
    // Nothing can be left unread that is nearer than this ring reaches; the corners of its box reach farther.
    const sure = reached < farthest ? reached : Infinity;
    const known = [...waiting, ...read];
    waiting = known.filter(({ metres }) => metres > sure);
    for (const { spot } of known.filter(({ metres }) => metres <= sure).sort(byDistance)) yield spot;
  }
}

type Measured<Spot> = { readonly spot: Spot; readonly metres: number };

function byDistance(left: Measured<Filed>, right: Measured<Filed>): number {
  return left.metres - right.metres || left.spot.row - right.spot.row;
}

// Boxes share their walls, and the tree rounds outwards.
function eachOnce<Spot extends Filed>(spotsIn: (boxes: readonly Box[]) => readonly Spot[]): typeof spotsIn {
  const seen = new Set<number>();
  return (boxes) => spotsIn(boxes).filter(({ entry }) => !seen.has(entry) && seen.add(entry));
}
