import type { FieldTree } from '../aggregate/field-tree';
import { fieldTree, say, shaped } from '../aggregate/field-tree';
import { requestFailed } from '../cloud-error';
import { scopeOf } from '../expression/expression';
import type { BsonDocument } from '../values/value';
import type { Condition } from './condition';
import { withMatchedElement } from './projected-arrays';
import type { Told } from './projection-fields';
import { arrayPathOf, toldOf } from './projection-fields';
import { editPlaces } from './projection-places';

/**
 * What a query answers with of a document. `_id` comes along unless it is refused.
 *
 * @param condition the filter by which the document was found, which the positional `$` asks
 */
export type Projection = (document: BsonDocument, condition: Condition | undefined) => BsonDocument;

/** Reads the projection of a find: fields kept or dropped, computed ones, and parts of arrays. */
export function parseProjection(projection: BsonDocument): Projection | undefined {
  const told = toldOf(projection);
  if (told.length === 0) return undefined;
  const manner = mannerOf(told);
  refusePairs(told);
  const tree = fieldTree();
  const isIdTold = told.some(({ path }) => path === '_id' || path.startsWith('_id.'));
  if (manner === 'keep' && !isIdTold) say(tree, ['_id'], 'named');
  for (const one of told) sayOne(tree, one, manner);
  return (document, condition) => {
    const answer = shaped(tree, manner, document, scopeOf(document));
    return told.reduce((present, { path, what }) => {
      if (what.is === 'slice') return editPlaces(present, path, what.cut);
      return what.is === 'matched' ? withMatchedElement(present, document, condition, arrayPathOf(path)) : present;
    }, answer);
  };
}

function sayOne(tree: FieldTree, { path, what }: Told, manner: 'keep' | 'drop'): void {
  switch (what.is) {
    case 'computed':
      if (manner === 'drop') throw requestFailed(what.refusal);
      sayAt(tree, path, what.value);
      return;
    case 'element':
      sayAt(tree, path, what.value);
      return;
    case 'slice':
      if (manner === 'keep') sayAt(tree, path, 'named');
      return;
    case 'matched':
      if (manner === 'drop') throw otherwise('inclusion', path, 'exclusion');
      sayAt(tree, arrayPathOf(path), 'named');
      return;
    default:
      if (what.is === manner) sayAt(tree, path, 'named');
      else if (path !== '_id') {
        throw manner === 'keep' ? otherwise('exclusion', path, 'inclusion') : otherwise('inclusion', path, 'exclusion');
      }
  }
}

function otherwise(wanted: string, path: string, manner: string): Error {
  return requestFailed(`Cannot do ${wanted} on field ${path} in ${manner} projection`);
}

function sayAt(tree: FieldTree, path: string, what: Parameters<typeof say>[2]): void {
  const clash = say(tree, path.split('.'), what);
  if (clash === undefined) return;
  throw requestFailed(`Path collision at ${path}${clash === '' ? '' : ` remaining portion ${clash}`}`);
}

// The first that says it decides. A slice says nothing of the other fields: by itself it leaves them all.
function mannerOf(told: readonly Told[]): 'keep' | 'drop' {
  for (const { path, what } of told) {
    if (what.is === 'computed' || what.is === 'matched') return 'keep';
    if (path !== '_id' && (what.is === 'keep' || what.is === 'drop')) return what.is;
  }
  if (told.some(({ what }) => what.is === 'keep')) return 'keep';
  if (told.some(({ what }) => what.is === 'slice')) return 'drop';
  return told.some(({ what }) => what.is === 'element') ? 'keep' : 'drop';
}

function refusePairs(told: readonly Told[]): void {
  const positional = told.filter(({ what }) => what.is === 'matched').length;
  if (positional > 1) throw requestFailed('Cannot specify more than one positional projection per query.');
  if (positional > 0 && told.some(({ what }) => what.is === 'element')) {
    throw requestFailed('Cannot specify positional operator and $elemMatch.');
  }
}
