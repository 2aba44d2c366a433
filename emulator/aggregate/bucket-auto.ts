import { requestFailed } from '../cloud-error';
import type { Scope } from '../expression/expression';
import { scopeOf } from '../expression/expression';
import { shown } from '../expression/text-operand';
import { compareValues, orderKey } from '../values/order';
import { typeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import { isDocument, isNumber, toJsNumber } from '../values/value';
import { bucketOutputs, groupByOf } from './bucket';
import type { Rounding } from './granularity';
import { roundingOf } from './granularity';
import type { Outputs } from './group';
import { startGroup } from './group';
import type { StageParser } from './pipeline';

const known = ['groupBy', 'buckets', 'output', 'granularity'];

/** `$bucketAuto`: as many groups of about the same size as asked for, or fewer, by ranges of a value. */
export const bucketAuto: StageParser = (operand) => {
  const { key, most, outputs, rounding } = argumentsOf(operand);
  return function* (documents, variables) {
    const entries = Array.from(documents, (document): Entry => {
      const scope = scopeOf(document, variables);
      return { value: key(scope) ?? null, scope };
    })
      .map((entry) => ({ ...entry, key: orderKey(entry.value) }))
      .sort((left, right) => Buffer.compare(left.key, right.key));
    if (rounding !== undefined) for (const { value } of entries) requireRoundable(value);
    for (const { min, max, members } of split(entries, most, rounding))
      yield bucketOf({ min, max }, members, outputs, variables);
  };
};

type Entry = { readonly value: Value; readonly scope: Scope };

type Part = { readonly min: Value; readonly max: Value; readonly members: readonly Entry[] };

function bucketOf(id: BsonDocument, members: readonly Entry[], outputs: Outputs, variables: Scope): BsonDocument {
  const group = startGroup(id, outputs, variables);
  for (const { scope } of members) group.add(scope);
  return group.result();
}

/** @param entries in the order of their values */
function split(entries: readonly Entry[], most: number, rounding: Rounding | undefined): readonly Part[] {
  const size = Math.max(1, Math.round(entries.length / most));
  const parts: Part[] = [];
  let at = 0;
  while (at < entries.length) {
    const from = at;
    const least = parts.length === most - 1 ? entries.length - from : size;
    at = Math.min(entries.length, from + least);
    const end = rounding === undefined ? endBetween(entries, at) : roundedEnd(entries, at, rounding);
    at = end.at;
    const first = valueAt(entries, from);
    const min = rounding === undefined ? first : (parts[parts.length - 1]?.max ?? rounding.down(first));
    parts.push({ min, max: end.max, members: entries.slice(from, at) });
  }
  return parts;
}

/** Where a bucket ends that has at least the entries before `at`, and its upper limit. */
type End = { readonly at: number; readonly max: Value };

/** Equal values stay together. Limits are shared: each bucket but the last ends where the next begins. */
function endBetween(entries: readonly Entry[], at: number): End {
  const last = valueAt(entries, at - 1);
  const end = placeWhere(entries, at, (value) => compareValues(value, last) !== 0);
  return { at: end, max: end < entries.length ? valueAt(entries, end) : last };
}

function roundedEnd(entries: readonly Entry[], at: number, rounding: Rounding): End {
  const max = rounding.up(valueAt(entries, at - 1));
  // Zero is no step of any series: the limit above it is the step below what comes next.
  if (isZero(max) && at < entries.length) return { at, max: rounding.down(valueAt(entries, at)) };
  return { at: placeWhere(entries, at, (value) => compareValues(value, max) >= 0), max };
}

function placeWhere(entries: readonly Entry[], from: number, holds: (value: Value) => boolean): number {
  let at = from;
  while (at < entries.length && !holds(valueAt(entries, at))) at += 1;
  return at;
}

const valueAt = (entries: readonly Entry[], at: number): Value => entries[at]?.value ?? null;

const isZero = (value: Value): boolean => isNumber(value) && toJsNumber(value) === 0;

function requireRoundable(value: Value): void {
  const subject = "$bucketAuto can specify a 'granularity' with";
  if (!isNumber(value)) {
    throw requestFailed(`${subject} numeric boundaries only, but found a value with type: ${typeName(value)}`);
  }
  const number = toJsNumber(value);
  if (Number.isNaN(number)) throw requestFailed(`${subject} numeric boundaries only, but found a NaN`);
  if (number < 0)
    throw requestFailed(`${subject} non-negative numbers only, but found a negative number: ${shown(value)}`);
}

// Where no output is named it counts, as where no `output` is given.
function outputsOf(output: Value | undefined): Outputs {
  const outputs = bucketOutputs(output, '$bucketAuto');
  return outputs.length === 0 ? bucketOutputs(undefined, '$bucketAuto') : outputs;
}

function argumentsOf(operand: Value) {
  if (!isDocument(operand)) {
    throw requestFailed(`The argument to $bucketAuto must be an object, but found type: ${typeName(operand)}.`);
  }
  const unknown = Object.keys(operand).find((name) => !known.includes(name));
  if (unknown !== undefined) throw requestFailed(`Unrecognized option to $bucketAuto: ${unknown}.`);
  const { groupBy, buckets, granularity } = operand;
  if (groupBy === undefined || buckets === undefined) {
    throw requestFailed("$bucketAuto requires 'groupBy' and 'buckets' to be specified.");
  }
  const most = isNumber(buckets) ? toJsNumber(buckets) : undefined;
  if (most === undefined) {
    throw requestFailed(
      `The $bucketAuto 'buckets' field must be a numeric value, but found type: ${typeName(buckets)}.`,
    );
  }
  if (!Number.isInteger(most) || most > 0x7fffffff) {
    throw requestFailed(
      `The $bucketAuto 'buckets' field must be representable as a 32-bit integer, but found ${shown(buckets)}.`,
    );
  }
  if (most <= 0) {
    throw requestFailed(`The $bucketAuto 'buckets' field must be greater than 0, but found: ${shown(buckets)}.`);
  }
  return {
    key: groupByOf(groupBy, '$bucketAuto'),
    most,
    outputs: outputsOf(operand['output']),
    rounding: granularity === undefined ? undefined : roundingOf(granularity),
  };
}
