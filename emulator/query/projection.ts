import type { FieldTree } from '../aggregate/field-tree';
import { fieldTree, say, shaped } from '../aggregate/field-tree';
import { requestFailed } from '../cloud-error';
import { scopeOf } from '../expression/expression';
import type { BsonDocument } from '../values/value';
import type { Condition } from './condition';
import { matchedElement } from './projected-arrays';
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
      if (what.is !== 'matched') return present;
      const arrayPath = arrayPathOf(path);
      return editPlaces(present, arrayPath, (items) => matchedElement(items, document, condition, arrayPath));
    }, answer);
  };
}

function sayOne(tree: FieldTree, { path, what }: Told, manner: 'keep' | 'drop'): void {
  switch (what.is) {
    case 'computed':
      if (manner === 'drop') throw requestFailed('Cannot use expression other than $meta in exclusion projection');
      sayAt(tree, path, what.value);
      return;
    case 'slice':
      if (manner === 'keep') sayAt(tree, path, 'named');
      return;
    case 'matched':
      if (manner === 'drop') throw requestFailed('positional projection cannot be used with exclusion');
      sayAt(tree, arrayPathOf(path), 'named');
      return;
    default:
      if (what.is === manner) sayAt(tree, path, 'named');
      else if (path !== '_id') {
        throw requestFailed(
          manner === 'keep'
            ? `Cannot do exclusion on field ${path} in inclusion projection`
            : `Cannot do inclusion on field ${path} in exclusion projection`,
        );
      }
  }
}

function sayAt(tree: FieldTree, path: string, what: Parameters<typeof say>[2]): void {
  const clash = say(tree, path.split('.'), what);
  if (clash === undefined) return;
  throw requestFailed(`Path collision at ${path}${clash === '' ? '' : ` remaining portion ${clash}`}`);
}

// A slice says nothing of the other fields: by itself it leaves them all.
function mannerOf(told: readonly Told[]): 'keep' | 'drop' {
  const first = told.find(({ path, what }) => path !== '_id' && (what.is === 'keep' || what.is === 'drop'))?.what.is;
  if (first === 'keep' || first === 'drop') return first;
  if (told.some(({ what }) => what.is === 'computed' || what.is === 'matched')) return 'keep';
  return told.some(({ what }) => what.is === 'keep') ? 'keep' : 'drop';
}

function refusePairs(told: readonly Told[]): void {
  const positional = told.filter(({ what }) => what.is === 'matched').length;
  if (positional > 1) throw requestFailed('Cannot specify more than one positional projection per query.');
  if (positional > 0 && told.some(({ what }) => what.is === 'computed' && what.isElement)) {
    throw requestFailed('Cannot specify positional operator and $elemMatch.');
  }
}
