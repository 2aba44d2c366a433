import { notMine } from '../../cloudfunctions/duty/duty-rules';
import { shiftIdOf } from '../../cloudfunctions/duty/ids';
import { newShift } from '../../cloudfunctions/duty/new-shift';
import { engaged, seated } from '../../cloudfunctions/duty/place-acts';
import type { RosterRecord } from '../../cloudfunctions/duty/roster-records';
import { indexed } from '../../cloudfunctions/duty/shift-index';
import type { ShiftRecord } from '../../cloudfunctions/duty/shift-records';
import type { DayRange } from '../../cloudfunctions/duty/template-shifts';
import { shiftsOf } from '../../cloudfunctions/duty/template-shifts';
import type { VolunteerRecord } from '../../cloudfunctions/duty/volunteer-records';
import type { EpochMs } from '../../types/time';

/** The shifts of a roster on some days, with nobody on them. */
export const emptyShifts = (roster: RosterRecord, range: DayRange, now: EpochMs): ShiftRecord[] =>
  shiftsOf(roster.form, range).shifts.map((rule) =>
    newShift(shiftIdOf(roster._id, rule.templateId, rule.day), rule, roster, now),
  );

export type Manned = { readonly shifts: ShiftRecord[]; readonly people: VolunteerRecord[] };

/**
 * People take places as the rules allow, each in turn.
 *
 * @param leaves places that nobody takes, by the number of the place from 0
 */
export function manned(
  shifts: readonly ShiftRecord[],
  volunteers: readonly VolunteerRecord[],
  leaves: (nth: number, shift: ShiftRecord) => boolean,
  now: EpochMs,
): Manned {
  const people = new Map(volunteers.map((volunteer) => [volunteer._id, volunteer]));
  const turn = volunteers.map(({ _id }) => _id);
  let nth = -1;
  const after = shifts.map((empty) => {
    let shift = empty;
    for (const { role, count } of empty.needs)
      for (let place = 0; place < count; place += 1) {
        nth += 1;
        if (leaves(nth, empty)) continue;
        // Shifts of the past are taken as of a day before they began.
        const at = Math.min(now, empty.startsAt - 86_400_000) as EpochMs;
        const id = turn.find((one) => notMine(shift, role, of(people, one), at).length === 0);
        if (id === undefined) continue;
        shift = seated(shift, of(people, id), { role, claim: `seed:${shift._id}:${place}` }, at);
        people.set(id, engaged(of(people, id), shift, false));
        turn.push(...turn.splice(turn.indexOf(id), 1));
      }
    return indexed(shift, now);
  });
  return { shifts: after, people: [...people.values()] };
}

function of(people: ReadonlyMap<VolunteerRecord['_id'], VolunteerRecord>, id: VolunteerRecord['_id']): VolunteerRecord {
  const found = people.get(id);
  if (found === undefined) throw new Error(`Nobody is ${id}.`);
  return found;
}
