import { Decimal128 } from 'bson';
import type { Decimal } from '../values/decimal';
import { decimal128Of } from '../values/decimal';

/**
 * Logarithms and powers of decimals, right to the last of their 34 digits.
 *
 * Numbers are held as whole multiples of 10^-`PLACES`, with digits to spare for what each step cuts off.
 */
const PLACES = 80;
const ONE = 10n ** BigInt(PLACES);

const times = (left: bigint, right: bigint): bigint => (left * right) / ONE;

/** @param value above zero */
export function naturalLogarithm(value: Decimal): Decimal {
  const { mantissa, power } = scaled(value);
  if (mantissa === ONE && power === 0) return { coefficient: 0n, exponent: 0 };
  return { coefficient: fixedLogarithm(mantissa) + BigInt(power) * LN10, exponent: -PLACES };
}

/** @param value above zero */
export function commonLogarithm(value: Decimal): Decimal {
  const { mantissa, power } = scaled(value);
  // A power of ten is known exactly, and shown without a fraction.
  if (mantissa === ONE) return { coefficient: BigInt(power), exponent: 0 };
  return { coefficient: (fixedLogarithm(mantissa) * ONE) / LN10 + BigInt(power) * ONE, exponent: -PLACES };
}

/** e to the power of a number; nothing is left of powers below -20000, and beyond 20000 it is infinite. */
export function exponential(value: Decimal): Decimal128 {
  const size = Number(`${value.coefficient}e${value.exponent}`);
  if (value.coefficient === 0n) return Decimal128.fromString('1');
  if (size > MOST_POWER) return Decimal128.fromString('Infinity');
  if (size < -MOST_POWER) return Decimal128.fromString('0E-6176');
  return fixedExponential(fixed(value));
}

/** A number above zero to the power of any number. */
export function raised(base: Decimal, exponent: Decimal): Decimal128 {
  const { coefficient } = naturalLogarithm(base);
  const shift = exponent.exponent;
  const product = coefficient * exponent.coefficient;
  const power = shift >= 0 ? product * 10n ** BigInt(Math.min(shift, PLACES)) : product / 10n ** BigInt(-shift);
  if (power > BigInt(MOST_POWER) * ONE) return Decimal128.fromString('Infinity');
  if (power < -BigInt(MOST_POWER) * ONE) return Decimal128.fromString('0E-6176');
  return fixedExponential(power);
}

/** Beyond what any decimal128 is the exponential of. */
const MOST_POWER = 20_000;

function fixed({ coefficient, exponent }: Decimal): bigint {
  const shift = exponent + PLACES;
  return shift >= 0 ? coefficient * 10n ** BigInt(shift) : coefficient / 10n ** BigInt(-shift);
}

/** As a mantissa from 1 to below 10 and a power of ten. */
function scaled({ coefficient, exponent }: Decimal): { readonly mantissa: bigint; readonly power: number } {
  const power = coefficient.toString().length - 1;
  return { mantissa: (coefficient * ONE) / 10n ** BigInt(power), power: power + exponent };
}

/** ln x = 2 artanh((x − 1) / (x + 1)), after roots have brought x near to one. */
function fixedLogarithm(mantissa: bigint): bigint {
  let near = mantissa;
  let doublings = 1n;
  while (near > (ONE * 11n) / 10n) {
    near = root(near);
    doublings *= 2n;
  }
  const ratio = ((near - ONE) * ONE) / (near + ONE);
  const square = times(ratio, ratio);
  let sum = 0n;
  let term = ratio;
  for (let divisor = 1n; term !== 0n; divisor += 2n) {
    sum += term / divisor;
    term = times(term, square);
  }
  return 2n * sum * doublings;
}

/** e^x = 10^n · e^r, where r is small. */
function fixedExponential(power: bigint): Decimal128 {
  const tens = power / LN10;
  const rest = power - tens * LN10;
  let sum = 0n;
  let term = ONE;
  for (let divisor = 1n; term !== 0n; divisor += 1n) {
    sum += term;
    term = times(term, rest) / divisor;
  }
  return decimal128Of({ coefficient: sum, exponent: Number(tens) - PLACES });
}

/** By Newton's way, from above. */
function root(value: bigint): bigint {
  const radicand = value * ONE;
  let here = value;
  for (;;) {
    const next = (here + radicand / here) / 2n;
    if (next >= here) return here;
    here = next;
  }
}

const LN10 = fixedLogarithm(ONE * 10n);
