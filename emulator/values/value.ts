import type {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';

/** A value as the database knows it: the kinds of number stay apart, so that what is stored comes back the same. */
export type Value =
  | null
  | boolean
  | string
  | BsonNumber
  | Date
  | ObjectId
  | BSONRegExp
  | Binary
  | Timestamp
  | Code
  | BSONSymbol
  | MinKey
  | MaxKey
  | readonly Value[]
  | BsonDocument;

export type BsonDocument = { readonly [field: string]: Value };

export type BsonNumber = Int32 | Long | Double | Decimal128;

/** Kinds in which values are compared. All numbers are one kind: 1, 1.0 and 1n are equal to a query. */
export type Kind =
  | 'missing'
  | 'minKey'
  | 'null'
  | 'number'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'javascript'
  | 'javascriptWithScope'
  | 'maxKey';

export function kindOf(value: Value | undefined): Kind {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  if (isArray(value)) return 'array';
  if (isDate(value)) return 'date';
  switch (value['_bsontype']) {
    case 'Int32':
    case 'Long':
    case 'Double':
    case 'Decimal128':
      return 'number';
    case 'ObjectId':
      return 'objectId';
    case 'BSONRegExp':
      return 'regex';
    case 'BSONSymbol':
      return 'string';
    case 'Binary':
      return 'binData';
    case 'Timestamp':
      return 'timestamp';
    case 'Code':
      return value.scope === null ? 'javascript' : 'javascriptWithScope';
    case 'MinKey':
      return 'minKey';
    case 'MaxKey':
      return 'maxKey';
    default:
      return 'object';
  }
}

export function isArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

// Not instanceof: under jest a Date may come from another realm. No document has a field that is a function.
export function isDate(value: Value | undefined): value is Date {
  return typeof value === 'object' && value !== null && 'getTime' in value && typeof value.getTime === 'function';
}

export function isDocument(value: Value | undefined): value is BsonDocument {
  return kindOf(value) === 'object';
}

export function isNumber(value: Value | undefined): value is BsonNumber {
  return kindOf(value) === 'number';
}

export function isObjectId(value: Value | undefined): value is ObjectId {
  return kindOf(value) === 'objectId';
}

export function isBinary(value: Value | undefined): value is Binary {
  return kindOf(value) === 'binData';
}

export function isTimestamp(value: Value | undefined): value is Timestamp {
  return kindOf(value) === 'timestamp';
}

/** A symbol is compared as the text it is; to everything else it is a type of its own. */
export function isSymbol(value: Value | undefined): value is BSONSymbol {
  return kindOf(value) === 'string' && typeof value !== 'string';
}

export function isDecimal(value: Value | undefined): value is Decimal128 {
  return isNumber(value) && value._bsontype === 'Decimal128';
}

export function isRegex(value: Value | undefined): value is BSONRegExp {
  return kindOf(value) === 'regex';
}

/** JavaScript's own flags, which the SDK sends along; they say how it walks a text, not whether it matches. */
export function withoutJsFlags(options: string): string {
  return options.replace(/[dgyuv]/g, '');
}

/** NaN of a double or a decimal. */
export function isNotANumber(value: Value | undefined): boolean {
  return isNumber(value) && Number.isNaN(toJsNumber(value));
}

/** The number as JavaScript sees it; a long beyond 2^53 and a decimal lose their last digits. */
export function toJsNumber(value: BsonNumber): number {
  switch (value._bsontype) {
    case 'Long':
      return value.toNumber();
    case 'Decimal128':
      return Number(value.toString());
    default:
      return value.value;
  }
}

/** The field of this very object, never one inherited from a prototype. */
export function ownField(document: BsonDocument, field: string): Value | undefined {
  return Object.prototype.hasOwnProperty.call(document, field) ? document[field] : undefined;
}
