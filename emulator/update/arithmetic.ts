import { Double, Int32, Long } from 'bson';
import { requestFailed } from '../cloud-error';
import { addDecimals, decimalOf, multiplyDecimals } from '../values/decimal';
import type { BsonNumber, Value } from '../values/value';
import { isDecimal, isNumber, kindOf, toJsNumber } from '../values/value';
import type { Edit } from './edit-path';

/** `$inc` and `$mul`: whole numbers stay whole and grow from int to long, a double on either side makes a double. */
export function arithmetic(operator: '$inc' | '$mul', path: string, operand: Value): Edit {
  if (!isNumber(operand)) {
    const verb = operator === '$inc' ? 'increment' : 'multiply';
    throw requestFailed(`Cannot ${verb} with non-numeric argument: {${path}: ${kindOf(operand)}}`);
  }
  return (present) => {
    if (present === undefined) return operator === '$inc' ? operand : product(operand, new Int32(0));
    if (!isNumber(present)) {
      throw requestFailed(
        `Cannot apply ${operator} to a value of non-numeric type: the field '${path}' is of kind ${kindOf(present)}`,
      );
    }
    return operator === '$inc' ? sum(present, operand) : product(present, operand);
  };
}

function sum(left: BsonNumber, right: BsonNumber): BsonNumber {
  if (isDecimal(left) || isDecimal(right)) return addDecimals(decimalOf(left), decimalOf(right));
  if (isDouble(left) || isDouble(right)) return new Double(toJsNumber(left) + toJsNumber(right));
  return whole(exact(left) + exact(right), left, right);
}

function product(left: BsonNumber, right: BsonNumber): BsonNumber {
  if (isDecimal(left) || isDecimal(right)) return multiplyDecimals(decimalOf(left), decimalOf(right));
  if (isDouble(left) || isDouble(right)) return new Double(toJsNumber(left) * toJsNumber(right));
  return whole(exact(left) * exact(right), left, right);
}

function whole(value: bigint, left: BsonNumber, right: BsonNumber): BsonNumber {
  const fitsInt = BigInt.asIntN(32, value) === value;
  if (fitsInt && left._bsontype === 'Int32' && right._bsontype === 'Int32') return new Int32(Number(value));
  if (BigInt.asIntN(64, value) !== value)
    throw requestFailed('Failed to apply the arithmetic: the result is out of the range of a long');
  return Long.fromBigInt(value);
}

function isDouble(value: BsonNumber): value is Double {
  return value._bsontype === 'Double';
}

function exact(value: Int32 | Long): bigint {
  return value._bsontype === 'Long' ? value.toBigInt() : BigInt(value.value);
}
