import type { Colleague } from '../../types/duty-shift';
import type { PersonId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import { notMine } from './duty-rules';
import { shiftsById } from './list-own-shifts';
import { ownPlace } from './own-place';
import { ownSwaps } from './own-swaps';
import type { Handler } from './scene';
import { audienceOf } from './shift-index';
import type { ShiftRecord } from './shift-records';
import { shifts } from './shift-records';
import { shiftSummary } from './shift-view';
import { shiftsOf, swapView } from './swap-view';
import { volunteers } from './volunteer-records';

/** Three round trips at once, a fourth for the shifts of exchanges. Colleagues are named to those who may join them. */
export const showShift: Handler<'showShift'> = async ({ shiftId }, { now, personId }) => {
  const [shift, volunteer, all] = await Promise.all([
    shifts.get(shiftId),
    volunteers.get(personId),
    ownSwaps(personId, now),
  ]);
  if (shift === null) return refuse('shift-not-found');
  if (volunteer === null || volunteer.state === 'left') return refuse('not-a-volunteer');
  const own = ownPlace(shift, personId, now);
  if (own === null && volunteer.state !== 'accepted') return refuse('not-accepted');
  const swaps = all.filter((swap) => shiftsOf([swap]).includes(shiftId));
  const beside = await shiftsById(shiftsOf(swaps));
  const isTheirs = own !== null || audienceOf(shift).some((tag) => volunteer.tags.includes(tag));
  return agree({
    shift: shiftSummary(shift),
    place: shift.place,
    phone: shift.phone,
    colleagues: isTheirs ? colleaguesOn(shift, personId) : [],
    own,
    notMine: notMine(shift, null, volunteer, now),
    swaps: swaps.flatMap((swap) => swapView(swap, beside, personId, now)),
    releaseHours: shift.releaseHours,
    swapNeedsHead: shift.swapNeedsHead,
  });
};

/** Everybody with a place, as volunteers know each other. */
export const colleaguesOn = ({ places }: Pick<ShiftRecord, 'places'>, viewer: PersonId): Colleague[] =>
  Object.entries(places).map(([personId, { number, calledName, role, state }]) => ({
    number,
    calledName,
    role,
    state,
    isSelf: personId === viewer,
  }));
