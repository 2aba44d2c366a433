import type { benchActions } from '../../types/match-bench';
import { decideHeld } from './decide-held';
import { listHeld } from './list-held';
import { removeNote } from './remove-note';
import { saveNote } from './save-note';
import type { HandlersOf } from './scene';
import { searchPool } from './search-pool';
import { showBench } from './show-bench';
import { showPerson } from './show-person';
import { signPledge } from './sign-pledge';
import { stamp } from './stamp';
import { suggest } from './suggest';

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
  showBench,
  signPledge,
  searchPool,
  showPerson,
  suggest,
  saveNote,
  removeNote,
  stamp,
  listHeld,
  decideHeld,
};
