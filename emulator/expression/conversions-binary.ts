import { Binary } from 'bson';
import type { BsonNumber } from '../values/value';
import { toJsNumber } from '../values/value';
import { ConversionFailure } from './conversions-failure';
import { asLong } from './numbers';
import { hasRoom, TOO_LONG } from '../work';

/** How `$convert` goes between bytes and everything else; it matters to nothing but bytes. */
export type BinaryOptions = {
  /** How a text writes bytes; `auto`, for texts that are made, is base64, and for a UUID a UUID. */
  readonly format: BinaryFormat | undefined;
  /** The subtype of bytes that are made. */
  readonly subtype: number;
  /** Whether numbers begin with their greatest byte. */
  readonly isBigEndian: boolean;
};

export const binaryFormats = ['auto', 'base64', 'base64url', 'hex', 'utf8', 'uuid'] as const;

export type BinaryFormat = (typeof binaryFormats)[number];

const UUID = 4;

export function textOfBinary(binary: Binary, { format }: BinaryOptions): string {
  if (format === undefined) throw failure("Format must be specified when converting from 'binData' to 'string'");
  const text = written(binary, format);
  if (!hasRoom(text)) throw failure(TOO_LONG);
  return text;
}

function written(binary: Binary, format: BinaryFormat): string {
  const bytes = bytesOf(binary);
  const isUuid = binary.sub_type === UUID && bytes.length === 16;
  switch (format === 'auto' ? (isUuid ? 'uuid' : 'base64') : format) {
    case 'uuid':
      if (!isUuid) throw failure(`Can't convert to UUID: its subtype is ${binary.sub_type}`);
      return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    case 'hex':
      return bytes.toString('hex').toUpperCase();
    case 'utf8': {
      const text = bytes.toString('utf8');
      if (!Buffer.from(text).equals(bytes)) throw failure('BinData does not represent a valid UTF-8 string');
      return text;
    }
    case 'base64url':
      return bytes.toString('base64url');
    default:
      return bytes.toString('base64');
  }
}

export function binaryOfText(text: string, { format, subtype }: BinaryOptions): Binary {
  if (format === undefined) throw failure("Format must be specified when converting from 'string' to 'binData'");
  if (format === 'auto') throw failure("Format 'auto' is not allowed when converting from 'string' to 'binData'");
  if (!forms[format].test(text)) throw failure(`Input '${text}' is not a valid ${format} string`);
  if ((format === 'uuid') !== (subtype === UUID)) {
    throw failure(`Only the format 'uuid' is allowed with the UUID subtype, and only there`);
  }
  if (format !== 'uuid') return new Binary(Buffer.from(text, format), subtype);
  return new Binary(Buffer.from(text.replaceAll('-', ''), 'hex'), UUID);
}

const UUID_TEXT = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const forms: Readonly<Record<Exclude<BinaryFormat, 'auto'>, RegExp>> = {
  base64: /^(?=(?:.{4})*$)[A-Za-z0-9+/]*={0,2}$/,
  base64url: /^(?!(?:.{4})*.$)[A-Za-z0-9_-]*={0,2}$/,
  hex: /^(?:[0-9a-fA-F]{2})*$/,
  utf8: /^/,
  uuid: UUID_TEXT,
};

/** Ints make four bytes, longs and doubles eight. */
export function binaryOfNumber(number: BsonNumber, { subtype, isBigEndian }: BinaryOptions): Binary | undefined {
  const bytes = Buffer.alloc(number._bsontype === 'Int32' ? 4 : 8);
  switch (number._bsontype) {
    case 'Int32':
      bytes.writeInt32LE(number.value);
      break;
    case 'Long':
      bytes.writeBigInt64LE(asLong(number));
      break;
    case 'Double':
      bytes.writeDoubleLE(toJsNumber(number));
      break;
    default:
      return undefined;
  }
  return new Binary(isBigEndian ? bytes.reverse() : bytes, subtype);
}

/** The whole number with a sign that so many bytes are; of a size that is none of `sizes` there is none. */
export function wholeOfBinary(binary: Binary, target: 'int' | 'long', { isBigEndian }: BinaryOptions): bigint {
  const bytes = ordered(binary, isBigEndian);
  requireSize(bytes, target === 'int' ? [1, 2, 4] : [1, 2, 4, 8], target);
  return bytes.length === 8 ? bytes.readBigInt64LE() : BigInt(bytes.readIntLE(0, bytes.length));
}

export function doubleOfBinary(binary: Binary, { isBigEndian }: BinaryOptions): number {
  const bytes = ordered(binary, isBigEndian);
  requireSize(bytes, [4, 8], 'double');
  return bytes.length === 4 ? bytes.readFloatLE() : bytes.readDoubleLE();
}

function ordered(binary: Binary, isBigEndian: boolean): Buffer {
  const bytes = bytesOf(binary);
  return isBigEndian ? bytes.reverse() : bytes;
}

function bytesOf(binary: Binary): Buffer {
  return Buffer.from(binary.buffer.subarray(0, binary.length()));
}

function requireSize(bytes: Buffer, sizes: readonly number[], target: string): void {
  if (sizes.includes(bytes.length)) return;
  throw failure(
    `Failed to convert '${bytes.toString('base64')}' to ${target} because of invalid length: ${bytes.length}`,
  );
}

function failure(why: string): ConversionFailure {
  return new ConversionFailure(`${why} in $convert with no onError value`);
}
