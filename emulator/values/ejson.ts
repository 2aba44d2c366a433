import { BSONRegExp, Double, Int32, Long, ObjectId } from 'bson';
import { isTooDeep } from '../bounded-json';
import { requestFailed } from '../cloud-error';
import { fieldsOf, documentOf } from './fields';
import { rareFromTagged, rareToEjson } from './rare-ejson';
import type { BsonDocument, Value } from './value';
import { isArray, isDate, isDocument, isNumber, isObjectId, isRegex, toJsNumber, withoutJsFlags } from './value';

const INT32_MAX = 0x7fffffff;

/**
 * Reads canonical EJSON text, the form of every document and query on the wire.
 *
 * Written here and not taken from bson, whose parser turns `{$regex, $ne}` into the regex alone, which would
 * silently answer another question than the one asked.
 *
 * @param now what `db.serverDate()` stands for
 */
export function parseEjson(text: string, now: Date): Value {
  if (isTooDeep(text)) throw tooDeep();
  return read(text, now);
}

function read(text: string, now: Date): Value {
  let json: unknown;
  // JSON.parse would move names that are whole numbers to the front; marked, they stay where they stand.
  const isMarked = wholeNumberName.test(text);
  try {
    json = JSON.parse(isMarked ? text.replace(wholeNumberNames, `"${MARK}$1"$2`) : text);
  } catch {
    throw requestFailed('the text is not JSON');
  }
  return fromJson(json, { now, isMarked, mayHoldRefused: mayHoldRefused(text) }, 0);
}

/** As deep as MongoDB's server lets any text of a request go; deeper ones would end the stack. */
const MOST_DEPTH = 200;

const wholeNumberName = /(?<!\\)"\d+"\s*:/;
const wholeNumberNames = /(?<!\\)"(\d+)"(\s*:)/g;

/** No field name holds a zero byte, so this cannot be one. Written as JSON has it. */
const MARK = '\\u0000';

type Reading = { readonly now: Date; readonly isMarked: boolean; readonly mayHoldRefused: boolean };

export function parseDocument(text: string, now: Date): BsonDocument {
  return documentIn(parseEjson(text, now));
}

function documentIn(value: Value): BsonDocument {
  if (!isDocument(value)) throw requestFailed('a document was expected');
  return value;
}

const epoch = new Date(0);

/** Reads what this store wrote itself; there is no server date left in it. */
export function parseStored(text: string): BsonDocument {
  return documentIn(read(text, epoch));
}

const tooDeep = (): Error => requestFailed('BSONObj exceeds maximum nested object depth');

function fromJson(json: unknown, reading: Reading, outerDepth: number): Value {
  if (json === null || typeof json === 'boolean' || typeof json === 'string') return json;
  if (typeof json === 'number') return numberFromJs(json);
  if (typeof json !== 'object') throw requestFailed(`a value of type ${typeof json} cannot be stored`);
  if (outerDepth >= MOST_DEPTH) throw tooDeep();
  const depth = outerDepth + 1;
  if (Array.isArray(json)) return json.map((item) => fromJson(item, reading, depth));
  const object = json as Readonly<Record<string, unknown>>;
  const names = Object.keys(object);
  const [first] = names;
  if (first !== undefined && names.length <= 2 && first.startsWith('$')) {
    const special = fromTagged(first, object, names, (inner) => fromJson(inner, reading, depth), reading);
    if (special !== undefined) return special;
  }
  if (reading.isMarked) {
    return documentOf(names.map((name) => [unmarked(name), fromJson(object[name], reading, depth)]));
  }
  const document: Record<string, Value> = {};
  for (const name of names) {
    if (reading.mayHoldRefused) refuseFieldName(name);
    document[name] = fromJson(object[name], reading, depth);
  }
  return document;
}

/** Whether any name in a text could be one that is refused, spelt out or in escapes: seldom, and soon told. */
function mayHoldRefused(text: string): boolean {
  return text.includes('\\u') || text.includes('__proto__') || text.includes('_bsontype');
}

function unmarked(field: string): string {
  const name = field.startsWith('\0') ? field.slice(1) : field;
  refuseFieldName(name);
  return name;
}

/** Names that would change what a JavaScript object is, and the one that no document of MongoDB can hold. */
export function refuseFieldName(field: string): void {
  if (field === '__proto__' || field === '_bsontype') throw requestFailed(`the field name '${field}' is refused`);
  if (field.includes('\0')) throw requestFailed('Key must not contain null bytes');
}

function fromTagged(
  tag: string,
  object: Readonly<Record<string, unknown>>,
  [, second]: readonly string[],
  read: (json: unknown) => Value,
  reading: Reading,
): Value | undefined {
  const content = object[tag];
  if (second !== undefined) return rareFromTagged(tag, content, [second, object[second]], read);
  switch (tag) {
    case '$numberInt':
      return new Int32(wholeFrom(tag, content));
    case '$numberLong':
      return longFrom(tag, content);
    case '$numberDouble':
      return new Double(doubleFrom(content));
    case '$date':
      return dateFrom(content);
    case '$oid':
      return objectIdFrom(content);
    case '$regularExpression':
      return regexFrom(content);
    case '$tcb_server_date':
      return serverDateFrom(read(content), reading);
    default:
      return rareFromTagged(tag, content, undefined, read);
  }
}

