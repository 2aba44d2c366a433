import { requestFailed } from '../cloud-error';
import { orderKey } from '../values/order';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isArray } from '../values/value';
import { isTrue } from './control';
import type { Expression, Operator, Scope } from './expression';
import { groupingConstants } from './grouping';
import { allOperands, oneOperand, twoOperands } from './operands';
import { isNothing } from './text-operand';

/**
 * Arrays as sets: order and repetition count for nothing, and 1 is the same as 1.0. MongoDB leaves the order of a union
 * and an intersection open; here they are sorted. A difference keeps the order of the first array.
 */
export const sets: Readonly<Record<string, Operator>> = {
  $setUnion: (operand, operator) =>
    groupingConstants(operand, false, (parts) => (scope) => {
      const all = arraysOf(parts, scope, operator);
      return all === undefined ? null : sorted(keyed(all.flat()));
    }),

  $setIntersection: (operand, operator) =>
    groupingConstants(operand, false, (parts) => (scope) => {
      const all = arraysOf(parts, scope, operator);
      if (all === undefined) return null;
      const [first = [], ...others] = all.map(keyed);
      return sorted(new Map([...first].filter(([key]) => others.every((other) => other.has(key)))));
    }),

  $setDifference: (operand, operator) => {
    const [left, right] = twoOperands(operand, operator);
    return (scope) => {
      const [from, less] = [left(scope), right(scope)];
      if (isNothing(from) || isNothing(less)) return null;
      const [kept, dropped] = bothArrays(from, less, operator);
      const without = keyed(dropped);
      return [...keyed(kept)].filter(([key]) => !without.has(key)).map(([, value]) => value);
    };
  },

  $setIsSubset: (operand, operator) => {
    const [left, right] = twoOperands(operand, operator);
    return (scope) => {
      const [part, whole] = bothArrays(left(scope), right(scope), operator);
      const among = keyed(whole);
      return [...keyed(part).keys()].every((key) => among.has(key));
    };
  },

  $setEquals: (operand, operator) => {
    const parts = allOperands(operand);
    if (parts.length < 2) throw requestFailed(`$setEquals needs at least two arguments had: ${parts.length}`);
    return (scope) => {
      const all = parts.map((part) => part(scope));
      const [first = new Map<string, Value>(), ...others] = all.map((value) => {
        if (isArray(value)) return keyed(value);
        throw requestFailed(notArrays(operator, value));
      });
      return others.every((other) => other.size === first.size && [...other.keys()].every((key) => first.has(key)));
    };
  },

  $allElementsTrue: (operand, operator) => {
    const only = oneOperand(operand, operator);
    return (scope) => elementsOf(only(scope), operator).every(isTrue);
  },

  $anyElementTrue: (operand, operator) => {
    const only = oneOperand(operand, operator);
    return (scope) => elementsOf(only(scope), operator).some(isTrue);
  },
};

/** The different values by what tells them apart, in the order in which each was first met. */
function keyed(values: readonly Value[]): Map<string, Value> {
  const byKey = new Map<string, Value>();
  for (const value of values) {
    const key = orderKey(value).toString('latin1');
    if (!byKey.has(key)) byKey.set(key, value);
  }
  return byKey;
}

function sorted(values: ReadonlyMap<string, Value>): readonly Value[] {
  return [...values].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value);
}

// Undefined as soon as one operand is nothing, whatever comes after it.
function arraysOf(
  parts: readonly Expression[],
  scope: Scope,
  operator: string,
): readonly (readonly Value[])[] | undefined {
  const found: (readonly Value[])[] = [];
  for (const part of parts) {
    const value = part(scope);
    if (isNothing(value)) return undefined;
    if (!isArray(value)) throw requestFailed(notArrays(operator, value));
    found.push(value);
  }
  return found;
}

function bothArrays(left: Value | undefined, right: Value | undefined, operator: string) {
  const refused = (which: string, value: Value | undefined) =>
    requestFailed(`both operands of ${operator} must be arrays. ${which} argument is of type: ${typeName(value)}`);
  if (!isArray(left)) throw refused('First', left);
  if (!isArray(right)) throw refused('Second', right);
  return [left, right] as const;
}

function elementsOf(value: Value | undefined, operator: string): readonly Value[] {
  if (isArray(value)) return value;
  throw requestFailed(`${operator}'s argument must be an array, but is ${typeName(value)}`);
}

function notArrays(operator: string, value: Value | undefined): string {
  return `All operands of ${operator} must be arrays. One argument is of type: ${typeName(value)}`;
}
