import { writableSteps } from '../aggregate/document-paths';
import { requestFailed } from '../cloud-error';
import type { Expression } from '../expression/expression';
import { parseExpression } from '../expression/expression';
import { fieldNames, fieldsOf } from '../values/fields';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, toJsNumber } from '../values/value';
import { firstElement, isFindSlice, sliceOf } from './projected-arrays';

/** What a projection says of one path. */
export type Told = { readonly path: string; readonly what: What };

type What =
  | { readonly is: 'keep' | 'drop' }
  | { readonly is: 'computed'; readonly value: Expression; readonly isElement: boolean }
  | { readonly is: 'slice'; readonly cut: (items: readonly Value[]) => readonly Value[] }
  /** `a.$`: the element by which the document was found. */
  | { readonly is: 'matched' };

/** Reads it path by path. `{a: {b: 1}}` says of `a.b` what `{'a.b': 1}` says. */
export function toldOf(projection: BsonDocument, above = ''): readonly Told[] {
  return fieldsOf(projection).flatMap(([field, value]): readonly Told[] => {
    const path = above + field;
    if (path.endsWith('.$')) return [{ path, what: matched(path, value) }];
    writableSteps(path);
    if (!isDocument(value)) return [{ path, what: plain(value) }];
    const [first] = fieldNames(value);
    if (first === undefined) {
      throw requestFailed(`An empty sub-projection is not a valid value. Found empty object at path ${path}`);
    }
    return first.startsWith('$') ? [{ path, what: operator(path, first, value) }] : toldOf(value, `${path}.`);
  });
}

/** The array of `a.b.$`. */
export function arrayPathOf(path: string): string {
  return path.slice(0, -'.$'.length);
}

function plain(value: Value): What {
  if (typeof value === 'boolean') return { is: value ? 'keep' : 'drop' };
  if (isNumber(value)) return { is: toJsNumber(value) === 0 ? 'drop' : 'keep' };
  return { is: 'computed', value: parseExpression(value), isElement: false };
}

function matched(path: string, value: Value): What {
  const wanted = plain(value);
  if (wanted.is === 'drop') throw requestFailed('positional projection cannot be used with exclusion');
  if (wanted.is !== 'keep') throw requestFailed('positional projection cannot be used with a literal');
  writableSteps(arrayPathOf(path));
  return { is: 'matched' };
}

function operator(path: string, name: string, value: BsonDocument): What {
  const operand = value[name] ?? null;
  switch (name) {
    case '$slice':
      // With an array for its first argument it is the operator of expressions.
      if (isArray(operand) && !isFindSlice(operand)) break;
      return { is: 'slice', cut: sliceOf(operand) };
    case '$elemMatch':
      if (path.includes('.'))
        throw requestFailed('Cannot use $elemMatch projection on a nested field (currently unsupported).');
      return { is: 'computed', value: firstElement(path, operand), isElement: true };
    case '$meta':
      throw requestFailed('$meta is not supported: the cloud has no text indexes to tell of');
  }
  return { is: 'computed', value: parseExpression(value), isElement: false };
}
