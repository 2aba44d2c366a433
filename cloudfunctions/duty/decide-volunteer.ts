import { agree, refuse } from '../../types/result';
import { tell } from '../notice/inbox';
import { decidedOn } from './acceptance';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { volunteers } from './volunteer-records';

/**
 * Whoever decides first decides. Places that somebody has stay theirs when they have a rest: the head takes them off
 * where that is meant.
 */
export const decideVolunteer: Handler<'decideVolunteer'> = async ({ number, state: word }, { now, standing }) => {
  const [before] = await volunteers.find({ number }, { limit: 1 });
  if (before === undefined) return refuse('volunteer-not-found');
  if (!standing.covers(before.scope, HEADS)) return refuse('outside-your-unions');
  const after = decidedOn(before, word, now);
  if (!after.ok) return after;
  const { _id, state, waitingFor, since, tags } = after.value;
  if (after.value !== before) {
    // Somebody who moves to another station meanwhile asks its head.
    const outcome = await volunteers.update(
      { _id, state: before.state, since: before.since, stationId: before.stationId },
      { set: { state, waitingFor, since, tags } },
    );
    if (outcome !== 'updated') return refuse('answered-already');
  }
  await tell([
    {
      to: _id,
      kind: 'volunteer-answered',
      once: `${state}:${since}`,
      at: now,
      subject: before.stationName,
      eventId: null,
      stationId: before.stationId,
      when: null,
      words: null,
    },
  ]);
  return agree({ state });
};
