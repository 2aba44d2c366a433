import { requestFailed } from '../cloud-error';
import type { Scope } from '../expression/expression';
import { shown } from '../expression/text-operand';
import type { Order } from '../query/plan';
import type { Value } from '../values/value';
import { isArray, isDocument } from '../values/value';
import type { Accumulator, Gathering } from './accumulators';
import { isAccumulator, parseAccumulator } from './accumulators';
import type { Bounds, Reach } from './window-bounds';
import { parseBounds, reaches } from './window-bounds';
import { slidingDeviation } from './window-deviations';
import { windowFills } from './window-fills';
import { windowMotions } from './window-motions';
import { windowRanks } from './window-ranks';

/** Documents that share a partition, in the order of the stage. */
export type Partition = {
  readonly scopes: readonly Scope[];
  /** What each is sorted by, as bytes: equal bytes are equal in rank. */
  readonly keys: readonly Buffer[];
  /** What each has in the first field that is sorted by. */
  readonly values: readonly (Value | undefined)[];
};

/** What an output field is to be in each document of a partition. */
export type WindowFunction = (partition: Partition) => readonly (Value | undefined)[];

export type Setting = { readonly order: Order; readonly bounds: Bounds; readonly hasWindow: boolean };

export type WindowFunctionParser = (operand: Value, setting: Setting, operator: string) => WindowFunction;

/** Reads `{$sum: '$n', window: {…}}`. */
export function parseWindowFunction(specification: Value, order: Order): WindowFunction {
  if (!isDocument(specification)) {
    throw requestFailed('The field must be an object: each output of $setWindowFields is a window function');
  }
  const { window, ...rest } = specification;
  const [operator, ...others] = Object.keys(rest);
  if (operator === undefined || others.length > 0) {
    throw requestFailed(`Expected a single window function in $setWindowFields, found: ${shown(specification)}`);
  }
  if (!operator.startsWith('$')) throw requestFailed(`Expected a $-prefixed window function, ${operator}`);
  const operand = rest[operator] ?? null;
  const special = { ...windowRanks, ...windowMotions, ...windowFills };
  const parse = Object.hasOwn(special, operator) ? special[operator] : undefined;
  if (parse === undefined && (!isAccumulator(operator) || operator === '$mergeObjects')) {
    throw requestFailed(`Unrecognized window function, ${operator}`);
  }
  const setting = { order, bounds: parseBounds(window, order), hasWindow: window !== undefined };
  return parse === undefined ? accumulating(operator, operand, setting.bounds) : parse(operand, setting, operator);
}

function accumulatorOf(operator: string, operand: Value, bounds: Bounds): Accumulator {
  const isDeviation = operator === '$stdDevPop' || operator === '$stdDevSamp';
  if (isDeviation && bounds.lower !== 'unbounded') return slidingDeviation(operator, operand);
  // Unlike in a group, an array is an expression like others here.
  return parseAccumulator('output', { [operator]: isArray(operand) ? { $let: { vars: {}, in: operand } } : operand });
}

function accumulating(operator: string, operand: Value, bounds: Bounds): WindowFunction {
  const accumulator = accumulatorOf(operator, operand, bounds);
  return ({ scopes, values }) => {
    const start = (): Gathering => accumulator(scopes[0] ?? {});
    let here = start();
    let held: Reach = { from: 0, to: 0 };
    let answer: Value | undefined;
    return reaches(bounds, values).map(({ from, to }) => {
      const isSame = answer !== undefined && from === held.from && to === held.to;
      if (isSame && answer !== undefined) return answer;
      // No window ends before the one of the document before: one that loses documents loses them at its beginning.
      if (from !== held.from) {
        here = start();
        held = { from, to: from };
      }
      for (const scope of scopes.slice(held.to, to)) here.add(scope);
      held = { from, to: Math.max(from, to) };
      answer = here.result();
      return answer;
    });
  };
}
