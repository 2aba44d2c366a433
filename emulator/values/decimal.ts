import { Decimal128 } from 'bson';
import type { BsonNumber } from './value';

/**
 * A finite decimal as what it is: `coefficient` × 10^`exponent`. The coefficient has up to 34 digits when it comes from
 * a stored value and any number while calculating.
 */
export type Decimal = { readonly coefficient: bigint; readonly exponent: number };

/** Significant digits of IEEE 754 decimal128. */
const DIGITS = 34;
const LEAST_EXPONENT = -6176;
const MOST_EXPONENT = 6111;

/** `undefined` for NaN and the infinities. */
export function finiteDecimal(value: Decimal128): Decimal | undefined {
  return parseDecimal(value.toString());
}

/** Reads `12.5`, `-1E+3` and their like, as decimal128 prints itself and as JavaScript prints a number. */
export function parseDecimal(text: string): Decimal | undefined {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = whole + fraction;
  if (digits === '') return undefined;
  const { coefficient, dropped } = coefficientOf(digits);
  const exponent = Number(power) - fraction.length + dropped;
  return { coefficient: sign === '-' ? -coefficient : coefficient, exponent };
}

/** More than any rounding looks at. */
const MOST_DIGITS = 1000;

// A text of millions of digits would take a bigint minutes. Behind what is kept one digit says whether more came.
function coefficientOf(digits: string): { readonly coefficient: bigint; readonly dropped: number } {
  if (digits.length <= MOST_DIGITS) return { coefficient: BigInt(digits), dropped: 0 };
  const significant = digits.replace(/^0+/, '');
  if (significant.length <= MOST_DIGITS) return { coefficient: BigInt(significant || '0'), dropped: 0 };
  const rest = /[1-9]/.test(significant.slice(MOST_DIGITS)) ? '1' : '0';
  return {
    coefficient: BigInt(significant.slice(0, MOST_DIGITS) + rest),
    dropped: significant.length - MOST_DIGITS - 1,
  };
}

/** The decimal128 nearest to a decimal; ties go to the even digit, as IEEE 754 has it. */
export function decimal128Of({ coefficient, exponent }: Decimal): Decimal128 {
  const isNegative = coefficient < 0n;
  let digits = isNegative ? -coefficient : coefficient;
  let power = exponent;
  const excess = Math.max(digits.toString().length - DIGITS, LEAST_EXPONENT - power);
  if (excess > 0) {
    digits = dividedHalfEven(digits, 10n ** BigInt(Math.min(excess, digits.toString().length + 1)));
    power += excess;
    // Rounding 99…9 up makes one digit more.
    if (digits.toString().length > DIGITS) {
      digits /= 10n;
      power += 1;
    }
  }
  if (digits === 0n) power = Math.min(Math.max(power, LEAST_EXPONENT), MOST_EXPONENT);
  const missing = power - MOST_EXPONENT;
  if (missing > 0) {
    if (digits.toString().length + missing > DIGITS)
      return Decimal128.fromString(isNegative ? '-Infinity' : 'Infinity');
    digits *= 10n ** BigInt(missing);
    power = MOST_EXPONENT;
  }
  return Decimal128.fromString(`${isNegative ? '-' : ''}${digits}E${power}`);
}

function zeroOf(exponent: number, like: number): Decimal128 {
  const zero = decimal128Of({ coefficient: 0n, exponent });
  return Object.is(like, -0) ? Decimal128.fromString(`-${zero.toString()}`) : zero;
}

