import type { RefusalOf } from '../../types/contract';
import type { boardActions } from '../../types/duty-board';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { tell } from '../notice/inbox';
import type { Decided } from './act-together';
import { actTogether } from './act-together';
import { onBoard } from './board-view';
import { decidedExcuse, placeOf } from './excuses';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { shiftNews } from './shift-news';

/** They are told after it is written; saying the same again tells them, should a crash have kept it from them. */
export const decideShiftExcuse: Handler<'decideShiftExcuse'> = async (
  { shiftId, number, accept },
  { now, standing },
) => {
  const acted = await actTogether(
    { shifts: [shiftId], people: [], swap: null },
    ({ shifts }): Result<Decided, RefusalOf<typeof boardActions.decideShiftExcuse>> => {
      const shift = shifts.get(shiftId);
      if (shift === undefined) return refuse('shift-not-found');
      if (!standing.covers(shift.scope, HEADS)) return refuse('outside-your-unions');
      const after = decidedExcuse(shift, number, accept, standing.name, now);
      if (!after.ok) return after;
      return agree({ shifts: after.value === shift ? [] : [after.value], people: [] });
    },
    now,
  );
  if (!acted.ok) return acted;
  const shift = acted.value.shifts.get(shiftId);
  if (shift === undefined) return refuse('shift-not-found');
  const found = placeOf(shift, number);
  if (found !== null) {
    const [personId, { excuse }] = found;
    const once = `${shiftId}:${excuse?.at ?? 0}`;
    await tell([{ ...shiftNews(shift, 'shift-excuse-answered', personId, now), once }]);
  }
  return agree({ shift: await onBoard(shift, now) });
};
