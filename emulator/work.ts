import { requestFailed } from './cloud-error';

/**
 * How many values one pipeline may make, compare or send before it is taken for one that never ends. A few seconds'
 * work; the largest answers of real pipelines, 16 MB a document, stay far below it.
 */
export const MOST_WORK = 10_000_000;

/** MongoDB lets no text that it puts together grow beyond this. Bytes. Source: its BufBuilder's limit. */
export const LONGEST_TEXT = 64 * 1024 * 1024;

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
  if (size <= LONGEST_TEXT) return;
  throw requestFailed(`BufBuilder attempted to grow() to ${size} bytes, past the 64MB limit.`);
}
