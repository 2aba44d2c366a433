import { documentOf, fieldsOf } from '../values/fields';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument } from '../values/value';

/** The document with each array that a path leads to changed; it leads through the documents in arrays too. */
export function editPlaces(
  document: BsonDocument,
  path: string,
  edit: (items: readonly Value[]) => readonly Value[],
): BsonDocument {
  return inDocument(document, path.split('.'), edit);
}

type ArrayEdit = (items: readonly Value[]) => readonly Value[];

function inDocument(document: BsonDocument, [step, ...rest]: readonly string[], edit: ArrayEdit): BsonDocument {
  return documentOf(
    fieldsOf(document).map(([field, value]) => [field, field === step ? inValue(value, rest, edit) : value]),
  );
}

function inValue(value: Value, steps: readonly string[], edit: ArrayEdit): Value {
  if (steps.length === 0) return isArray(value) ? edit(value) : value;
  if (isArray(value)) return value.map((item) => inValue(item, steps, edit));
  return isDocument(value) ? inDocument(value, steps, edit) : value;
}
