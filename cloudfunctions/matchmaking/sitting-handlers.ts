import type { sittingActions } from '../../types/match-sitting';
import type { HandlersOf } from './scene';
import { unwritten } from './unwritten';

export const sittingHandlers: HandlersOf<typeof sittingActions> = {
  listSittings: unwritten,
  bookSitting: unwritten,
  cancelSitting: unwritten,
  showDay: unwritten,
  markSitting: unwritten,
  callOffDay: unwritten,
  showStudio: unwritten,
  saveStudio: unwritten,
};
