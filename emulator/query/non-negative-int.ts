import { requestFailed } from '../cloud-error';
import { showField } from '../values/show-value';
import type { Value } from '../values/value';
import { isNumber, toJsNumber } from '../values/value';

/**
 * A count or a position that an operator is given, at most 2^31 - 1.
 *
 * @param field how MongoDB names it in its refusal
 * @param words what it says before
 */
export function nonNegativeInt(field: string, value: Value, words: string): number {
  const refuse = (why: string): Error => requestFailed(`${words}${why}: ${showField(field, value)}`);
  if (!isNumber(value)) throw refuse('Expected a number in');
  const number = toJsNumber(value);
  if (Number.isNaN(number)) throw refuse('Expected an integer, but found NaN in');
  if (!(Math.abs(number) < 2 ** 63)) throw refuse('Cannot represent as a 64-bit integer');
  if (!Number.isInteger(number)) throw refuse('Expected an integer');
  if (number < 0) throw refuse('Expected a non-negative number in');
  if (number >= 2 ** 31) throw refuse('Cannot represent as a 32-bit integer');
  return number;
}
