import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, ownField } from '../values/value';
import { isPosition } from '../values/paths';
import { valueAlong, withValueAlong } from '../values/plain-paths';

/** The path of the first array that a path goes through or ends at; undefined where it names a position in it. */
export function arrayOn(document: BsonDocument, path: string): string | undefined {
  const steps = path.split('.');
  let value: Value | undefined = document;
  for (const [at, step] of steps.entries()) {
    if (isArray(value)) return isPosition(step) ? undefined : steps.slice(0, at).join('.');
    value = isDocument(value) ? ownField(value, step) : undefined;
  }
  return isArray(value) ? path : undefined;
}

/**
 * The document once for each element of an array that several fields go through, with that element alone in the array:
 * what the fields have there belongs together. `{slots: [{from: 1, to: 2}, {from: 3, to: 4}]}` has no slot from 1 to 4.
 */
export function elementByElement(document: BsonDocument, fields: readonly string[]): readonly BsonDocument[] {
  const arrays = fields.flatMap((field) => arrayOn(document, field) ?? []);
  const shared = arrays.find((array, at) => arrays.indexOf(array) < at);
  if (shared === undefined) return [document];
  const steps = shared.split('.');
  const items = valueAlong(document, steps);
  if (!isArray(items) || items.length < 2) return [document];
  return items.map((item) => withValueAlong(document, steps, [item]));
}
