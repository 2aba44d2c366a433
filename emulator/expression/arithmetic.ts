import { Decimal128, Double, Long } from 'bson';
import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import type { BsonNumber, Value } from '../values/value';
import { isDate, isDecimal, isNumber, toJsNumber } from '../values/value';
import type { Expression, Operator } from './expression';
import { asLong, divide, intOrLong, mod, productOf, subtract, sumOf } from './numbers';
import { allOperands, oneOperand, twoOperands } from './operands';
import { power } from './power';
import { isNothing } from './text-operand';

/** As far from 1970 as a JavaScript date goes; MongoDB's go further. Milliseconds. */
const LAST_INSTANT = 8_640_000_000_000_000;

/** Sums, products and what belongs to them. Nothing makes null, whatever else is wrong with the operands after it. */
export const arithmetic: Readonly<Record<string, Operator>> = {
  $add: (operand) => {
    const parts = allOperands(operand);
    return (scope) => {
      const numbers: BsonNumber[] = [];
      let instant: number | undefined;
      for (const part of parts) {
        const value = part(scope);
        if (isNothing(value)) return null;
        if (isDate(value)) {
          if (instant !== undefined) throw requestFailed('only one date allowed in an $add expression');
          instant = value.getTime();
        } else if (isNumber(value)) {
          numbers.push(value);
        } else {
          throw requestFailed(`$add only supports numeric or date types, not ${typeName(value)}`);
        }
      }
      if (instant === undefined) return sumOf(numbers);
      return instantAt(
        numbers.reduce((total, number) => total + wholeMilliseconds(number), instant),
        '$add',
      );
    };
  },

  $subtract: (operand, operator) => {
    const [left, right] = twoOperands(operand, operator);
    return (scope) => difference(left(scope), right(scope));
  },

  $multiply: (operand) => {
    const parts = allOperands(operand);
    return (scope) => {
      const numbers: BsonNumber[] = [];
      for (const part of parts) {
        const value = part(scope);
        if (isNothing(value)) return null;
        if (!isNumber(value)) throw requestFailed(`$multiply only supports numeric types, not ${typeName(value)}`);
        numbers.push(value);
      }
      return productOf(numbers);
    };
  },

  $divide: ofTwoNumbers(divide),
  $mod: ofTwoNumbers(mod),

  $abs: ofOneNumber((number) => {
    if (isDecimal(number)) return Decimal128.fromString(number.toString().replace(/^-/, ''));
    if (number._bsontype === 'Double') return new Double(Math.abs(number.value));
    const whole = asLong(number);
    if (whole === -(2n ** 63n)) throw requestFailed("can't take $abs of long long min");
    const magnitude = whole < 0n ? -whole : whole;
    return number._bsontype === 'Long' ? Long.fromBigInt(magnitude) : intOrLong(magnitude);
  }),

  $pow: (operand, operator) => {
    const [base, exponent] = twoOperands(operand, operator);
    return (scope) => {
      const [left, right] = [base(scope), exponent(scope)];
      if (isNothing(left) || isNothing(right)) return null;
      if (!isNumber(left)) throw requestFailed(`$pow's base must be numeric, not ${typeName(left)}`);
      if (!isNumber(right)) throw requestFailed(`$pow's exponent must be numeric, not ${typeName(right)}`);
      return power(left, right);
    };
  },
};

/** An operator of one number: nothing makes null, and what is no number is refused. */
export function ofOneNumber(calculate: (number: BsonNumber, operator: string) => BsonNumber): Operator {
  return (operand, operator) => {
    const only = oneOperand(operand, operator);
    return (scope) => {
      const value = only(scope);
      if (isNothing(value)) return null;
      if (!isNumber(value)) throw requestFailed(`${operator} only supports numeric types, not ${typeName(value)}`);
      return calculate(value, operator);
    };
  };
}

function ofTwoNumbers(calculate: (left: BsonNumber, right: BsonNumber) => BsonNumber): Operator {
  return (operand, operator): Expression => {
    const [left, right] = twoOperands(operand, operator);
    return (scope) => {
      const [a, b] = [left(scope), right(scope)];
      if (isNumber(a) && isNumber(b)) return calculate(a, b);
      if (isNothing(a) || isNothing(b)) return null;
      throw requestFailed(`${operator} only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
    };
  };
}

// A date less a date is the milliseconds between them, a date less a number an earlier date.
function difference(left: Value | undefined, right: Value | undefined): Value {
  if (isNumber(left) && isNumber(right)) return subtract(left, right);
  if (isNothing(left) || isNothing(right)) return null;
  if (isDate(left) && isDate(right)) return Long.fromNumber(left.getTime() - right.getTime());
  if (isDate(left) && isNumber(right)) return instantAt(left.getTime() - wholeMilliseconds(right), '$subtract');
  throw requestFailed(`can't $subtract ${typeName(right)} from ${typeName(left)}`);
}

// Halves go away from zero, those of a decimal to the even neighbour. NaN leads to no instant.
function wholeMilliseconds(number: BsonNumber): number {
  const value = toJsNumber(number);
  if (isDecimal(number) && !Number.isNaN(value)) return Number(asLong(number));
  return Math.sign(value) * Math.round(Math.abs(value));
}

function instantAt(milliseconds: number, operator: string): Date {
  if (Math.abs(milliseconds) <= LAST_INSTANT) return new Date(milliseconds);
  throw requestFailed(`date overflow in ${operator}`);
}
