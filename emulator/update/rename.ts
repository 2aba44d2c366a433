import { requestFailed } from '../cloud-error';
import { showField } from '../values/show-value';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, ownField } from '../values/value';
import { editPath } from './edit-path';
import { isPlaceholder, stepsOf } from './update-path';

export type Rename = {
  readonly to: readonly string[];
  readonly apply: (document: BsonDocument) => BsonDocument;
};

/** `$rename`: takes a field away and sets another to its value. Neither may stand in an array. */
export function parseRename(from: string, operand: Value): Rename {
  const given = showField(from, operand);
  if (typeof operand !== 'string') throw requestFailed(`The 'to' field for $rename must be a string: ${given}`);
  const source = stepsOf(from);
  const to = stepsOf(operand);
  if (source.some(isPlaceholder)) throw requestFailed(`The source field for $rename may not be dynamic: ${from}`);
  if (to.some(isPlaceholder)) throw requestFailed(`The destination field for $rename may not be dynamic: ${operand}`);
  if (from === operand) throw requestFailed(`The source and target field for $rename must differ: ${given}`);
  if (from.startsWith(`${operand}.`) || operand.startsWith(`${from}.`))
    throw requestFailed(`The source and target field for $rename must not be on the same path: ${given}`);
  return {
    to,
    apply: (document) => {
      const value = readOutsideArrays(document, source, 'source');
      if (value === undefined) return document;
      readOutsideArrays(document, to, 'destination');
      const without = editPath(document, source, () => undefined, false);
      return editPath(without, to, () => value, true);
    },
  };
}

function readOutsideArrays(
  document: BsonDocument,
  steps: readonly string[],
  role: 'source' | 'destination',
): Value | undefined {
  let value: Value | undefined = document;
  for (const [at, step] of steps.entries()) {
    if (isArray(value)) {
      const id = showField('_id', ownField(document, '_id'));
      throw requestFailed(
        `The ${role} field cannot be an array element, '${steps.join('.')}' in doc with ${id} has an array field called '${steps[at - 1] ?? ''}'`,
      );
    }
    value = isDocument(value) ? ownField(value, step) : undefined;
  }
  return value;
}
