import { calculateObjectSize } from 'bson';
import { requestFailed } from '../cloud-error';
import { requireWritable } from '../values/nesting';
import { typeName } from '../values/type-names';
import { isBinary, isDocument } from '../values/value';
import type { Operator } from './expression';
import { operandsOf } from './operands';
import { int, isNothing } from './text-operand';

/** How many bytes something takes. */
export const sizes: Readonly<Record<string, Operator>> = {
  $binarySize: (operand, operator) => {
    const [only] = operandsOf(operand, operator, 1);
    return (scope) => {
      const value = only?.(scope);
      if (isNothing(value)) return null;
      if (typeof value === 'string') return int(Buffer.byteLength(value));
      if (isBinary(value)) return int(value.length());
      throw requestFailed(`$binarySize requires a string or BinData argument, found: ${typeName(value)}`);
    };
  },

  $bsonSize: (operand, operator) => {
    const [only] = operandsOf(operand, operator, 1);
    return (scope) => {
      const value = only?.(scope);
      if (isNothing(value)) return null;
      if (isDocument(value)) {
        requireWritable(value);
        return int(calculateObjectSize(value));
      }
      throw requestFailed(`$bsonSize requires a document input, found: ${typeName(value)}`);
    };
  },
};
