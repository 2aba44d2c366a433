import { requestFailed } from '../cloud-error';
import { fieldsOf } from '../values/fields';
import { inverted, orderKey } from '../values/order';
import { wholeValueAt } from '../values/paths';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isArray, isDocument, isNumber, toJsNumber } from '../values/value';
import type { Operator } from './expression';
import { parseExpression } from './expression';
import { stepsOf } from './field-path';
import { namedValues, newer } from './operands';
import { isNothing } from './text-operand';

/**
 * `$sortArray` by the elements themselves (`sortBy: 1`) or by fields of theirs, arrays as wholes; equal elements stay as
 * they stood.
 */
export const sortArray: Readonly<Record<string, Operator>> = {
  $sortArray: (operand, operator) => {
    const read = namedValues(operand, operator, { required: ['input', 'sortBy'] }, newer);
    const input = parseExpression(read.input);
    const keyOf = sortKeyBy(read.sortBy);
    return (scope) => {
      const items = input(scope);
      if (isNothing(items)) return null;
      if (!isArray(items)) {
        throw requestFailed(`The input argument to $sortArray must be an array, but was of type: ${typeName(items)}`);
      }
      return items
        .map((item) => ({ item, key: keyOf(item) }))
        .sort((left, right) => Buffer.compare(left.key, right.key))
        .map(({ item }) => item);
    };
  },
};

function sortKeyBy(sortBy: Value): (item: Value) => Buffer {
  if (isNumber(sortBy)) return directionOf(sortBy) === 1 ? orderKey : (item) => inverted(orderKey(item));
  if (!isDocument(sortBy)) {
    throw requestFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  }
  const order = fieldsOf(sortBy).map(([field, direction]) => {
    stepsOf(field);
    return [field, directionOf(direction)] as const;
  });
  if (order.length === 0) throw requestFailed('The $sort pattern is empty when it should be a set of fields.');
  return (item) =>
    Buffer.concat(
      order.map(([field, direction]) => {
        const key = orderKey(isDocument(item) ? wholeValueAt(item, field) : undefined);
        return direction === 1 ? key : inverted(key);
      }),
    );
}

function directionOf(value: Value): 1 | -1 {
  const direction = isNumber(value) ? toJsNumber(value) : undefined;
  if (direction === 1 || direction === -1) return direction;
  throw requestFailed('The $sort element value must be either 1 or -1');
}
