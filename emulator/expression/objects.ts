import { requestFailed } from '../cloud-error';
import { refuseFieldName } from '../values/ejson';
import { documentOf, fieldsOf, withField, withoutField } from '../values/fields';
import { typeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, ownField } from '../values/value';
import type { Expression, Operator } from './expression';
import { parseExpression } from './expression';
import { pairOf } from './key-value-pair';
import { allOperands, namedValues, newer, oneOperand } from './operands';
import { isNothing, shown } from './text-operand';

/** Objects: put together, taken apart, and their fields by any name, dots and dollars in it or not. */
export const objects: Readonly<Record<string, Operator>> = {
  $mergeObjects: (operand) => {
    const parts = allOperands(operand);
    return (scope) => {
      let merged: BsonDocument = {};
      const given = parts.map((part) => part(scope));
      const [only] = given;
      // An array that comes alone stands for its elements, as in $sum and its like.
      for (const value of given.length === 1 && isArray(only) ? only : given) {
        if (isNothing(value)) continue;
        if (!isDocument(value)) {
          throw requestFailed(
            `$mergeObjects requires object inputs, but input ${shown(value)} is of type ${typeName(value)}`,
          );
        }
        merged = documentOf([...fieldsOf(merged), ...fieldsOf(value)]);
      }
      return merged;
    };
  },

  $objectToArray: (operand, operator) => {
    const only = oneOperand(operand, operator);
    return (scope) => {
      const value = only(scope);
      if (isNothing(value)) return null;
      if (isDocument(value)) return fieldsOf(value).map(([k, v]) => ({ k, v }));
      throw requestFailed(`$objectToArray requires a document input, found: ${typeName(value)}`);
    };
  },

  $arrayToObject: (operand, operator) => {
    const only = oneOperand(operand, operator);
    return (scope) => {
      const value = only(scope);
      if (isNothing(value)) return null;
      if (!isArray(value)) throw requestFailed(`$arrayToObject requires an array input, found: ${typeName(value)}`);
      return documentOf(value.map((item) => pairOf(item, isArray(value[0]))));
    };
  },

  $getField: (operand, operator) => {
    const { field, input } = fieldAndInput(operand, operator);
    return (scope) => {
      const name = fieldName(field(scope), operator);
      const value = input(scope);
      if (value === null) return null;
      return isDocument(value) ? ownField(value, name) : undefined;
    };
  },

  $setField: (operand, operator) => {
    const read = namedValues(operand, operator, { required: ['field', 'input', 'value'] }, settingWording);
    const name = constantField(read.field, operator);
    const [input, value] = [parseExpression(read.input), parseExpression(read.value)];
    return (scope) => changed(input(scope), name, value(scope), operator);
  },

  $unsetField: (operand, operator) => {
    const read = namedValues(operand, operator, { required: ['field', 'input'] }, settingWording);
    const name = constantField(read.field, operator);
    const input = parseExpression(read.input);
    return (scope) => changed(input(scope), name, undefined, operator);
  },
};

const settingWording = {
  ...newer,
  notAnObject: (operator: string) => `${operator} only supports an object as its argument`,
};

function fieldAndInput(operand: Value, operator: string): { readonly field: Expression; readonly input: Expression } {
  const isNamed = isDocument(operand) && Object.keys(operand)[0]?.startsWith('$') !== true;
  if (!isNamed) return { field: oneOperand(operand, operator), input: parseExpression('$$CURRENT') };
  const read = namedValues(operand, operator, { required: ['field', 'input'] }, newer);
  return { field: parseExpression(read.field), input: parseExpression(read.input) };
}

function fieldName(value: Value | undefined, operator: string): string {
  if (typeof value === 'string') return value;
  throw requestFailed(`${operator} requires 'field' to evaluate to type String, but got ${typeName(value)}`);
}

// Which field is set is known before any document is seen.
function constantField(value: Value, operator: string): string {
  if (typeof value === 'string' && value.startsWith('$')) {
    throw requestFailed(
      `A field path reference which is not allowed in this context. Did you mean {$literal: '${value}'}?`,
    );
  }
  const literal = isDocument(value) ? (value['$literal'] ?? value['$const']) : value;
  if (literal === undefined) {
    throw requestFailed(`${operator} requires 'field' to evaluate to a constant, but got a non-constant argument`);
  }
  const name = fieldName(literal, operator);
  if (name.includes('\0')) throw requestFailed(`${operator}: 'field' cannot contain an embedded null byte`);
  refuseFieldName(name);
  return name;
}

function changed(input: Value | undefined, field: string, value: Value | undefined, operator: string): Value {
  if (isNothing(input)) return null;
  if (!isDocument(input)) throw requestFailed(`${operator} requires 'input' to evaluate to type Object`);
  return value === undefined ? withoutField(input, field) : withField(input, field, value);
}
