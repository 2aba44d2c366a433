import type { BsonDocument, Value } from './value';
import { isArray, isDocument, ownField } from './value';

/** Something a path leads to; `value` undefined where the last step is missing. */
export type Found = {
  readonly value: Value | undefined;
  /** Reached as a position in an array: an array found so is not tried element by element. */
  readonly isWhole: boolean;
};

/**
 * Everything a dotted path leads to.
 *
 * As in MongoDB a path goes through the documents inside an array, and may also name a position; scalars inside an
 * array lead nowhere, not even to something missing, and neither does one at a named position. `{a: [{b: 1}, {}, 5]}`
 * at `a.b` leads to 1 and to nothing, and not to a third.
 */
export function valuesAt(document: BsonDocument, path: string): readonly Found[] {
  const found: Found[] = [];
  follow(document, path.split('.'), { at: 0, found, isWhole: false, asked: new Map() });
  return found;
}

type Way = {
  readonly at: number;
  readonly found: Found[];
  readonly isWhole: boolean;
  /** The arrays that were asked for a position, by the step: with names like `0.0.0` many ways lead to each. */
  readonly asked: Map<readonly Value[], Set<number>>;
};

function follow(value: Value | undefined, steps: readonly string[], way: Way): void {
  const step = steps[way.at];
  if (step === undefined) {
    way.found.push({ value, isWhole: way.isWhole });
  } else if (isArray(value)) {
    followArray(value, steps, way);
  } else {
    const next = isDocument(value) ? ownField(value, step) : undefined;
    if (next === undefined) way.found.push({ value: undefined, isWhole: false });
    else follow(next, steps, { ...way, at: way.at + 1, isWhole: false });
  }
}

function followArray(items: readonly Value[], steps: readonly string[], way: Way): void {
  const step = steps[way.at] ?? '';
  if (isPosition(step)) {
    const already = way.asked.get(items) ?? new Set<number>();
    if (already.has(way.at)) return;
    way.asked.set(items, already.add(way.at));
  }
  const named = isPosition(step) ? items[Number(step)] : undefined;
  if (named !== undefined && (way.at + 1 === steps.length || isArray(named) || isDocument(named))) {
    follow(named, steps, { ...way, at: way.at + 1, isWhole: true });
  }
  for (const item of items) if (isDocument(item)) follow(item, steps, way);
}

/** What a path leads to where it goes through documents and named positions only; an array at its end is a whole. */
export function wholeValueAt(value: Value | undefined, path: string): Value | undefined {
  let found = value;
  for (const step of path.split('.')) {
    if (isArray(found)) found = isPosition(step) ? found[Number(step)] : undefined;
    else found = isDocument(found) ? ownField(found, step) : undefined;
  }
  return found;
}

export function isPosition(step: string): boolean {
  return /^(0|[1-9]\d*)$/.test(step);
}
