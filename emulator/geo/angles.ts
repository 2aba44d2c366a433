import type { Precise } from './precise-number';
import { negative, product, quotient, sum } from './precise-number';

/**
 * Sine, cosine and angle, each rounded to the nearest double.
 *
 * Those of JavaScript are one bit off now and then, those of the server's C library next to never; the distance between
 * two near points is all difference, and would show that bit in its tenth digit.
 */
export function sineAndCosine(radians: number): readonly [sine: number, cosine: number] {
  const [sine, cosine] = preciseSineAndCosine(radians);
  return [sine[0], cosine[0]];
}

/** The angle whose tangent is `y / x`, from 0 to π for a `y` that is not negative. */
export function angleOf(y: number, x: number): number {
  const near = Math.atan2(y, x);
  const [sine, cosine] = preciseSineAndCosine(near);
  // One step of Newton's from an angle that is right but for its last bit.
  const [across] = sum(product([y, 0], cosine), negative(product([x, 0], sine)));
  return near + across / (x * cosine[0] + y * sine[0]);
}

// π/2, and what is left of it.
const QUARTER: Precise = [Math.PI / 2, 6.123233995736766e-17];

function preciseSineAndCosine(radians: number): readonly [Precise, Precise] {
  const quarters = Math.round(radians / QUARTER[0]);
  const rest = sum([radians, 0], negative(product([quarters, 0], QUARTER)));
  const [sine, cosine] = [series(rest, rest, 1), series([1, 0], rest, 0)];
  switch (((quarters % 4) + 4) % 4) {
    case 0:
      return [sine, cosine];
    case 1:
      return [cosine, negative(sine)];
    case 2:
      return [negative(sine), negative(cosine)];
    default:
      return [negative(cosine), sine];
  }
}

/** Taylor's series from its first term on; `power` is that term's, 1 for the sine and 0 for the cosine. */
function series(first: Precise, angle: Precise, power: number): Precise {
  // As far as can move the rounding to a double, but for one in a hundred million.
  const step = negative(product(angle, angle));
  let term = first;
  let total = first;
  for (let at = power; Math.abs(term[0]) > Math.abs(total[0]) * 1e-24; at += 2) {
    term = quotient(product(term, step), (at + 1) * (at + 2));
    total = sum(total, term);
  }
  return total;
}
