import { makeShifts } from './make-shifts';
import type { Handler } from './scene';
import { unwritten } from './unwritten';

type Timers = 'makeShifts' | 'sweepShifts' | 'verifyBooks';

export const sweepHandlers: { readonly [Name in Timers]: Handler<Name> } = {
  makeShifts,
  sweepShifts: unwritten,
  verifyBooks: unwritten,
};
