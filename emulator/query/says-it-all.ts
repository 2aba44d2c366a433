import type { Index } from '../store/schema';
import { isPosition } from '../values/paths';
import type { FieldBounds } from './bounds';
import type { Condition, Test } from './condition';
import { conjuncts } from './condition';

/** How many leading fields of an index a filter pins down, and whether it bounds the one behind them. */
export type Used = { readonly equalities: number; readonly usesInterval: boolean };

/**
 * Whether the ranges of an index hold exactly the documents that match, so that nobody need look at them: each test of
 * the filter has become a bound, each bound is in use, and no array has filed a document under several values.
 */
export function saysItAll(
  index: Index,
  condition: Condition,
  fields: ReadonlyMap<string, FieldBounds>,
  { equalities, usesInterval }: Used,
): boolean {
  const used = index.keys.slice(0, equalities + (usesInterval ? 1 : 0));
  if (index.multikey !== 0 || used.length === 0 || used.some(([field]) => namesPosition(field))) return false;
  let bounds = 0;
  for (const [place, [field]] of used.entries()) {
    const { points, intervals } = fields.get(field) ?? { points: [], intervals: [] };
    const isWhole = place < equalities ? points.length === 1 && intervals.length === 0 : points.length === 0;
    if (!isWhole) return false;
    bounds += points.length + intervals.length;
  }
  return bounds === countTests(condition);
}

// An array at a named position is not tried element by element, and yet filed so.
const namesPosition = (field: string): boolean => field.includes('.') && field.split('.').some(isPosition);

/** How many tests there are; Infinity if one of them says more than its bound does. */
function countTests(condition: Condition): number {
  let tests = 0;
  for (const part of conjuncts(condition)) {
    if (part.at !== 'field') return Infinity;
    const all = part.test.is === 'every' ? part.test.tests : [part.test];
    if (all.length === 0) return Infinity;
    for (const test of all) {
      // Nothing and null are filed alike, but below scalars in an array there is not even nothing.
      if (part.path.includes('.') && mayBeNull(test)) return Infinity;
      tests += 1;
    }
  }
  return tests;
}

function mayBeNull(test: Test): boolean {
  return 'value' in test ? test.value === null : test.is !== 'oneOf' || test.values.includes(null);
}
