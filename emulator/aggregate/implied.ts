import type { Scope } from '../expression/expression';
import { parseExpression } from '../expression/expression';
import { definingNames } from '../expression/defined-names';
import type { Condition } from '../query/condition';
import { parseFilter } from '../query/parse-filter';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDate, isDocument, isNumber, isObjectId } from '../values/value';

/**
 * What a filter's `$expr` implies that an index can serve: of `{$eq: ['$station', '$$id']}`, that `station` is equal to
 * what `id` holds now. The `$expr` itself is still tested.
 */
export function conditionsImplied(filter: Value, variables: Scope): readonly Condition[] {
  if (!isDocument(filter)) return [];
  return Object.entries(filter).flatMap(([key, value]) => {
    if (key === '$expr') return impliedBy(value, variables);
    if (key === '$and' && isArray(value)) return value.flatMap((part) => conditionsImplied(part, variables));
    return [];
  });
}

function impliedBy(expression: Value, variables: Scope): readonly Condition[] {
  if (!isDocument(expression)) return [];
  const [operator, ...others] = Object.keys(expression);
  if (operator === undefined || others.length > 0) return [];
  const operands = expression[operator];
  if (!isArray(operands)) return [];
  if (operator === '$and') return operands.flatMap((part) => impliedBy(part, variables));
  const [left, right] = operands;
  if (operator !== '$eq' || left === undefined || right === undefined) return [];
  return [...equality(left, right, variables), ...equality(right, left, variables)];
}

function equality(path: Value, other: Value, variables: Scope): readonly Condition[] {
  if (!isFieldPath(path) || !isIndependent(other, variables)) return [];
  const value = definingNames(Object.keys(variables), () => parseExpression(other))(variables);
  // An array is found by its elements and null by what is missing: only what compares alike in both ways is of use.
  return isPlain(value) ? [parseFilter(equalTo(path.slice(1), value))] : [];
}

const equalTo = (path: string, value: Value): BsonDocument => ({ [path]: { $eq: value } });

function isFieldPath(value: Value): value is string {
  return typeof value === 'string' && value.startsWith('$') && !value.startsWith('$$');
}

function isIndependent(value: Value, variables: Scope): boolean {
  if (typeof value !== 'string' || !value.startsWith('$')) return !isDocument(value) && !isArray(value);
  const name = value.slice(2).split('.')[0] ?? '';
  return value.startsWith('$$') && Object.hasOwn(variables, name) && name !== 'ROOT' && name !== 'CURRENT';
}

function isPlain(value: Value | undefined): value is Value {
  return (
    typeof value === 'string' || typeof value === 'boolean' || isNumber(value) || isDate(value) || isObjectId(value)
  );
}
