import { requestFailed } from '../cloud-error';
import type { Operator } from './expression';

const refusing =
  (reason: string): Operator =>
  (_, operator) => {
    throw requestFailed(`${operator} is not supported by the emulator: ${reason}`);
  };

/** Operators that MongoDB has and the emulator does without. */
export const refused: Readonly<Record<string, Operator>> = {
  $meta: refusing('nothing is searched by text, so there is no score'),
  $function: refusing('a database runs no JavaScript of its callers here'),
  $accumulator: refusing('a database runs no JavaScript of its callers here'),
};
