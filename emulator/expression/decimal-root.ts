import type { Decimal128 } from 'bson';
import { decimal128Of, finiteDecimal } from '../values/decimal';

/** Digits of the root that are worked out: those that are kept, and enough behind them to round by. */
const ROOT_DIGITS = 40;

/** The square root of a decimal that is not negative, to 34 digits. Infinity and NaN are their own. */
export function squareRoot(number: Decimal128): Decimal128 {
  const finite = finiteDecimal(number);
  if (finite === undefined || finite.coefficient === 0n) return number;
  const { coefficient, exponent } = finite;
  let shift = Math.max(0, 2 * ROOT_DIGITS - coefficient.toString().length);
  if ((exponent - shift) % 2 !== 0) shift += 1;
  const radicand = coefficient * 10n ** BigInt(shift);
  let root = integerRoot(radicand);
  let power = (exponent - shift) / 2;
  if (root * root !== radicand) return decimal128Of({ coefficient: root, exponent: power });
  // A root that comes out even keeps no more digits than it needs.
  while (power < Math.floor(exponent / 2) && root % 10n === 0n) {
    root /= 10n;
    power += 1;
  }
  return decimal128Of({ coefficient: root, exponent: power });
}

/** The greatest integer whose square is not above the radicand, by Newton's steps from above. */
function integerRoot(radicand: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(radicand.toString(2).length / 2));
  for (;;) {
    const next = (root + radicand / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}
