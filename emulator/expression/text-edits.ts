import { requestFailed } from '../cloud-error';
import { requireRoom, withinRoom } from '../work';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import type { Operator } from './expression';
import { namedArguments } from './named-arguments';
import { characters, isNothing, shown } from './text-operand';

/** Texts with something taken off their ends, or put in place of a part. */
export const textEdits: Readonly<Record<string, Operator>> = {
  $trim: trimming({ start: true, end: true }),
  $ltrim: trimming({ start: true, end: false }),
  $rtrim: trimming({ start: false, end: true }),
  // Neither knows patterns: `$1` in a replacement stands for itself.
  $replaceOne: replacing(replacedOnce),
  $replaceAll: replacing(replacedAll),
};

function replacedOnce(text: string, find: string, replacement: string): string {
  return withinRoom(text.replace(find, () => replacement));
}

// The empty text is found before each character and behind the last.
function replacedAll(text: string, find: string, replacement: string): string {
  const kept = find === '' ? ['', ...characters(text), ''] : text.split(find);
  requireRoom(text.length + (kept.length - 1) * (replacement.length - find.length));
  return withinRoom(kept.join(replacement));
}

// What MongoDB documents as whitespace; not all that Unicode calls so.
const WHITESPACE = new Set([
  ...characters('\0\t\n\v\f\r \u00a0\u1680'),
  ...Array.from({ length: 11 }, (_, at) => String.fromCodePoint(0x2000 + at)),
]);

function trimming(ends: { readonly start: boolean; readonly end: boolean }): Operator {
  return (operand, operator) => {
    const { input, chars } = namedArguments(
      operand,
      { required: ['input'], optional: ['chars'] },
      {
        notAnObject: (type) => `${operator} only supports an object as an argument, found ${type}`,
        unknown: (name) => `${operator} found an unknown argument: ${name}`,
        missing: (name) => `${operator} requires an '${name}' field`,
      },
    );
    return (scope) => {
      const text = input(scope);
      if (isNothing(text)) return null;
      if (typeof text !== 'string')
        throw requestFailed(`${operator} requires its input to be a string, got ${typed(text)} instead.`);
      if (chars === undefined) return trimmed(text, WHITESPACE, ends);
      const given = chars(scope);
      if (isNothing(given)) return null;
      if (typeof given !== 'string') {
        throw requestFailed(`${operator} requires 'chars' to be a string, got ${typed(given)} instead.`);
      }
      return trimmed(text, new Set(characters(given)), ends);
    };
  };
}

function trimmed(
  text: string,
  unwanted: ReadonlySet<string>,
  ends: { readonly start: boolean; readonly end: boolean },
): string {
  const points = characters(text);
  let [from, to] = [0, points.length];
  while (ends.start && from < to && unwanted.has(points[from] ?? '')) from += 1;
  while (ends.end && to > from && unwanted.has(points[to - 1] ?? '')) to -= 1;
  return points.slice(from, to).join('');
}

function replacing(replace: (text: string, find: string, replacement: string) => string): Operator {
  return (operand, operator) => {
    const parts = namedArguments(
      operand,
      { required: ['input', 'find', 'replacement'] },
      {
        notAnObject: (type) => `${operator} requires an object as an argument, found: ${type}`,
        unknown: (name) => `${operator} found an unknown argument: ${name}`,
        missing: (name) => `${operator} requires '${name}' to be specified`,
      },
    );
    return (scope) => {
      const input = textOrNull(parts.input(scope), operator, 'input');
      const find = textOrNull(parts.find(scope), operator, 'find');
      const replacement = textOrNull(parts.replacement(scope), operator, 'replacement');
      if (input === null || find === null || replacement === null) return null;
      return replace(input, find, replacement);
    };
  };
}

function textOrNull(value: Value | undefined, operator: string, name: string): string | null {
  if (isNothing(value)) return null;
  if (typeof value === 'string') return value;
  throw requestFailed(`${operator} requires that '${name}' be a string, found: ${shown(value)}`);
}

const typed = (value: Value): string => `${shown(value)} (of type ${typeName(value)})`;
