import { requestFailed } from '../cloud-error';
import { emptyArrayKey, inverted, orderKey } from '../values/order';
import { valuesAt } from '../values/paths';
import type { BsonDocument, Value } from '../values/value';
import { isArray } from '../values/value';
import type { IndexDirection } from '../options';

/**
 * The keys under which an index files a document: one, or one per element where a field is an array.
 *
 * Every document has at least one, so an index alone can list the whole collection in order.
 */
export function indexKeys(
  document: BsonDocument,
  keys: readonly (readonly [field: string, direction: IndexDirection])[],
): readonly Buffer[] {
  let joined: readonly Buffer[] = [Buffer.alloc(0)];
  let arrayField: string | undefined;
  for (const [field, direction] of keys) {
    const codes = direction === '2dsphere' ? [orderKey(null)] : distinct(elementKeys(document, field));
    if (codes.length > 1) {
      if (arrayField !== undefined) throw requestFailed(`cannot index parallel arrays [${field}] [${arrayField}]`);
      arrayField = field;
    }
    const directed = direction === -1 ? codes.map(inverted) : codes;
    joined = joined.flatMap((head) => directed.map((code) => Buffer.concat([head, code])));
  }
  return joined;
}

/** Which of the fields holds several values in this document; one at most does. */
export const arrayPlace = (
  document: BsonDocument,
  keys: readonly (readonly [field: string, direction: IndexDirection])[],
): number =>
  keys.findIndex(([field, direction]) => direction !== '2dsphere' && distinct(elementKeys(document, field)).length > 1);

/** What a document is sorted by: its smallest value there going up, its greatest going down. */
export function sortKey(
  document: BsonDocument,
  order: readonly (readonly [field: string, direction: 1 | -1])[],
): Buffer {
  return Buffer.concat(
    order.map(([field, direction]) => {
      const codes = elementKeys(document, field).sort((left, right) => Buffer.compare(left, right));
      const code = (direction === 1 ? codes[0] : codes[codes.length - 1]) ?? orderKey(null);
      return direction === 1 ? code : inverted(code);
    }),
  );
}

function elementKeys(document: BsonDocument, field: string): Buffer[] {
  const found = valuesAt(document, field);
  return found.length === 0 ? [orderKey(null)] : found.flatMap(({ value }) => keysOfValue(value));
}

function keysOfValue(value: Value | undefined): Buffer[] {
  if (!isArray(value)) return [orderKey(value)];
  return value.length === 0 ? [emptyArrayKey] : value.map(orderKey);
}

function distinct(keys: readonly Buffer[]): readonly Buffer[] {
  if (keys.length < 2) return keys;
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
}
