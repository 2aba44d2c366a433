import type { Condition } from '../query/condition';
import { parseFilter } from '../query/parse-filter';
import { orderKey } from '../values/order';
import { valuesAt } from '../values/paths';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isRegex } from '../values/value';
import type { Documents } from './pipeline';
import type { Sources } from './sources';

/**
 * What a document is joined by: the values at a path, of an array its elements. What is missing, and an array without
 * elements, joins as null.
 */
export function equalsOf(document: BsonDocument, path: string): readonly Value[] {
  const values = everyValueAt(document, path);
  return values.length === 0 ? [null] : values;
}

/** The values at a path, of an array its elements; of what is missing none. */
export function everyValueAt(document: BsonDocument, path: string): readonly Value[] {
  return valuesAt(document, path).flatMap(({ value }) => (value === undefined ? [] : isArray(value) ? value : [value]));
}

/** Documents of another collection that hold one of some values: by an index, or else all that are at hand already. */
export type Matching = {
  (values: readonly Value[]): Documents;
  /** The same, left to a query that may ask for more: `condition` where an index serves it, else the documents. */
  apart(values: readonly Value[]): { readonly condition: Condition | undefined; readonly documents: Documents };
};

/**
 * Documents of another collection by the value of a field. Without an index the collection is read once and filed in
 * memory, so that a join takes one pass and not one for each document.
 */
export function foreignByField(sources: Sources, collection: string, path: string): Matching {
  let filed: ((values: readonly Value[]) => Documents) | undefined;
  const apart: Matching['apart'] = (values) => {
    const condition = equalToAny(path, values);
    if (filed === undefined && sources.isServed(collection, condition)) return { condition, documents: [] };
    filed ??= fileByValue(sources.read(collection, everything), path);
    return { condition: undefined, documents: filed(values) };
  };
  const matching = (values: readonly Value[]): Documents => {
    const { condition, documents } = apart(values);
    return condition === undefined ? documents : sources.read(collection, { ...everything, condition });
  };
  return Object.assign(matching, { apart });
}

const everything = { condition: { at: 'and', parts: [] }, order: [], offset: 0, limit: Infinity } as const;

function equalToAny(path: string, values: readonly Value[]): Condition {
  // In an $in a regex would be a pattern, and some documents would be read as operators.
  const isPlain = values.every((value) => !isRegex(value) && !isDocument(value));
  return parseFilter(
    isPlain ? { [path]: { $in: values } } : { $or: values.map((value) => ({ [path]: { $eq: value } })) },
  );
}

/** Documents filed by the value of a field: those that hold one of some values, in their own order. */
export function fileByValue(documents: Documents, path: string): (values: readonly Value[]) => Documents {
  const all = [...documents];
  const places = new Map<string, number[]>();
  all.forEach((document, place) => {
    const keys = valuesAt(document, path).flatMap(({ value, isWhole }) =>
      isArray(value) && !isWhole ? [value, ...value].map(keyOf) : [keyOf(value)],
    );
    for (const key of new Set(keys)) {
      const filed = places.get(key);
      if (filed === undefined) places.set(key, [place]);
      else filed.push(place);
    }
  });
  return (values) => {
    const found = new Set(values.flatMap((value) => places.get(keyOf(value)) ?? []));
    return all.length === 0 ? [] : [...found].sort((left, right) => left - right).map((place) => all[place] ?? {});
  };
}

function keyOf(value: Value | undefined): string {
  return orderKey(value ?? null).toString('latin1');
}
