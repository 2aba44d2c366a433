import { agree, refuse } from '../../types/result';
import { listedStation } from '../station/directory';
import { claimProblem } from './hours-claim';
import { claims } from './hours-records';
import { wishIdOf } from './ids';
import { readBook, volunteerNumbered } from './reading-book';
import type { Handler } from './scene';
import { HEADS } from './scene';

export const enterHours: Handler<'enterHours'> = async (input, { now, personId, standing }) => {
  const { number, stationId, corrects, from, until, title, reason } = input;
  const claimId = wishIdOf('hours', personId, input.requestKey);
  const [volunteer, station] = await Promise.all([volunteerNumbered(number), listedStation(stationId)]);
  if (station === null) return refuse('station-not-found');
  if (!standing.covers(station.scope, HEADS)) return refuse('outside-your-unions');
  if (volunteer === null) return refuse('volunteer-not-found');
  if (volunteer._id === personId) return refuse('own-hours');
  const known = await claims.get(claimId);
  if (known !== null) return agree({ claimId });
  const problem = claimProblem(input, await readBook(volunteer._id), volunteer.diary, now);
  if (problem !== null) return refuse(problem);
  const scope = [...station.scope];
  await claims.insert({
    _id: claimId,
    personId: volunteer._id,
    number,
    stationId,
    stationName: station.name,
    scope,
    waitingFor: scope,
    corrects,
    from,
    until,
    title,
    reason,
    enteredBy: standing.name,
    enteredById: personId,
    at: now,
    state: 'asked',
    decidedBy: null,
    decidedById: null,
    decidedReason: null,
    seq: null,
  });
  return agree({ claimId });
};
