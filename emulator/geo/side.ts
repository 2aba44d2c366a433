import type { Direction } from './sphere';
import { cross, dot } from './sphere';

// A determinant of three unit vectors is off by less than this; below it the exact one decides.
const MOST_ERROR = 4e-15;

/**
 * On which side of the great circle from `from` to `to` a point lies: 1 left, -1 right, 0 exactly on it.
 *
 * Never rounded to the wrong side, so that one point cannot be told to be inside of a polygon by one edge and outside by
 * the next.
 */
export function sideOf(from: Direction, to: Direction, point: Direction): -1 | 0 | 1 {
  const rough = dot(cross(from, to), point);
  return Math.abs(rough) > MOST_ERROR ? signOf(rough) : exactSide(from, to, point);
}

/**
 * As `sideOf`, but a point on the circle itself is taken to be a hair off it, always in the same direction of space. So
 * of the polygons around a corner one has it, and of the two along an edge one has each of its points.
 */
export function isLeftOf(from: Direction, to: Direction, point: Direction): boolean {
  for (const towards of [point, ...axes]) {
    const side = sideOf(from, to, towards);
    if (side !== 0) return side > 0;
  }
  return false;
}

const axes: readonly Direction[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** Whether two arcs, each shorter than half a circle, cross between their ends. */
export function doCross(a: Direction, b: Direction, c: Direction, d: Direction): boolean {
  const side = sideOf(a, b, c);
  return side !== 0 && sideOf(a, b, d) === -side && sideOf(c, d, b) === side && sideOf(c, d, a) === -side;
}

function exactSide(from: Direction, to: Direction, point: Direction): -1 | 0 | 1 {
  const [ax, ay, az, bx, by, bz, cx, cy, cz] = wholeNumbers([...from, ...to, ...point]) as Nine;
  return signOf((ay * bz - az * by) * cx + (az * bx - ax * bz) * cy + (ax * by - ay * bx) * cz);
}

type Nine = readonly [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];

/** The same numbers times one power of two that makes all of them whole. */
function wholeNumbers(numbers: readonly number[]): readonly bigint[] {
  const parts = numbers.map(mantissaAndExponent);
  const least = Math.min(...parts.map(({ exponent }) => exponent));
  return parts.map(({ mantissa, exponent }) => mantissa << BigInt(exponent - least));
}

const bits = new DataView(new ArrayBuffer(8));

function mantissaAndExponent(number: number): { readonly mantissa: bigint; readonly exponent: number } {
  bits.setFloat64(0, number);
  const raised = (bits.getUint16(0) >> 4) & 0x7ff;
  const fraction = bits.getBigUint64(0) & ((1n << 52n) - 1n);
  const mantissa = raised === 0 ? fraction : fraction | (1n << 52n);
  // Zero has no exponent of its own; it must not make the others longer.
  return { mantissa: number < 0 ? -mantissa : mantissa, exponent: number === 0 ? 0 : Math.max(raised, 1) - 1075 };
}

function signOf(value: number | bigint): -1 | 0 | 1 {
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}
