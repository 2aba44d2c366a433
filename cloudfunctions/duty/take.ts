import { agree } from '../../types/result';
import { actOnOwn, ownOn } from './own-acts';
import { takePlace } from './place-acts';
import type { Handler } from './scene';

/** The same request, sent again, hears the same; of fifty for one place, one has it and the others hear that it is full. */
export const take: Handler<'take'> = async ({ shiftId, role, requestKey }, { now, personId }) => {
  const taking = { role, claim: requestKey, by: null, isForAll: false };
  const acted = await actOnOwn(shiftId, personId, (shift, volunteer) => takePlace(shift, volunteer, taking, now), now);
  return acted.ok ? agree({ own: ownOn(acted.value, shiftId, personId, now) }) : acted;
};
