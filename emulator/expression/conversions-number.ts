import { Decimal128, Double, Int32, Long } from 'bson';
import { decimal128Of, decimalOfDouble, decimalOfInteger, parseDecimal } from '../values/decimal';
import type { BsonNumber } from '../values/value';
import { toJsNumber } from '../values/value';
import { ConversionFailure } from './conversions-failure';
import { isZero } from './numbers';
import { doubleText, numberText } from './conversions-text';

const INT32: Range = { least: -(2n ** 31n), most: 2n ** 31n - 1n };
const INT64: Range = { least: -(2n ** 63n), most: 2n ** 63n - 1n };
type Range = { readonly least: bigint; readonly most: bigint };

/** Whole numbers are cut off towards zero. */
export function toInt(value: BsonNumber | string): Int32 {
  const integer = typeof value === 'string' ? parsedInteger(value, INT32) : integerOf(value, INT32);
  return new Int32(Number(integer));
}

export function toLong(value: BsonNumber | string): Long {
  return Long.fromBigInt(typeof value === 'string' ? parsedInteger(value, INT64) : integerOf(value, INT64));
}

export function toDouble(value: BsonNumber | string): Double {
  if (typeof value === 'string') return new Double(parsedDouble(value));
  if (value._bsontype !== 'Decimal128') return new Double(toJsNumber(value));
  const double = Number(value.toString());
  if (!Number.isFinite(double) && Number.isFinite(Number(parseDecimal(value.toString())?.coefficient ?? NaN))) {
    throw overflow(value);
  }
  return new Double(double);
}

export function toDecimal(value: BsonNumber | string): Decimal128 {
  if (typeof value === 'string') return parsedDecimal(value);
  if (value._bsontype === 'Decimal128') return value;
  // A double has fifteen digits that are surely its own, and keeps their zeros: 2.5 becomes 2.50000000000000.
  if (value._bsontype === 'Double') return decimalOfDouble(value.value);
  return decimalOfInteger(BigInt(value.toString()));
}

function integerOf(value: BsonNumber, range: Range): bigint {
  if (value._bsontype === 'Int32' || value._bsontype === 'Long') {
    return withinRange(BigInt(value.toString()), value, range);
  }
  const number = Number(value.toString());
  if (Number.isNaN(number)) {
    throw new ConversionFailure('Attempt to convert NaN value to integer type in $convert with no onError value');
  }
  const isInfinite = value.toString().endsWith('Infinity');
  if (isInfinite) {
    throw new ConversionFailure('Attempt to convert infinity value to integer type in $convert with no onError value');
  }
  return withinRange(value._bsontype === 'Double' ? BigInt(Math.trunc(number)) : truncated(value), value, range);
}

function truncated(value: Decimal128): bigint {
  const { coefficient, exponent } = parseDecimal(value.toString()) ?? { coefficient: 0n, exponent: 0 };
  return exponent >= 0 ? coefficient * 10n ** BigInt(exponent) : coefficient / 10n ** BigInt(-exponent);
}

function withinRange(integer: bigint, value: BsonNumber, { least, most }: Range): bigint {
  if (integer < least || integer > most) throw overflow(value);
  return integer;
}

function overflow(value: BsonNumber): ConversionFailure {
  const shown = value._bsontype === 'Double' ? doubleText(value.value) : numberText(value);
  return new ConversionFailure(`Conversion would overflow target type in $convert with no onError value: ${shown}`);
}

function unparsed(text: string, why: string): ConversionFailure {
  return new ConversionFailure(`Failed to parse number '${text}' in $convert with no onError value: ${why}`);
}

function requireDecimalDigits(text: string): void {
  if (!text.startsWith('0x')) return;
  throw new ConversionFailure(`Illegal hexadecimal input in $convert with no onError value: ${text}`);
}

/** As many as a long has. */
const MOST_DIGITS = 19;

