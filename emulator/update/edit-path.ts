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
 * What an operator does where its path leads nowhere: `makes` the documents on the way, `needs` a path that could be
 * made and leaves it absent, or `passes` over any. A path through a number, a text or null is an error to the first two.
 */
export type Manner = 'makes' | 'needs' | 'passes';

/** A copy of the document with one path edited. */
export function editPath(document: BsonDocument, steps: readonly string[], edit: Edit, manner: Manner): BsonDocument {
  const path = steps.join('.');
  return editDocument(document, steps, { edit: (present) => edit(present, { path, document }), manner, path });
}

/** The leaf of a path, as errors name it. */
export function fieldOf({ path }: Site): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The document as errors name it. */
export function documentId({ document }: Site): string {
  return `{${showField('_id', ownField(document, '_id'))}}`;
}

type Task = {
  readonly edit: (present: Value | undefined) => Value | undefined;
  readonly manner: Manner;
  readonly path: string;
};

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
    if (task.manner === 'passes') return items;
    throw blocked(task, step, showField(name, items));
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
  if (present === undefined) return task.manner === 'makes' ? editDocument({}, rest, task) : undefined;
  if (task.manner === 'passes') return present;
  throw blocked(task, next, showField(name, present));
}

function blocked({ manner, path }: Task, step: string, element: string): Error {
  return requestFailed(
    manner === 'makes'
      ? `Cannot create field '${step}' in element {${element}}`
      : `Cannot use the part (${step}) of (${path}) to traverse the element ({${element}})`,
  );
}
