import { Double } from 'bson';
import { requestFailed } from '../cloud-error';
import type { Value } from '../values/value';
import { isArray, isDocument, isNumber, toJsNumber } from '../values/value';
import type { Running } from './running';

/** `$percentile` or `$median`, read once: where its values come from, and how to find out. */
export type PercentileArguments = { readonly input: Value; readonly start: () => Running };

/** Reads the operand of `$percentile` or `$median`. `approximate` is the only method there is; here it is exact. */
export function percentileArguments(operand: Value, operator: string): PercentileArguments {
  if (!isDocument(operand)) throw requestFailed(`specification must be an object; found ${operator}`);
  const { input, p, method, ...rest } = operand;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw requestFailed(`BSON field '${operator}.${unknown}' is an unknown field.`);
  if (input === undefined) throw requestFailed(`BSON field '${operator}.input' is missing but a required field`);
  if (method === undefined) throw requestFailed(`BSON field '${operator}.method' is missing but a required field`);
  if (method !== 'approximate') {
    throw requestFailed("Currently only 'approximate' can be used as percentile 'method'.");
  }
  if (operator === '$median') {
    if (p !== undefined) throw requestFailed(`BSON field '${operator}.p' is an unknown field.`);
    return { input, start: () => runningPercentiles([0.5], ([median]) => median ?? null) };
  }
  const wanted = fractionsOf(p);
  return { input, start: () => runningPercentiles(wanted, (all) => all) };
}

function fractionsOf(p: Value | undefined): readonly number[] {
  if (p === undefined) throw requestFailed("BSON field '$percentile.p' is missing but a required field");
  if (!isArray(p) || p.length === 0) {
    throw requestFailed("The $percentile 'p' field must be an array of numbers from [0.0, 1.0]");
  }
  return p.map((item) => {
    const fraction = isNumber(item) ? toJsNumber(item) : NaN;
    if (!(fraction >= 0 && fraction <= 1)) {
      throw requestFailed("The $percentile 'p' field must be an array of numbers from [0.0, 1.0]");
    }
    return fraction;
  });
}

function runningPercentiles(fractions: readonly number[], answer: (all: readonly Value[]) => Value): Running {
  const numbers: number[] = [];
  return {
    add(value) {
      if (isNumber(value)) numbers.push(toJsNumber(value));
    },
    result() {
      const ascending = Float64Array.from(numbers).sort();
      return answer(
        fractions.map((fraction) => {
          const number = ascending[Math.max(0, Math.ceil(fraction * ascending.length) - 1)];
          return number === undefined ? null : new Double(number);
        }),
      );
    },
  };
}
