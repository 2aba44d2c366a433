import { Decimal128, Double, Long } from 'bson';
import { requestFailed } from '../cloud-error';
import type { Decimal } from '../values/decimal';
import { decimal128Of, finiteDecimal, multiplyDecimals } from '../values/decimal';
import type { BsonNumber } from '../values/value';
import { isDecimal, toJsNumber } from '../values/value';
import { raised } from './decimal-functions';
import { asDecimal, asLong, intOrLong, isZero } from './numbers';

/** Whole exponents up to this are worked out for decimals exactly, then rounded once. */
const MAX_EXACT_EXPONENT = 512n;

/** Significant digits of a decimal128. */
const DIGITS = 34;

/**
 * A number to the power of another: of two whole numbers it is whole as long as 64 bits hold it, and a double beyond.
 * Zero has no negative powers.
 */
export function power(base: BsonNumber, exponent: BsonNumber): BsonNumber {
  if (isZero(base) && toJsNumber(exponent) < 0) {
    throw requestFailed('$pow cannot take a base of 0 and a negative exponent');
  }
  if (isDecimal(base) || isDecimal(exponent)) return decimalPower(asDecimal(base), asDecimal(exponent));
  if (base._bsontype === 'Double' || exponent._bsontype === 'Double') {
    return new Double(doublePower(toJsNumber(base), toJsNumber(exponent)));
  }
  const whole = wholePower(asLong(base), asLong(exponent));
  if (whole === undefined) return new Double(toJsNumber(base) ** toJsNumber(exponent));
  return base._bsontype === 'Long' || exponent._bsontype === 'Long' ? Long.fromBigInt(whole) : intOrLong(whole);
}

// One to any power is one in C, which MongoDB is written in; JavaScript has NaN for some.
function doublePower(base: number, exponent: number): number {
  if (base === 1 || (base === -1 && Math.abs(exponent) === Infinity)) return 1;
  return base ** exponent;
}

function wholePower(base: bigint, exponent: bigint): bigint | undefined {
  if (base === 0n || base === 1n) return exponent === 0n ? 1n : base;
  if (base === -1n) return exponent % 2n === 0n ? 1n : -1n;
  if (exponent < 0n || exponent > 63n) return undefined;
  const result = base ** exponent;
  return BigInt.asIntN(64, result) === result ? result : undefined;
}

// Out of MongoDB's library come all 34 digits, noughts at the end among them; but one is only one.
function decimalPower(base: Decimal128, exponent: Decimal128): Decimal128 {
  const [of, by] = [finiteDecimal(base), finiteDecimal(exponent)];
  if (of === undefined || by === undefined) {
    return Decimal128.fromString(String(doublePower(toJsNumber(base), toJsNumber(exponent))));
  }
  if (by.coefficient === 0n) return Decimal128.fromString('1');
  if (of.coefficient === 0n) return Decimal128.fromString('0');
  const isNegative = of.coefficient < 0n;
  const magnitude = { ...of, coefficient: isNegative ? -of.coefficient : of.coefficient };
  if (magnitude.coefficient === 1n && of.exponent === 0 && !isNegative) return base;
  const whole = wholeOf(by);
  if (isNegative && whole === undefined) return Decimal128.fromString('NaN');
  const size = whole === undefined ? raised(magnitude, by) : wholeDecimalPower(magnitude, by, whole);
  return isNegative && whole !== undefined && whole % 2n !== 0n ? multiplyDecimals(size, MINUS_ONE) : size;
}

const MINUS_ONE = Decimal128.fromString('-1');

function wholeOf({ coefficient, exponent }: Decimal): bigint | undefined {
  if (exponent >= 0) return coefficient * 10n ** BigInt(exponent);
  const unit = 10n ** BigInt(-exponent);
  return coefficient % unit === 0n ? coefficient / unit : undefined;
}

function wholeDecimalPower(base: Decimal, exponent: Decimal, whole: bigint): Decimal128 {
  if (whole < 0n || whole > MAX_EXACT_EXPONENT) return raised(base, exponent);
  const coefficient = base.coefficient ** whole;
  const missing = Math.max(0, DIGITS - coefficient.toString().length);
  return decimal128Of({
    coefficient: coefficient * 10n ** BigInt(missing),
    exponent: base.exponent * Number(whole) - missing,
  });
}
