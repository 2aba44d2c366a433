import type { boardActions } from '../../types/duty-board';
import { assign } from './assign';
import { unassign } from './unassign';
import { callOffShift } from './call-off-shift';
import { decideSwap } from './decide-swap';
import { showBoard } from './show-board';
import { listGaps } from './list-gaps';
import { listVolunteers } from './list-volunteers';
import { markMissed } from './mark-missed';
import { excuseShift } from './excuse-shift';
import { decideShiftExcuse } from './decide-shift-excuse';
import { decideVolunteer } from './decide-volunteer';
import { listWaiting } from './list-waiting';
import type { HandlersOf } from './scene';

export const boardHandlers: HandlersOf<typeof boardActions> = {
  showBoard,
  listGaps,
  listVolunteers,
  assign,
  unassign,
  callOffShift,
  markMissed,
  excuseShift,
  decideShiftExcuse,
  decideVolunteer,
  decideSwap,
  listWaiting,
};
