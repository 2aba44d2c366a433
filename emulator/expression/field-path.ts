import type { Value } from '../values/value';
import { isArray, isDocument, ownField } from '../values/value';

/**
 * What a dotted path leads to in an expression, which is not what it leads to in a filter: an array on the way becomes
 * the array of what its documents have there, and a number is a field name, never a position.
 */
export function fieldAt(value: Value | undefined, path: string): Value | undefined {
  return follow(value, path.split('.'), 0);
}

function follow(value: Value | undefined, steps: readonly string[], at: number): Value | undefined {
  const step = steps[at];
  if (step === undefined) return value;
  if (isArray(value)) {
    return value.flatMap((item) => {
      const found = isDocument(item) || isArray(item) ? follow(item, steps, at) : undefined;
      return found === undefined ? [] : [found];
    });
  }
  return isDocument(value) ? follow(ownField(value, step), steps, at + 1) : undefined;
}
