import { Double, Int32, Long } from 'bson';
import { requestFailed } from '../cloud-error';
import { addDecimals, decimalOf, multiplyDecimals } from '../values/decimal';
import type { BsonNumber, Value } from '../values/value';
import { isDecimal, isNumber, toJsNumber } from '../values/value';
import { showField } from '../values/show-value';
import { typeName } from '../values/type-names';
import type { Edit } from './edit-path';
import { documentId, fieldOf } from './edit-path';

/**
 * `$inc` and `$mul`: whole numbers stay whole and grow from int to long, a double on either side makes a double, a
 * decimal a decimal.
 */
export function arithmetic(operator: '$inc' | '$mul', path: string, operand: Value): Edit {
  if (!isNumber(operand)) {
    const verb = operator === '$inc' ? 'increment' : 'multiply';
    throw requestFailed(`Cannot ${verb} with non-numeric argument: {${showField(path, operand)}}`);
  }
  return (present, site) => {
    if (present === undefined) return operator === '$inc' ? operand : product(operand, new Int32(0));
    if (!isNumber(present)) {
      throw requestFailed(
        `Cannot apply ${operator} to a value of non-numeric type. ${documentId(site)} has the field '${fieldOf(site)}' of non-numeric type ${typeName(present)}`,
      );
    }
    const result = operator === '$inc' ? sum(present, operand) : product(present, operand);
    if (result !== undefined) return result;
    const current = `(Number${present._bsontype === 'Long' ? 'Long' : 'Int'})${present.toString()}`;
    throw requestFailed(
      `Failed to apply ${operator} operations to current value (${current}) for document ${documentId(site)}`,
    );
  };
}

function sum(left: BsonNumber, right: BsonNumber): BsonNumber | undefined {
  if (isDecimal(left) || isDecimal(right)) return addDecimals(decimalOf(left), decimalOf(right));
  if (isDouble(left) || isDouble(right)) return new Double(toJsNumber(left) + toJsNumber(right));
  return whole(exact(left) + exact(right), left, right);
}

function product(left: BsonNumber, right: BsonNumber): BsonNumber | undefined {
  if (isDecimal(left) || isDecimal(right)) return multiplyDecimals(decimalOf(left), decimalOf(right));
  if (isDouble(left) || isDouble(right)) return new Double(toJsNumber(left) * toJsNumber(right));
  return whole(exact(left) * exact(right), left, right);
}

/** `undefined` where a long does not hold the result. */
function whole(value: bigint, left: BsonNumber, right: BsonNumber): BsonNumber | undefined {
  const fitsInt = BigInt.asIntN(32, value) === value;
  if (fitsInt && left._bsontype === 'Int32' && right._bsontype === 'Int32') return new Int32(Number(value));
  return BigInt.asIntN(64, value) === value ? Long.fromBigInt(value) : undefined;
}

function isDouble(value: BsonNumber): value is Double {
  return value._bsontype === 'Double';
}

function exact(value: Int32 | Long): bigint {
  return value._bsontype === 'Long' ? value.toBigInt() : BigInt(value.value);
}
