import { requestFailed } from '../cloud-error';
import { decimalOf, remainderOfDecimals } from '../values/decimal';
import { compareValues } from '../values/order';
import { Int32 } from 'bson';
import type { BsonNumber } from '../values/value';
import { isNotANumber, isNumber, ownField } from '../values/value';
import type { Check, Keyword } from './json-schema-keywords';
import { flagOperand, wholeOperand } from './json-schema-keywords';
import { patternOf } from './pattern';

const bound =
  (exclusive: string, direction: 1 | -1): Keyword =>
  (operand, { name, schema }) => {
    if (!isNumber(operand)) throw requestFailed(`$jsonSchema keyword '${name}' must be a number`);
    const isStrict = ownField(schema, exclusive) === true;
    return aboutNumbers((value) => {
      // Not a number is ordered below all numbers, yet it is within no bound but itself.
      if (isNotANumber(value) !== isNotANumber(operand)) return false;
      const difference = direction * compareValues(value, operand);
      return isStrict ? difference > 0 : difference >= 0;
    });
  };

const beside =
  (bounded: string): Keyword =>
  (operand, { name, schema }) => {
    flagOperand(operand, name);
    if (ownField(schema, bounded) !== undefined) return undefined;
    throw requestFailed(`$jsonSchema keyword '${bounded}' must be a present if ${name} is present`);
  };

/** Keywords about numbers and texts. */
export const scalarKeywords: Readonly<Record<string, Keyword>> = {
  minimum: bound('exclusiveMinimum', 1),
  maximum: bound('exclusiveMaximum', -1),
  exclusiveMinimum: beside('minimum'),
  exclusiveMaximum: beside('maximum'),

  multipleOf: (operand, { name }) => {
    if (!isNumber(operand) || compareValues(operand, new Int32(0)) <= 0) {
      throw requestFailed(`$jsonSchema keyword '${name}' must have a positive value`);
    }
    return aboutNumbers((value) => isNumber(value) && isMultiple(value, operand));
  },

  minLength: (operand, { name }) => {
    const least = wholeOperand(operand, name);
    return aboutTexts((value) => lengthOf(value) >= least);
  },
  maxLength: (operand, { name }) => {
    const most = wholeOperand(operand, name);
    return aboutTexts((value) => lengthOf(value) <= most);
  },
  pattern: (operand, { name }) => {
    if (typeof operand !== 'string') throw requestFailed(`$jsonSchema keyword '${name}' must be a string`);
    const { regex } = patternOf(operand, '');
    return aboutTexts((value) => regex.test(value));
  },
};

function aboutNumbers(check: Check): Check {
  return (value) => !isNumber(value) || check(value);
}

// In decimals, so that 0.3 is a multiple of 0.1.
function isMultiple(value: BsonNumber, divisor: BsonNumber): boolean {
  return compareValues(remainderOfDecimals(decimalOf(value), decimalOf(divisor)), new Int32(0)) === 0;
}

function aboutTexts(check: (value: string) => boolean): Check {
  return (value) => typeof value !== 'string' || check(value);
}

function lengthOf(value: string): number {
  return Array.from(value).length;
}
