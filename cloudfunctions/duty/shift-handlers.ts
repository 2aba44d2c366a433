import type { shiftActions } from '../../types/duty-shift';
import type { HandlersOf } from './scene';
import { unwritten } from './unwritten';

export const shiftHandlers: HandlersOf<typeof shiftActions> = {
  showVolunteer: unwritten,
  saveVolunteer: unwritten,
  leaveVolunteering: unwritten,
  listOpenShifts: unwritten,
  listOwnShifts: unwritten,
  showShift: unwritten,
  take: unwritten,
  release: unwritten,
  standBy: unwritten,
  stepIn: unwritten,
  listSwapPartners: unwritten,
  askSwap: unwritten,
  answerSwap: unwritten,
};
