import { requestFailed } from '../cloud-error';
import { withField, withoutField } from '../values/fields';
import { isPosition } from '../values/paths';
import { showField } from '../values/show-value';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, ownField } from '../values/value';

/** Decides a field's new value from its present one; `undefined` stands for absent, both ways. */
export type Edit = (present: Value | undefined, site: Site) => Value | undefined;

/** Where an edit takes place, for the words of an error. */
export type Site = { readonly path: string; readonly document: BsonDocument };

/**
 * A copy of the document with one path edited, and with the documents on the way to it made where they are missing.
 *
 * A path through a number, a text or null is an error, as in MongoDB: doing nothing there would lose a write.
 *
 * @param makes whether missing parents are made; without it an absent path stays absent
 */
export function editPath(document: BsonDocument, steps: readonly string[], edit: Edit, makes: boolean): BsonDocument {
  const path = steps.join('.');
  return editDocument(document, steps, { edit: (present) => edit(present, { path, document }), makes });
}

/** The leaf of a path, as errors name it. */
export function fieldOf({ path }: Site): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The document as errors name it. */
export function documentId({ document }: Site): string {
  return `{${showField('_id', ownField(document, '_id'))}}`;
}

type Task = { readonly edit: (present: Value | undefined) => Value | undefined; readonly makes: boolean };

function editDocument(document: BsonDocument, [step = '', ...rest]: readonly string[], task: Task): BsonDocument {
  const present = ownField(document, step);
  const next = editValue(present, step, rest, task);
  if (next === undefined) return present === undefined ? document : withoutField(document, step);
  return next === present ? document : withField(document, step, next);
}

function editArray(
  items: readonly Value[],
  name: string,
  [step = '', ...rest]: readonly string[],
  task: Task,
): readonly Value[] {
  if (!isPosition(step)) {
    if (!task.makes) return items;
    throw requestFailed(`Cannot create field '${step}' in element {${showField(name, items)}}`);
  }
  const at = Number(step);
  if (at > items.length + 1_500_000) throw requestFailed("can't backfill array to larger than 1500000 elements");
  const next = editValue(items[at], step, rest, task);
  if (next === undefined && at >= items.length) return items;
  const copy = Array.from({ length: Math.max(items.length, at + 1) }, (_, position) => items[position] ?? null);
  copy[at] = next ?? null;
  return copy;
}

function editValue(present: Value | undefined, name: string, rest: readonly string[], task: Task): Value | undefined {
  const [next] = rest;
  if (next === undefined) return task.edit(present);
  if (isArray(present)) return editArray(present, name, rest, task);
  if (isDocument(present)) return editDocument(present, rest, task);
  if (!task.makes) return present;
  if (present === undefined) return editDocument({}, rest, task);
  throw requestFailed(`Cannot create field '${next}' in element {${showField(name, present)}}`);
}
