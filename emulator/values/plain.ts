import { BSONRegExp } from 'bson';
import { requestFailed } from '../cloud-error';
import { numberFromJs, refuseFieldName } from './ejson';
import { documentOf, fieldsOf } from './fields';
import type { BsonDocument, Value } from './value';
import {
  isArray,
  isDate,
  isDecimal,
  isDocument,
  isNumber,
  isObjectId,
  isRegex,
  toJsNumber,
  withoutJsFlags,
} from './value';

/** A JavaScript value as the SDK would have sent it. Fields that are undefined are dropped, as the SDK drops them. */
export function fromPlain(value: unknown): Value {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return numberFromJs(value);
  if (Array.isArray(value)) return value.map((item) => fromPlain(item ?? null));
  if (typeof value !== 'object') throw requestFailed(`a value of type ${typeof value} cannot be stored`);
  if (Object.prototype.toString.call(value) === '[object Date]') return value as Date;
  if (isJsRegex(value)) return new BSONRegExp(value.source, withoutJsFlags(value.flags));
  if ('_bsontype' in value) return value as Value;
  return documentOf(
    Object.entries(value).flatMap(([field, item]) => {
      refuseFieldName(field);
      return item === undefined ? [] : [[field, fromPlain(item)] as const];
    }),
  );
}

// Not instanceof: under jest it may come from another realm.
function isJsRegex(value: object): value is RegExp {
  return Object.prototype.toString.call(value) === '[object RegExp]';
}

export function documentFromPlain(value: unknown): BsonDocument {
  const document = fromPlain(value);
  if (!isDocument(document)) throw requestFailed('a document was expected');
  return document;
}

/** A stored value as a function reads it through the SDK: plain numbers, Dates, object ids as hex text, rarer types as bson has them. */
export function toPlain(value: Value): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (isArray(value)) return value.map(toPlain);
  if (isDate(value)) return new Date(value);
  if (isDecimal(value)) return value;
  if (isNumber(value)) return toJsNumber(value);
  if (isObjectId(value)) return value.toHexString();
  // JavaScript knows no option x.
  if (isRegex(value)) return /x/.test(value.options) ? value : new RegExp(value.pattern, value.options);
  if (!isDocument(value)) return value;
  return Object.fromEntries(fieldsOf(value).map(([field, item]) => [field, toPlain(item)]));
}
