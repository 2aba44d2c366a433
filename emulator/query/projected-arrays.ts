import { valueAlong, withValueAlong } from '../values/plain-paths';
import { requestFailed } from '../cloud-error';
import type { Expression } from '../expression/expression';
import { typeName } from '../values/type-names';
import type { BsonDocument, BsonNumber, Value } from '../values/value';
import { isArray, isDocument, isNumber, ownField, toJsNumber } from '../values/value';
import type { Condition } from './condition';
import { matchedPosition } from './matched-position';
import { elementMatches, wholeHolds } from './matches';
import { refuseNear } from './near-test';
import { parseElementFilter } from './parse-filter';
import { isElementValue, parseFieldTests } from './parse-tests';

/** `$elemMatch` of a projection: the first element that satisfies it, alone in its array; nothing where none does. */
export function firstElement(field: string, operand: Value): Expression {
  if (!isDocument(operand)) {
    throw requestFailed(`elemMatch: Invalid argument, object required, but got ${typeName(operand)}`);
  }
  const isWanted = elementTest(operand);
  return ({ ROOT }) => {
    const items = isDocument(ROOT) ? ownField(ROOT, field) : undefined;
    const found = isArray(items) ? items.find(isWanted) : undefined;
    return found === undefined ? undefined : [found];
  };
}

function elementTest(operand: BsonDocument): (item: Value) => boolean {
  if (isElementValue(operand)) {
    const tests = parseFieldTests('', operand);
    return (item) => wholeHolds(tests, item);
  }
  const condition = parseElementFilter(operand);
  refuseNear(condition);
  if (holdsSchema(condition)) throw requestFailed('$jsonSchema is not allowed in this context');
  return (item) => elementMatches(condition, item);
}

function holdsSchema(condition: Condition): boolean {
  if (condition.at === 'document') return condition.operator === '$jsonSchema';
  return condition.at !== 'field' && condition.parts.some(holdsSchema);
}

type Cut = (items: readonly Value[]) => readonly Value[];

/**
 * `$slice` of a projection: `5` the first, `-5` the last, `[skip, limit]` a stretch, counted from the end below zero.
 *
 * @returns why it is none; it may yet be the expression of the same name
 */
export function sliceOf(operand: Value): Cut | string {
  if (isNumber(operand)) {
    const count = wholeOf(operand);
    return (items) => (count < 0 ? items.slice(count) : items.slice(0, count));
  }
  if (!isArray(operand)) return 'Location31273: $slice only supports numbers and [skip, limit] arrays';
  const [skip = null, limit = null] = operand;
  if (operand.length !== 2) return 'Location31272: $slice array argument should be of form [skip, limit]';
  if (!isNumber(skip)) return `Location31257: $slice expects the skip argument to be a number, got ${typeName(skip)}`;
  if (!isNumber(limit)) {
    return `Location31258: $slice expects the limit argument to be a number, got ${typeName(limit)}`;
  }
  const [first, most] = [wholeOf(skip), wholeOf(limit)];
  if (most <= 0) return `Location31259: $slice limit must be positive, got ${most}`;
  return (items) => {
    const start = first < 0 ? Math.max(items.length + first, 0) : first;
    return items.slice(start, start + most);
  };
}

function wholeOf(value: BsonNumber): number {
  const number = toJsNumber(value);
  return Number.isNaN(number) ? 0 : Math.trunc(number);
}

/**
 * What is shown of a document, with the element that the positional `$` stands for alone in its array: the first array
 * on the path, whole elements of it. Where no array is on the path nothing changes.
 */
export function withMatchedElement(
  shown: BsonDocument,
  document: BsonDocument,
  condition: Condition | undefined,
  arrayPath: string,
): BsonDocument {
  const steps = arrayPath.split('.');
  const along = steps.map((_, at) => steps.slice(0, at + 1));
  const taken = along.find((path) => isArray(valueAlong(document, path)));
  const items = taken && valueAlong(document, taken);
  if (taken === undefined || !isArray(items)) return shown;
  const position = condition && matchedPosition(condition, document, arrayPath);
  if (position === undefined) throw noElement("couldn't find a matching element in the array");
  const element = items[position];
  if (element === undefined) throw noElement('element mismatch');
  return withValueAlong(shown, taken, [element]);
}

function noElement(reason: string): Error {
  return requestFailed(`Executor error during find command :: caused by :: positional operator '.$' ${reason}`);
}
