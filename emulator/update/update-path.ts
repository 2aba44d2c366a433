import { requestFailed } from '../cloud-error';
import { isPosition } from '../values/paths';

/** As deep as a document may be. */
const MOST_STEPS = 180;

/** Checks a path of an update as far as that can be done without a document. */
export function stepsOf(path: string): readonly string[] {
  const steps = path.split('.');
  if (steps.length > MOST_STEPS) throw requestFailed('FieldPath is too long');
  for (const step of steps) {
    if (step === '')
      throw requestFailed(`The update path '${path}' contains an empty field name, which is not allowed.`);
    if (step.startsWith('$') && !isPlaceholder(step))
      throw requestFailed(`The dollar ($) prefixed field '${step}' in '${path}' is not valid for storage.`);
    if (step === '__proto__' || step === '_bsontype') throw requestFailed(`the field name '${step}' is refused`);
  }
  const [first = ''] = steps;
  if (isPlaceholder(first)) {
    const kind = first === '$' ? "positional (i.e. '$')" : "array filter identifier (i.e. '$[<id>]')";
    throw requestFailed(`Cannot have ${kind} element in the first position in path '${path}'`);
  }
  if (steps.filter((step) => step === '$').length > 1)
    throw requestFailed(`Too many positional (i.e. '$') elements found in path '${path}'`);
  return steps;
}

/** `$`, `$[]` or `$[name]`: a step that stands for positions of an array. */
export function isPlaceholder(step: string): boolean {
  return step === '$' || identifierOf(step) !== undefined;
}

/** The name in `$[name]`, empty in `$[]`. */
export function identifierOf(step: string): string | undefined {
  return step.startsWith('$[') && step.endsWith(']') ? step.slice(2, -1) : undefined;
}

/** Two operators on one path, or on a path and a part of it, have no order to be applied in. */
export function refuseConflicts(paths: readonly string[]): void {
  const taken = new Map<string, 'whole' | 'part'>();
  for (const path of paths) {
    const clash = clashOf(path, taken);
    if (clash !== undefined) throw requestFailed(`Updating the path '${path}' would create a conflict at '${clash}'`);
    for (const prefix of prefixesOf(path)) taken.set(prefix, prefix === path ? 'whole' : 'part');
  }
}

export function prefixesOf(path: string): readonly string[] {
  const steps = path.split('.');
  return steps.map((_, at) => steps.slice(0, at + 1).join('.'));
}

function clashOf(path: string, taken: ReadonlyMap<string, 'whole' | 'part'>): string | undefined {
  if (taken.has(path)) return path;
  return prefixesOf(path).find((prefix) => taken.get(prefix) === 'whole');
}

/**
 * The order in which MongoDB applies an update, and so that of the fields it makes: by name, and by number where names
 * are numbers.
 */
export function compareSteps(left: readonly string[], right: readonly string[]): number {
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const [a = '', b = ''] = [left[at], right[at]];
    if (a === b) continue;
    if (isPosition(a) && isPosition(b)) return Number(a) - Number(b);
    return a < b ? -1 : 1;
  }
  return left.length - right.length;
}
