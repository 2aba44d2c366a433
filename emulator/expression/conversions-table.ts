import type { Binary } from 'bson';
import { Double, Long, ObjectId } from 'bson';
import { decimalOfInteger } from '../values/decimal';
import type { TypeName } from '../values/type-names';
import { typeName } from '../values/type-names';
import type { BsonNumber, Value } from '../values/value';
import { isBinary, isDate, isNumber, isObjectId, isTimestamp } from '../values/value';
import type { BinaryOptions } from './conversions-binary';
import { binaryOfNumber, binaryOfText, doubleOfBinary, textOfBinary, wholeOfBinary } from './conversions-binary';
import { ConversionFailure } from './conversions-failure';
import { toDecimal, toDouble, toInt, toLong } from './conversions-number';
import { numberText } from './conversions-text';
import { isoText } from './dates-format';
import { instantOfObjectId } from './dates-operand';
import { parseDate } from './dates-parse';
import { isZero } from './numbers';
import { int } from './text-operand';

/**
 * A value as another type.
 *
 * @param value neither null nor missing; those never get this far
 * @throws ConversionFailure where the type cannot become that, or this value of it cannot
 */
export function converted(value: Value, target: TypeName, options: BinaryOptions = ofItself): Value {
  const made = isBinary(value) ? fromBinary(value, target, options) : conversions[target]?.(value, options);
  if (made !== undefined) return made;
  throw new ConversionFailure(
    `Unsupported conversion from ${typeName(value)} to ${target} in $convert with no onError value`,
  );
}

/** How bytes are taken where nobody says how. */
const ofItself: BinaryOptions = { format: undefined, subtype: 0, isBigEndian: false };

/** What each type can be made from, bytes apart; undefined where it cannot. */
const conversions: Partial<Record<TypeName, (value: Value, options: BinaryOptions) => Value | undefined>> = {
  binData: (value, options) => {
    if (typeof value === 'string') return binaryOfText(value, options);
    return isNumber(value) ? binaryOfNumber(value, options) : undefined;
  },
  double: (value) =>
    isDate(value) ? new Double(value.getTime()) : numberFrom(value, toDouble, (is) => new Double(is)),
  int: (value) => numberFrom(value, toInt, int),
  long: (value) =>
    isDate(value) ? Long.fromNumber(value.getTime()) : numberFrom(value, toLong, (is) => Long.fromNumber(is)),
  decimal: (value) =>
    isDate(value)
      ? decimalOfInteger(BigInt(value.getTime()))
      : numberFrom(value, toDecimal, (is) => decimalOfInteger(BigInt(is))),
  string: toText,
  bool: (value) => (!isNumber(value) ? value !== false : !isZero(value)),
  date: toDate,
  objectId: (value) => (isObjectId(value) ? value : typeof value === 'string' ? objectIdFrom(value) : undefined),
};

function fromBinary(value: Binary, target: TypeName, options: BinaryOptions): Value | undefined {
  switch (target) {
    case 'string':
      return textOfBinary(value, options);
    case 'int':
      return int(Number(wholeOfBinary(value, target, options)));
    case 'long':
      return Long.fromBigInt(wholeOfBinary(value, target, options));
    case 'double':
      return new Double(doubleOfBinary(value, options));
    case 'bool':
      return true;
    case 'binData':
      if (value.sub_type === options.subtype) return value;
      throw new ConversionFailure(
        `Conversions between different BinData subtypes are not supported in $convert with no onError value`,
      );
    default:
      return undefined;
  }
}

function numberFrom(
  value: Value,
  convert: (value: BsonNumber | string) => Value,
  fromBit: (bit: 0 | 1) => Value,
): Value | undefined {
  if (typeof value === 'boolean') return fromBit(value ? 1 : 0);
  return typeof value === 'string' || isNumber(value) ? convert(value) : undefined;
}

function toText(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (isNumber(value)) return numberText(value);
  if (isDate(value)) return isoText(value.getTime());
  return isObjectId(value) ? value.toHexString() : undefined;
}

// An int is too small for an instant, and not taken for one.
function toDate(value: Value): Date | undefined {
  if (isDate(value)) return value;
  if (isObjectId(value)) return new Date(instantOfObjectId(value));
  if (isTimestamp(value)) return new Date(value.t * 1000);
  if (typeof value === 'string') return dateFrom(parseDate(value, undefined), value);
  if (!isNumber(value) || typeName(value) === 'int') return undefined;
  return dateFrom(toLong(value).toNumber(), value);
}

function dateFrom(instant: number, value: Value): Date {
  const date = new Date(instant);
  if (!Number.isNaN(date.getTime())) return date;
  const shown = isNumber(value) ? numberText(value) : String(instant);
  throw new ConversionFailure(`Conversion would overflow target type in $convert with no onError value: ${shown}`);
}

function objectIdFrom(text: string): ObjectId {
  if (/^[0-9a-fA-F]{24}$/.test(text)) return new ObjectId(text);
  const size = Buffer.byteLength(text);
  const why =
    size === 24
      ? `Invalid character found in hex string: "${text}"`
      : `Invalid string length for parsing to OID, expected 24 but found ${size}`;
  throw new ConversionFailure(`Failed to parse objectId '${text}' in $convert with no onError value: ${why}`);
}
