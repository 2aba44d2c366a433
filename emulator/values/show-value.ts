import { fieldsOf } from './fields';
import type { BsonDocument, Value } from './value';
import { isArray, isDate, isDocument, isNumber, isObjectId, isRegex, isTimestamp } from './value';
import { typeName } from './type-names';

/** A value as MongoDB prints it in its error texts: `{ a: 1, b: "x" }`, `[ 1.5, new Date(0) ]`. */
export function showValue(value: Value | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return `"${value}"`;
  if (isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(showValue).join(', ')} ]`;
  if (isDate(value)) return `new Date(${value.getTime()})`;
  if (isNumber(value)) return showNumber(value);
  if (isObjectId(value)) return `ObjectId('${value.toHexString()}')`;
  if (isRegex(value)) return `/${value.pattern}/${value.options}`;
  if (isTimestamp(value)) return `Timestamp(${value.t}, ${value.i})`;
  return isDocument(value) ? showDocument(value) : typeName(value);
}

/** A field as MongoDB prints it: `a: 5`. */
export function showField(field: string, value: Value | undefined): string {
  return `${field}: ${showValue(value)}`;
}

function showDocument(document: BsonDocument): string {
  const fields = fieldsOf(document).map(([field, value]) => showField(field, value));
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function showNumber(value: Extract<Value, { readonly _bsontype: 'Int32' | 'Long' | 'Double' | 'Decimal128' }>): string {
  if (value._bsontype === 'Decimal128') return `NumberDecimal("${value.toString()}")`;
  if (value._bsontype !== 'Double') return value.toString();
  if (Number.isNaN(value.value)) return 'nan.0';
  if (!Number.isFinite(value.value)) return value.value > 0 ? 'inf.0' : '-inf.0';
  return Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value);
}
