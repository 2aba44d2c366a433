import { agree, refuse } from '../../types/result';
import { recordLook } from '../review/ledger';
import { openedPhoto } from './incident-photo';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { incidentPhotos, upkeeps } from './upkeep-records';
import { volunteers } from './volunteer-records';

/** The look is written before anything is shown; whoever reported it reads of it among the looks at their own data. */
export const showIncident: Handler<'showIncident'> = async ({ stationId, incidentId }, { now, personId, standing }) => {
  const upkeep = await upkeeps.get(stationId);
  const incident = upkeep?.incidents[incidentId];
  if (upkeep === null || incident === undefined) return refuse('incident-not-found');
  if (!standing.covers(upkeep.scope, HEADS)) return refuse('outside-your-unions');
  const [photo, reporters] = await Promise.all([
    incident.hasPhoto ? incidentPhotos.get(incidentId) : null,
    volunteers.find({ number: incident.by }, { limit: 1 }),
  ]);
  const [reporter] = reporters;
  if (reporter !== undefined)
    await recordLook({
      subjectId: reporter._id,
      at: now,
      actorId: personId,
      office: standing.officeFor(upkeep.scope, HEADS),
      act: 'view',
      about: upkeep.stationName,
      purpose: 'incident',
    });
  return agree({
    kind: incident.kind,
    words: incident.words,
    photo: photo === null ? null : openedPhoto(photo),
    at: incident.at,
    by: reporter?.name ?? incident.calledName,
  });
};