/** @param divisor above zero */
export function dividedHalfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twice = 2n * (dividend % divisor);
  return twice > divisor || (twice === divisor && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

/**
 * What arithmetic on decimals goes by: exact on finite operands, then rounded to 34 digits, half to even. NaN and the
 * infinities go through JavaScript's own doubles, whose rules for them are the same.
 */
const calculating =
  (exact: (left: Decimal, right: Decimal) => Decimal | undefined, special: (left: number, right: number) => number) =>
  (left: Decimal128, right: Decimal128): Decimal128 => {
    const [a, b] = [finiteDecimal(left), finiteDecimal(right)];
    const result = a === undefined || b === undefined ? undefined : exact(a, b);
    if (result !== undefined && result.coefficient !== 0n) return decimal128Of(result);
    // Doubles have the same rules for the signs of zeros too.
    if (result !== undefined) return zeroOf(result.exponent, special(signOf(left, a), signOf(right, b)));
    return Decimal128.fromString(String(special(signOf(left, a), signOf(right, b))));
  };

export const addDecimals = calculating(
  (left, right) => {
    const [a, b, exponent] = aligned(left, right);
    return { coefficient: a + b, exponent };
  },
  (left, right) => left + right,
);

export const subtractDecimals = calculating(
  (left, right) => {
    const [a, b, exponent] = aligned(left, right);
    return { coefficient: a - b, exponent };
  },
  (left, right) => left - right,
);

export const multiplyDecimals = calculating(
  (left, right) => ({
    coefficient: left.coefficient * right.coefficient,
    exponent: left.exponent + right.exponent,
  }),
  (left, right) => left * right,
);

/** A quotient that comes out even keeps no more digits than it needs. */
export const divideDecimals = calculating(
  (left, right) => {
    if (right.coefficient === 0n) return undefined;
    const isNegative = left.coefficient < 0n !== right.coefficient < 0n;
    const divisor = magnitude(right.coefficient);
    // Twice the digits that are kept and one that only says whether anything is left over: never a false tie.
    const shift = 2 * DIGITS + divisor.toString().length;
    const dividend = magnitude(left.coefficient) * 10n ** BigInt(shift);
    let coefficient = dividend / divisor;
    let exponent = left.exponent - right.exponent - shift;
    if (dividend % divisor !== 0n) {
      coefficient = coefficient * 10n + 1n;
      exponent -= 1;
    } else {
      while (exponent < left.exponent - right.exponent && coefficient % 10n === 0n) {
        coefficient /= 10n;
        exponent += 1;
      }
    }
    return { coefficient: isNegative ? -coefficient : coefficient, exponent };
  },
  (left, right) => left / right,
);

/** What is left after dividing towards zero; it has the dividend's sign. An infinite divisor leaves all of it. */
export function remainderOfDecimals(left: Decimal128, right: Decimal128): Decimal128 {
  const isWhole = finiteDecimal(left) !== undefined && Math.abs(Number(right.toString())) === Infinity;
  return isWhole && finiteDecimal(right) === undefined ? left : finiteRemainder(left, right);
}

const finiteRemainder = calculating(
  (left, right) => {
    if (right.coefficient === 0n) return undefined;
    const [a, b, exponent] = aligned(left, right);
    return { coefficient: a % b, exponent };
  },
  (left, right) => left % right,
);

/** The exact decimal of a whole number. */
export function decimalOfInteger(value: bigint): Decimal128 {
  return decimal128Of({ coefficient: value, exponent: 0 });
}

/** A double as MongoDB turns it into a decimal: its first 15 significant digits. */
export function decimalOfDouble(value: number): Decimal128 {
  if (!Number.isFinite(value)) return Decimal128.fromString(String(value));
  if (value === 0) return Decimal128.fromString(Object.is(value, -0) ? '-0' : '0');
  const decimal = parseDecimal(value.toPrecision(15));
  return decimal128Of(decimal === undefined ? { coefficient: 0n, exponent: 0 } : decimal);
}

/** Any number as a decimal, before it is calculated with another that is one. */
export function decimalOf(value: BsonNumber): Decimal128 {
  switch (value._bsontype) {
    case 'Decimal128':
      return value;
    case 'Long':
      return decimalOfInteger(value.toBigInt());
    case 'Int32':
      return decimalOfInteger(BigInt(value.value));
    case 'Double':
      return decimalOfDouble(value.value);
  }
}

function aligned(left: Decimal, right: Decimal): readonly [a: bigint, b: bigint, exponent: number] {
  const exponent = Math.min(left.exponent, right.exponent);
  return [
    left.coefficient * 10n ** BigInt(left.exponent - exponent),
    right.coefficient * 10n ** BigInt(right.exponent - exponent),
    exponent,
  ];
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

// Beside NaN and infinity only the sign of the other matters, and whether it is zero.
function signOf(value: Decimal128, finite: Decimal | undefined): number {
  const text = value.toString();
  if (finite === undefined) return Number(text);
  return (finite.coefficient === 0n ? 0 : 1) * (text.startsWith('-') ? -1 : 1);
}
