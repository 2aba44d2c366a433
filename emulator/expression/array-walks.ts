import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isArray, isNumber } from '../values/value';
import { spend } from '../work';
import { isTrue } from './control';
import { checkNewName, definingNames } from './defined-names';
import type { Expression, Operator, Scope } from './expression';
import { parseExpression } from './expression';
import { namedValues, newer } from './operands';
import { int32Of, isNothing, shown } from './text-operand';

/** What is done with every element of an array, which goes by a name meanwhile: `this`, if `as` gives no other. */
export const arrayWalks: Readonly<Record<string, Operator>> = {
  $map: (operand, operator) => {
    const names = { required: ['input', 'in'], optional: ['as'] } as const;
    const read = namedValues<'input' | 'in', 'as'>(operand, operator, names);
    const input = parseExpression(read.input);
    const [name, made] = elementwise(read.as, read.in);
    return (scope) => {
      const items = input(scope);
      if (isNothing(items)) return null;
      if (!isArray(items)) throw requestFailed(`input to $map must be an array not ${typeName(items)}`);
      spend(items.length);
      return items.map((item) => made({ ...scope, [name]: item }) ?? null);
    };
  },

  $filter: (operand, operator) => {
    const names = { required: ['input', 'cond'], optional: ['as', 'limit'] } as const;
    const read = namedValues<'input' | 'cond', 'as' | 'limit'>(operand, operator, names);
    const input = parseExpression(read.input);
    const limit = read.limit === undefined ? undefined : parseExpression(read.limit);
    const [name, condition] = elementwise(read.as, read.cond);
    return (scope) => {
      const items = input(scope);
      if (isNothing(items)) return null;
      if (!isArray(items)) throw requestFailed(`input to $filter must be an array not ${typeName(items)}`);
      const most = limitOf(limit?.(scope));
      const kept: Value[] = [];
      spend(items.length);
      for (const item of items) {
        if (kept.length === most) break;
        if (isTrue(condition({ ...scope, [name]: item }))) kept.push(item);
      }
      return kept;
    };
  },

  $reduce: (operand, operator) => {
    const read = namedValues(operand, operator, { required: ['input', 'initialValue', 'in'] }, newer);
    const input = parseExpression(read.input);
    const initial = parseExpression(read.initialValue);
    const step = definingNames(['this', 'value'], () => parseExpression(read.in));
    return (scope) => {
      const items = input(scope);
      if (isNothing(items)) return null;
      if (!isArray(items)) throw requestFailed(`$reduce requires that 'input' be an array, found: ${shown(items)}`);
      let value = initial(scope);
      spend(items.length);
      for (const item of items) value = step({ ...scope, this: item, value });
      return value;
    };
  },

  $zip: (operand, operator) => {
    const names = { required: [], optional: ['inputs', 'useLongestLength', 'defaults'] } as const;
    const wording = {
      ...newer,
      notAnObject: (_: string, type: string) => `$zip only supports an object as an argument, found ${type}`,
    };
    const read = namedValues<never, 'inputs' | 'useLongestLength' | 'defaults'>(operand, operator, names, wording);
    const inputs = expressionsIn(read.inputs, 'inputs');
    const defaults = read.defaults === undefined ? [] : expressionsIn(read.defaults, 'defaults');
    const isLongest = read.useLongestLength ?? false;
    if (typeof isLongest !== 'boolean') {
      throw requestFailed(`useLongestLength must be a bool, found ${typeName(isLongest)}`);
    }
    if (inputs.length === 0) throw requestFailed('$zip requires at least one input array');
    if (defaults.length > 0 && !isLongest) {
      throw requestFailed('cannot specify defaults unless useLongestLength is true');
    }
    if (defaults.length > 0 && defaults.length !== inputs.length) {
      throw requestFailed('defaults and inputs must have the same length');
    }
    return (scope) => {
      const columns: (readonly Value[])[] = [];
      for (const input of inputs) {
        const items = input(scope);
        if (isNothing(items)) return null;
        if (!isArray(items)) throw requestFailed(`$zip found a non-array expression in input: ${shown(items)}`);
        columns.push(items);
      }
      const lengths = columns.map(({ length }) => length);
      const instead = defaults.map((expression) => expression(scope) ?? null);
      const length = isLongest ? Math.max(...lengths) : Math.min(...lengths);
      spend(length * columns.length);
      return Array.from({ length }, (_, row) =>
        columns.map((items, column) => (row < items.length ? items[row] : instead[column]) ?? null),
      );
    };
  },
};

// The name is known inside, not in the input.
function elementwise(as: Value | undefined, inside: Value): readonly [name: string, expression: Expression] {
  const name = as === undefined ? 'this' : as;
  if (typeof name !== 'string') throw requestFailed(`'as' must be a string, found ${typeName(name)}`);
  if (as !== undefined) checkNewName(name);
  return [name, definingNames([name], () => parseExpression(inside))];
}

function limitOf(value: ReturnType<(scope: Scope) => Value | undefined>): number | undefined {
  if (isNothing(value)) return undefined;
  const limit = isNumber(value) ? int32Of(value) : undefined;
  if (limit === undefined) {
    throw requestFailed(`$filter: limit must be represented as a 32-bit integral value: ${shown(value)}`);
  }
  if (limit < 1) throw requestFailed(`$filter: limit must be greater than 0: ${limit}`);
  return limit;
}

function expressionsIn(value: Value | undefined, name: string): readonly Expression[] {
  if (value === undefined) return [];
  if (!isArray(value)) throw requestFailed(`${name} must be an array of expressions, found ${typeName(value)}`);
  return value.map(parseExpression);
}
