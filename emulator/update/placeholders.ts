import { requestFailed } from '../cloud-error';
import { isPosition } from '../values/paths';
import { showField } from '../values/show-value';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, ownField } from '../values/value';
import type { ArrayFilters } from './array-filters';
import { identifierOf } from './update-path';

/** What the placeholders of a path stand for in one document. */
export type Binding = {
  /** Where the element stands by which the document matched, for `$`. */
  readonly positionIn: (arrayPath: string) => number | undefined;
  readonly filters: ArrayFilters;
};

/** The paths without placeholders that a path stands for in a document. */
export function concretePaths(
  document: BsonDocument,
  steps: readonly string[],
  binding: Binding,
): readonly (readonly string[])[] {
  return expand({ value: document, taken: [], left: steps }, binding);
}

type Way = {
  readonly value: Value | undefined;
  readonly taken: readonly string[];
  readonly left: readonly string[];
};

function expand({ value, taken, left }: Way, binding: Binding): readonly (readonly string[])[] {
  const [step, ...rest] = left;
  if (step === undefined) return [taken];
  const onwards = (next: string) =>
    expand({ value: stepInto(value, next), taken: [...taken, next], left: rest }, binding);
  const identifier = identifierOf(step);
  if (identifier !== undefined) {
    const isMeant = identifier === '' ? () => true : binding.filters.get(identifier);
    return arrayAt(value, taken).flatMap((item, at) => (isMeant?.(item) === true ? onwards(String(at)) : []));
  }
  if (step !== '$') return onwards(step);
  const position = binding.positionIn(taken.join('.'));
  if (position === undefined)
    throw requestFailed('The positional operator did not find the match needed from the query.');
  return onwards(String(position));
}

function stepInto(value: Value | undefined, step: string): Value | undefined {
  if (isArray(value)) return isPosition(step) ? value[Number(step)] : undefined;
  return isDocument(value) ? ownField(value, step) : undefined;
}

function arrayAt(value: Value | undefined, taken: readonly string[]): readonly Value[] {
  if (isArray(value)) return value;
  if (value === undefined) {
    throw requestFailed(`The path '${taken.join('.')}' must exist in the document in order to apply array updates.`);
  }
  throw requestFailed(`Cannot apply array updates to non-array element ${showField(taken.at(-1) ?? '', value)}`);
}
