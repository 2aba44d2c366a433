import { Int32 } from 'bson';
import { requestFailed } from '../cloud-error';
import { compareValues } from '../values/order';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isArray, isNumber } from '../values/value';
import type { Expression, Operator, Scope } from './expression';
import { oneOperand, operandsBetween, twoOperands } from './operands';
import { int32Of, isNothing, shown } from './text-operand';

/** Elements and stretches of arrays by position; below zero it is counted from the end. */
export const positions: Readonly<Record<string, Operator>> = {
  $arrayElemAt: (operand, operator) => {
    const [array, position] = twoOperands(operand, operator);
    return (scope) => {
      const [items, at] = [array(scope), position(scope)];
      if (isNothing(items) || isNothing(at)) return null;
      if (!isArray(items)) {
        throw requestFailed(`$arrayElemAt's first argument must be an array, but is ${typeName(items)}`);
      }
      if (!isNumber(at)) {
        throw requestFailed(`$arrayElemAt's second argument must be a numeric value, but is ${typeName(at)}`);
      }
      const index = int32Of(at);
      if (index === undefined) {
        throw requestFailed(`$arrayElemAt's second argument must be representable as a 32-bit integer: ${shown(at)}`);
      }
      return items.at(index);
    };
  },

  $first: atEnd(0),
  $last: atEnd(-1),

  $indexOfArray: (operand, operator) => {
    const [array, wanted, start, end] = operandsBetween(operand, operator, 2, 4);
    return (scope) => {
      const items = array?.(scope);
      if (isNothing(items)) return null;
      if (!isArray(items)) {
        throw requestFailed(`$indexOfArray requires an array as a first argument, found: ${typeName(items)}`);
      }
      const value = wanted?.(scope);
      const from = start === undefined ? 0 : searchBound(start, scope, 'starting');
      const to = end === undefined ? items.length : Math.min(searchBound(end, scope, 'ending'), items.length);
      for (let at = from; at < to; at += 1) {
        if (value !== undefined && compareValues(items[at], value) === 0) return new Int32(at);
      }
      return new Int32(-1);
    };
  },

  $slice: (operand, operator) => {
    const [array, second, third] = operandsBetween(operand, operator, 2, 3);
    return (scope) => {
      const [items, first] = [array?.(scope), second?.(scope)];
      if (isNothing(items) || isNothing(first)) return null;
      if (!isArray(items)) {
        throw requestFailed(`First argument to $slice must be an array, but is of type: ${typeName(items)}`);
      }
      const position = sliceBound(first, 'Second', 'a numeric value');
      if (third === undefined) return position >= 0 ? items.slice(0, position) : items.slice(position);
      const last = third(scope);
      if (isNothing(last)) return null;
      const count = sliceBound(last, 'Third', 'numeric');
      if (count <= 0) throw requestFailed(`Third argument to $slice must be positive: ${shown(last)}`);
      const from = position >= 0 ? position : Math.max(0, items.length + position);
      return items.slice(from, from + count);
    };
  },
};

function atEnd(position: 0 | -1): Operator {
  return (operand, operator) => {
    const only = oneOperand(operand, operator);
    return (scope) => {
      const items = only(scope);
      if (isNothing(items)) return null;
      if (isArray(items)) return items.at(position);
      throw requestFailed(`${operator}'s argument must be an array, but is ${typeName(items)}`);
    };
  };
}

function searchBound(expression: Expression, scope: Scope, which: 'starting' | 'ending'): number {
  const value = expression(scope);
  const position = int32Of(value);
  if (position === undefined) {
    const found = `found a value of type: ${typeName(value)}, with value: ${shown(value)}`;
    // The missing blank is MongoDB's.
    throw requestFailed(`$indexOfArrayrequires an integral ${which} index, ${found}`);
  }
  if (position < 0) throw requestFailed(`$indexOfArray requires a nonnegative ${which} index, found: ${position}`);
  return position;
}

function sliceBound(value: Value, which: 'Second' | 'Third', what: string): number {
  if (!isNumber(value)) {
    throw requestFailed(`${which} argument to $slice must be ${what}, but is of type: ${typeName(value)}`);
  }
  const number = int32Of(value);
  if (number !== undefined) return number;
  throw requestFailed(`${which} argument to $slice can't be represented as a 32-bit integer: ${shown(value)}`);
}