function parsedInteger(text: string, { least, most }: Range): bigint {
  requireDecimalDigits(text);
  const [, sign, digits = '', rest] = /^([+-]?)(\d*)([^]*)$/.exec(text) ?? [];
  if (digits === '') throw unparsed(text, rest === '' ? 'No digits' : 'Did not consume any digits');
  if (rest !== '') throw unparsed(text, 'Did not consume whole string.');
  const significant = digits.replace(/^0+(?=\d)/, '');
  if (significant.length > MOST_DIGITS) throw unparsed(text, 'Overflow');
  const integer = BigInt(`${sign === '-' ? '-' : ''}${significant}`);
  if (integer < least || integer > most) throw unparsed(text, 'Overflow');
  return integer;
}

const NUMERAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/;
const SPECIAL = /^([+-]?)(nan|inf(?:inity)?)$/i;

function parsedDouble(text: string): number {
  requireDecimalDigits(text);
  if (text === '') throw unparsed(text, 'Empty string');
  if (/^\s/.test(text)) throw unparsed(text, 'Leading whitespace');
  const [, sign, name] = SPECIAL.exec(text) ?? [];
  if (name !== undefined) return name.toLowerCase() === 'nan' ? NaN : sign === '-' ? -Infinity : Infinity;
  const hexadecimal = hexadecimalOf(text);
  if (hexadecimal !== undefined) return hexadecimal;
  const [numeral] = NUMERAL.exec(text) ?? [];
  if (numeral === undefined) throw unparsed(text, 'Did not consume any digits');
  if (numeral !== text) throw unparsed(text, 'Did not consume whole string.');
  const number = Number(numeral);
  const isLost =
    !Number.isFinite(number) || (Math.abs(number) < LEAST_NORMAL && /[1-9]/.test(numeral.replace(/e.*/i, '')));
  if (isLost) throw unparsed(text, 'Out of range');
  return number;
}

// As C reads them, `0X1.8P1`; MongoDB refuses those that begin with a bare `0x`.
function hexadecimalOf(text: string): number | undefined {
  const [, sign, whole = '', fraction = '', power = '0'] =
    /^([+-]?)0x(?=\.?[\da-f])([\da-f]*)(?:\.([\da-f]*))?(?:p([+-]?\d+))?$/i.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const digits = (whole + fraction).replace(/^0+(?=.)/, '');
  // No double has room for more; the rest of them only says how far it is from one.
  const kept = digits.slice(0, MOST_HEXADECIMALS);
  const number =
    Number(`0x${kept || '0'}`) * 2 ** (4 * (digits.length - kept.length - fraction.length) + Number(power));
  if (!Number.isFinite(number)) throw unparsed(text, 'Out of range');
  return sign === '-' ? -number : number;
}

const MOST_HEXADECIMALS = 250;

// What is smaller has lost digits, which C's reader calls out of range.
const LEAST_NORMAL = 2.2250738585072014e-308;

function parsedDecimal(text: string): Decimal128 {
  requireDecimalDigits(text);
  if (text === '') throw unparsed(text, 'Empty string');
  if (/^\s/.test(text)) throw unparsed(text, 'Leading whitespace');
  const [, sign, name] = SPECIAL.exec(text) ?? [];
  if (name !== undefined) {
    return Decimal128.fromString(name.toLowerCase() === 'nan' ? 'NaN' : `${sign === '-' ? '-' : ''}Infinity`);
  }
  if (NUMERAL.exec(text)?.[0] !== text) throw unparsed(text, 'Failed to parse string to decimal');
  const read = parseDecimal(text);
  if (read === undefined) throw unparsed(text, 'Failed to parse string to decimal');
  const decimal = decimal128Of(read);
  if (read.coefficient === 0n) return text.startsWith('-') ? Decimal128.fromString(`-${decimal.toString()}`) : decimal;
  if (decimal.toString().endsWith('Infinity')) {
    throw unparsed(text, 'Conversion from string to decimal would overflow');
  }
  if (isZero(decimal)) {
    throw unparsed(text, 'Conversion from string to decimal would underflow');
  }
  return decimal;
}
