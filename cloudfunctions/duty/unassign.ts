import type { RefusalOf } from '../../types/contract';
import type { boardActions } from '../../types/duty-board';
import { agree, refuse } from '../../types/result';
import { tell } from '../notice/inbox';
import { actTogether, stageOf } from './act-together';
import { onBoard } from './board-view';
import { shiftOn } from './own-acts';
import { takeOff } from './place-acts';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { shiftNews } from './shift-news';
import { shifts } from './shift-records';
import { volunteers } from './volunteer-records';

/** Eleven round trips, the check of the caller and the telling with its reason among them. */
export const unassign: Handler<'unassign'> = async ({ shiftId, number, reason }, { now, standing }) => {
  const [read, [named]] = await Promise.all([shifts.get(shiftId), volunteers.find({ number }, { limit: 1 })]);
  if (read === null) return refuse('shift-not-found');
  if (!standing.covers(read.scope, HEADS)) return refuse('outside-your-unions');
  if (named === undefined) return refuse('no-place');
  const acted = await actTogether<RefusalOf<typeof boardActions.unassign>>(
    { shifts: [shiftId], people: [named._id], swap: null },
    (stage) => {
      const [shift, volunteer] = [stage.shifts.get(shiftId), stage.people.get(named._id)];
      if (shift === undefined) return refuse('shift-not-found');
      return volunteer === undefined
        ? refuse('no-place')
        : takeOff(shift, volunteer, { by: standing.name, reason }, now);
    },
    now,
    stageOf([read], [named], null),
  );
  if (!acted.ok) return acted;
  const shift = shiftOn(acted.value, shiftId);
  const taken = shift.log.findLast((act) => act.act === 'unassigned' && act.number === number);
  const news = { ...shiftNews(shift, 'shift-unassigned', named._id, now), words: taken?.reason ?? reason };
  await tell([{ ...news, once: `${shiftId}:${taken?.at ?? now}` }]);
  return agree({ shift: await onBoard(shift, now) });
};
