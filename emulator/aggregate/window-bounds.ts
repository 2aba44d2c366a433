import { requestFailed } from '../cloud-error';
import type { Unit } from '../expression/dates-unit';
import { shown } from '../expression/text-operand';
import type { Order } from '../query/plan';
import { compareValues } from '../values/order';
import { typeName } from '../values/type-names';
import type { BsonNumber, Value } from '../values/value';
import { isArray, isDate, isDocument, isNumber, toJsNumber } from '../values/value';
import { stepped, unitOf } from './steps';

/** One end of a window, seen from the document it is of. */
type End = 'unbounded' | 'current' | BsonNumber;

/** How far a window reaches: over how many documents, or over what range of the value that is sorted by. */
export type Bounds = {
  readonly by: 'documents' | 'range';
  readonly lower: End;
  readonly upper: End;
  readonly unit: Unit | undefined;
};

/** A window, as places in its partition: `from` is in it, `to` is not. */
export type Reach = { readonly from: number; readonly to: number };

export const wholePartition: Bounds = { by: 'documents', lower: 'unbounded', upper: 'unbounded', unit: undefined };

/** Reads the `window` of an output field. */
export function parseBounds(window: Value | undefined, order: Order): Bounds {
  if (window === undefined) return wholePartition;
  if (!isDocument(window)) throw requestFailed("'window' field must be an object");
  const { documents, range, unit, ...rest } = window;
  const isTwofold =
    (documents !== undefined && (range !== undefined || unit !== undefined)) || Object.keys(rest).length > 0;
  if (isTwofold || (unit !== undefined && range === undefined)) {
    throw requestFailed(
      "'window' field can only contain 'documents' as the only argument or 'range' with an optional 'unit' field",
    );
  }
  if (documents !== undefined) return documentBounds(documents, order);
  return range === undefined ? wholePartition : rangeBounds(range, unit, order);
}

function documentBounds(documents: Value, order: Order): Bounds {
  const [lower, upper] = endsOf(documents, 'documents');
  for (const end of [lower, upper]) {
    if (typeof end !== 'string' && !Number.isInteger(toJsNumber(end))) {
      throw requestFailed(`Numeric document-based bounds must be an integer: documents: ${shown(documents)}`);
    }
  }
  if (order.length === 0 && (lower !== 'unbounded' || upper !== 'unbounded')) {
    throw requestFailed('Document-based bounds require a sortBy');
  }
  return { by: 'documents', lower, upper, unit: undefined };
}

function rangeBounds(range: Value, unit: Value | undefined, order: Order): Bounds {
  const [lower, upper] = endsOf(range, 'range');
  if (order.length !== 1) throw requestFailed('Range-based bounds require sortBy a single field');
  if (order[0]?.[1] !== 1) throw requestFailed('Range-based bounds require an ascending sortBy');
  if (unit !== undefined) {
    for (const end of [lower, upper]) {
      if (typeof end !== 'string' && !Number.isInteger(toJsNumber(end))) {
        throw requestFailed("With 'unit', range-based bounds must be an integer");
      }
    }
  }
  return { by: 'range', lower, upper, unit: unitOf(unit) };
}

function endsOf(bounds: Value, name: string): readonly [End, End] {
  const [lower, upper] = isArray(bounds) && bounds.length === 2 ? bounds.map((end) => endOf(end, name)) : [];
  if (lower === undefined || upper === undefined) {
    throw requestFailed(`Window bounds must be a 2-element array: ${name}: ${shown(bounds)}`);
  }
  if (typeof lower !== 'string' || typeof upper !== 'string') {
    if (placeOf(lower, -Infinity) > placeOf(upper, Infinity)) {
      throw requestFailed(`Lower bound must not exceed upper bound: ${name}: ${shown(bounds)}`);
    }
  }
  return [lower, upper];
}

const placeOf = (end: End, unbounded: number): number =>
  end === 'unbounded' ? unbounded : end === 'current' ? 0 : toJsNumber(end);

function endOf(end: Value, name: string): End {
  if (end === 'unbounded' || end === 'current' || isNumber(end)) return end;
  throw requestFailed(`Window bounds must be 'unbounded', 'current', or a number: ${name}: ${shown(end)}`);
}

/**
 * Where the window of each document of a partition lies.
 *
 * @param values what each document is sorted by, ascending; only ranges look at it
 */
export function reaches({ by, lower, upper, unit }: Bounds, values: readonly (Value | undefined)[]): readonly Reach[] {
  const end = values.length;
  if (by === 'documents') {
    return values.map((_value, at) => ({
      from: Math.min(end, Math.max(0, at + placeOf(lower, -Infinity))),
      to: Math.max(0, Math.min(end, at + placeOf(upper, Infinity) + 1)),
    }));
  }
  return values.map((value) => {
    requireSteppable(value, unit);
    const low = edge(value, lower, unit);
    const high = edge(value, upper, unit);
    return {
      from: low === undefined ? 0 : firstPlace(values, (other) => compareValues(other, low) >= 0),
      to: high === undefined ? end : firstPlace(values, (other) => compareValues(other, high) > 0),
    };
  });
}

function edge(value: Value | undefined, end: End, unit: Unit | undefined): Value | undefined {
  if (end === 'unbounded' || value === undefined) return undefined;
  return end === 'current' ? value : stepped(value, { size: end, unit });
}

function requireSteppable(value: Value | undefined, unit: Unit | undefined): void {
  if (unit === undefined && !isNumber(value)) {
    throw requestFailed(`Invalid range: Expected the sortBy field to be a number, but it was ${typeName(value)}`);
  }
  if (unit !== undefined && !isDate(value)) {
    throw requestFailed(`Invalid range: Expected the sortBy field to be a Date, but it was ${typeName(value)}`);
  }
}

/** The first place from which on something holds; the number of values if nowhere. */
function firstPlace(values: readonly (Value | undefined)[], holds: (value: Value | undefined) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
