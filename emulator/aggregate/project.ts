import { requestFailed } from '../cloud-error';
import type { Expression } from '../expression/expression';
import { parseExpression, scopeOf } from '../expression/expression';
import { checkFieldName } from '../expression/field-path';
import { fieldsOf } from '../values/fields';
import { typeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, toJsNumber } from '../values/value';
import { writableSteps } from './document-paths';
import type { FieldTree, Manner } from './field-tree';
import { fieldTree, say, shaped } from './field-tree';
import type { Stage, StageParser } from './pipeline';

type Told = { readonly path: string; readonly what: 'keep' | 'drop' | Expression };

/** `$project`: keeps fields, drops fields, or computes them; keeping and dropping do not mix but for `_id`. */
export const project: StageParser = (operand) => {
  if (!isDocument(operand)) throw requestFailed('$project specification must be an object');
  return explained('$project', () => {
    const told = toldOf(operand, '', projected);
    if (told.length === 0) throw requestFailed('projection specification must have at least one field');
    const manner = mannerOf(told);
    const tree = fieldTree();
    const isIdTold = told.some(({ path }) => path === '_id' || path.startsWith('_id.'));
    if (manner === 'keep' && !isIdTold) say(tree, ['_id'], 'named');
    for (const { path, what } of told) {
      if (typeof what === 'function') refuseIn(manner === 'drop', path, 'exclusion');
      else if (what !== manner) {
        if (path === '_id') continue;
        refuseIn(manner === 'drop' && what === 'keep', path, 'inclusion');
        throw requestFailed(`Cannot do exclusion on field ${path} in inclusion projection`);
      }
      sayAt(tree, path, typeof what === 'function' ? what : 'named');
    }
    return shaping(tree, manner);
  });
};

function refuseIn(isSo: boolean, path: string, act: 'inclusion' | 'exclusion'): void {
  if (!isSo) return;
  throw requestFailed(
    act === 'inclusion'
      ? `Cannot do inclusion on field ${path} in exclusion projection`
      : 'Cannot use expression other than $meta in exclusion projection',
  );
}

/** `$addFields`, also called `$set`: all fields stay, some are computed. */
const adding =
  (stage: string): StageParser =>
  (operand) => {
    if (!isDocument(operand)) {
      throw requestFailed(`${stage} specification stage must be an object, got ${typeName(operand)}`);
    }
    return explained(stage, () => {
      const tree = fieldTree();
      refuseDotsInside(operand);
      const told = toldOf(operand, '', parseExpression, () => ({}));
      for (const { path, what } of told) sayAt(tree, path, typeof what === 'function' ? what : 'named');
      return shaping(tree, 'add');
    });
  };

export const addFields: StageParser = adding('$addFields');
export const set: StageParser = adding('$set');

// Dots nest at the top only, other than in a $project.
function refuseDotsInside(specification: BsonDocument): void {
  for (const inner of Object.values(specification)) {
    if (!isDocument(inner) || Object.keys(inner)[0]?.startsWith('$') === true) continue;
    Object.keys(inner).forEach(checkFieldName);
    refuseDotsInside(inner);
  }
}

/** `$unset`: drops fields. */
export const unset: StageParser = (operand) => {
  const paths = isArray(operand) ? operand : [operand];
  if (!isArray(operand) && typeof operand !== 'string') {
    throw requestFailed('$unset specification must be a string or an array');
  }
  if (paths.length === 0) {
    throw requestFailed('$unset specification must be a string or an array with at least one field');
  }
  const texts = paths.map((path) => {
    if (typeof path === 'string') return path;
    throw requestFailed('$unset specification must be a string or an array containing only string values');
  });
  return explained('$unset', () => {
    const tree = fieldTree();
    for (const path of texts) sayAt(tree, path, 'named');
    return shaping(tree, 'drop');
  });
};

function shaping(tree: FieldTree, manner: Manner): Stage {
  return function* (documents, variables) {
    for (const document of documents) yield shaped(tree, manner, document, scopeOf(document, variables));
  };
}

/** The errors of these three stages say in which of them they were found. */
function explained(stage: string, read: () => Stage): Stage {
  try {
    return read();
  } catch (error) {
    throw error instanceof Error ? requestFailed(`Invalid ${stage} :: caused by :: ${error.message}`) : error;
  }
}

function sayAt(tree: FieldTree, path: string, what: 'named' | Expression): void {
  const clash = say(tree, writableSteps(path), what);
  if (clash === undefined) return;
  throw requestFailed(`Path collision at ${path}${clash === '' ? '' : ` remaining portion ${clash}`}`);
}

/** Objects that are no expression only nest paths: `{a: {b: 1}}` says of `a.b` what `{'a.b': 1}` says. */
function toldOf(
  specification: BsonDocument,
  above: string,
  tell: (value: Value) => Told['what'],
  ofEmpty?: Expression,
): readonly Told[] {
  return fieldsOf(specification).flatMap(([field, value]): readonly Told[] => {
    const path = above + field;
    writableSteps(path);
    if (!isDocument(value)) return [{ path, what: tell(value) }];
    const [first] = Object.keys(value);
    if (first === undefined) {
      if (ofEmpty !== undefined) return [{ path, what: ofEmpty }];
      throw requestFailed(`An empty sub-projection is not a valid value. Found empty object at path ${path}`);
    }
    return first.startsWith('$') ? [{ path, what: parseExpression(value) }] : toldOf(value, `${path}.`, tell, ofEmpty);
  });
}

function projected(value: Value): Told['what'] {
  if (typeof value === 'boolean') return value ? 'keep' : 'drop';
  if (isNumber(value)) return toJsNumber(value) === 0 ? 'drop' : 'keep';
  return parseExpression(value);
}

function mannerOf(told: readonly Told[]): 'keep' | 'drop' {
  const first = told.find(({ path, what }) => path !== '_id' && typeof what !== 'function')?.what;
  if (first === 'keep' || first === 'drop') return first;
  if (told.some(({ what }) => typeof what === 'function')) return 'keep';
  return told[0]?.what === 'drop' ? 'drop' : 'keep';
}
