import type { Decimal } from './decimal';
import { finiteDecimal } from './decimal';
import type { BsonNumber } from './value';
import { isDecimal } from './value';

const INT64_MOST = 2n ** 63n - 1n;
const INT64_LEAST = -(2n ** 63n);

/** A long lies at most 512 from the nearest double; each step between has room for the decimals up to the next. */
const MIDDLE = 0x8000;
const STEP = 16;
const FARTHEST = 600;

/** Significant digits of a decimal, two in a byte. */
const DIGIT_BYTES = 17;

/**
 * Ten bytes: the nearest double in an order-preserving form, then how far the exact number lies from it, so that longs
 * beyond 2^53 keep their order among themselves and among doubles. NaN is smallest, -0 equals 0.
 *
 * A decimal that is neither a double nor a long goes behind the step it lies on, and has its digits follow: no key is
 * the beginning of another.
 */
export function numberKey(value: BsonNumber): Buffer {
  if (value._bsontype === 'Long') {
    const exact = value.toBigInt();
    const double = Number(exact);
    return nearDouble(double, MIDDLE + STEP * Number(exact - BigInt(double)));
  }
  if (!isDecimal(value)) return nearDouble(value.value, MIDDLE);
  const decimal = finiteDecimal(value);
  return decimal === undefined ? nearDouble(Number(value.toString()), MIDDLE) : decimalKey(decimal);
}

function nearDouble(double: number, rest: number): Buffer {
  const bytes = Buffer.alloc(10);
  if (Number.isNaN(double)) return bytes;
  bytes.writeDoubleBE(double === 0 ? 0 : double);
  if (double < 0) for (let at = 0; at < 8; at += 1) bytes[at] = 0xff - (bytes[at] ?? 0);
  else bytes[0] = (bytes[0] ?? 0) | 0x80;
  bytes.writeUInt16BE(rest, 8);
  return bytes;
}

function decimalKey(decimal: Decimal): Buffer {
  const double = nearestDouble(decimal);
  const { step, isWhole } = distance(decimal, double);
  if (isWhole && (step === 0n || isLong(decimal))) return nearDouble(double, MIDDLE + STEP * Number(step));
  const nearStep = step > FARTHEST ? FARTHEST : step < -FARTHEST ? -FARTHEST : Number(step);
  return Buffer.concat([nearDouble(double, MIDDLE + STEP * nearStep + STEP / 2), digitsKey(decimal)]);
}

/** A finite one, so that a decimal beyond the doubles comes before infinity. */
function nearestDouble({ coefficient, exponent }: Decimal): number {
  const double = Number(`${coefficient}e${exponent}`);
  return Math.min(Math.max(double, -Number.MAX_VALUE), Number.MAX_VALUE);
}

/** The whole steps of one from the double down to the decimal or on to it, and whether that is all there is between. */
function distance(decimal: Decimal, double: number): { readonly step: bigint; readonly isWhole: boolean } {
  const [mantissa, power] = binaryParts(double);
  const tens = 10n ** BigInt(Math.max(0, -decimal.exponent));
  const twos = 2n ** BigInt(Math.max(0, -power));
  const numerator =
    decimal.coefficient * 10n ** BigInt(Math.max(0, decimal.exponent)) * twos -
    mantissa * 2n ** BigInt(Math.max(0, power)) * tens;
  const denominator = tens * twos;
  const rest = ((numerator % denominator) + denominator) % denominator;
  return { step: (numerator - rest) / denominator, isWhole: rest === 0n };
}

/** The double as `mantissa` × 2^`power`. */
function binaryParts(double: number): readonly [mantissa: bigint, power: number] {
  let [mantissa, power] = [double, 0];
  // Multiplying and dividing by two is exact all the way.
  while (!Number.isInteger(mantissa)) [mantissa, power] = [mantissa * 2, power - 1];
  return [BigInt(mantissa), power];
}

function isLong({ coefficient, exponent }: Decimal): boolean {
  if (exponent > 19) return coefficient === 0n;
  const value = exponent >= 0 ? coefficient * 10n ** BigInt(exponent) : coefficient / 10n ** BigInt(-exponent);
  return value >= INT64_LEAST && value <= INT64_MOST;
}

/** 19 bytes: the power of ten, then the digits from the first that is not zero; all turned around below zero. */
function digitsKey({ coefficient, exponent }: Decimal): Buffer {
  const isNegative = coefficient < 0n;
  const digits = (isNegative ? -coefficient : coefficient).toString();
  const bytes = Buffer.alloc(2 + DIGIT_BYTES);
  bytes.writeUInt16BE(exponent + digits.length + MIDDLE);
  bytes.write(digits.padEnd(2 * DIGIT_BYTES, '0'), 2, 'hex');
  return isNegative ? Buffer.from(bytes.map((byte) => 0xff - byte)) : bytes;
}
