import { requestFailed } from '../cloud-error';
import type { Expression } from '../expression/expression';
import { showField } from '../values/show-value';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, ownField, toJsNumber } from '../values/value';
import type { Condition } from './condition';
import { matchedPosition } from './matched-position';
import { elementMatches, wholeHolds } from './matches';
import { parseElementFilter } from './parse-filter';
import { isElementValue, parseFieldTests } from './parse-tests';

/** `$elemMatch` of a projection: the first element that satisfies it, alone in its array; nothing where none does. */
export function firstElement(field: string, operand: Value): Expression {
  if (!isDocument(operand)) {
    throw requestFailed(`elemMatch: Invalid argument, object required, but got ${showField(field, operand)}`);
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
  return (item) => elementMatches(condition, item);
}

/** Whether the operand is `[skip, limit]` and not the operands of an expression. */
export function isFindSlice(operand: readonly Value[]): boolean {
  return operand.length === 2 && operand.every(isNumber);
}

/** `$slice` of a projection: `5` the first, `-5` the last, `[skip, limit]` a stretch, counted from the end below zero. */
export function sliceOf(operand: Value): (items: readonly Value[]) => readonly Value[] {
  if (isArray(operand)) return stretchOf(operand);
  const count = whole(operand);
  return (items) => (count < 0 ? items.slice(count) : items.slice(0, count));
}

function stretchOf(operand: readonly Value[]): (items: readonly Value[]) => readonly Value[] {
  const [skip = 0, limit = 0] = operand.map(whole);
  if (limit <= 0) throw requestFailed('First argument to $slice must be an array, and its limit must be positive');
  return (items) => {
    const start = skip < 0 ? Math.max(items.length + skip, 0) : skip;
    return items.slice(start, start + limit);
  };
}

function whole(value: Value): number {
  if (!isNumber(value)) throw badSlice(value);
  return Math.trunc(toJsNumber(value));
}

function badSlice(given: Value): Error {
  return requestFailed(
    `Invalid $slice syntax. The given syntax { ${showField('$slice', given)} } did not match the find() syntax`,
  );
}

/** The element that the positional `$` stands for, alone in its array. */
export function matchedElement(
  items: readonly Value[],
  document: BsonDocument,
  condition: Condition | undefined,
  arrayPath: string,
): readonly Value[] {
  const position = condition && matchedPosition(condition, document, arrayPath);
  const element = position === undefined ? undefined : items[position];
  if (element === undefined) {
    throw requestFailed(
      "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
    );
  }
  return [element];
}
