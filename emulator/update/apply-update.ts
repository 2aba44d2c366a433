import { requestFailed } from '../cloud-error';
import type { Condition } from '../query/condition';
import { matchedPosition } from '../query/matched-position';
import { documentOf, fieldsOf, fieldNames, withoutField } from '../values/fields';
import { sameValue } from '../values/order';
import { showField } from '../values/show-value';
import { typeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import { isDocument, ownField } from '../values/value';
import { checkIdentifiers, parseArrayFilters } from './array-filters';
import type { Edit } from './edit-path';
import { editPath } from './edit-path';
import { fieldOperators } from './field-operators';
import type { Binding } from './placeholders';
import { concretePaths } from './placeholders';
import { parseRename } from './rename';
import { compareSteps, isPlaceholder, refuseConflicts, stepsOf } from './update-path';

/**
 * An update, checked before any document is touched.
 *
 * @param condition the filter by which the document was found: it says what the positional `$` stands for
 */
export type Update = (document: BsonDocument, isInsert: boolean, condition?: Condition) => BsonDocument;

/**
 * Reads `{$set: …, $inc: …}`. An operator it does not know is an error that names it.
 *
 * @param arrayFilters what the names in `$[name]` stand for
 */
export function parseUpdate(update: BsonDocument, arrayFilters: readonly BsonDocument[] = []): Update {
  const filters = parseArrayFilters(arrayFilters);
  const paths: string[] = [];
  const steps = fieldsOf(update).flatMap(([name, fields]) => {
    if (!name.startsWith('$')) throw requestFailed(`unknown modifier: ${name}; an update names its operators`);
    if (!isDocument(fields)) throw notFields(name, fields);
    return fieldsOf(fields).map(([path, operand]) => {
      paths.push(path, ...(name === '$rename' && typeof operand === 'string' ? [operand] : []));
      return name === '$rename' ? renameStep(path, operand) : fieldStep(name, path, operand);
    });
  });
  checkIdentifiers(paths, filters);
  refuseConflicts(paths);
  steps.sort((left, right) => compareSteps(left.steps, right.steps));
  return (document, isInsert, condition) => {
    const binding: Binding = {
      filters,
      positionIn: (arrayPath) => condition && matchedPosition(condition, document, arrayPath),
    };
    const targets = steps.map((step) => (step.isFixed ? [step.steps] : concretePaths(document, step.steps, binding)));
    if (steps.some(({ isFixed }) => !isFixed)) refuseConflicts(targets.flat().map((target) => target.join('.')));
    const updated = steps.reduce((present, step, at) => step.apply(present, targets[at] ?? [], isInsert), document);
    const id = ownField(document, '_id');
    if ((!isInsert || id !== undefined) && !sameValue(ownField(updated, '_id'), id)) throw immutableId();
    return updated;
  };
}

/** The document that takes another's place: everything new but `_id`. */
export function parseReplacement(replacement: BsonDocument): Update {
  refuseOperatorFields(replacement);
  return (document) => {
    const id = ownField(document, '_id');
    const given = ownField(replacement, '_id');
    if (given !== undefined && id !== undefined && !sameValue(given, id)) {
      throw requestFailed(
        `After applying the update, the (immutable) field '_id' was found to have been altered to ${showField('_id', given)}`,
      );
    }
    if (id === undefined) return replacement;
    return documentOf([['_id', id], ...fieldsOf(withoutField(replacement, '_id'))]);
  };
}

export function refuseOperatorFields(document: BsonDocument): void {
  const operator = fieldNames(document).find((field) => field.startsWith('$'));
  if (operator === undefined) return;
  throw requestFailed(`The dollar ($) prefixed field '${operator}' in '${operator}' is not valid for storage.`);
}

type Step = {
  readonly steps: readonly string[];
  /** Has no placeholder: stands for itself in every document. */
  readonly isFixed: boolean;
  readonly apply: (document: BsonDocument, targets: readonly (readonly string[])[], isInsert: boolean) => BsonDocument;
};

function fieldStep(name: string, path: string, operand: Value): Step {
  const operator = Object.hasOwn(fieldOperators, name) ? fieldOperators[name] : undefined;
  if (operator === undefined) {
    throw requestFailed(
      `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  const steps = stepsOf(path);
  const edit: Edit = operator.edit(path, operand);
  return {
    steps,
    isFixed: !steps.some(isPlaceholder),
    apply: (document, targets, isInsert) =>
      name === '$setOnInsert' && !isInsert
        ? document
        : targets.reduce((present, target) => editPath(present, target, edit, operator.manner), document),
  };
}

function renameStep(path: string, operand: Value): Step {
  const { to, apply } = parseRename(path, operand);
  return { steps: to, isFixed: true, apply };
}

function notFields(name: string, given: Value): Error {
  return requestFailed(
    `Modifiers operate on fields but we found type ${typeName(given)} instead. For example: {$mod: {<field>: ...}} not {${showField(name, given)}}`,
  );
}

function immutableId(): Error {
  return requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
}
