import { withField, withoutField } from './fields';
import type { BsonDocument, Value } from './value';
import { isDocument, ownField } from './value';

/** What is at a path that goes through documents only, and through no array. */
export function valueAlong(value: Value | undefined, steps: readonly string[]): Value | undefined {
  let found = value;
  for (const step of steps) found = isDocument(found) ? ownField(found, step) : undefined;
  return found;
}

/** The document with a value at a path; what is none on the way is replaced by a document. `undefined` takes it away. */
export function withValueAlong(
  document: BsonDocument,
  [step = '', ...rest]: readonly string[],
  value: Value | undefined,
): BsonDocument {
  const here = ownField(document, step);
  if (rest.length > 0) {
    if (value === undefined && !isDocument(here)) return document;
    return withField(document, step, withValueAlong(isDocument(here) ? here : {}, rest, value));
  }
  if (value !== undefined) return withField(document, step, value);
  return here === undefined ? document : withoutField(document, step);
}
