import type { shiftActions } from '../../types/duty-shift';
import type { swapActions } from '../../types/duty-swap';
import type { volunteerActions } from '../../types/duty-volunteer-actions';
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

export const shiftHandlers: HandlersOf<typeof volunteerActions & typeof shiftActions & typeof swapActions> = {
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
