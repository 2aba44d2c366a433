import { requestFailed } from '../cloud-error';
import { isArray } from '../values/value';
import type { Value } from '../values/value';
import type { Operator } from './expression';
import { parseExpression } from './expression';
import { namedOperands } from './operands';
import { percentileArguments } from './percentiles';
import type { Running } from './running';
import { startRunning } from './running';
import { countOf, startSeveral } from './running-several';

function found(running: Running, values: readonly (Value | undefined)[]): Value {
  for (const value of values) running.add(value);
  return running.result();
}

// A single operand that is an array stands for its elements; among several operands an array is a value like others.
const accumulating: Operator = (operand, operator) => {
  const operands = (isArray(operand) ? operand : [operand]).map(parseExpression);
  const start = startRunning[operator];
  return (scope) => {
    const values = operands.map((each) => each(scope));
    const [only] = values;
    return start === undefined ? null : found(start(), values.length === 1 && isArray(only) ? only : values);
  };
};

const accumulatingSeveral: Operator = (operand, operator) => {
  const { n, input } = namedOperands(operand, operator, { required: ['n', 'input'] });
  return (scope) => {
    const values = input?.(scope);
    const most = countOf(n?.(scope));
    if (!isArray(values)) throw requestFailed('Input must be an array');
    const running = startSeveral[operator]?.(most);
    return running === undefined ? null : found(running, values);
  };
};

const percentiles: Operator = (operand, operator) => {
  const { input, start } = percentileArguments(operand, operator);
  const values = isArray(input) ? input.map(parseExpression) : [parseExpression(input)];
  return (scope) => {
    const all = values.map((each) => each(scope));
    const [only] = all;
    return found(start(), all.length === 1 && isArray(only) ? only : all);
  };
};

/** Accumulators that are also operators of expressions, over the elements of an array or over their operands. */
export const accumulations: Readonly<Record<string, Operator>> = {
  $sum: accumulating,
  $avg: accumulating,
  $min: accumulating,
  $max: accumulating,
  $stdDevPop: accumulating,
  $stdDevSamp: accumulating,
  $firstN: accumulatingSeveral,
  $lastN: accumulatingSeveral,
  $maxN: accumulatingSeveral,
  $minN: accumulatingSeveral,
  $percentile: percentiles,
  $median: percentiles,
};
