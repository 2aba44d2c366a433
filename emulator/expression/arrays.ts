import { Int32 } from 'bson';
import { requestFailed } from '../cloud-error';
import { spend } from '../work';
import { compareValues } from '../values/order';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isArray } from '../values/value';
import { positions } from './array-positions';
import type { Expression, Operator, Scope } from './expression';
import { groupingConstants } from './grouping';
import { oneOperand, operandsBetween, twoOperands } from './operands';
import { int32Of, isNothing, shown } from './text-operand';

/** As many values as MongoDB lets an operator hold in memory. Source: its limit of 100 MiB, at 16 bytes each. */
const MOST_VALUES = (100 * 1024 * 1024) / 16;

/** What arrays hold, and arrays made of arrays. */
export const arrays: Readonly<Record<string, Operator>> = {
  ...positions,

  $isArray: (operand, operator) => {
    const only = oneOperand(operand, operator);
    return (scope) => isArray(only(scope));
  },

  $size: (operand, operator) => {
    const only = oneOperand(operand, operator);
    return (scope) => {
      const value = only(scope);
      if (isArray(value)) return new Int32(value.length);
      throw requestFailed(`The argument to $size must be an array, but was of type: ${typeName(value)}`);
    };
  },

  $in: (operand, operator) => {
    const [wanted, among] = twoOperands(operand, operator);
    return (scope) => {
      const [value, items] = [wanted(scope), among(scope)];
      if (!isArray(items)) {
        throw requestFailed(`$in requires an array as a second argument, found: ${typeName(items)}`);
      }
      return value !== undefined && items.some((item) => compareValues(item, value) === 0);
    };
  },

  $concatArrays: (operand, operator) =>
    groupingConstants(operand, true, (parts) => (scope) => {
      const joined: Value[] = [];
      for (const part of parts) {
        const value = part(scope);
        if (isNothing(value)) return null;
        if (!isArray(value)) throw requestFailed(`$concatArrays only supports arrays, not ${typeName(value)}`);
        requireMemory(operator, joined.length + value.length);
        spend(value.length);
        for (const item of value) joined.push(item);
      }
      return joined;
    }),

  $reverseArray: (operand, operator) => {
    const only = oneOperand(operand, operator);
    return (scope) => {
      const value = only(scope);
      if (isNothing(value)) return null;
      if (isArray(value)) return value.toReversed();
      throw requestFailed(`The argument to $reverseArray must be an array, but was of type: ${typeName(value)}`);
    };
  },

  $range: (operand, operator) => {
    const [start, end, step] = operandsBetween(operand, operator, 2, 3);
    return (scope) => {
      const from = boundOf(start, scope, 'a starting');
      const to = boundOf(end, scope, 'an ending');
      const by = step === undefined ? 1 : boundOf(step, scope, 'a step');
      if (by === 0) throw requestFailed('$range requires a non-zero step value');
      const length = Math.max(0, Math.ceil((to - from) / by));
      requireMemory(operator, length);
      spend(length);
      return Array.from({ length }, (_, index) => new Int32(from + index * by));
    };
  },
};

function requireMemory(operator: string, length: number): void {
  if (length <= MOST_VALUES) return;
  throw requestFailed(`${operator} would use too much memory and cannot spill to disk. Memory limit: 104857600 bytes`);
}

function boundOf(
  expression: Expression | undefined,
  scope: Scope,
  which: 'a starting' | 'an ending' | 'a step',
): number {
  const value = expression?.(scope);
  const number = int32Of(value);
  if (number !== undefined) return number;
  const name = which.replace(/^an? /, '');
  if (!['int', 'long', 'double', 'decimal'].includes(typeName(value))) {
    // The missing blank is MongoDB's.
    const colon = name === 'step' ? ':' : ': ';
    throw requestFailed(`$range requires a numeric ${name} value, found value of type${colon}${typeName(value)}`);
  }
  const needed = `${which} value that can be represented as a 32-bit integer`;
  throw requestFailed(`$range requires ${needed}, found value: ${shown(value)}`);
}
