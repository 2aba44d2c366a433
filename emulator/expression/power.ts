import { Decimal128, Double, Long } from 'bson';
import { requestFailed } from '../cloud-error';
import { decimal128Of, divideDecimals, finiteDecimal, multiplyDecimals } from '../values/decimal';
import type { BsonNumber } from '../values/value';
import { isDecimal, toJsNumber } from '../values/value';
import { asDecimal, asLong, intOrLong, isZero } from './numbers';

/** Whole exponents up to this are worked out for decimals: exactly, then rounded once. */
const MAX_DECIMAL_EXPONENT = 512;

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

function decimalPower(base: Decimal128, exponent: Decimal128): Decimal128 {
  const finite = finiteDecimal(base);
  const times = toJsNumber(exponent);
  if (Number.isNaN(toJsNumber(base)) || Number.isNaN(times)) return Decimal128.fromString('NaN');
  if (finite === undefined || !Number.isInteger(times) || Math.abs(times) > MAX_DECIMAL_EXPONENT) {
    throw requestFailed(`$pow of decimals takes whole exponents up to ${MAX_DECIMAL_EXPONENT} in the emulator`);
  }
  const count = Math.abs(times);
  const result = decimal128Of({ coefficient: finite.coefficient ** BigInt(count), exponent: finite.exponent * count });
  const one = Decimal128.fromString('1');
  return times < 0 ? divideDecimals(one, result) : multiplyDecimals(result, one);
}
