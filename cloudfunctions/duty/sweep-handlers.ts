import { makeShifts } from './make-shifts';
import type { Handler } from './scene';
import { sweepShifts } from './sweep-shifts';
import { verifyBooks } from './verify-books';

type Timers = 'makeShifts' | 'sweepShifts' | 'verifyBooks';

export const sweepHandlers: { readonly [Name in Timers]: Handler<Name> } = {
  makeShifts,
  sweepShifts,
  verifyBooks,
};
