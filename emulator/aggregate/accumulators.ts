import { Int32 } from 'bson';
import { requestFailed } from '../cloud-error';
import type { Expression, Scope } from '../expression/expression';
import { parseExpression } from '../expression/expression';
import { intOrLong } from '../expression/numbers';
import { percentileArguments } from '../expression/percentiles';
import type { Running } from '../expression/running';
import { startRunning } from '../expression/running';
import { countOf, startSeveral } from '../expression/running-several';
import { shown } from '../expression/text-operand';
import type { Order } from '../query/plan';
import { sortKey } from '../store/index-keys';
import type { Value } from '../values/value';
import { isArray, isDocument } from '../values/value';
import { parseOrder } from './sort';

/** What an accumulator gathers of the documents of one group. */
export type Gathering = { readonly add: (scope: Scope) => void; readonly result: () => Value };

/** An accumulator, read once. @param group in which an `n` may ask for fields of the group's `_id` */
export type Accumulator = (group: Scope) => Gathering;

type AccumulatorParser = (operand: Value, operator: string) => Accumulator;

const gathering = (running: Running, input: Expression): Gathering => ({
  add: (scope) => running.add(input(scope)),
  result: running.result,
});

const ofOne: AccumulatorParser = (operand, operator) => {
  if (isArray(operand)) throw requestFailed(`The ${operator} accumulator is a unary operator`);
  const input = parseExpression(operand);
  const start = known(startRunning[operator], operator);
  return () => gathering(start(), input);
};

const ofSeveral: AccumulatorParser = (operand, operator) => {
  const { n, input } = argumentsOf(operand, operator, ['n', 'input']);
  const start = known(startSeveral[operator], operator);
  return (group) => gathering(start(countOf(n?.(group))), known(input, operator));
};

/** @param isBottom the last ones by the order, still in the order; else the first ones */
const placed =
  (isBottom: boolean, isSeveral: boolean): AccumulatorParser =>
  (operand, operator) => {
    const { sortBy, ...rest } = isDocument(operand) ? operand : {};
    const named = argumentsOf(isDocument(operand) ? rest : operand, operator, isSeveral ? ['n', 'output'] : ['output']);
    if (!isDocument(sortBy)) {
      throw requestFailed(
        sortBy === undefined
          ? `Missing value for 'sortBy'`
          : `expected 'sortBy' to already be an object in the arguments to ${operator}`,
      );
    }
    const order = parseOrder(sortBy);
    return (group) => {
      const most = isSeveral ? countOf(named['n']?.(group)) : 1;
      const kept = foremost(known(named['output'], operator), order, { most, isBottom });
      return isSeveral ? kept : { add: kept.add, result: () => [kept.result()].flat()[0] ?? null };
    };
  };

type Foremost = { readonly most: number; readonly isBottom: boolean };

function foremost(output: Expression, order: Order, { most, isBottom }: Foremost): Gathering {
  let kept: { readonly key: Buffer; readonly value: Value }[] = [];
  const prune = (): void => {
    kept.sort((left, right) => Buffer.compare(left.key, right.key));
    kept = isBottom ? kept.slice(-most) : kept.slice(0, most);
  };
  return {
    add(scope) {
      const document = scope['ROOT'];
      const key = sortKey(isDocument(document) ? document : {}, order);
      kept.push({ key, value: output(scope) ?? null });
      if (kept.length > 2 * most + 64) prune();
    },
    result() {
      prune();
      return kept.map(({ value }) => value);
    },
  };
}

const counting: AccumulatorParser = (operand) => {
  if (!isDocument(operand) || Object.keys(operand).length > 0) {
    throw requestFailed('$count takes no arguments, i.e. $count:{}');
  }
  return () => {
    let count = 0;
    return {
      add: () => {
        count += 1;
      },
      result: () => intOrLong(count),
    };
  };
};

const percentiles: AccumulatorParser = (operand, operator) => {
  const { input, start } = percentileArguments(operand, operator);
  const expression = parseExpression(input);
  return () => gathering(start(), expression);
};

const refused: AccumulatorParser = (_operand, operator) => {
  throw requestFailed(
    `the accumulator '${operator}' is not supported by the emulator: it runs JavaScript in the database`,
  );
};

const parsers: Readonly<Record<string, AccumulatorParser>> = {
  ...Object.fromEntries(Object.keys(startRunning).map((operator) => [operator, ofOne])),
  ...Object.fromEntries(Object.keys(startSeveral).map((operator) => [operator, ofSeveral])),
  $count: counting,
  $top: placed(false, false),
  $topN: placed(false, true),
  $bottom: placed(true, false),
  $bottomN: placed(true, true),
  $percentile: percentiles,
  $median: percentiles,
  $accumulator: refused,
};

/** Reads `{$sum: …}`. An accumulator it does not know is an error that names it. */
export function parseAccumulator(field: string, specification: Value): Accumulator {
  if (field.includes('.')) throw requestFailed(`The field name '${field}' cannot contain '.'`);
  if (field.startsWith('$')) throw requestFailed(`The field name '${field}' cannot be an operator name`);
  if (!isDocument(specification)) throw requestFailed(`The field '${field}' must be an accumulator object`);
  const [operator, ...others] = Object.keys(specification);
  if (operator === undefined) throw requestFailed(`The field '${field}' must be an accumulator object`);
  if (others.length > 0) throw requestFailed(`The field '${field}' must specify one accumulator`);
  const parse = Object.hasOwn(parsers, operator) ? parsers[operator] : undefined;
  if (parse === undefined) throw requestFailed(`unknown group operator '${operator}'`);
  return parse(specification[operator] ?? null, operator);
}

export function isAccumulator(operator: string): boolean {
  return Object.hasOwn(parsers, operator);
}

/** Counts the documents of a group: what `$bucket` puts out unless told otherwise. */
export const countEach = (): Accumulator => parseAccumulator('count', { $sum: new Int32(1) });

function argumentsOf(operand: Value, operator: string, names: readonly string[]) {
  if (!isDocument(operand)) {
    throw requestFailed(`specification must be an object; found ${operator}: ${shown(operand)}`);
  }
  const unknown = Object.keys(operand).find((name) => !names.includes(name));
  if (unknown !== undefined) throw requestFailed(`Unknown argument for 'n' operator: ${unknown}`);
  const missing = names.find((name) => operand[name] === undefined);
  if (missing !== undefined) throw requestFailed(`Missing value for '${missing}'`);
  const read: Record<string, Expression> = {};
  for (const [name, value] of Object.entries(operand)) read[name] = parseExpression(value);
  return read;
}

function known<Thing>(thing: Thing | undefined, operator: string): Thing {
  if (thing === undefined) throw requestFailed(`unknown group operator '${operator}'`);
  return thing;
}
