import { requestFailed } from '../cloud-error';
import type { Collection } from '../store/schema';
import type { Condition } from './condition';
import { conjuncts } from './condition';
import { nearOf } from './near-test';
import type { Access, Order } from './plan';

/**
 * The index that a query wants because it would read a whole collection to find its answer, empty where none would
 * help; undefined where it does not.
 *
 * Reading without a filter is no fault when the order, if any, is served: the limit bounds it.
 */
export function missingIndex(condition: Condition, order: Order, access: Access): string | undefined {
  if (access.via === 'near') return undefined;
  const near = nearOf(condition);
  // MongoDB answers `$near` from a 2dsphere index or not at all.
  if (near !== undefined) return `${near.path} 2dsphere`;
  if (access.via !== 'everything' && (access.via !== 'index' || access.bounded)) return undefined;
  const hasFilter = conjuncts(condition).length > 0;
  if (!hasFilter && (order.length === 0 || access.via === 'index')) return undefined;
  // One on `_id` is there, and an expression has none.
  const helpful = wantedIndexes(condition, order).filter((keys) => keys !== '' && !keys.startsWith('_id '));
  return helpful.join(') and (');
}

/** What strict mode answers instead of reading everything. */
export function indexWanted({ name }: Collection, keys: string): Error {
  const mongo = keys.endsWith(' 2dsphere') ? 'unable to find index for $geoNear query: ' : '';
  const wish = keys === '' ? '' : `; it wants an index on (${keys})`;
  return requestFailed(`${mongo}no index of collection '${name}' serves this query${wish}`);
}

/** The keys of one index, or of one for each branch where every branch has to be looked up by itself. */
function wantedIndexes(condition: Condition, order: Order): readonly string[] {
  const parts = conjuncts(condition);
  const own = parts.flatMap(fieldTest);
  const either = parts.find((part) => part.at === 'or');
  if (own.length > 0 || either?.at !== 'or') return [keysOf(own.length > 0 ? own : parts.flatMap(testsBelow), order)];
  return [...new Set(either.parts.flatMap((branch) => wantedIndexes(branch, [])))];
}

// Equalities, then the order, then ranges: the arrangement in which one index serves all three.
function keysOf(fields: readonly FieldTest[], order: Order): string {
  const equal = fields.filter(({ pins }) => pins).map(({ path, direction }) => `${path} ${direction}`);
  const sorted = order.map(([field, direction]) => `${field} ${direction}`);
  const ranged = fields.filter(({ pins }) => !pins).map(({ path, direction }) => `${path} ${direction}`);
  const seen = new Set<string>();
  const keys = [...equal, ...sorted, ...ranged].filter((key) => {
    const field = key.slice(0, key.lastIndexOf(' '));
    return seen.has(field) ? false : seen.add(field);
  });
  return keys.join(', ');
}

type FieldTest = { readonly path: string; readonly pins: boolean; readonly direction: 1 | '2dsphere' };

function fieldTest(part: Condition): readonly FieldTest[] {
  if (part.at !== 'field') return [];
  const { is } = part.test;
  return [{ path: part.path, pins: is === 'equal' || is === 'oneOf', direction: is === 'placed' ? '2dsphere' : 1 }];
}

// What is excluded by `$nor` has fields too, should nothing else have any.
function testsBelow(part: Condition): readonly FieldTest[] {
  return part.at === 'nor' ? part.parts.flatMap((branch) => conjuncts(branch).flatMap(fieldTest)) : fieldTest(part);
}
