import { Double } from 'bson';
import { requestFailed } from '../cloud-error';
import { documentOf, fieldsOf } from '../values/fields';
import { compareValues, orderKey } from '../values/order';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isArray, isDocument, isNumber, toJsNumber } from '../values/value';
import { spend } from '../work';
import { runningMean, runningSum } from './running-sum';
import { shown } from './text-operand';

/** Something that is found out value by value. `add` is given undefined for what is missing. */
export type Running = { readonly add: (value: Value | undefined) => void; readonly result: () => Value };

function runningEnd(isBetter: (difference: number) => boolean): Running {
  let best: Value = null;
  return {
    add(value) {
      if (value === undefined || value === null) return;
      if (best === null || isBetter(compareValues(value, best))) best = value;
    },
    result: () => best,
  };
}

function runningFirst(): Running {
  let first: Value | undefined;
  return {
    add(value) {
      if (first === undefined) first = value ?? null;
    },
    result: () => first ?? null,
  };
}

function runningLast(): Running {
  let last: Value = null;
  return {
    add(value) {
      last = value ?? null;
    },
    result: () => last,
  };
}

/** @param lacking 0 for a whole population, 1 for a sample of one */
function runningDeviation(lacking: 0 | 1): Running {
  let count = 0;
  let mean = 0;
  let squares = 0;
  return {
    add(value) {
      if (!isNumber(value)) return;
      const number = toJsNumber(value);
      count += 1;
      const difference = number - mean;
      mean += difference / count;
      squares += difference * (number - mean);
    },
    result: () => (count <= lacking ? null : new Double(Math.sqrt(squares / (count - lacking)))),
  };
}

function runningList(): Running {
  const list: Value[] = [];
  return {
    add(value) {
      if (value !== undefined) list.push(value);
    },
    result: () => [...list],
  };
}

function runningSet(): Running {
  const set = new Map<string, Value>();
  return {
    add(value) {
      if (value === undefined) return;
      const key = orderKey(value).toString('latin1');
      if (!set.has(key)) set.set(key, value);
    },
    result: () => [...set.values()],
  };
}

/** @param list where the elements of all arrays gather */
function runningArrays(operator: string, list: Running): Running {
  return {
    add(value) {
      if (value === undefined) return;
      if (!isArray(value))
        throw requestFailed(
          `${operator} requires array inputs, but input ${shown(value)} is of type ${typeName(value)}`,
        );
      spend(value.length);
      for (const item of value) list.add(item);
    },
    result: list.result,
  };
}

function runningMerge(): Running {
  const merged = new Map<string, Value>();
  return {
    add(value) {
      if (value === undefined || value === null) return;
      if (!isDocument(value)) {
        throw requestFailed(
          `$mergeObjects requires object inputs, but input ${shown(value)} is of type ${typeName(value)}`,
        );
      }
      for (const [field, item] of fieldsOf(value)) merged.set(field, item);
    },
    result: () => documentOf(merged),
  };
}

/** What accumulators of one operand find out, by operator. */
export const startRunning: Readonly<Record<string, () => Running>> = {
  $sum: runningSum,
  $avg: runningMean,
  $min: () => runningEnd((difference) => difference < 0),
  $max: () => runningEnd((difference) => difference > 0),
  $first: runningFirst,
  $last: runningLast,
  $stdDevPop: () => runningDeviation(0),
  $stdDevSamp: () => runningDeviation(1),
  $push: runningList,
  $addToSet: runningSet,
  $mergeObjects: runningMerge,
  $concatArrays: () => runningArrays('$concatArrays', runningList()),
  $setUnion: () => runningArrays('$setUnion', runningSet()),
};
