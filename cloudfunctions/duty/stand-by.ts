import { agree } from '../../types/result';
import { actOnOwn, shiftOn } from './own-acts';
import { ownPlace } from './own-place';
import { standBy as comesBy, standDown } from './place-acts';
import type { Handler } from './scene';

export const standBy: Handler<'standBy'> = async ({ shiftId, ready }, { now, personId }) => {
  const acted = await actOnOwn(
    shiftId,
    personId,
    (shift, volunteer) => (ready ? comesBy(shift, volunteer, now) : agree(standDown(shift, volunteer))),
    now,
  );
  return acted.ok ? agree({ own: ownPlace(shiftOn(acted.value, shiftId), personId, now) }) : acted;
};
