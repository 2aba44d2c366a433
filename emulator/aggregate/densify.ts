import { requestFailed } from '../cloud-error';
import type { Unit } from '../expression/dates-unit';
import { shown } from '../expression/text-operand';
import { compareValues, orderKey } from '../values/order';
import { typeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDate, isNumber, toJsNumber } from '../values/value';
import { writableSteps } from './document-paths';
import { valueAlong, withValueAlong } from '../values/plain-paths';
import { optionsOf, requiredOption, textOption } from './options';
import type { StageParser } from './pipeline';
import type { Step } from './steps';
import { stepped, unitOf } from './steps';

/** MongoDB makes no more documents in one stage. */
const MOST_MADE = 500_000;

type Bounds = 'full' | 'partition' | { readonly low: Value; readonly high: Value };

/** `$densify`: makes documents where a field's values leave a gap, so that they come at equal steps. */
export const densify: StageParser = (operand) => {
  const { path, partitionPaths, step, bounds } = argumentsOf(operand);
  return function* (documents) {
    const parts = new Map<string, Part>();
    const rows: Row[] = [];
    for (const document of documents) {
      const value = valueAlong(document, path);
      // What has nothing there is neither moved nor counted.
      if (value === undefined || value === null) {
        yield document;
        continue;
      }
      requireKind(value, step.unit);
      const owners = partitionPaths.map((each) => [each, valueAlong(document, each)] as const);
      const name = Buffer.concat(owners.map(([, owner]) => orderKey(owner))).toString('latin1');
      const part = parts.get(name) ?? { name, owners, rows: [] };
      parts.set(name, part);
      part.rows.push({ document, value });
      rows.push({ document, value });
    }
    if (parts.size === 0 && typeof bounds === 'object' && partitionPaths.length === 0) {
      parts.set('', { name: '', owners: [], rows: [] });
    }
    const whole = endsOf(rows);
    let made = 0;
    for (const part of [...parts.values()].sort((left, right) => (left.name < right.name ? -1 : 1))) {
      const ends = typeof bounds === 'object' ? undefined : bounds === 'full' ? whole : endsOf(part.rows);
      const places =
        typeof bounds === 'object' ? stepsBelow(bounds.low, bounds.high, step, false) : stepsIn(ends, step);
      for (const { document, value, isMade } of merged(part, places)) {
        if (isMade) made += 1;
        if (made > MOST_MADE) {
          throw requestFailed(
            `Generated ${made} documents in $densify, which is over the limit of ${MOST_MADE}. Increase the 'internalQueryMaxAllowedDensifyDocs' parameter to allow more generated documents`,
          );
        }
        yield isMade ? withValueAlong(document, path, value) : document;
      }
    }
  };
};

type Row = { readonly document: BsonDocument; readonly value: Value };

type Owner = readonly [path: readonly string[], value: Value | undefined];

type Part = { readonly name: string; readonly owners: readonly Owner[]; readonly rows: Row[] };

type Ends = { readonly low: Value; readonly high: Value };

function endsOf(rows: readonly Row[]): Ends | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  return rows.reduce<Ends>(
    ({ low, high }, { value }) => ({
      low: compareValues(value, low) < 0 ? value : low,
      high: compareValues(value, high) > 0 ? value : high,
    }),
    { low: first.value, high: first.value },
  );
}

function stepsIn(ends: Ends | undefined, step: Step): Iterable<Value> {
  return ends === undefined ? [] : stepsBelow(ends.low, ends.high, step, true);
}

/** Each is counted from the first, so that months keep their day and doubles gather no error. */
function* stepsBelow(low: Value, high: Value, step: Step, isInclusive: boolean): Generator<Value> {
  for (let times = 0; ; times += 1) {
    const value = stepped(low, step, times);
    const difference = compareValues(value, high);
    if (difference > 0 || (difference === 0 && !isInclusive)) return;
    yield value;
  }
}

type Merged = Row & { readonly isMade: boolean };

