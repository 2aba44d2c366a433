import { Int32, Long } from 'bson';
import { requestFailed } from '../cloud-error';
import { fieldsOf } from '../values/fields';
import { showField, showValue } from '../values/show-value';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isDocument, isNumber } from '../values/value';
import type { Edit } from './edit-path';
import { documentId, fieldOf } from './edit-path';

const operations = {
  and: (left: bigint, right: bigint) => left & right,
  or: (left: bigint, right: bigint) => left | right,
  xor: (left: bigint, right: bigint) => left ^ right,
} as const;

const FORMAT = '{$bit: {field: {and/or/xor: #}}';

/** `$bit` on whole numbers; an int and a long make a long, and what is missing counts as zero. */
export function bit(_path: string, operand: Value): Edit {
  if (!isDocument(operand)) {
    throw requestFailed(
      `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: ${FORMAT}`,
    );
  }
  const steps = fieldsOf(operand).map(([name, mask]) => ({
    act: operationNamed(name, operand),
    mask: maskOf(name, mask),
  }));
  if (steps.length === 0)
    throw requestFailed(`You must pass in at least one bitwise operation. The format is: ${FORMAT}`);
  return (present, site) => {
    const start = present ?? new Int32(0);
    if (!isWhole(start)) {
      throw requestFailed(
        `Cannot apply $bit to a value of non-integral type.${documentId(site)} has the field ${fieldOf(site)} of non-integer type ${typeName(start)}`,
      );
    }
    return steps.reduce<Int32 | Long>((value, { act, mask }) => {
      const result = act(bitsOf(value), bitsOf(mask));
      const isInt = value._bsontype === 'Int32' && mask._bsontype === 'Int32';
      return isInt ? new Int32(Number(result)) : Long.fromBigInt(result);
    }, start);
  };
}

function operationNamed(name: string, operand: Value): (left: bigint, right: bigint) => bigint {
  if (name === 'and' || name === 'or' || name === 'xor') return operations[name];
  throw requestFailed(
    `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: ${showValue(operand)}`,
  );
}

function maskOf(name: string, mask: Value): Int32 | Long {
  if (isWhole(mask)) return mask;
  throw requestFailed(
    `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(mask)}' is not supported here: {${showField(name, mask)}}`,
  );
}

function isWhole(value: Value): value is Int32 | Long {
  return isNumber(value) && (value._bsontype === 'Int32' || value._bsontype === 'Long');
}

function bitsOf(value: Int32 | Long): bigint {
  return value._bsontype === 'Long' ? value.toBigInt() : BigInt(value.value);
}
