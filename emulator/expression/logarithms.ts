import { Double, Int32 } from 'bson';
import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import type { BsonNumber, Value } from '../values/value';
import { isDecimal, isNumber, toJsNumber } from '../values/value';
import { ofOneNumber } from './arithmetic';
import { squareRoot } from './decimal-root';
import type { Operator } from './expression';
import { parseExpression } from './expression';
import { twoOperands } from './operands';
import { isNothing, shown } from './text-operand';

/** Roots, logarithms, and what comes of them: doubles, whatever they are made of. */
export const logarithms: Readonly<Record<string, Operator>> = {
  $exp: ofOneNumber((number, operator) => new Double(Math.exp(doubleOf(number, operator)))),
  $ln: ofOneNumber((number, operator) => new Double(Math.log(positive(number, operator)))),
  $log10: ofOneNumber((number, operator) => new Double(Math.log10(positive(number, operator)))),

  $log: (operand, operator) => {
    const [number, base] = twoOperands(operand, operator);
    return (scope) => {
      const [argument, radix] = [number(scope), base(scope)];
      if (isNothing(argument) || isNothing(radix)) return null;
      if (!isNumber(argument)) throw requestFailed(`$log's argument must be numeric, not ${typeName(argument)}`);
      if (!isNumber(radix)) throw requestFailed(`$log's base must be numeric, not ${typeName(radix)}`);
      const value = positive(argument, operator);
      const of = doubleOf(radix, operator);
      if (of <= 0 || of === 1) {
        throw requestFailed(`$log's base must be a positive number not equal to 1, but is ${shown(radix)}`);
      }
      return new Double(Math.log(value) / Math.log(of));
    };
  },

  $sqrt: ofOneNumber((number) => {
    if (toJsNumber(number) < 0) throw requestFailed("$sqrt's argument must be greater than or equal to 0");
    return isDecimal(number) ? squareRoot(number) : new Double(Math.sqrt(toJsNumber(number)));
  }),

  $sigmoid: (operand) => {
    const one = new Int32(1);
    const negated: Value = { $multiply: [new Int32(-1), operand] };
    return parseExpression({ $divide: [one, { $add: [one, { $exp: negated }] }] });
  },

  $rand: (operand) => {
    const isEmpty = typeof operand === 'object' && operand !== null && Object.keys(operand).length === 0;
    if (!isEmpty) throw requestFailed('$rand does not currently accept arguments');
    return () => new Double(Math.random());
  },
};

function positive(number: BsonNumber, operator: string): number {
  const value = doubleOf(number, operator);
  if (value > 0 || Number.isNaN(value)) return value;
  throw requestFailed(`${operator}'s argument must be a positive number, but is ${shown(number)}`);
}

/** A decimal would have to keep its 34 digits, which no function of JavaScript's has. */
export function doubleOf(number: BsonNumber, operator: string): number {
  if (isDecimal(number)) throw requestFailed(`${operator} of a decimal is not supported by the emulator`);
  return toJsNumber(number);
}
