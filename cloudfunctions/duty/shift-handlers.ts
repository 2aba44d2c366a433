import type { shiftActions } from '../../types/duty-shift';
import { answerSwap } from './answer-swap';
import { askSwap } from './ask-swap';
import { listOpenShifts } from './list-open-shifts';
import { listOwnShifts } from './list-own-shifts';
import { listSwapPartners } from './list-swap-partners';
import { release } from './release';
import type { HandlersOf } from './scene';
import { showShift } from './show-shift';
import { showVolunteer } from './show-volunteer';
import { standBy } from './stand-by';
import { stepIn } from './step-in';
import { take } from './take';
import { unwritten } from './unwritten';

export const shiftHandlers: HandlersOf<typeof shiftActions> = {
  showVolunteer,
  saveVolunteer: unwritten,
  leaveVolunteering: unwritten,
  listOpenShifts,
  listOwnShifts,
  showShift,
  take,
  release,
  standBy,
  stepIn,
  listSwapPartners,
  askSwap,
  answerSwap,
};
