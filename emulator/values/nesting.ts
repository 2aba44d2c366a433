import { requestFailed } from '../cloud-error';
import { spend } from '../work';
import { fieldsOf } from './fields';
import type { BsonDocument, Value } from './value';
import { isArray, isDocument } from './value';

/** As many levels of nesting as MongoDB puts into BSON. */
const MOST_LEVELS = 200;

/**
 * Refuses a document that MongoDB could not write as BSON: one nested too deeply. An expression may have put a value into
 * another again and again, so that it is small to hold and endless to write: each value on the way counts as work.
 */
export function requireWritable(document: BsonDocument): void {
  requireLevels(document, 1);
}

/**
 * Does something to values that may be nested without end, where each level takes its share of the stack: a stack that is
 * used up means values nested too deeply.
 */
export function withinStack<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw error instanceof RangeError && error.message.includes('call stack') ? tooDeep() : error;
  }
}

function tooDeep(): Error {
  return requestFailed(
    `cannot convert document to BSON because it exceeds the limit of ${MOST_LEVELS} levels of nesting`,
  );
}

function requireLevels(value: Value, level: number): void {
  if (level > MOST_LEVELS) throw tooDeep();
  if (isArray(value)) {
    spend(value.length);
    for (const item of value) if (typeof item === 'object') requireLevels(item, level + 1);
  } else if (isDocument(value)) {
    for (const [, item] of fieldsOf(value)) if (typeof item === 'object') requireLevels(item, level + 1);
  }
}
