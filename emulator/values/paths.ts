import type { BsonDocument, Value } from './value';
import { isArray, isDocument, ownField } from './value';

/**
 * Everything a dotted path leads to, `undefined` where the last step is missing.
 *
 * As in MongoDB a path goes through the documents inside an array, and may also name a position; scalars inside an
 * array lead nowhere. `{a: [{b: 1}, {}, 5]}` at `a.b` gives `[1, undefined]`.
 */
export function valuesAt(document: BsonDocument, path: string): (Value | undefined)[] {
  const found: (Value | undefined)[] = [];
  follow(document, path.split('.'), 0, found);
  return found;
}

function follow(value: Value | undefined, steps: readonly string[], at: number, found: (Value | undefined)[]): void {
  const step = steps[at];
  if (step === undefined) {
    found.push(value);
  } else if (isArray(value)) {
    followArray(value, steps, at, found);
  } else if (isDocument(value)) {
    const next = ownField(value, step);
    if (next === undefined) found.push(undefined);
    else follow(next, steps, at + 1, found);
  } else {
    found.push(undefined);
  }
}

function followArray(
  items: readonly Value[],
  steps: readonly string[],
  at: number,
  found: (Value | undefined)[],
): void {
  const step = steps[at] ?? '';
  if (isPosition(step) && Number(step) < items.length) follow(items[Number(step)], steps, at + 1, found);
  for (const item of items) if (isDocument(item)) follow(item, steps, at, found);
}

export function isPosition(step: string): boolean {
  return /^(0|[1-9]\d*)$/.test(step);
}
