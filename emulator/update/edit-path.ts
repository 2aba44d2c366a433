import { requestFailed } from '../cloud-error';
import { toEjson } from '../values/ejson';
import { isPosition } from '../values/paths';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, ownField } from '../values/value';

/** Decides a field's new value from its present one; `undefined` stands for absent, both ways. */
export type Edit = (present: Value | undefined) => Value | undefined;

/**
 * A copy of the document with one path edited, and with the documents on the way to it made where they are missing.
 *
 * A path through a number, a text or null is an error, as in MongoDB: doing nothing there would lose a write.
 *
 * @param makes whether missing parents are made; without it an absent path stays absent
 */
export function editPath(document: BsonDocument, path: string, edit: Edit, makes: boolean): BsonDocument {
  const steps = stepsOf(path);
  return editDocument(document, steps, { edit, makes, path });
}

export function readPath(document: BsonDocument, path: string): Value | undefined {
  let value: Value | undefined = document;
  for (const step of stepsOf(path)) {
    if (isArray(value)) value = isPosition(step) ? value[Number(step)] : undefined;
    else value = isDocument(value) ? ownField(value, step) : undefined;
  }
  return value;
}

export function withoutField(document: BsonDocument, field: string): BsonDocument {
  return Object.fromEntries(Object.entries(document).filter(([name]) => name !== field));
}

type Task = { readonly edit: Edit; readonly makes: boolean; readonly path: string };

function stepsOf(path: string): readonly string[] {
  const steps = path.split('.');
  for (const step of steps) {
    if (step === '')
      throw requestFailed(`The update path '${path}' contains an empty field name, which is not allowed.`);
    if (step === '$' || step.startsWith('$['))
      throw requestFailed(`the positional operator '${step}' is not supported by the emulator`);
    if (step.startsWith('$'))
      throw requestFailed(`The dollar ($) prefixed field '${step}' in '${path}' is not valid for storage.`);
    if (step === '__proto__') throw requestFailed("the field name '__proto__' is refused");
  }
  return steps;
}

function editDocument(document: BsonDocument, [step = '', ...rest]: readonly string[], task: Task): BsonDocument {
  const next = editValue(ownField(document, step), step, document, rest, task);
  if (next === undefined) return withoutField(document, step);
  return { ...document, [step]: next };
}

function editArray(items: readonly Value[], [step = '', ...rest]: readonly string[], task: Task): readonly Value[] {
  if (!isPosition(step)) {
    if (!task.makes) return items;
    throw requestFailed(`Cannot create field '${step}' in element {${parentName(task.path)}: ${toEjson(items)}}`);
  }
  const at = Number(step);
  if (at > items.length + 1_500_000) throw requestFailed("can't backfill array to larger than 1500000 elements");
  const next = editValue(items[at], step, items, rest, task);
  if (next === undefined && at >= items.length) return items;
  const copy = Array.from({ length: Math.max(items.length, at + 1) }, (_, position) => items[position] ?? null);
  copy[at] = next ?? null;
  return copy;
}

function editValue(
  present: Value | undefined,
  step: string,
  parent: Value,
  rest: readonly string[],
  task: Task,
): Value | undefined {
  const [next] = rest;
  if (next === undefined) return task.edit(present);
  if (isArray(present)) return editArray(present, rest, task);
  if (isDocument(present)) return editDocument(present, rest, task);
  if (!task.makes) return present;
  if (present === undefined) return editDocument({}, rest, task);
  const element = isArray(parent) ? toEjson(present) : `${step}: ${toEjson(present)}`;
  throw requestFailed(`Cannot create field '${next}' in element {${element}}`);
}

function parentName(path: string): string {
  const steps = path.split('.');
  return steps[steps.length - 2] ?? path;
}
