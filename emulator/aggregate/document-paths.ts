import { requestFailed } from '../cloud-error';
import { stepsOf } from '../expression/field-path';
import { refuseFieldName } from '../values/ejson';
import { withField, withoutField } from '../values/fields';
import type { BsonDocument, Value } from '../values/value';
import { isDocument, ownField } from '../values/value';

/** The steps of a path that a stage will write to. */
export function writableSteps(path: string): readonly string[] {
  const steps = stepsOf(path);
  steps.forEach(refuseFieldName);
  return steps;
}

/** The path in `'$tags'`. @param refused what to say of a text that has no dollar */
export function prefixedPath(text: string, refused: string): readonly string[] {
  if (!text.startsWith('$') || text.startsWith('$$')) throw requestFailed(refused);
  return writableSteps(text.slice(1));
}

/** What is at a path that goes through documents only, and through no array. */
export function valueAlong(value: Value | undefined, steps: readonly string[]): Value | undefined {
  let found = value;
  for (const step of steps) found = isDocument(found) ? ownField(found, step) : undefined;
  return found;
}

/** The document with a value at a path; what is no document on the way is replaced by one. `undefined` takes it away. */
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
