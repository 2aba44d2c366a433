import { requestFailed } from '../cloud-error';
import type { TypeName } from '../values/type-names';
import { isTypeName, typeName, typeNumbers } from '../values/type-names';
import type { Value } from '../values/value';
import { isDocument, isNumber, toJsNumber } from '../values/value';
import type { BinaryFormat, BinaryOptions } from './conversions-binary';
import { binaryFormats } from './conversions-binary';
import { ConversionFailure } from './conversions-failure';
import { converted } from './conversions-table';
import type { Operator } from './expression';
import { namedArguments } from './named-arguments';
import { operandsOf } from './operands';
import { int32Of, isNothing, shown } from './text-operand';

/** Values as other types, and the names of types. */
export const conversions: Readonly<Record<string, Operator>> = {
  $toString: convertingTo('string', { format: 'auto', subtype: 0, isBigEndian: false }),
  $toInt: convertingTo('int'),
  $toLong: convertingTo('long'),
  $toDouble: convertingTo('double'),
  $toDecimal: convertingTo('decimal'),
  $toBool: convertingTo('bool'),
  $toDate: convertingTo('date'),
  $toObjectId: convertingTo('objectId'),
  $toUUID: convertingTo('binData', { format: 'uuid', subtype: 4, isBigEndian: false }),

  $convert: (operand) => {
    const { input, to, onError, onNull, ...ofBytes } = namedArguments(
      operand,
      { required: ['input', 'to'], optional: ['onError', 'onNull', 'format', 'byteOrder'] },
      {
        notAnObject: (type) => `$convert expects an object of named arguments but found: ${type}`,
        unknown: (name) => `$convert found an unknown argument: ${name}`,
        missing: (name) => `Missing '${name}' parameter to $convert`,
      },
    );
    return (scope) => {
      const value = input(scope);
      const { target, subtype } = wantedIn(to(scope));
      if (isNothing(value)) return onNull === undefined ? null : onNull(scope);
      if (target === undefined) return null;
      try {
        return converted(value, target, {
          format: formatOf(ofBytes.format?.(scope)),
          subtype: subtypeOf(subtype),
          isBigEndian: isBigEndian(ofBytes.byteOrder?.(scope)),
        });
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

function convertingTo(target: TypeName, options?: BinaryOptions): Operator {
  return (operand, operator) => {
    const [only] = operandsOf(operand, operator, 1);
    return (scope) => {
      const value = only?.(scope);
      return isNothing(value) ? null : converted(value, target, options);
    };
  };
}

/** What `to` asks for: a type, or `{type, subtype}`; no target for null and missing. */
function wantedIn(to: Value | undefined): {
  readonly target: TypeName | undefined;
  readonly subtype: Value | undefined;
} {
  if (!isDocument(to)) return { target: targetOf(to), subtype: undefined };
  const { type, subtype } = to;
  if (isNothing(type)) throw requestFailed(`$convert's 'to' argument must be an object with a 'type' that is no null`);
  return { target: targetOf(type), subtype };
}

function formatOf(value: Value | undefined): BinaryFormat | undefined {
  if (isNothing(value)) return undefined;
  if (typeof value !== 'string') {
    throw requestFailed(
      `$convert requires that 'format' be a string, found: ${typeName(value)} with value ${shown(value)}`,
    );
  }
  const format = binaryFormats.find((name) => name === value);
  if (format === undefined) throw requestFailed(`Invalid 'format' argument for $convert: ${value}`);
  return format;
}

function isBigEndian(value: Value | undefined): boolean {
  if (isNothing(value) || value === 'little') return false;
  if (value === 'big') return true;
  throw requestFailed(
    typeof value === 'string'
      ? `Invalid 'byteOrder' argument for $convert: ${value}`
      : `$convert requires that 'byteOrder' be a string, found: ${typeName(value)} with value ${shown(value)}`,
  );
}

/** Subtypes up to 9 have a meaning, those from 128 on are free for anyone's own. */
function subtypeOf(value: Value | undefined): number {
  if (value === undefined) return 0;
  const subtype = isNumber(value) ? int32Of(value) : undefined;
  const isKnown = subtype !== undefined && subtype >= 0 && subtype <= 255 && (subtype <= 9 || subtype >= 128);
  if (isKnown) return subtype;
  throw requestFailed(
    isNumber(value)
      ? `In $convert, numeric value for 'subtype' does not correspond to a BinData type: ${shown(value)}`
      : `$convert's 'subtype' argument must be a number, but is ${typeName(value)}`,
  );
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
