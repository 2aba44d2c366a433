import type { boardActions } from '../../types/duty-board';
import { showBoard } from './show-board';
import { listGaps } from './list-gaps';
import { listVolunteers } from './list-volunteers';
import { excuseShift } from './excuse-shift';
import { decideShiftExcuse } from './decide-shift-excuse';
import { decideVolunteer } from './decide-volunteer';
import { listWaiting } from './list-waiting';
import type { HandlersOf } from './scene';
import { unwritten } from './unwritten';

export const boardHandlers: HandlersOf<typeof boardActions> = {
  showBoard,
  listGaps,
  listVolunteers,
  assign: unwritten,
  unassign: unwritten,
  callOffShift: unwritten,
  excuseShift,
  decideShiftExcuse,
  decideVolunteer,
  decideSwap: unwritten,
  listWaiting,
};
