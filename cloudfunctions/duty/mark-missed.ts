import type { RefusalOf } from '../../types/contract';
import type { boardActions } from '../../types/duty-board';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { tell } from '../notice/inbox';
import type { Decided } from './act-together';
import { actTogether } from './act-together';
import { onBoard } from './board-view';
import { markedMissed, placeOf } from './excuses';
import { shiftOn } from './own-acts';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { shiftNews } from './shift-news';

/** They are told after it is written; saying it again tells them, should a crash have kept it from them. */
export const markMissed: Handler<'markMissed'> = async ({ shiftId, number }, { now, standing }) => {
  const acted = await actTogether(
    { shifts: [shiftId], people: [], swap: null },
    ({ shifts }): Result<Decided, RefusalOf<typeof boardActions.markMissed>> => {
      const shift = shifts.get(shiftId);
      if (shift === undefined) return refuse('shift-not-found');
      if (!standing.covers(shift.scope, HEADS)) return refuse('outside-your-unions');
      const after = markedMissed(shift, number, standing.name, now);
      if (!after.ok) return after;
      return agree({ shifts: after.value === shift ? [] : [after.value], people: [] });
    },
    now,
  );
  if (!acted.ok) return acted;
  const shift = shiftOn(acted.value, shiftId);
  const found = placeOf(shift, number);
  if (found !== null) await tell([shiftNews(shift, 'shift-missed', found[0], now)]);
  return agree({ shift: await onBoard(shift, now) });
};
