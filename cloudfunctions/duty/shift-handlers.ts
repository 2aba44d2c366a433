import type { shiftActions } from '../../types/duty-shift';
import { answerSwap } from './answer-swap';
import { askSwap } from './ask-swap';
import { leaveVolunteering } from './leave-volunteering';
import { listOpenShifts } from './list-open-shifts';
import { listOwnShifts } from './list-own-shifts';
import { listSwapPartners } from './list-swap-partners';
import { release } from './release';
import { saveVolunteer } from './save-volunteer';
import type { HandlersOf } from './scene';
import { showShift } from './show-shift';
import { showVolunteer } from './show-volunteer';
import { standBy } from './stand-by';
import { stepIn } from './step-in';
import { take } from './take';

export const shiftHandlers: HandlersOf<typeof shiftActions> = {
  showVolunteer,
  saveVolunteer,
  leaveVolunteering,
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
