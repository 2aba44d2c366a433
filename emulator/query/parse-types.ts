import { requestFailed } from '../cloud-error';
import type { TypeName } from '../values/type-names';
import { isTypeName, typeNumbers } from '../values/type-names';
import type { Value } from '../values/value';
import { isArray, isNumber, toJsNumber } from '../values/value';

const numberTypes: readonly TypeName[] = ['int', 'long', 'double', 'decimal'];

/**
 * Reads what `$type` and `bsonType` take: names, numbers, `number` for all numbers, one of them or a list.
 *
 * @param field what the refusal of an empty list names
 */
export function parseTypes(operand: Value, field: string): ReadonlySet<TypeName> {
  const items = isArray(operand) ? operand : [operand];
  if (items.length === 0) throw requestFailed(`${field} must match at least one type`);
  return new Set(items.flatMap(typesOf));
}

function typesOf(item: Value): readonly TypeName[] {
  if (typeof item === 'string') {
    if (item === 'number') return numberTypes;
    if (isTypeName(item)) return [item];
    throw requestFailed(`Unknown type name alias: ${item}`);
  }
  if (!isNumber(item)) throw requestFailed(`type must be represented as a number or a string`);
  const number = toJsNumber(item);
  if (number === 0) throw requestFailed(`Invalid numerical type code: 0. Instead use {$exists:false}.`);
  const known = Object.entries(typeNumbers).find(([, code]) => code === number)?.[0];
  if (known === undefined || !isTypeName(known)) {
    throw requestFailed(`Invalid numerical type code: ${number}`);
  }
  return [known];
}
