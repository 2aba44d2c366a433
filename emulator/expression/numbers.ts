import type { Decimal128 } from 'bson';
import { Double, Int32, Long } from 'bson';
import { requestFailed } from '../cloud-error';
import {
  addDecimals,
  decimalOfDouble,
  decimalOfInteger,
  divideDecimals,
  dividedHalfEven,
  finiteDecimal,
  multiplyDecimals,
  remainderOfDecimals,
  subtractDecimals,
} from '../values/decimal';
import { compareValues } from '../values/order';
import type { BsonNumber } from '../values/value';
import { isDecimal, toJsNumber } from '../values/value';

const INT32 = 2 ** 31;
const INT64 = 2 ** 63;

/** The sum, in the wider type of the two. Ints that overflow make a long, longs that overflow make a double. */
export const add = calculating({
  whole: (left, right) => left + right,
  doubles: (left, right) => left + right,
  longs: (left, right) => left + right,
  decimals: addDecimals,
});

/** The difference, by the same rules as the sum. */
export const subtract = calculating({
  whole: (left, right) => left - right,
  doubles: (left, right) => left - right,
  longs: (left, right) => left - right,
  decimals: subtractDecimals,
});

/** The product, by the same rules as the sum. */
export const multiply = calculating({
  whole: (left, right) => left * right,
  doubles: (left, right) => left * right,
  longs: (left, right) => left * right,
  decimals: multiplyDecimals,
});

/** The quotient: a decimal or else a double, also of whole numbers without a rest. Zero divides nothing. */
export function divide(left: BsonNumber, right: BsonNumber): BsonNumber {
  if (isZero(right)) throw requestFailed("can't $divide by zero");
  if (isDecimal(left) || isDecimal(right)) return divideDecimals(asDecimal(left), asDecimal(right));
  return new Double(toJsNumber(left) / toJsNumber(right));
}

/** The rest, with the sign of the dividend and the wider type of the two. Zero divides nothing. */
export function mod(left: BsonNumber, right: BsonNumber): BsonNumber {
  if (isZero(right)) throw requestFailed("can't $mod by zero");
  if (isDecimal(left) || isDecimal(right)) return remainderOfDecimals(asDecimal(left), asDecimal(right));
  if (isDouble(left) || isDouble(right)) return new Double(toJsNumber(left) % toJsNumber(right));
  const rest = asLong(left) % asLong(right);
  return isLong(left) || isLong(right) ? Long.fromBigInt(rest) : new Int32(Number(rest));
}

/** Negative when `left` is less; exact between longs and doubles. NaN is less than every number. */
export function compareNumbers(left: BsonNumber, right: BsonNumber): number {
  const [a, b] = [toJsNumber(left), toJsNumber(right)];
  if (a < b || a > b) return a < b ? -1 : 1;
  const isExact = (number: BsonNumber) => number._bsontype === 'Int32' || number._bsontype === 'Double';
  if (a === b && isExact(left) && isExact(right)) return 0;
  return compareValues(left, right);
}

/** The sum of any number of numbers; of ints that pass through a long on the way it is an int again if it fits. */
export function sumOf(numbers: readonly BsonNumber[]): BsonNumber {
  return narrowed(numbers.reduce(add, new Int32(0)), numbers);
}

/** The product of any number of numbers. Once longs overflow it is the product of all of them as doubles. */
export function productOf(numbers: readonly BsonNumber[]): BsonNumber {
  const product = numbers.reduce(multiply, new Int32(1));
  if (!isDouble(product)) return narrowed(product, numbers);
  return new Double(numbers.reduce((total, number) => total * toJsNumber(number), 1));
}

function narrowed(result: BsonNumber, operands: readonly BsonNumber[]): BsonNumber {
  if (!isLong(result) || operands.some(({ _bsontype }) => _bsontype !== 'Int32')) return result;
  return intOrLong(result.toBigInt());
}

/** An int, or a long where 32 bits do not hold it. @param whole within 64 bits */
export function intOrLong(whole: number | bigint): Int32 | Long {
  if (whole >= -INT32 && whole < INT32) return new Int32(Number(whole));
  return Long.fromBigInt(BigInt(whole));
}

/**
 * The number cut off at its point, a decimal rounded half to even, as wide as a long: what lies outside is the nearest
 * that is inside, NaN is 0.
 */
export function asLong(number: BsonNumber): bigint {
  if (isLong(number)) return number.toBigInt();
  const value = toJsNumber(number);
  if (Number.isNaN(value)) return 0n;
  if (value >= INT64) return 2n ** 63n - 1n;
  if (value < -INT64) return -(2n ** 63n);
  const decimal = isDecimal(number) ? finiteDecimal(number) : undefined;
  if (decimal === undefined) return BigInt(Math.trunc(value));
  const { coefficient, exponent } = decimal;
  if (exponent >= 0) return coefficient * 10n ** BigInt(exponent);
  const rounded = dividedHalfEven(coefficient < 0n ? -coefficient : coefficient, 10n ** BigInt(-exponent));
  return coefficient < 0n ? -rounded : rounded;
}

/** The whole number of 64 bits that a number of whatever type is, to its last digit; undefined if it is none. */
export function wholeOf(number: BsonNumber): bigint | undefined {
  const whole = asLong(number);
  return compareNumbers(Long.fromBigInt(whole), number) === 0 ? whole : undefined;
}

/** Exactly zero; a decimal may be less than any double and not be zero. */
export function isZero(number: BsonNumber): boolean {
  return isDecimal(number) ? finiteDecimal(number)?.coefficient === 0n : toJsNumber(number) === 0;
}

/** The number as a decimal; a double gives its first 15 significant digits, as in MongoDB. */
export function asDecimal(number: BsonNumber): Decimal128 {
  if (isDecimal(number)) return number;
  return isDouble(number) ? decimalOfDouble(toJsNumber(number)) : decimalOfInteger(asLong(number));
}

function isDouble(number: BsonNumber): boolean {
  return number._bsontype === 'Double';
}

function isLong(number: BsonNumber): number is Long {
  return number._bsontype === 'Long';
}

type Calculation = {
  /** Of two ints. Beyond 2^53 its result is not taken, as it may be rounded. */
  readonly whole: (left: number, right: number) => number;
  readonly longs: (left: bigint, right: bigint) => bigint;
  readonly doubles: (left: number, right: number) => number;
  readonly decimals: (left: Decimal128, right: Decimal128) => Decimal128;
};

function calculating({ whole, longs, doubles, decimals }: Calculation) {
  return (left: BsonNumber, right: BsonNumber): BsonNumber => {
    if (left._bsontype === 'Int32' && right._bsontype === 'Int32') {
      const result = whole(left.value, right.value);
      if (Number.isSafeInteger(result)) return intOrLong(result);
    }
    if (isDecimal(left) || isDecimal(right)) return decimals(asDecimal(left), asDecimal(right));
    const rounded = () => new Double(doubles(toJsNumber(left), toJsNumber(right)));
    if (isDouble(left) || isDouble(right)) return rounded();
    const exact = longs(asLong(left), asLong(right));
    return BigInt.asIntN(64, exact) === exact ? Long.fromBigInt(exact) : rounded();
  };
}
