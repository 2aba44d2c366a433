import { writableSteps } from '../aggregate/document-paths';
import { CloudError, requestFailed } from '../cloud-error';
import type { Expression } from '../expression/expression';
import { parseExpression } from '../expression/expression';
import { operatorNamed } from '../expression/operators';
import { fieldNames, fieldsOf } from '../values/fields';
import { showField } from '../values/show-value';
import type { BsonDocument, Value } from '../values/value';
import { isDocument, isNumber, toJsNumber } from '../values/value';
import { firstElement, sliceOf } from './projected-arrays';

/** What a projection says of one path. */
export type Told = { readonly path: string; readonly what: What };

type What =
  | { readonly is: 'keep' | 'drop' }
  | { readonly is: 'computed'; readonly value: Expression; readonly refusal: string }
  | { readonly is: 'element'; readonly value: Expression }
  | { readonly is: 'slice'; readonly cut: (items: readonly Value[]) => readonly Value[] }
  /** `a.$`: the element by which the document was found. */
  | { readonly is: 'matched' };

/** Reads it path by path. `{a: {b: 1}}` says of `a.b` what `{'a.b': 1}` says. */
export function toldOf(projection: BsonDocument, above = ''): readonly Told[] {
  return fieldsOf(projection).flatMap(([field, value]): readonly Told[] => {
    const path = above + field;
    if (field.includes('.$.')) throw requestFailed(positionalInside);
    if (field.endsWith('.$')) return [{ path, what: matched(path, value) }];
    writableSteps(path);
    if (!isDocument(value)) return [{ path, what: plain(path, value) }];
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

const positionalInside =
  "As of 4.4, it's illegal to specify positional operator in the middle of a path." +
  'Positional projection may only be used at the end, for example: a.b.$. If the query previously used a form like ' +
  "a.b.$.d, remove the parts following the '$' and the results will be equivalent.";

function plain(path: string, value: Value): What {
  const wanted = wish(value);
  if (wanted !== undefined) return { is: wanted };
  const refusal = `Cannot use an expression ${showField(path, value)} in an exclusion projection`;
  return { is: 'computed', value: parseExpression(value), refusal };
}

function wish(value: Value): 'keep' | 'drop' | undefined {
  if (typeof value === 'boolean') return value ? 'keep' : 'drop';
  if (isNumber(value)) return toJsNumber(value) === 0 ? 'drop' : 'keep';
  return undefined;
}

function matched(path: string, value: Value): What {
  const because = (reason: string): Error => requestFailed(`positional projection cannot be used with ${reason}`);
  if (isDocument(value)) throw because('an expression or sub object');
  const wanted = wish(value);
  if (wanted === 'drop') throw because('exclusion');
  if (wanted === undefined) throw because('a literal');
  if (path === '.$') throw requestFailed('Projection on field .$ is invalid');
  writableSteps(arrayPathOf(path));
  return { is: 'matched' };
}

function operator(path: string, name: string, value: BsonDocument): What {
  const operand = value[name] ?? null;
  // Beside another field these two are no operators but names, and no name begins with a dollar.
  if ((name === '$slice' || name === '$elemMatch') && fieldNames(value).length > 1) writableSteps(`${path}.${name}`);
  switch (name) {
    case '$slice': {
      const cut = sliceOf(operand);
      return typeof cut === 'function' ? { is: 'slice', cut } : computed(value, `${sliceSyntax(operand, cut)} :: `);
    }
    case '$elemMatch':
      if (path.includes('.')) throw requestFailed('Cannot use $elemMatch projection on a nested field.');
      return { is: 'element', value: firstElement(path, operand) };
    case '$meta':
      throw requestFailed('$meta is not supported: the cloud has no text indexes to tell of');
  }
  if (operatorNamed(name) === undefined) throw requestFailed(`Unknown expression ${name}`);
  return computed(value, '');
}

/** @param context what to say before a refusal of the expression itself */
function computed(value: BsonDocument, context: string): What {
  try {
    const refusal = 'Cannot use expression other than $meta in exclusion projection';
    return { is: 'computed', value: parseExpression(value), refusal };
  } catch (error) {
    if (error instanceof CloudError)
      throw requestFailed(`${context}${context === '' ? '' : 'caused by :: '}${error.message}`);
    throw error;
  }
}

function sliceSyntax(operand: Value, reason: string): string {
  return (
    `Invalid $slice syntax. The given syntax { ${showField('$slice', operand)} } did not match the find() syntax because :: ` +
    `${reason} :: The given syntax did not match the expression $slice syntax.`
  );
}