function* merged({ rows, owners }: Part, places: Iterable<Value>): Generator<Merged> {
  const sorted = rows
    .map((row) => ({ ...row, key: orderKey(row.value) }))
    .sort((left, right) => Buffer.compare(left.key, right.key));
  const blank = owners.reduce<BsonDocument>((made, [path, value]) => withValueAlong(made, path, value), {});
  let at = 0;
  for (const value of places) {
    const key = orderKey(value);
    let isThere = false;
    for (let row = sorted[at]; row !== undefined && Buffer.compare(row.key, key) <= 0; row = sorted[at]) {
      isThere = row.key.equals(key);
      at += 1;
      yield { document: row.document, value: row.value, isMade: false };
    }
    if (!isThere) yield { document: blank, value, isMade: true };
  }
  for (const { document, value } of sorted.slice(at)) yield { document, value, isMade: false };
}

function requireKind(value: Value, unit: Unit | undefined): void {
  if (!isNumber(value) && !isDate(value)) throw requestFailed('Densify field type must be numeric or a date');
  if (unit !== undefined && !isDate(value)) {
    throw requestFailed('Encountered numeric densify value in collection when step has a date unit.');
  }
  if (unit === undefined && !isNumber(value)) {
    throw requestFailed('Encountered date densify value in collection when step does not have a date unit.');
  }
}

function argumentsOf(operand: Value) {
  const options = optionsOf(operand, '$densify', ['field', 'partitionByFields', 'range']);
  const field = textOption(options, '$densify', 'field');
  if (field.startsWith('$')) throw requestFailed(`Cannot densify field that starts with '$'`);
  const { partitionByFields: partitions = [] } = options;
  if (!isArray(partitions)) {
    throw requestFailed(
      `BSON field '$densify.partitionByFields' is the wrong type '${typeName(partitions)}', expected type 'array'`,
    );
  }
  const partitionPaths = partitions.map((partition) => {
    if (typeof partition !== 'string') throw requestFailed('$densify partitionByFields must be an array of strings');
    return writableSteps(partition);
  });
  const range = optionsOf(requiredOption(options, '$densify', 'range'), '$densify.range', ['step', 'bounds', 'unit']);
  const step = stepOf(range);
  const bounds = boundsOf(requiredOption(range, '$densify.range', 'bounds'), step.unit);
  if (bounds === 'partition' && partitionPaths.length === 0) {
    throw requestFailed(
      "one may not specify the bounds as 'partition' without specifying a non-empty array of partitionByFields. You may have meant to specify 'full' bounds.",
    );
  }
  return { path: writableSteps(field), partitionPaths, step, bounds };
}

function stepOf(range: BsonDocument): Step {
  const size = requiredOption(range, '$densify.range', 'step');
  if (!isNumber(size) || !(toJsNumber(size) > 0)) {
    throw requestFailed('The step parameter in a range statement must be a strictly positive numeric value');
  }
  const unit = unitOf(range['unit']);
  if (unit !== undefined && !Number.isInteger(toJsNumber(size))) {
    throw requestFailed('The step parameter in a range statement must be a whole number when densifying a date range');
  }
  return { size, unit };
}

function boundsOf(bounds: Value, unit: Unit | undefined): Bounds {
  if (bounds === 'full' || bounds === 'partition') return bounds;
  if (typeof bounds === 'string') throw requestFailed("Bounds string must either be 'full' or 'partition'");
  if (!isArray(bounds)) {
    throw requestFailed(
      `the bounds in a range statement must be the string 'full', 'partition', or an ascending array of two numbers or two dates`,
    );
  }
  const [low, high] = bounds;
  if (low === undefined || high === undefined || bounds.length !== 2) {
    throw requestFailed('A bounding array in a range statement must have exactly two elements');
  }
  const isDates = isDate(low) && isDate(high);
  if (!isDates && !(isNumber(low) && isNumber(high))) {
    throw requestFailed('A bounding array must contain either both dates or both numeric types');
  }
  if (isDates !== (unit !== undefined)) {
    throw requestFailed(isDates ? 'Bounding dates require a unit' : 'Numeric bounds may not have unit parameter');
  }
  if (compareValues(low, high) > 0) {
    throw requestFailed(`A bounding array in a range statement must be ascending: ${shown(bounds)}`);
  }
  return { low, high };
}
