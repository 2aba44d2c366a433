import type { BSONRegExp, Double, Int32, Long, ObjectId } from 'bson';

/** A value as the database knows it: the three kinds of number stay apart, so that what is stored comes back the same. */
export type Value =
  null | boolean | string | Int32 | Long | Double | Date | ObjectId | BSONRegExp | readonly Value[] | BsonDocument;

export type BsonDocument = { readonly [field: string]: Value };

export type BsonNumber = Int32 | Long | Double;

/** Kinds in which values are compared. All numbers are one kind: 1, 1.0 and 1n are equal to a query. */
export type Kind =
  'missing' | 'null' | 'number' | 'string' | 'object' | 'array' | 'objectId' | 'boolean' | 'date' | 'regex';

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
      return 'number';
    case 'ObjectId':
      return 'objectId';
    case 'BSONRegExp':
      return 'regex';
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

export function isRegex(value: Value | undefined): value is BSONRegExp {
  return kindOf(value) === 'regex';
}

/** The number as JavaScript sees it; a long beyond 2^53 loses its last digits. */
export function toJsNumber(value: BsonNumber): number {
  return value._bsontype === 'Long' ? value.toNumber() : value.value;
}

/** The field of this very object, never one inherited from a prototype. */
export function ownField(document: BsonDocument, field: string): Value | undefined {
  return Object.prototype.hasOwnProperty.call(document, field) ? document[field] : undefined;
}
