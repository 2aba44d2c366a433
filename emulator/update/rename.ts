import { requestFailed } from '../cloud-error';
import { isPosition } from '../values/paths';
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
      const value = sourceValue(document, source);
      if (value === undefined) return document;
      refuseArrays(document, source, 'source');
      refuseArrays(document, to, 'destination');
      const without = editPath(document, source, () => undefined, 'passes');
      return editPath(without, to, () => value, 'makes');
    },
  };
}

function sourceValue(document: BsonDocument, steps: readonly string[]): Value | undefined {
  let value: Value | undefined = document;
  for (const [at, step] of steps.entries()) {
    const holder: Value = value;
    if (isArray(holder) && isPosition(step)) value = holder[Number(step)];
    else if (isDocument(holder)) value = ownField(holder, step);
    else {
      const name = steps[at - 1] ?? '';
      const element = showField(name, holder);
      throw requestFailed(`cannot use the part (${name} of ${steps.join('.')}) to traverse the element ({${element}})`);
    }
    if (value === undefined) return undefined;
  }
  return value;
}

function refuseArrays(document: BsonDocument, steps: readonly string[], role: 'source' | 'destination'): void {
  let value: Value | undefined = document;
  for (const [at, step] of steps.entries()) {
    if (isArray(value)) {
      const id = ownField(document, '_id');
      throw requestFailed(
        `The ${role} field cannot be an array element, '${steps.join('.')}' in doc with ${id === undefined ? 'no id' : showField('_id', id)} has an array field called '${steps[at - 1] ?? ''}'`,
      );
    }
    value = isDocument(value) ? ownField(value, step) : undefined;
  }
}
