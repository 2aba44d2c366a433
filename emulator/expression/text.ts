import { requestFailed } from '../cloud-error';
import { requireRoom, spend, withinRoom } from '../work';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import type { Operator } from './expression';
import { groupingConstants } from './grouping';
import { operandsOf } from './operands';
import { characters, int, isNothing, textOf } from './text-operand';

const lengthIn =
  (measure: (text: string) => number): Operator =>
  (operand, operator) => {
    const [only] = operandsOf(operand, operator, 1);
    return (scope) => {
      const value = only?.(scope);
      if (typeof value === 'string') return int(measure(value));
      throw requestFailed(`${operator} requires a string argument, found: ${typeName(value)}`);
    };
  };

// Only the Latin letters without accents change, as MongoDB documents it.
const upper = (text: string): string => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
const lower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

const changingCase =
  (change: (text: string) => string): Operator =>
  (operand, operator) => {
    const [only] = operandsOf(operand, operator, 1);
    return (scope) => change(textOf(only?.(scope)));
  };

/** Texts as wholes: joined, cut apart, measured, in capitals. */
export const texts: Readonly<Record<string, Operator>> = {
  $concat: (operand) =>
    groupingConstants(operand, true, (parts) => (scope) => {
      let joined = '';
      for (const part of parts) {
        const value = part(scope);
        if (isNothing(value)) return null;
        if (typeof value !== 'string') throw requestFailed(`$concat only supports strings, not ${typeName(value)}`);
        requireRoom(joined.length + value.length);
        joined += value;
      }
      return withinRoom(joined);
    }),

  $split: (operand, operator) => {
    const [text, separator] = operandsOf(operand, operator, 2);
    return (scope) => {
      const [whole, between] = [text?.(scope), separator?.(scope)];
      if (isNothing(whole) || isNothing(between)) return null;
      requireText(whole, 'first');
      requireText(between, 'second');
      if (between === '') throw requestFailed('$split requires a non-empty separator');
      const parts = whole.split(between);
      spend(parts.length);
      return parts;
    };
  },

  $strLenBytes: lengthIn((text) => Buffer.byteLength(text)),
  $strLenCP: lengthIn((text) => characters(text).length),

  $toUpper: changingCase(upper),
  $toLower: changingCase(lower),

  $strcasecmp: (operand, operator) => {
    const [left, right] = operandsOf(operand, operator, 2);
    return (scope) => {
      const [a, b] = [upper(textOf(left?.(scope))), upper(textOf(right?.(scope)))];
      return int(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    };
  },
};

function requireText(value: Value, which: string): asserts value is string {
  if (typeof value === 'string') return;
  throw requestFailed(
    `$split requires an expression that evaluates to a string as a ${which} argument, found: ${typeName(value)}`,
  );
}
