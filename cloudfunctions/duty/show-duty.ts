import { agree, refuse } from '../../types/result';
import { aroundShift, dutyPage, placeOn } from './duty-page';
import type { Handler } from './scene';
import { shifts } from './shift-records';

/** Four round trips. */
export const showDuty: Handler<'showDuty'> = async ({ shiftId }, { now, personId }) => {
  const found = placeOn(await shifts.get(shiftId), personId);
  if (!found.ok) return found;
  const { shift, place } = found.value;
  const around = await aroundShift(shift, now);
  return around === null ? refuse('shift-not-found') : agree(dutyPage(shift, personId, place, around, now));
};
