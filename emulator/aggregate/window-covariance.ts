import { Decimal128, Double } from 'bson';
import { parseExpression } from '../expression/expression';
import { divide, multiply, subtract } from '../expression/numbers';
import { runningMean, runningSum } from '../expression/running-sum';
import type { BsonNumber, Value } from '../values/value';
import { isArray, isDecimal, isNumber, toJsNumber } from '../values/value';
import { reaches } from './window-bounds';
import type { WindowFunctionParser } from './window-functions';

/**
 * How two numbers move together. What is no pair of numbers does not count; one beside infinity or NaN goes past the
 * means into the answer.
 *
 * @param lacking 0 for a whole population, 1 for a sample of one
 */
export function covariance(lacking: 0 | 1): WindowFunctionParser {
  return (operand, { bounds }) => {
    const input = parseExpression(operand);
    return ({ scopes, values }) => {
      const pairs = scopes.map((scope) => pairOf(input(scope)));
      return reaches(bounds, values).map(({ from, to }) => covarianceOf(pairs.slice(from, to), lacking));
    };
  };
}

type Pair = readonly [x: BsonNumber, y: BsonNumber];

function pairOf(value: Value | undefined): Pair | undefined {
  if (!isArray(value) || value.length !== 2) return undefined;
  const [x, y] = value;
  return isNumber(x) && isNumber(y) ? [x, y] : undefined;
}

function covarianceOf(pairs: readonly (Pair | undefined)[], lacking: 0 | 1): Value {
  let count = 0;
  const [meanX, meanY, shared] = [runningMean(), runningMean(), runningSum()];
  for (const pair of pairs) {
    if (pair === undefined) continue;
    if (pair.some(isBeyond)) {
      shared.add(beyond(pair));
      continue;
    }
    const [x, y] = pair;
    const before = meanX.result();
    meanX.add(x);
    meanY.add(y);
    const after = meanY.result();
    // Of the first pair there is no mean before it, and it is none away from it.
    if (isNumber(before) && isNumber(after)) shared.add(multiply(subtract(x, before), subtract(y, after)));
    count += 1;
  }
  if (count === 1 && lacking === 0) return new Double(0);
  const sum = shared.result();
  if (count <= lacking || !isNumber(sum)) return null;
  return isDecimal(sum) ? divide(sum, new Double(count - lacking)) : new Double(toJsNumber(sum) / (count - lacking));
}

// A decimal may be greater than any double and yet no infinity.
const isBeyond = (number: BsonNumber): boolean => /^-?(?:NaN|Infinity)$/.test(number.toString());

/** NaN where a pair has one or points both ways, else the infinity it has. */
function beyond(pair: Pair): BsonNumber {
  const ends = new Set(pair.filter(isBeyond).map((number) => number.toString().replace('-NaN', 'NaN')));
  const [only = 'NaN'] = ends;
  const text = ends.size > 1 ? 'NaN' : only;
  return pair.some(isDecimal) ? Decimal128.fromString(text) : new Double(Number(text));
}
