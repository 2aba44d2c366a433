import type { Code } from 'bson';
import { fieldsOf } from './fields';
import { numberKey } from './number-key';
import type { BsonDocument, Kind, Value } from './value';
import { isArray, isBinary, isDate, isNumber, isObjectId, isRegex, isSymbol, isTimestamp, kindOf } from './value';
import { spend } from '../work';

/**
 * Values as bytes whose plain byte order is MongoDB's order of values: MinKey < null < numbers < strings < objects
 * < arrays < binary data < object ids < booleans < dates < timestamps < regular expressions < code < MaxKey.
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
  minKey: 0x04,
  missing: 0x10,
  null: 0x10,
  number: 0x18,
  string: 0x20,
  object: 0x28,
  array: 0x30,
  binData: 0x38,
  objectId: 0x40,
  boolean: 0x48,
  date: 0x50,
  timestamp: 0x58,
  regex: 0x60,
  javascript: 0x70,
  javascriptWithScope: 0x74,
  maxKey: 0x7c,
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
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  return kindBytes[kindOf(left)] === kindBytes[kindOf(right)] && orderKey(left).equals(orderKey(right));
}

/** Negative when `left` comes first. Kinds compare before contents. */
export function compareValues(left: Value | undefined, right: Value | undefined): number {
  return Buffer.compare(orderKey(left), orderKey(right));
}

const MORE = Buffer.of(1);
const END = Buffer.of(0);

function append(parts: Buffer[], value: Value | undefined): void {
  spend(1);
  const kind = kindOf(value);
  parts.push(kindKey(kind));
  if (value === undefined || value === null || kind === 'minKey' || kind === 'maxKey') return;
  if (typeof value === 'string') parts.push(textKey(value));
  else if (typeof value === 'boolean') parts.push(Buffer.of(value ? 1 : 0));
  else if (isArray(value)) appendArray(parts, value);
  else if (isDate(value)) parts.push(int64Key(BigInt(value.getTime())));
  else if (isNumber(value)) parts.push(numberKey(value));
  else if (isObjectId(value)) parts.push(Buffer.from(value.toHexString(), 'hex'));
  else if (isRegex(value)) parts.push(textKey(value.pattern), textKey(value.options));
  else if (kind === 'object') appendDocument(parts, value as BsonDocument);
  else parts.push(rareKey(value));
}

// Binary data goes by its length first, then its subtype.
function rareKey(value: Value): Buffer {
  if (isBinary(value)) {
    const bytes = value.value();
    const head = Buffer.alloc(5);
    head.writeUInt32BE(bytes.length);
    head.writeUInt8(value.sub_type, 4);
    return Buffer.concat([head, bytes]);
  }
  if (isTimestamp(value)) {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32BE(value.t);
    bytes.writeUInt32BE(value.i, 4);
    return bytes;
  }
  if (isSymbol(value)) return textKey(value.value);
  const { code, scope } = value as Code;
  return scope === null ? textKey(code) : Buffer.concat([textKey(code), orderKey(scope)]);
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
  for (const [field, value] of fieldsOf(document)) {
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
