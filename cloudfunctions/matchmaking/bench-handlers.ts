import type { benchActions } from '../../types/match-bench';
import type { HandlersOf } from './scene';
import { unwritten } from './unwritten';

type Part = Pick<
  typeof benchActions,
  | 'showBench'
  | 'signPledge'
  | 'searchPool'
  | 'showPerson'
  | 'suggest'
  | 'saveNote'
  | 'removeNote'
  | 'stamp'
  | 'listHeld'
  | 'decideHeld'
>;

export const benchHandlers: HandlersOf<Part> = {
  showBench: unwritten,
  signPledge: unwritten,
  searchPool: unwritten,
  showPerson: unwritten,
  suggest: unwritten,
  saveNote: unwritten,
  removeNote: unwritten,
  stamp: unwritten,
  listHeld: unwritten,
  decideHeld: unwritten,
};
