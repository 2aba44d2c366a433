import { Int32, Long } from 'bson';
import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isNumber } from '../values/value';
import type { Operator } from './expression';
import { asLong } from './numbers';
import { allOperands, oneOperand } from './operands';
import { isNothing } from './text-operand';

/** Bit by bit, over ints and longs only; an int beside a long is widened with its sign. */
export const bits: Readonly<Record<string, Operator>> = {
  $bitAnd: ofBits(-1n, (left, right) => left & right),
  $bitOr: ofBits(0n, (left, right) => left | right),
  $bitXor: ofBits(0n, (left, right) => left ^ right),
  $bitNot: (operand, operator) => {
    const only = oneOperand(operand, operator);
    return (scope) => {
      const value = only(scope);
      if (isNothing(value)) return null;
      if (!isWhole(value)) throw requestFailed(`$bitNot only supports int and long, not: ${typeName(value)}.`);
      return wide(~asLong(value), value._bsontype === 'Long');
    };
  },
};

function ofBits(start: bigint, combine: (left: bigint, right: bigint) => bigint): Operator {
  return (operand, operator) => {
    const parts = allOperands(operand);
    return (scope) => {
      let result = start;
      let isLong = false;
      for (const part of parts) {
        const value = part(scope);
        if (isNothing(value)) return null;
        if (!isWhole(value)) throw requestFailed(`${operator} only supports int and long operands.`);
        isLong ||= value._bsontype === 'Long';
        result = combine(result, asLong(value));
      }
      return wide(result, isLong);
    };
  };
}

function isWhole(value: Value): value is Int32 | Long {
  return isNumber(value) && (value._bsontype === 'Int32' || value._bsontype === 'Long');
}

function wide(value: bigint, isLong: boolean): Int32 | Long {
  return isLong ? Long.fromBigInt(value) : new Int32(Number(value));
}
