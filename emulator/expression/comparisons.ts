import { Int32 } from 'bson';
import { compareValues } from '../values/order';
import type { Value } from '../values/value';
import { isNumber } from '../values/value';
import type { Operator } from './expression';
import { compareNumbers } from './numbers';
import { twoOperands } from './operands';

// Numbers and truth values are most of what is compared, and need no bytes for it.
function compare(left: Value | undefined, right: Value | undefined): number {
  return isNumber(left) && isNumber(right) ? compareNumbers(left, right) : compareExactly(left, right);
}

// A missing field comes before a null, which is the same to an index.
function compareExactly(left: Value | undefined, right: Value | undefined): number {
  if (left === undefined && right === null) return -1;
  if (left === null && right === undefined) return 1;
  return compareValues(left, right);
}

/** Unlike a filter, an expression compares values of any two kinds, and an array as a whole. */
const comparing =
  (isSo: (difference: number) => boolean): Operator =>
  (operand, operator) => {
    const [left, right] = twoOperands(operand, operator);
    return (scope) => isSo(compare(left(scope), right(scope)));
  };

export const comparisons: Readonly<Record<string, Operator>> = {
  $eq: comparing((difference) => difference === 0),
  $ne: comparing((difference) => difference !== 0),
  $gt: comparing((difference) => difference > 0),
  $gte: comparing((difference) => difference >= 0),
  $lt: comparing((difference) => difference < 0),
  $lte: comparing((difference) => difference <= 0),
  $cmp: (operand, operator) => {
    const [left, right] = twoOperands(operand, operator);
    return (scope) => new Int32(Math.sign(compare(left(scope), right(scope))));
  },
};
