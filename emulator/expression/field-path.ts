import { requestFailed } from '../cloud-error';
import type { Value } from '../values/value';
import { isArray, isDocument, ownField } from '../values/value';
import { spend } from '../work';

/** As deep as MongoDB lets a document, and so a path, go. */
const MAX_STEPS = 200;

/** The steps of a dotted path, each a field's name. Refuses what MongoDB does not take for a path. */
export function stepsOf(path: string): readonly string[] {
  if (path === '') throw requestFailed('FieldPath cannot be constructed with empty string');
  if (path.endsWith('.')) throw requestFailed("FieldPath must not end with a '.'.");
  const steps = path.split('.');
  if (steps.length > MAX_STEPS) throw requestFailed('FieldPath is too long');
  steps.forEach(checkFieldName);
  return steps;
}

/** Fields of references to other documents; they alone may be named so. */
const ofReferences: ReadonlySet<string> = new Set(['$id', '$ref', '$db']);

/** Refuses what no field may be called in a path or in an object that an expression makes. */
export function checkFieldName(name: string): void {
  if (name === '') throw requestFailed('FieldPath field names may not be empty strings.');
  if (name.startsWith('$') && !ofReferences.has(name)) {
    throw requestFailed("FieldPath field names may not start with '$'. Consider using $getField or $setField.");
  }
  if (name.includes('\0')) throw requestFailed("FieldPath field names may not contain '\\0'.");
  if (name.includes('.')) throw requestFailed("FieldPath field names may not contain '.'.");
}

/**
 * What the steps of a path lead to in an expression, which is not what they lead to in a filter: an array on the way
 * becomes the array of what its documents have there (not of what arrays in it have), and a number is a field name, never a position.
 */
export function fieldAt(value: Value | undefined, steps: readonly string[], at = 0): Value | undefined {
  const step = steps[at];
  if (step === undefined) return value;
  if (isArray(value)) {
    spend(value.length);
    return value.flatMap((item) => {
      const found = isDocument(item) ? fieldAt(item, steps, at) : undefined;
      return found === undefined ? [] : [found];
    });
  }
  return isDocument(value) ? fieldAt(ownField(value, step), steps, at + 1) : undefined;
}
