import { Double } from 'bson';
import { requestFailed } from '../cloud-error';
import type { Expression } from '../expression/expression';
import { parseExpression, scopeOf } from '../expression/expression';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isDate, isNumber, toJsNumber } from '../values/value';
import { optionsOf, requiredOption } from './options';
import type { Partition, WindowFunctionParser } from './window-functions';
import { refuseWindow } from './window-ranks';

/** Window functions that take values from neighbours. */
export const windowFills: Readonly<Record<string, WindowFunctionParser>> = {
  $shift: (operand, setting, operator) => {
    refuseWindow(setting, operator);
    if (setting.order.length === 0) throw requestFailed(`'${operator}' requires a sortBy`);
    const options = optionsOf(operand, operator, ['output', 'by', 'default']);
    const output = parseExpression(requiredOption(options, operator, 'output'));
    const by = requiredOption(options, operator, 'by');
    if (!isNumber(by) || !Number.isInteger(toJsNumber(by))) {
      throw requestFailed(`'${operator}:by' field must be an integer, but found type ${typeName(by)}`);
    }
    const otherwise = options['default'] === undefined ? undefined : parseExpression(options['default']);
    return ({ scopes }) =>
      scopes.map((_scope, at) => {
        const other = scopes[at + toJsNumber(by)];
        return (other === undefined ? otherwise?.(scopeOf({})) : output(other)) ?? null;
      });
  },

  $locf: (operand, setting, operator) => {
    refuseWindow(setting, operator);
    const input = parseExpression(operand);
    return ({ scopes }) => {
      let last: Value = null;
      return scopes.map((scope) => (last = input(scope) ?? last));
    };
  },

  $linearFill: (operand, setting, operator) => {
    refuseWindow(setting, operator);
    if (setting.order.length !== 1) {
      throw requestFailed(`${operator} must be specified with a top level sortBy expression with exactly one element`);
    }
    return interpolating(parseExpression(operand));
  },
};

type Known = { readonly at: number; readonly x: number; readonly y: number };

function interpolating(input: Expression) {
  return ({ scopes, values }: Partition): readonly Value[] => {
    const found = scopes.map((scope) => input(scope) ?? null);
    const xs = values.map(placeOf);
    xs.slice(1).forEach((x, at) => {
      if (x === xs[at]) throw requestFailed('There can be no repeated values in the sort field');
    });
    const known = found.flatMap((value, at): readonly Known[] => {
      if (value === null) return [];
      if (!isNumber(value)) throw requestFailed('Value to be filled must be numeric or nullish');
      return [{ at, x: xs[at] ?? 0, y: toJsNumber(value) }];
    });
    let next = 0;
    return found.map((value, at) => {
      while ((known[next]?.at ?? Infinity) <= at) next += 1;
      const [left, right] = [known[next - 1], known[next]];
      if (value !== null || left === undefined || right === undefined) return value;
      const share = ((xs[at] ?? 0) - left.x) / (right.x - left.x);
      return new Double(left.y + (right.y - left.y) * share);
    });
  };
}

function placeOf(value: Value | undefined): number {
  if (isNumber(value)) return toJsNumber(value);
  if (isDate(value)) return value.getTime();
  throw requestFailed('$linearFill requires that the sortBy field is numeric or a date');
}
