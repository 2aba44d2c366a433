import { requestFailed } from '../cloud-error';
import { compareValues } from '../values/order';
import type { Value } from '../values/value';
import { isNumber, toJsNumber } from '../values/value';
import type { Running } from './running';
import { shown } from './text-operand';

/** How many values `$firstN` and its like are to find. */
export function countOf(value: Value | undefined): number {
  const number = isNumber(value) ? toJsNumber(value) : NaN;
  if (!Number.isSafeInteger(number)) {
    throw requestFailed(`Value for 'n' must be of integral type, but found ${shown(value)}`);
  }
  if (number <= 0) throw requestFailed(`'n' must be greater than 0, found ${number}`);
  return number;
}

function firstSeveral(most: number): Running {
  const list: Value[] = [];
  return {
    add(value) {
      if (list.length < most) list.push(value ?? null);
    },
    result: () => [...list],
  };
}

function lastSeveral(most: number): Running {
  const list: Value[] = [];
  return {
    add(value) {
      list.push(value ?? null);
      if (list.length > most) list.shift();
    },
    result: () => [...list],
  };
}

/** The foremost values by an order; equals in the order in which they came. */
function endSeveral(most: number, compare: (left: Value, right: Value) => number): Running {
  let list: Value[] = [];
  const prune = (): void => {
    list = list.sort(compare).slice(0, most);
  };
  return {
    add(value) {
      if (value === undefined || value === null) return;
      list.push(value);
      if (list.length > 2 * most + 64) prune();
    },
    result() {
      prune();
      return [...list];
    },
  };
}

/** What accumulators of `{n, input}` find out, by operator. */
export const startSeveral: Readonly<Record<string, (most: number) => Running>> = {
  $firstN: firstSeveral,
  $lastN: lastSeveral,
  $maxN: (most) => endSeveral(most, (left, right) => compareValues(right, left)),
  $minN: (most) => endSeveral(most, compareValues),
};
