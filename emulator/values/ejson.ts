import { BSONRegExp, Double, Int32, Long, ObjectId } from 'bson';
import { requestFailed } from '../cloud-error';
import type { BsonDocument, Value } from './value';
import { isArray, isDate, isDocument, isObjectId, isRegex } from './value';

const INT32_MAX = 0x7fffffff;
const refusedTypes = new Set([
  '$binary',
  '$uuid',
  '$numberDecimal',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$symbol',
  '$code',
  '$undefined',
  '$dbPointer',
]);

/**
 * Reads canonical EJSON text, the form of every document and query on the wire.
 *
 * Written here and not taken from bson, whose parser turns `{$regex, $ne}` into the regex alone, which would
 * silently answer another question than the one asked.
 *
 * @param now what `db.serverDate()` stands for
 */
export function parseEjson(text: string, now: Date): Value {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw requestFailed('the text is not JSON');
  }
  return fromJson(json, now);
}

export function parseDocument(text: string, now: Date): BsonDocument {
  const value = parseEjson(text, now);
  if (!isDocument(value)) throw requestFailed('a document was expected');
  return value;
}

const epoch = new Date(0);

/** Reads what this store wrote itself; there is no server date left in it. */
export function parseStored(text: string): BsonDocument {
  return parseDocument(text, epoch);
}

function fromJson(json: unknown, now: Date): Value {
  if (json === null || typeof json === 'boolean' || typeof json === 'string') return json;
  if (typeof json === 'number') return numberFromJs(json);
  if (Array.isArray(json)) return json.map((item) => fromJson(item, now));
  if (typeof json !== 'object') throw requestFailed(`a value of type ${typeof json} cannot be stored`);
  const fields = Object.entries(json);
  const [first] = fields;
  if (first !== undefined && fields.length === 1 && first[0].startsWith('$')) {
    const special = fromTagged(first[0], first[1], now);
    if (special !== undefined) return special;
  }
  const document: Record<string, Value> = {};
  for (const [field, value] of fields) {
    if (field === '__proto__') throw requestFailed("the field name '__proto__' is refused");
    document[field] = fromJson(value, now);
  }
  return document;
}

function fromTagged(tag: string, content: unknown, now: Date): Value | undefined {
  if (refusedTypes.has(tag)) throw requestFailed(`values of type ${tag} are not supported by the emulator`);
  switch (tag) {
    case '$numberInt':
      return new Int32(Number(content));
    case '$numberLong':
      return longFrom(String(content));
    case '$numberDouble':
      return new Double(Number(content));
    case '$date':
      return dateFrom(content);
    case '$oid':
      return new ObjectId(String(content));
    case '$regularExpression': {
      const { pattern = '', options = '' } = content as { pattern?: string; options?: string };
      return new BSONRegExp(pattern, options);
    }
    case '$tcb_server_date': {
      const { offset } = fromJson(content, now) as { offset?: Int32 | Long | Double };
      return new Date(now.getTime() + Number(offset ?? 0));
    }
    default:
      return undefined;
  }
}

/** Every instant is a long, and bson would read its digits by long multiplication. */
function longFrom(digits: string): Long {
  return /^-?\d{1,15}$/.test(digits) ? longOf(Number(digits)) : Long.fromString(digits);
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
      return `{"$numberInt":"${(value as Int32).value}"}`;
    case 'Long':
      return `{"$numberLong":"${digitsOf(value as Long)}"}`;
    case 'Double':
      return `{"$numberDouble":"${doubleText((value as Double).value)}"}`;
    default:
      return `{${Object.entries(value as BsonDocument)
        .map(([field, item]) => `${JSON.stringify(field)}:${toEjson(item)}`)
        .join(',')}}`;
  }
}

function doubleText(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value);
}
