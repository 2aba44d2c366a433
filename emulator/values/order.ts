import type { BsonDocument, BsonNumber, Kind, Value } from './value';
import { isArray, isDate, isNumber, isObjectId, isRegex, kindOf } from './value';

/**
 * Values as bytes whose plain byte order is MongoDB's order of values: null < numbers < strings < objects < arrays
 * < object ids < booleans < dates < regular expressions.
 *
 * Every code is self-delimiting, so codes can be joined into compound keys, and a key inverted bit by bit sorts
 * downwards. All comparing in the emulator goes through these bytes: an index and a scan cannot disagree.
 */
export function orderKey(value: Value | undefined): Buffer {
  const parts: Buffer[] = [];
  append(parts, value);
  return Buffer.concat(parts);
}

const kindBytes = {
  missing: 0x10,
  null: 0x10,
  number: 0x18,
  string: 0x20,
  object: 0x28,
  array: 0x30,
  objectId: 0x40,
  boolean: 0x48,
  date: 0x50,
  regex: 0x60,
} as const satisfies Record<Kind, number>;

/** First byte of every key of this kind. A query for `$gt: 5` looks at numbers only. */
export function kindKey(kind: Kind): Buffer {
  return Buffer.of(kindBytes[kind]);
}

/** An empty array has no element to sort by; it goes before null, where MongoDB keeps `undefined`. */
export const emptyArrayKey: Buffer = Buffer.of(0x08);

export function inverted(key: Buffer): Buffer {
  return Buffer.from(key.map((byte) => 0xff - byte));
}

/** The smallest key greater than every key that begins with `prefix`. */
export function afterPrefix(prefix: Buffer): Buffer {
  const next = Buffer.from(prefix);
  for (let at = next.length - 1; at >= 0; at -= 1) {
    const byte = next[at] ?? 0xff;
    if (byte < 0xff) {
      next[at] = byte + 1;
      return next.subarray(0, at + 1);
    }
  }
  return Buffer.alloc(64, 0xff);
}

export function sameValue(left: Value | undefined, right: Value | undefined): boolean {
  if (typeof left === 'string' || typeof right === 'string') return left === right;
  return kindBytes[kindOf(left)] === kindBytes[kindOf(right)] && orderKey(left).equals(orderKey(right));
}

/** Negative when `left` comes first. Kinds compare before contents. */
export function compareValues(left: Value | undefined, right: Value | undefined): number {
  return Buffer.compare(orderKey(left), orderKey(right));
}

const MORE = Buffer.of(1);
const END = Buffer.of(0);

function append(parts: Buffer[], value: Value | undefined): void {
  parts.push(kindKey(kindOf(value)));
  if (value === undefined || value === null) return;
  if (typeof value === 'string') parts.push(textKey(value));
  else if (typeof value === 'boolean') parts.push(Buffer.of(value ? 1 : 0));
  else if (isArray(value)) appendArray(parts, value);
  else if (isDate(value)) parts.push(int64Key(BigInt(value.getTime())));
  else if (isNumber(value)) parts.push(numberKey(value));
  else if (isObjectId(value)) parts.push(Buffer.from(value.toHexString(), 'hex'));
  else if (isRegex(value)) parts.push(textKey(value.pattern), textKey(value.options));
  else appendDocument(parts, value);
}

function appendArray(parts: Buffer[], items: readonly Value[]): void {
  for (const item of items) {
    parts.push(MORE);
    append(parts, item);
  }
  parts.push(END);
}

// Field by field: the kind of the value first, then the name, then the value.
function appendDocument(parts: Buffer[], document: BsonDocument): void {
  for (const [field, value] of Object.entries(document)) {
    parts.push(MORE, kindKey(kindOf(value)), textKey(field));
    append(parts, value);
  }
  parts.push(END);
}

// UTF-8 bytes, a zero byte written as 00 FF, closed by 00 00: "a" sorts before "a\0" and before "aa".
function textKey(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (!bytes.includes(0)) return Buffer.concat([bytes, Buffer.of(0, 0)]);
  const escaped = [...bytes].flatMap((byte) => (byte === 0 ? [0, 0xff] : [byte]));
  return Buffer.from([...escaped, 0, 0]);
}

function int64Key(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value + 2n ** 63n));
  return bytes;
}

/**
 * Ten bytes: the nearest double in an order-preserving form, then how far the exact integer lies from it, so that
 * longs beyond 2^53 keep their order among themselves and among doubles. NaN is smallest, -0 equals 0.
 */
function numberKey(value: BsonNumber): Buffer {
  const exact = value._bsontype === 'Long' ? value.toBigInt() : undefined;
  const double = value._bsontype === 'Long' ? Number(value.toBigInt()) : value.value;
  const bytes = Buffer.alloc(10);
  if (Number.isNaN(double)) return bytes;
  bytes.writeDoubleBE(double === 0 ? 0 : double);
  if (double < 0) for (let at = 0; at < 8; at += 1) bytes[at] = 0xff - (bytes[at] ?? 0);
  else bytes[0] = (bytes[0] ?? 0) | 0x80;
  const rest = exact === undefined ? 0 : Number(exact - BigInt(double));
  bytes.writeUInt16BE(rest + 0x8000, 8);
  return bytes;
}
