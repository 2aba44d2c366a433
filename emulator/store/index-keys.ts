import { requestFailed } from '../cloud-error';
import { emptyArrayKey, inverted, orderKey } from '../values/order';
import { valuesAt } from '../values/paths';
import type { BsonDocument, Value } from '../values/value';
import { isArray } from '../values/value';
import type { IndexDirection } from '../options';
import { arrayOn, elementByElement } from './shared-array';

/**
 * The keys under which an index files a document: one, or one per element where a field is an array.
 *
 * Every document has at least one, so an index alone can list the whole collection in order.
 */
export function indexKeys(document: BsonDocument, keys: IndexFields): readonly Buffer[] {
  if (keys.length === 1) return joinedKeys(document, keys);
  const fields = plainFields(keys);
  refuseParallelArrays(document, fields);
  const parts = elementByElement(document, fields);
  return distinct(parts.flatMap((part) => joinedKeys(part, keys)));
}

// However few elements they have: the next document may have more.
function refuseParallelArrays(document: BsonDocument, fields: readonly string[]): void {
  let first: string | undefined;
  for (const field of fields) {
    const array = arrayOn(document, field);
    if (array === undefined || array === first) continue;
    if (first !== undefined) throw parallelArrays(field, first);
    first = array;
  }
}

const parallelArrays = (field: string, other: string): Error =>
  requestFailed(`cannot index parallel arrays [${field}] [${other}]`);

type IndexFields = readonly (readonly [field: string, direction: IndexDirection])[];

const plainFields = (keys: IndexFields): readonly string[] =>
  keys.flatMap(([field, direction]) => (direction === '2dsphere' ? [] : [field]));

function joinedKeys(document: BsonDocument, keys: IndexFields): readonly Buffer[] {
  let joined: readonly Buffer[] = [Buffer.alloc(0)];
  let arrayField: string | undefined;
  for (const [field, direction] of keys) {
    const codes = direction === '2dsphere' ? [orderKey(null)] : distinct(elementKeys(document, field));
    if (codes.length > 1) {
      if (arrayField !== undefined) throw parallelArrays(field, arrayField);
      arrayField = field;
    }
    const directed = direction === -1 ? codes.map(inverted) : codes;
    joined = joined.flatMap((head) => directed.map((code) => Buffer.concat([head, code])));
  }
  return joined;
}

/** Which of the fields have several values among the keys of this document: one, or those below one array. */
export function arrayPlaces(document: BsonDocument, keys: IndexFields): readonly number[] {
  const parts = elementByElement(document, plainFields(keys));
  return keys.flatMap(([field, direction], place) => {
    const isSeveral =
      direction !== '2dsphere' && distinct(parts.flatMap((part) => elementKeys(part, field))).length > 1;
    return isSeveral ? [place] : [];
  });
}

type Order = readonly (readonly [field: string, direction: 1 | -1])[];

/**
 * What a document is sorted by: its smallest value there going up, its greatest going down. Of several fields below one
 * array, the values of that element which comes first.
 */
export function sortKey(document: BsonDocument, order: Order): Buffer {
  if (order.length === 1) return ownSortKey(document, order);
  const fields = order.map(([field]) => field);
  if (new Set(fields.flatMap((field) => arrayOn(document, field) ?? [])).size > 1) {
    throw requestFailed('cannot sort with keys that are parallel arrays');
  }
  const [first = Buffer.alloc(0), ...others] = elementByElement(document, fields).map((part) =>
    ownSortKey(part, order),
  );
  return others.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least), first);
}

function ownSortKey(document: BsonDocument, order: Order): Buffer {
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
