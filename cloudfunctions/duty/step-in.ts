import type { RefusalOf } from '../../types/contract';
import type { shiftActions } from '../../types/duty-shift';
import type { PersonId, ShiftId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import { actTogether } from './act-together';
import { ownOn, shiftOn } from './own-acts';
import { latePerson, stepIn as comesIn } from './place-acts';
import type { Handler } from './scene';
import { shiftNews } from './shift-news';
import type { ShiftRecord } from './shift-records';
import { shifts } from './shift-records';

const TRIES = 2;

/** Whoever is late is named before the transaction; if it is somebody else by then, the place is looked for once more. */
export const stepIn: Handler<'stepIn'> = async ({ shiftId }, { now, personId }) => {
  for (let tries = 1; ; tries += 1) {
    const read = await shifts.get(shiftId);
    if (read === null) return refuse('shift-not-found');
    const lateId = latePerson(read, now);
    const acted = await takeOver(shiftId, personId, lateId, now);
    if (!acted.ok && acted.refusal === 'nobody-missing' && lateId !== null && tries < TRIES) continue;
    if (!acted.ok) return acted;
    const shift = shiftOn(acted.value, shiftId);
    if (lateId !== null && hasLost(read, shift, lateId))
      await tell([{ ...shiftNews(shift, 'shift-unassigned', lateId, now), once: `${shiftId}:${shift.turn}` }]);
    return agree({ own: ownOn(acted.value, shiftId, personId, now) });
  }
};

const takeOver = (shiftId: ShiftId, personId: PersonId, lateId: PersonId | null, now: EpochMs) =>
  actTogether<RefusalOf<typeof shiftActions.stepIn>>(
    { shifts: [shiftId], people: [personId, ...(lateId === null || lateId === personId ? [] : [lateId])], swap: null },
    (stage) => {
      const [shift, volunteer] = [stage.shifts.get(shiftId), stage.people.get(personId)];
      if (shift === undefined) return refuse('shift-not-found');
      if (volunteer === undefined) return refuse('not-standing-by');
      const isSame = latePerson(shift, now) === lateId;
      return comesIn(shift, volunteer, isSame && lateId !== null ? (stage.people.get(lateId) ?? null) : null, now);
    },
    now,
  );

const hasLost = (before: ShiftRecord, after: ShiftRecord, personId: PersonId): boolean =>
  Object.hasOwn(before.places, personId) && !Object.hasOwn(after.places, personId);
