import { Int32 } from 'bson';
import { compareValues } from '../values/order';
import type { Operator } from './expression';
import { operandsOf } from './operands';

/** Unlike a filter, an expression compares values of any two kinds, and an array as a whole. */
const comparing =
  (isSo: (difference: number) => boolean): Operator =>
  (operand, operator) => {
    const [left, right] = operandsOf(operand, operator, 2);
    return (scope) => isSo(compareValues(left?.(scope), right?.(scope)));
  };

export const comparisons: Readonly<Record<string, Operator>> = {
  $eq: comparing((difference) => difference === 0),
  $ne: comparing((difference) => difference !== 0),
  $gt: comparing((difference) => difference > 0),
  $gte: comparing((difference) => difference >= 0),
  $lt: comparing((difference) => difference < 0),
  $lte: comparing((difference) => difference <= 0),
  $cmp: (operand, operator) => {
    const [left, right] = operandsOf(operand, operator, 2);
    return (scope) => new Int32(Math.sign(compareValues(left?.(scope), right?.(scope))));
  },
};