function wholeFrom(tag: string, content: unknown): number {
  const number = Number(content);
  if (!Number.isInteger(number)) throw requestFailed(`a ${tag} holds no whole number`);
  return number;
}

function doubleFrom(content: unknown): number {
  const number = Number(content);
  if (Number.isNaN(number) && content !== 'NaN') throw requestFailed('a $numberDouble holds no number');
  return number;
}

function objectIdFrom(content: unknown): ObjectId {
  if (typeof content !== 'string' || !/^[0-9a-fA-F]{24}$/.test(content)) {
    throw requestFailed('an $oid holds no 24 hexadecimal digits');
  }
  return new ObjectId(content);
}

function regexFrom(content: unknown): BSONRegExp {
  const { pattern, options = '' } = (content ?? {}) as { pattern?: unknown; options?: unknown };
  if (typeof pattern !== 'string' || typeof options !== 'string') {
    throw requestFailed('a $regularExpression holds no pattern and options');
  }
  if (pattern.includes('\0')) throw requestFailed('Regular expression cannot contain an embedded null byte');
  const flags = Array.from(withoutJsFlags(options));
  const unknown = flags.find((flag) => !'imslx'.includes(flag));
  if (unknown !== undefined) throw requestFailed(`invalid flag in regex options: ${unknown}`);
  return new BSONRegExp(pattern, [...new Set(flags)].join(''));
}

function serverDateFrom(shift: Value, reading: Reading): Date {
  const offset = isDocument(shift) ? shift['offset'] : undefined;
  const date = new Date(reading.now.getTime() + (isNumber(offset) ? toJsNumber(offset) : 0));
  if (Number.isNaN(date.getTime())) throw requestFailed('the offset of a server date leads to no instant');
  return date;
}

/** Every instant is a long, and bson would read its digits by long multiplication. */
function longFrom(tag: string, content: unknown): Long {
  const digits = String(content);
  if (!/^-?\d+$/.test(digits)) throw requestFailed(`a ${tag} holds no whole number`);
  if (/^-?\d{1,15}$/.test(digits)) return longOf(Number(digits));
  const exact = BigInt(digits);
  if (BigInt.asIntN(64, exact) !== exact) throw requestFailed(`a ${tag} holds a number beyond 64 bits`);
  return Long.fromBigInt(exact);
}

/** @param integer one that a JavaScript number holds exactly */
function longOf(integer: number): Long {
  return new Long(integer | 0, Math.floor(integer / 2 ** 32));
}

function digitsOf(long: Long): string {
  const number = long.toNumber();
  return Number.isSafeInteger(number) ? String(number) : long.toString();
}

function dateFrom(content: unknown): Date {
  const date =
    typeof content === 'string' || typeof content === 'number'
      ? new Date(content)
      : new Date(Number((content as { $numberLong?: unknown } | null)?.$numberLong));
  if (Number.isNaN(date.getTime())) throw requestFailed('a $date holds no valid instant');
  return date;
}

export function numberFromJs(value: number): Int32 | Long | Double {
  if (!Number.isInteger(value) || Object.is(value, -0)) return new Double(value);
  if (value >= -INT32_MAX - 1 && value <= INT32_MAX) return new Int32(value);
  if (Number.isSafeInteger(value)) return longOf(value);
  if (Math.abs(value) < 2 ** 63) return Long.fromBigInt(BigInt(value));
  return new Double(value);
}

/** Canonical EJSON text of a value; `parseEjson` gives back the same value, number types included. */
export function toEjson(value: Value): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (isArray(value)) return `[${value.map(toEjson).join(',')}]`;
  if (isDate(value)) return `{"$date":{"$numberLong":"${value.getTime()}"}}`;
  if (isObjectId(value)) return `{"$oid":"${value.toHexString()}"}`;
  if (isRegex(value)) {
    return `{"$regularExpression":{"pattern":${JSON.stringify(value.pattern)},"options":${JSON.stringify(value.options)}}}`;
  }
  switch (value['_bsontype']) {
    case 'Int32':
      return `{"$numberInt":"${value.value}"}`;
    case 'Long':
      return `{"$numberLong":"${digitsOf(value)}"}`;
    case 'Double':
      return `{"$numberDouble":"${doubleText(value.value)}"}`;
    default:
      return isDocument(value) ? documentText(value) : rareToEjson(value, documentText);
  }
}

function documentText(document: BsonDocument): string {
  return `{${fieldsOf(document)
    .map(([field, item]) => `${JSON.stringify(field)}:${toEjson(item)}`)
    .join(',')}}`;
}

function doubleText(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value);
}
