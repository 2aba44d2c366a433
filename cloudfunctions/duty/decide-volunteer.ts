import { agree, refuse } from '../../types/result';
import { tell } from '../notice/inbox';
import { Contended } from '../runtime/database';
import { decidedOn } from './acceptance';
import type { Handler } from './scene';
import { HEADS } from './scene';
import type { VolunteerRecord } from './volunteer-records';
import { volunteers } from './volunteer-records';

/** Whoever is overtaken decides once more on what is written then. */
const TRIES = 3;

/**
 * The same word again tells them once more, should a crash have kept it from them. Places that somebody has stay theirs
 * when they have a rest: the head takes them off where that is meant.
 */
export const decideVolunteer: Handler<'decideVolunteer'> = async (
  { number, state: word, calledName = null },
  { now, standing },
) => {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const [before] = await volunteers.find({ number }, { limit: 1 });
    if (before === undefined) return refuse('volunteer-not-found');
    if (!standing.covers(before.scope, HEADS)) return refuse('outside-your-unions');
    const after = decidedOn(before, word, calledName, now);
    if (!after.ok) return after;
    if (!(await isWritten(before, after.value))) continue;
    await tell([newsOf(after.value)]);
    return agree({ state: after.value.state });
  }
  throw new Contended('The volunteer changed every time.');
};

/** Somebody who moves to another station meanwhile asks its head; a name that was written meanwhile is read first. */
async function isWritten(before: VolunteerRecord, after: VolunteerRecord): Promise<boolean> {
  if (after === before) return true;
  const { _id, state, waitingFor, since, calledName, heldName = null } = after;
  const stood = { state: before.state, since: before.since, stationId: before.stationId };
  const asRead = {
    _id,
    ...stood,
    calledName: before.calledName,
    ...(before.heldName ? { heldName: before.heldName } : {}),
  };
  return (await volunteers.update(asRead, { set: { state, waitingFor, since, calledName, heldName } })) === 'updated';
}

const newsOf = ({ _id, stationId, stationName, state, since }: VolunteerRecord) => ({
  to: _id,
  kind: 'volunteer-answered' as const,
  once: `${state}:${since}`,
  at: since,
  subject: stationName,
  eventId: null,
  stationId,
  when: null,
  words: null,
});
