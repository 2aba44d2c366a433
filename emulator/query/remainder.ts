import { requestFailed } from '../cloud-error';
import { finiteDecimal } from '../values/decimal';
import type { BsonNumber, Value } from '../values/value';
import { isArray, isDecimal, isNumber, toJsNumber } from '../values/value';

export type Remainder = { readonly divisor: bigint; readonly remainder: bigint };

/** Reads `$mod: [divisor, remainder]`; fractions are cut off. */
export function parseRemainder(operand: Value): Remainder {
  if (!isArray(operand)) throw requestFailed('malformed mod, needs to be an array');
  const [divisor, remainder] = operand;
  if (divisor === undefined) throw requestFailed('malformed mod, not enough elements');
  if (!isNumber(divisor)) throw requestFailed('malformed mod, divisor not a number');
  if (remainder === undefined) throw requestFailed('malformed mod, not enough elements');
  if (!isNumber(remainder)) throw requestFailed('malformed mod, remainder not a number');
  if (operand.length > 2) throw requestFailed('malformed mod, too many elements');
  const [whole, rest] = [truncated(divisor), truncated(remainder)];
  if (whole === undefined) throw requestFailed('malformed mod, divisor value is invalid');
  if (rest === undefined) throw requestFailed('malformed mod, remainder value is invalid');
  if (whole === 0n) throw requestFailed('divisor cannot be 0');
  return { divisor: whole, remainder: rest };
}

/** The remainder has the sign of the value. A value beyond 64 bits, infinite or NaN leaves none. */
export function remainderIs(value: Value | undefined, { divisor, remainder }: Remainder): boolean {
  const whole = isNumber(value) ? truncated(value) : undefined;
  return whole !== undefined && whole % divisor === remainder;
}

function truncated(value: BsonNumber): bigint | undefined {
  if (value._bsontype === 'Long') return value.toBigInt();
  const number = toJsNumber(value);
  if (!(number >= -(2 ** 63) && number < 2 ** 63)) return undefined;
  const decimal = isDecimal(value) ? finiteDecimal(value) : undefined;
  if (decimal === undefined) return BigInt(Math.trunc(number));
  const { coefficient, exponent } = decimal;
  return exponent < 0 ? coefficient / 10n ** BigInt(-exponent) : coefficient * 10n ** BigInt(exponent);
}
