import type { RefusalOf } from '../../types/contract';
import type { boardActions } from '../../types/duty-board';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { Decided } from './act-together';
import { actTogether } from './act-together';
import { excused } from './excuses';
import type { Handler } from './scene';

export const excuseShift: Handler<'excuseShift'> = async ({ shiftId, words }, { now, personId }) => {
  const acted = await actTogether(
    { shifts: [shiftId], people: [], swap: null },
    ({ shifts }): Result<Decided, RefusalOf<typeof boardActions.excuseShift>> => {
      const shift = shifts.get(shiftId);
      if (shift === undefined) return refuse('shift-not-found');
      const after = excused(shift, personId, words, now);
      if (!after.ok) return after;
      return agree({ shifts: after.value === shift ? [] : [after.value], people: [] });
    },
    now,
  );
  if (!acted.ok) return acted;
  return agree({ saidAt: acted.value.shifts.get(shiftId)?.places[personId]?.excuse?.at ?? now });
};
