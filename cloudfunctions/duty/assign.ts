import type { RefusalOf } from '../../types/contract';
import type { boardActions } from '../../types/duty-board';
import { agree, refuse } from '../../types/result';
import { tell } from '../notice/inbox';
import { actTogether, stageOf } from './act-together';
import { onBoard } from './board-view';
import { shiftOn } from './own-acts';
import { takePlace } from './place-acts';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { shiftNews } from './shift-news';
import { shifts } from './shift-records';
import { volunteers } from './volunteer-records';

/** A head gives places to all volunteers of their unions, and to whomever the shift is open. Eleven round trips. */
export const assign: Handler<'assign'> = async ({ shiftId, number, role, requestKey }, { now, standing }) => {
  const [read, [named]] = await Promise.all([shifts.get(shiftId), volunteers.find({ number }, { limit: 1 })]);
  if (read === null) return refuse('shift-not-found');
  if (!standing.covers(read.scope, HEADS)) return refuse('outside-your-unions');
  if (named === undefined || named.state === 'left') return refuse('volunteer-not-found');
  const isForAll = standing.covers(named.scope, HEADS);
  const taking = { role, claim: requestKey, by: standing.name, isForAll };
  const acted = await actTogether<RefusalOf<typeof boardActions.assign>>(
    { shifts: [shiftId], people: [named._id], swap: null },
    (stage) => {
      const [shift, volunteer] = [stage.shifts.get(shiftId), stage.people.get(named._id)];
      if (shift === undefined) return refuse('shift-not-found');
      return volunteer === undefined ? refuse('volunteer-not-found') : takePlace(shift, volunteer, taking, now);
    },
    now,
    stageOf([read], [named], null),
  );
  if (!acted.ok) return acted;
  const shift = shiftOn(acted.value, shiftId);
  await tell([{ ...shiftNews(shift, 'shift-assigned', named._id, now), once: `${shiftId}:${requestKey}` }]);
  return agree({ shift: await onBoard(shift, now) });
};
