import { requestFailed } from '../cloud-error';
import { stepsOf } from '../expression/field-path';
import { asLong } from '../expression/numbers';
import { shown } from '../expression/text-operand';
import type { Order } from '../query/plan';
import { sortKey } from '../store/index-keys';
import { fieldsOf } from '../values/fields';
import type { BsonDocument, Value } from '../values/value';
import { isDocument, isNumber } from '../values/value';
import type { Documents, StageParser } from './pipeline';

const MOST_KEYS = 32;

/** `{a: 1, b: -1}` as an order. */
export function parseOrder(operand: Value): Order {
  if (!isDocument(operand)) throw requestFailed('the $sort key specification must be an object');
  const order = fieldsOf(operand).map(([field, value]) => {
    if (isDocument(value)) {
      throw requestFailed(
        Object.hasOwn(value, '$meta')
          ? 'the $meta sort expression is not supported by the emulator'
          : `Illegal key in $sort specification: ${field}: ${shown(value)}`,
      );
    }
    if (!isNumber(value)) throw requestFailed(`Illegal key in $sort specification: ${field}: ${shown(value)}`);
    const direction = Number(asLong(value));
    if (direction !== 1 && direction !== -1) {
      throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    stepsOf(field);
    return [field, direction] as const;
  });
  if (order.length === 0) throw requestFailed('$sort stage must have at least one sort key');
  if (order.length > MOST_KEYS) throw requestFailed('too many compound keys');
  return order;
}

/** Documents in an order; equal ones stay as they came. */
export function sorted(documents: Documents, order: Order): readonly BsonDocument[] {
  return Array.from(documents, (document) => ({ document, key: sortKey(document, order) }))
    .sort((left, right) => Buffer.compare(left.key, right.key))
    .map(({ document }) => document);
}

export const sort: StageParser = (operand) => {
  const order = parseOrder(operand);
  return function* (documents) {
    yield* sorted(documents, order);
  };
};
