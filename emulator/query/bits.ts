import { requestFailed } from '../cloud-error';
import type { Decimal } from '../values/decimal';
import { finiteDecimal } from '../values/decimal';
import { nonNegativeInt } from './non-negative-int';
import { showField } from '../values/show-value';
import type { BsonNumber, Value } from '../values/value';
import { isArray, isBinary, isDecimal, isNumber, toJsNumber } from '../values/value';

/** Bits by their positions, the lowest 0, and what must be so of them. */
export type BitTest = { readonly positions: readonly number[]; readonly wanted: (typeof bitOperators)[BitOperator] };

type BitOperator = '$bitsAllSet' | '$bitsAllClear' | '$bitsAnySet' | '$bitsAnyClear';

const bitOperators = {
  $bitsAllSet: { all: true, set: true },
  $bitsAllClear: { all: true, set: false },
  $bitsAnySet: { all: false, set: true },
  $bitsAnyClear: { all: false, set: false },
} as const satisfies Record<BitOperator, { all: boolean; set: boolean }>;

export function isBitOperator(operator: string): operator is BitOperator {
  return Object.hasOwn(bitOperators, operator);
}

/** Reads a mask: a number, binary data, or the positions themselves. */
export function parseBits(operator: BitOperator, mask: Value, path: string): BitTest {
  return { positions: positionsOf(mask, path), wanted: bitOperators[operator] };
}

/** Whole numbers of 64 bits have bits, the sign going on forever, and so has binary data; nothing else has. */
export function bitsHold({ positions, wanted }: BitTest, value: Value | undefined): boolean {
  const bitAt = bitReader(value);
  if (bitAt === undefined) return false;
  const isSo = (position: number): boolean => bitAt(position) === wanted.set;
  return wanted.all ? positions.every(isSo) : positions.some(isSo);
}

function bitReader(value: Value | undefined): ((position: number) => boolean) | undefined {
  if (isBinary(value)) {
    const bytes = value.value();
    return (position) => (((bytes[position >> 3] ?? 0) >> (position & 7)) & 1) === 1;
  }
  const whole = isNumber(value) ? wholeNumber(value) : undefined;
  return whole === undefined ? undefined : (position) => ((whole >> BigInt(position)) & 1n) === 1n;
}

function wholeNumber(value: BsonNumber): bigint | undefined {
  if (value._bsontype === 'Long') return value.toBigInt();
  const decimal = isDecimal(value) ? finiteDecimal(value) : undefined;
  const exact = decimal && wholeDecimal(decimal);
  if (exact !== undefined) return BigInt.asIntN(64, exact) === exact ? exact : undefined;
  const number = toJsNumber(value);
  return Number.isInteger(number) && number >= -(2 ** 63) && number < 2 ** 63 ? BigInt(number) : undefined;
}

// Exponents reach six thousand; twenty digits are past 64 bits.
function wholeDecimal({ coefficient, exponent }: Decimal): bigint | undefined {
  if (exponent < 0) {
    const unit = 10n ** BigInt(-exponent);
    return coefficient % unit === 0n ? coefficient / unit : undefined;
  }
  return exponent < 20 ? coefficient * 10n ** BigInt(exponent) : undefined;
}

function positionsOf(mask: Value, path: string): readonly number[] {
  if (isArray(mask)) {
    return mask.map((position, at) => nonNegativeInt(String(at), position, 'Failed to parse bit position. '));
  }
  if (isBinary(mask)) return setPositions(mask, 8 * mask.position);
  if (!isNumber(mask)) {
    throw requestFailed(`${path} takes an Array, a number, or a BinData but received: ${showField(path, mask)}`);
  }
  const whole = wholeNumber(mask);
  if (whole === undefined) throw requestFailed(`Expected an integer: ${showField(path, mask)}`);
  if (whole < 0n) throw requestFailed(`Expected a non-negative number in: ${showField(path, mask)}`);
  return setPositions(mask, 63);
}

function setPositions(mask: Value, size: number): readonly number[] {
  const bitAt = bitReader(mask);
  return Array.from({ length: size }, (_, position) => position).filter((position) => bitAt?.(position));
}
