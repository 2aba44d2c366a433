import type { RefusalOf } from '../../types/contract';
import type { boardActions } from '../../types/duty-board';
import type { ShiftId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import { actTogether } from './act-together';
import { onBoard } from './board-view';
import { shiftOn } from './own-acts';
import { callOff, letGo, peopleOn, unchanged } from './place-acts';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { shiftNews } from './shift-news';
import type { ShiftRecord } from './shift-records';
import { shifts } from './shift-records';

/** People whom one act lets go. */
const AT_ONCE = 12;

/** First nobody joins it any more, then everybody on it is told, then they are free. Sent again, it goes on. */
export const callOffShift: Handler<'callOffShift'> = async ({ shiftId, reason }, { now, standing }) => {
  const read = await shifts.get(shiftId);
  if (read === null) return refuse('shift-not-found');
  if (!standing.covers(read.scope, HEADS)) return refuse('outside-your-unions');
  const acted = await actTogether<RefusalOf<typeof boardActions.callOffShift>>(
    { shifts: [shiftId], people: [], swap: null },
    (stage) => {
      const shift = stage.shifts.get(shiftId);
      return shift === undefined ? refuse('shift-not-found') : callOff(shift, { by: standing.name, reason }, now);
    },
    now,
  );
  if (!acted.ok) return acted;
  const after = await settleCalledOff(shiftOn(acted.value, shiftId), now);
  return agree({ shift: await onBoard(after, now) });
};

/**
 * Tells everybody who is still on a shift that was called off, and lets them go: a part of the timer's run as well, for
 * calls that died. Safe to repeat. One round trip to tell, and some thirty for twelve people.
 */
export async function settleCalledOff(shift: ShiftRecord, now: EpochMs): Promise<ShiftRecord> {
  const people = peopleOn(shift);
  if (shift.state !== 'called-off' || people.length === 0) return shift;
  const words = shift.log.findLast(({ act }) => act === 'called-off')?.reason ?? null;
  await tell(people.map((to) => ({ ...shiftNews(shift, 'shift-called-off', to, now), words })));
  let after = shift;
  for (let from = 0; from < people.length; from += AT_ONCE)
    after = await free(shift._id, people.slice(from, from + AT_ONCE), now);
  return after;
}

async function free(
  shiftId: ShiftId,
  people: readonly (keyof ShiftRecord['places'])[],
  now: EpochMs,
): Promise<ShiftRecord> {
  const acted = await actTogether<never>(
    { shifts: [shiftId], people, swap: null },
    (stage) => {
      const shift = stage.shifts.get(shiftId);
      const on = shift === undefined ? [] : peopleOn(shift);
      const left = [...stage.people.values()].filter(({ _id }) => on.includes(_id));
      return agree(shift === undefined || left.length === 0 ? unchanged : letGo(shift, left));
    },
    now,
  );
  if (!acted.ok) throw new Error('Letting people go is never refused.');
  return shiftOn(acted.value, shiftId);
}
