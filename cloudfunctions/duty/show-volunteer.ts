import type { Volunteer } from '../../types/duty-volunteer';
import { agree } from '../../types/result';
import { engagedIn, isOver, shiftsById } from './list-own-shifts';
import { COUNTS_LATE_MS } from './moments';
import { ownPlace } from './own-place';
import type { Handler } from './scene';
import { swaps } from './swap-records';
import type { VolunteerRecord } from './volunteer-records';
import { volunteers } from './volunteer-records';

/** Three round trips, two of them at once; one for whoever is no volunteer. */
export const showVolunteer: Handler<'showVolunteer'> = async (_input, { now, personId }) => {
  const volunteer = await volunteers.get(personId);
  if (volunteer === null) return agree({ volunteer: null, next: null, swapsAsked: 0 });
  const [found, swapsAsked] = await Promise.all([
    shiftsById(engagedIn(volunteer, now - COUNTS_LATE_MS)),
    swaps.count({ people: personId, 'to.personId': personId, state: 'asked', lapsesAt: { from: now + 1 } }),
  ]);
  const [next] = [...found.values()]
    .sort((one, other) => one.startsAt - other.startsAt)
    .flatMap((shift) => ownPlace(shift, personId, now) ?? [])
    .filter((own) => own.shift.state === 'planned' && !isOver(own, now));
  return agree({ volunteer: volunteerView(volunteer), next: next ?? null, swapsAsked });
};

/** What somebody said of themselves, as they read it. */
export const volunteerView = ({
  number,
  state,
  calledName,
  heldName = null,
  stationId,
  birthYear,
  skills,
  thanks,
  stationName,
  since,
}: VolunteerRecord): Volunteer => ({
  number,
  state,
  calledName: heldName ?? calledName,
  nameWaits: heldName !== null,
  stationId,
  birthYear,
  skills,
  thanks,
  stationName,
  since,
});
