import { requestFailed } from './cloud-error';

/**
 * How many values one pipeline may make, compare or send before it is taken for one that never ends. A few seconds'
 * work; the largest answers of real pipelines, 16 MB a document, stay far below it.
 */
export const MOST_WORK = 10_000_000;

/** A text in an expression is shorter than this. Bytes of UTF-8. Source: MongoDB's limit of a document. */
const TEXT_LIMIT = 16 * 1024 * 1024;
export const TOO_LONG = 'Tried to create string longer than 16MB';

let left = Infinity;

/** Does something synchronous that may spend so much and no more, pipelines in it included. */
export function withinWork<Result>(most: number, act: () => Result): Result {
  const outer = left;
  left = Math.min(outer, most);
  try {
    return act();
  } finally {
    left = outer;
  }
}

/** Counts values that are about to be made or looked at. @throws where a pipeline has used up what it may do */
export function spend(values: number): void {
  left -= values;
  if (left < 0) throw requestFailed('operation exceeded time limit');
}

/** Refuses to put together a text that is longer than MongoDB has room for. @param size in characters or bytes */
export function requireRoom(size: number): void {
  if (size >= TEXT_LIMIT) throw requestFailed(TOO_LONG);
}

export function hasRoom(text: string): boolean {
  // A character has three bytes at the most; those with four are two to JavaScript.
  return 3 * text.length < TEXT_LIMIT || Buffer.byteLength(text) < TEXT_LIMIT;
}

/** The text. @throws where it is longer than MongoDB has room for */
export function withinRoom(text: string): string {
  if (!hasRoom(text)) throw requestFailed(TOO_LONG);
  return text;
}
