import { Int32 } from 'bson';
import { parseExpression } from '../expression/expression';
import { startRunning } from '../expression/running';
import type { Value } from '../values/value';
import { isNumber, toJsNumber } from '../values/value';
import type { Accumulator } from './accumulators';

/**
 * A deviation in a window that leaves documents behind. MongoDB reckons it by another way there, which shows: an infinity
 * makes null, and one number alone an int.
 */
export function slidingDeviation(operator: '$stdDevPop' | '$stdDevSamp', operand: Value): Accumulator {
  const input = parseExpression(operand);
  return () => {
    const running = startRunning[operator]?.();
    let count = 0;
    return {
      add(scope) {
        const value = input(scope);
        if (isNumber(value)) count += 1;
        running?.add(value);
      },
      result() {
        const deviation = running?.result() ?? null;
        if (!isNumber(deviation) || Number.isNaN(toJsNumber(deviation))) return null;
        return count === 1 ? new Int32(0) : deviation;
      },
    };
  };
}
