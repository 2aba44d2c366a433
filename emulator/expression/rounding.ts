import { Decimal128, Double, Long } from 'bson';
import { requestFailed } from '../cloud-error';
import type { Decimal } from '../values/decimal';
import { decimal128Of, dividedHalfEven, finiteDecimal } from '../values/decimal';
import { typeName } from '../values/type-names';
import type { BsonNumber } from '../values/value';
import { isDecimal, isNumber, toJsNumber } from '../values/value';
import { ofOneNumber } from './arithmetic';
import type { Operator } from './expression';
import { asLong, intOrLong } from './numbers';
import { operandsBetween } from './operands';
import { isNothing, shown } from './text-operand';

/** Digits after the point that `$round` and `$trunc` take, and, below zero, before it. Source: MongoDB's manual. */
const PLACES = { least: -20, most: 100 } as const;

/** Significant digits of a decimal128. */
const DIGITS = 34;

type Quotient = (dividend: bigint, divisor: bigint) => bigint;

const cutOff: Quotient = (dividend, divisor) => dividend / divisor;
const down: Quotient = (dividend, divisor) => dividend / divisor - (dividend % divisor < 0n ? 1n : 0n);
const up: Quotient = (dividend, divisor) => dividend / divisor + (dividend % divisor > 0n ? 1n : 0n);
const halfEven: Quotient = (dividend, divisor) =>
  dividend < 0n ? -dividedHalfEven(-dividend, divisor) : dividedHalfEven(dividend, divisor);

/** To whole numbers, or to a place: the type of the number stays, but for ints that outgrow 32 bits. */
export const rounding: Readonly<Record<string, Operator>> = {
  $ceil: ofOneNumber((number) => toWhole(number, Math.ceil, up)),
  $floor: ofOneNumber((number) => toWhole(number, Math.floor, down)),
  $round: toPlace(halfEven),
  $trunc: toPlace(cutOff),
};

function toWhole(number: BsonNumber, ofDouble: (value: number) => number, ofDecimal: Quotient): BsonNumber {
  if (isDecimal(number)) return hasRoomForPoint(number) ? quantized(number, 0, ofDecimal) : NOT_A_NUMBER;
  return number._bsontype === 'Double' ? new Double(ofDouble(number.value)) : number;
}

const NOT_A_NUMBER = Decimal128.fromString('NaN');

// MongoDB's library brings a decimal to exponent zero here, and what has more digits than fit before the point is none.
function hasRoomForPoint(number: Decimal128): boolean {
  const finite = finiteDecimal(number);
  if (finite === undefined) return false;
  const digits = finite.coefficient.toString().replace('-', '').length;
  return finite.coefficient === 0n || digits + finite.exponent <= DIGITS;
}

function toPlace(quotient: Quotient): Operator {
  return (operand, operator) => {
    const [number, place] = operandsBetween(operand, operator, 1, 2);
    return (scope) => {
      const value = number?.(scope);
      if (isNothing(value)) return null;
      if (!isNumber(value)) throw requestFailed(`${operator} only supports numeric types, not ${typeName(value)}`);
      if (place === undefined) return atPlace(value, 0, quotient, operator);
      const digits = place(scope);
      if (isNothing(digits)) return null;
      if (!isNumber(digits) || !Number.isInteger(toJsNumber(digits))) {
        throw requestFailed(`precision argument to  ${operator} must be a integral value`);
      }
      const at = toJsNumber(digits);
      if (at < PLACES.least || at > PLACES.most) {
        throw requestFailed(`cannot apply ${operator} with precision value ${at} value must be in [-20, 100]`);
      }
      return atPlace(value, at, quotient, operator);
    };
  };
}

function atPlace(number: BsonNumber, place: number, quotient: Quotient, operator: string): BsonNumber {
  if (isDecimal(number)) return quantized(number, place, quotient);
  if (number._bsontype === 'Double') return roundedDouble(number, place, quotient);
  if (place >= 0) return number;
  const unit = 10n ** BigInt(-place);
  const result = quotient(asLong(number), unit) * unit;
  if (BigInt.asIntN(64, result) !== result) {
    const given = `[${shown(number)}, ${place}]`;
    throw requestFailed(`invalid conversion from Decimal128 result in ${operator} resulting from arguments: ${given}`);
  }
  return number._bsontype === 'Long' ? Long.fromBigInt(result) : intOrLong(result);
}

// By way of the double's exact decimal value, and not of what it is printed as: 2.675 lies below the tie.
function roundedDouble(number: Double, place: number, quotient: Quotient): Double {
  const { value } = number;
  if (!Number.isFinite(value) || value === 0) return number;
  const exact = exactDecimal(value);
  if (exact.exponent >= -place) return number;
  const { coefficient, exponent } = atExponent(exact, -place, quotient);
  const result = Number(`${coefficient}e${exponent}`);
  return new Double(result === 0 && value < 0 ? -0 : result);
}

function quantized(number: Decimal128, place: number, quotient: Quotient): Decimal128 {
  const finite = finiteDecimal(number);
  if (finite === undefined) return number;
  const rounded = atExponent(finite, -place, quotient);
  const isNegative = number.toString().startsWith('-');
  if (rounded.coefficient === 0n && isNegative) return Decimal128.fromString(`-0E${rounded.exponent}`);
  return decimal128Of(rounded);
}

// Noughts are added behind only as long as a decimal128 has digits for them.
function atExponent({ coefficient, exponent }: Decimal, wanted: number, quotient: Quotient): Decimal {
  if (wanted > exponent) {
    return { coefficient: quotient(coefficient, 10n ** BigInt(wanted - exponent)), exponent: wanted };
  }
  const digits = coefficient < 0n ? (-coefficient).toString().length : coefficient.toString().length;
  const room = coefficient === 0n ? exponent - wanted : Math.max(0, Math.min(exponent - wanted, DIGITS - digits));
  return { coefficient: coefficient * 10n ** BigInt(room), exponent: exponent - room };
}

/** What a finite double is, to the last digit. */
function exactDecimal(value: number): Decimal {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const high = bits.getUint32(0);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(bits.getUint32(4));
  const mantissa = (biased === 0 ? fraction : fraction | (1n << 52n)) * (value < 0 ? -1n : 1n);
  const shift = Math.max(biased, 1) - 1075;
  if (shift >= 0) return { coefficient: mantissa << BigInt(shift), exponent: 0 };
  // Over 2^n is times 5^n over 10^n.
  return { coefficient: mantissa * 5n ** BigInt(-shift), exponent: shift };
}
