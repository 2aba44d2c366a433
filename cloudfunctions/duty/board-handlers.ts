import type { boardActions } from '../../types/duty-board';
import type { HandlersOf } from './scene';
import { unwritten } from './unwritten';

export const boardHandlers: HandlersOf<typeof boardActions> = {
  showBoard: unwritten,
  listGaps: unwritten,
  listVolunteers: unwritten,
  assign: unwritten,
  unassign: unwritten,
  callOffShift: unwritten,
  excuseShift: unwritten,
  decideShiftExcuse: unwritten,
  decideVolunteer: unwritten,
  decideSwap: unwritten,
  listWaiting: unwritten,
};
