import { requestFailed } from '../cloud-error';
import type { TypeName } from '../values/type-names';
import { isTypeName, typeName, typeNumbers } from '../values/type-names';
import type { Value } from '../values/value';
import { isNumber, toJsNumber } from '../values/value';
import { ConversionFailure } from './conversions-failure';
import { converted } from './conversions-table';
import type { Operator } from './expression';
import { namedArguments } from './named-arguments';
import { operandsOf } from './operands';
import { isNothing, shown } from './text-operand';

/** Values as other types, and the names of types. */
export const conversions: Readonly<Record<string, Operator>> = {
  $toString: convertingTo('string'),
  $toInt: convertingTo('int'),
  $toLong: convertingTo('long'),
  $toDouble: convertingTo('double'),
  $toDecimal: convertingTo('decimal'),
  $toBool: convertingTo('bool'),
  $toDate: convertingTo('date'),
  $toObjectId: convertingTo('objectId'),

  $convert: (operand) => {
    const { input, to, onError, onNull } = namedArguments(
      operand,
      { required: ['input', 'to'], optional: ['onError', 'onNull'] },
      {
        notAnObject: (type) => `$convert expects an object of named arguments but found: ${type}`,
        unknown: (name) => `$convert found an unknown argument: ${name}`,
        missing: (name) => `Missing '${name}' parameter to $convert`,
      },
    );
    return (scope) => {
      const value = input(scope);
      const target = targetOf(to(scope));
      if (isNothing(value)) return onNull === undefined ? null : onNull(scope);
      if (target === undefined) return null;
      try {
        return converted(value, target);
      } catch (error) {
        if (onError === undefined || !(error instanceof ConversionFailure)) throw error;
        return onError(scope);
      }
    };
  },

  $type: (operand, operator) => {
    const [only] = operandsOf(operand, operator, 1);
    return (scope) => typeName(only?.(scope));
  },

  $isNumber: (operand, operator) => {
    const [only] = operandsOf(operand, operator, 1);
    return (scope) => isNumber(only?.(scope));
  },
};

function convertingTo(target: TypeName): Operator {
  return (operand, operator) => {
    const [only] = operandsOf(operand, operator, 1);
    return (scope) => {
      const value = only?.(scope);
      return isNothing(value) ? null : converted(value, target);
    };
  };
}

/** The type that `to` asks for, by its name or its number; undefined for null and missing. */
function targetOf(value: Value | undefined): TypeName | undefined {
  if (isNothing(value)) return undefined;
  if (typeof value === 'string') {
    if (isTypeName(value)) return value;
    throw requestFailed(`Unknown type name: ${value}`);
  }
  if (!isNumber(value)) {
    throw requestFailed(`$convert's 'to' argument must be a string or number, but is ${typeName(value)}`);
  }
  const number = toJsNumber(value);
  if (!Number.isInteger(number)) {
    throw requestFailed(`In $convert, numeric 'to' argument is not an integer: ${shown(value)}`);
  }
  const found = Object.entries(typeNumbers).find(([, each]) => each === number)?.[0];
  if (found !== undefined && isTypeName(found)) return found;
  throw requestFailed(`In $convert, numeric value for 'to' does not correspond to a BSON type: ${number}`);
}
