import type { OwnPlace } from '../../types/duty-shift';
import type { PersonId, ShiftId } from '../../types/ids';
import type { Result } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Stage } from './act-together';
import { actTogether } from './act-together';
import { ownPlace } from './own-place';
import type { Changed } from './place-acts';
import type { ShiftRecord } from './shift-records';
import type { VolunteerRecord } from './volunteer-records';

type Own<Refusal extends string> = (shift: ShiftRecord, volunteer: VolunteerRecord) => Result<Changed, Refusal>;

/** An act of somebody on one shift. Eight round trips; twenty-nine when others are quicker each time. */
export const actOnOwn = <Refusal extends string>(
  shiftId: ShiftId,
  personId: PersonId,
  decide: Own<Refusal>,
  now: EpochMs,
): Promise<Result<Stage, Refusal | 'shift-not-found' | 'not-a-volunteer'>> =>
  actTogether<Refusal | 'shift-not-found' | 'not-a-volunteer'>(
    { shifts: [shiftId], people: [personId], swap: null },
    ({ shifts, people }) => {
      const [shift, volunteer] = [shifts.get(shiftId), people.get(personId)];
      if (shift === undefined) return { ok: false, refusal: 'shift-not-found' };
      if (volunteer === undefined || volunteer.state === 'left') return { ok: false, refusal: 'not-a-volunteer' };
      return decide(shift, volunteer);
    },
    now,
  );

/** The shift that an act was about. */
export function shiftOn({ shifts }: Stage, shiftId: ShiftId): ShiftRecord {
  const shift = shifts.get(shiftId);
  if (shift === undefined) throw new Error('An act agreed on a shift that is not there.');
  return shift;
}

/** One's own place after an act that gave it. */
export function ownOn(stage: Stage, shiftId: ShiftId, personId: PersonId, now: EpochMs): OwnPlace {
  const own = ownPlace(shiftOn(stage, shiftId), personId, now);
  if (own === null) throw new Error('An act agreed on a place that is not there.');
  return own;
}
