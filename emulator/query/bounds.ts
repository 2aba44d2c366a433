import { Double } from 'bson';
import { afterPrefix, inverted, kindKey, orderKey } from '../values/order';
import { isArray, isNumber, kindOf, toJsNumber } from '../values/value';
import type { Condition, Test } from './condition';
import { conjuncts } from './condition';

/** Where one field's codes may lie. Both ends are prefixes; a closed end takes in all that begins with it. */
export type Interval = {
  readonly low: Buffer;
  readonly lowClosed: boolean;
  readonly high: Buffer;
  readonly highClosed: boolean;
};

/** What the filter says about one field that an index can use. Each is necessary by itself. */
export type FieldBounds = {
  /** Each entry alone is necessary: the values that the field must be one of. */
  readonly points: readonly (readonly Buffer[])[];
  readonly intervals: readonly Interval[];
};

export function boundsByField(condition: Condition): ReadonlyMap<string, FieldBounds> {
  const fields = new Map<string, { points: (readonly Buffer[])[]; intervals: Interval[] }>();
  for (const part of conjuncts(condition)) {
    if (part.at !== 'field') continue;
    const bounds = fields.get(part.path) ?? { points: [], intervals: [] };
    for (const test of part.test.is === 'every' ? part.test.tests : [part.test]) collect(test, bounds);
    if (bounds.points.length + bounds.intervals.length > 0) fields.set(part.path, bounds);
  }
  return fields;
}

function collect(test: Test, bounds: { points: (readonly Buffer[])[]; intervals: Interval[] }): void {
  const points = pointsOf(test);
  if (points !== undefined) bounds.points.push(points);
  const interval = intervalOf(test);
  if (interval !== undefined) bounds.intervals.push(interval);
}

// An array operand may equal the whole field, which an index files element by element: no help from it.
function pointsOf(test: Test): readonly Buffer[] | undefined {
  if (test.is === 'equal') return isArray(test.value) ? undefined : [orderKey(test.value)];
  if (test.is !== 'oneOf' || test.patterns.length > 0 || test.values.some(isArray)) return undefined;
  const keys = test.values.map((value) => orderKey(value));
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
}

function intervalOf(test: Test): Interval | undefined {
  if (test.is !== 'above' && test.is !== 'atLeast' && test.is !== 'below' && test.is !== 'atMost') return undefined;
  if (isArray(test.value) || (isNumber(test.value) && Number.isNaN(toJsNumber(test.value)))) return undefined;
  const kindOfValue = kindOf(test.value);
  // These two are compared with values of every kind.
  if (kindOfValue === 'minKey' || kindOfValue === 'maxKey') return undefined;
  const kind = kindKey(kindOfValue);
  const key = orderKey(test.value);
  if (test.is === 'above' || test.is === 'atLeast') {
    return { low: key, lowClosed: test.is === 'atLeast', high: kind, highClosed: true };
  }
  const bottom = kindOfValue === 'number' ? { low: notANumber, lowClosed: false } : { low: kind, lowClosed: true };
  return { ...bottom, high: key, highClosed: test.is === 'atMost' };
}

// It is filed below all numbers, and is below none of them.
const notANumber = orderKey(new Double(NaN));

/** All intervals at once. Only for fields without arrays: in an array one element may satisfy each. */
export function narrowest(intervals: readonly Interval[]): Interval | undefined {
  return intervals.reduce<Interval | undefined>((narrow, next) => {
    if (narrow === undefined) return next;
    const lowIsNarrow = Buffer.compare(lowEdge(narrow), lowEdge(next)) >= 0;
    const highIsNarrow = Buffer.compare(highEdge(narrow), highEdge(next)) <= 0;
    const low = lowIsNarrow ? narrow : next;
    const high = highIsNarrow ? narrow : next;
    return { low: low.low, lowClosed: low.lowClosed, high: high.high, highClosed: high.highClosed };
  }, undefined);
}

function lowEdge({ low, lowClosed }: Interval): Buffer {
  return lowClosed ? low : afterPrefix(low);
}

function highEdge({ high, highClosed }: Interval): Buffer {
  return highClosed ? afterPrefix(high) : high;
}

/** The byte range of an interval in an index that runs up or down, after the codes of the fields before it. */
export function byteRange(
  head: Buffer,
  interval: Interval,
  direction: 1 | -1,
): { readonly low: Buffer; readonly high: Buffer } {
  if (direction === 1) {
    return { low: Buffer.concat([head, lowEdge(interval)]), high: Buffer.concat([head, highEdge(interval)]) };
  }
  const top = inverted(interval.high);
  const bottom = inverted(interval.low);
  return {
    low: Buffer.concat([head, interval.highClosed ? top : afterPrefix(top)]),
    high: Buffer.concat([head, interval.lowClosed ? afterPrefix(bottom) : bottom]),
  };
}
