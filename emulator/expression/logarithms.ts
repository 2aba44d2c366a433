import { Decimal128, Double, Int32 } from 'bson';
import { requestFailed } from '../cloud-error';
import { decimal128Of, divideDecimals, finiteDecimal } from '../values/decimal';
import { compareValues } from '../values/order';
import { typeName } from '../values/type-names';
import type { BsonNumber, Value } from '../values/value';
import { isArray, isDecimal, isDocument, isNotANumber, isNumber, toJsNumber } from '../values/value';
import { ofOneNumber } from './arithmetic';
import { commonLogarithm, exponential, naturalLogarithm } from './decimal-functions';
import { squareRoot } from './decimal-root';
import type { Operator } from './expression';
import { parseExpression } from './expression';
import { asDecimal } from './numbers';
import { twoOperands } from './operands';
import { isNothing, shown } from './text-operand';

/** Roots, logarithms, and what comes of them: doubles, or decimals where there is one among the operands. */
export const logarithms: Readonly<Record<string, Operator>> = {
  $exp: ofOneNumber((number) => {
    if (!isDecimal(number)) return new Double(Math.exp(toJsNumber(number)));
    const finite = finiteDecimal(number);
    return finite === undefined ? specialDecimal(Math.exp, number) : exponential(finite);
  }),
  $ln: ofOneNumber((number, operator) => {
    requirePositive(number, operator);
    return isDecimal(number) && !isNotANumber(number)
      ? decimalLogarithm(number)
      : new Double(Math.log(toJsNumber(number)));
  }),
  $log10: ofOneNumber((number, operator) => {
    requirePositive(number, operator);
    if (!isDecimal(number) || isNotANumber(number)) return new Double(Math.log10(toJsNumber(number)));
    const finite = finiteDecimal(number);
    return finite === undefined ? specialDecimal(Math.log10, number) : decimal128Of(commonLogarithm(finite));
  }),

  $log: (operand, operator) => {
    const [number, base] = twoOperands(operand, operator);
    return (scope) => {
      const [argument, radix] = [number(scope), base(scope)];
      if (isNothing(argument) || isNothing(radix)) return null;
      if (!isNumber(argument)) throw requestFailed(`$log's argument must be numeric, not ${typeName(argument)}`);
      if (!isNumber(radix)) throw requestFailed(`$log's base must be numeric, not ${typeName(radix)}`);
      requirePositive(argument, operator);
      if (!(signOf(radix) > 0 || isNotANumber(radix)) || compareValues(radix, new Int32(1)) === 0) {
        throw requestFailed(`$log's base must be a positive number not equal to 1, but is ${shown(radix)}`);
      }
      if (isNotANumber(argument) || isNotANumber(radix)) return new Double(NaN);
      if (isDecimal(argument) || isDecimal(radix)) {
        return divideDecimals(decimalLogarithm(asDecimal(argument)), decimalLogarithm(asDecimal(radix)));
      }
      return new Double(Math.log(toJsNumber(argument)) / Math.log(toJsNumber(radix)));
    };
  },

  $sqrt: ofOneNumber((number) => {
    if (signOf(number) < 0) throw requestFailed("$sqrt's argument must be greater than or equal to 0");
    return isDecimal(number) ? squareRoot(number) : new Double(Math.sqrt(toJsNumber(number)));
  }),

  $sigmoid: (operand) => {
    const one = new Int32(1);
    const negated: Value = { $multiply: [new Int32(-1), operand] };
    return parseExpression({ $divide: [one, { $add: [one, { $exp: negated }] }] });
  },

  $rand: (operand) => {
    const isEmpty = (isDocument(operand) || isArray(operand)) && Object.keys(operand).length === 0;
    if (!isEmpty) throw requestFailed('$rand does not currently accept arguments');
    return () => new Double(Math.random());
  },
};

function requirePositive(number: BsonNumber, operator: string): void {
  if (signOf(number) > 0 || isNotANumber(number)) return;
  throw requestFailed(`${operator}'s argument must be a positive number, but is ${shown(number)}`);
}

// A decimal may be less than any double and not be zero.
const signOf = (number: BsonNumber): number => (isNotANumber(number) ? NaN : compareValues(number, new Int32(0)));

function decimalLogarithm(number: Decimal128): Decimal128 {
  const finite = finiteDecimal(number);
  return finite === undefined ? specialDecimal(Math.log, number) : decimal128Of(naturalLogarithm(finite));
}

/** Of NaN and the infinities doubles know as much as decimals. */
function specialDecimal(calculate: (value: number) => number, number: Decimal128): Decimal128 {
  const result = calculate(toJsNumber(number));
  return Decimal128.fromString(String(result));
}

/** A decimal would have to keep its 34 digits, which no function of JavaScript's has. */
export function doubleOf(number: BsonNumber, operator: string): number {
  if (isDecimal(number)) throw requestFailed(`${operator} of a decimal is not supported by the emulator`);
  return toJsNumber(number);
}
