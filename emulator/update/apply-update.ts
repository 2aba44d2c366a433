import { requestFailed } from '../cloud-error';
import { compareValues, sameValue } from '../values/order';
import type { BsonDocument, Value } from '../values/value';
import { isDocument, ownField } from '../values/value';
import { arithmetic } from './arithmetic';
import { addToSet, pop, pull, pullAll, push } from './array-edits';
import type { Edit } from './edit-path';
import { editPath, readPath, withoutField } from './edit-path';

/** An update, checked before any document is touched. */
export type Update = (document: BsonDocument, isInsert: boolean) => BsonDocument;

type FieldOperator = { readonly makes: boolean; readonly edit: (path: string, operand: Value) => Edit };

const operators: Readonly<Record<string, FieldOperator>> = {
  $set: { makes: true, edit: (_path, operand) => () => operand },
  $setOnInsert: { makes: true, edit: (_path, operand) => () => operand },
  $unset: { makes: false, edit: () => () => undefined },
  $inc: { makes: true, edit: (path, operand) => arithmetic('$inc', path, operand) },
  $mul: { makes: true, edit: (path, operand) => arithmetic('$mul', path, operand) },
  $min: { makes: true, edit: (_path, operand) => (present) => better(present, operand, -1) },
  $max: { makes: true, edit: (_path, operand) => (present) => better(present, operand, 1) },
  $push: { makes: true, edit: push },
  $addToSet: { makes: true, edit: addToSet },
  $pop: { makes: false, edit: pop },
  $pull: { makes: false, edit: pull },
  $pullAll: { makes: false, edit: pullAll },
};

/** Reads `{$set: …, $inc: …}`. An operator it does not know is an error that names it. */
export function parseUpdate(update: BsonDocument): Update {
  const steps: Update[] = [];
  const paths: string[] = [];
  for (const [name, fields] of Object.entries(update)) {
    if (!name.startsWith('$')) throw requestFailed(`unknown modifier: ${name}; an update names its operators`);
    if (!isDocument(fields)) throw requestFailed(`Modifiers operate on fields but ${name} was given something else`);
    for (const [path, operand] of Object.entries(fields)) {
      steps.push(name === '$rename' ? rename(path, operand) : fieldStep(name, path, operand));
      paths.push(path, ...(name === '$rename' && typeof operand === 'string' ? [operand] : []));
    }
  }
  refuseConflicts(paths);
  return (document, isInsert) => {
    const updated = steps.reduce((present, step) => step(present, isInsert), document);
    if (!isInsert && !sameValue(updated['_id'], document['_id'])) throw immutableId();
    return updated;
  };
}

/** The document that takes another's place: everything new but `_id`. */
export function parseReplacement(replacement: BsonDocument): Update {
  refuseOperatorFields(replacement);
  return (document) => {
    const id = ownField(document, '_id');
    const given = ownField(replacement, '_id');
    if (given !== undefined && id !== undefined && !sameValue(given, id)) throw immutableId();
    return id === undefined ? replacement : { _id: id, ...withoutField(replacement, '_id') };
  };
}

export function refuseOperatorFields(document: BsonDocument): void {
  const operator = Object.keys(document).find((field) => field.startsWith('$'));
  if (operator === undefined) return;
  throw requestFailed(`The dollar ($) prefixed field '${operator}' in '${operator}' is not valid for storage.`);
}

function fieldStep(name: string, path: string, operand: Value): Update {
  const operator = operators[name];
  if (operator === undefined) throw requestFailed(`Unknown modifier: ${name}`);
  const edit = operator.edit(path, operand);
  return (document, isInsert) =>
    name === '$setOnInsert' && !isInsert ? document : editPath(document, path, edit, operator.makes);
}

function rename(from: string, operand: Value): Update {
  if (typeof operand !== 'string') throw requestFailed(`The 'to' field for $rename must be a string: ${from}`);
  return (document) => {
    const value = readPath(document, from);
    if (value === undefined) return document;
    return editPath(
      editPath(document, from, () => undefined, false),
      operand,
      () => value,
      true,
    );
  };
}

function better(present: Value | undefined, operand: Value, direction: 1 | -1): Value {
  return present === undefined || direction * compareValues(operand, present) > 0 ? operand : present;
}

// Two operators on one path, or on a path and a part of it, have no order to be applied in.
function refuseConflicts(paths: readonly string[]): void {
  const sorted = [...paths].sort();
  sorted.forEach((path, at) => {
    const clash = sorted.slice(at + 1).find((other) => other === path || other.startsWith(`${path}.`));
    if (clash !== undefined) throw requestFailed(`Updating the path '${clash}' would create a conflict at '${path}'`);
  });
}

function immutableId(): Error {
  return requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
}
