import { agree, refuse } from '../../types/result';
import { tell } from '../notice/inbox';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { answered } from './stewardship';
import { stewardView } from './steward-view';
import { stewards } from './upkeep-records';

/** Whoever answers first has answered; the same answer again tells them once more, should a crash have kept it from them. */
export const answerSteward: Handler<'answerSteward'> = async ({ stewardId, accept }, { now, standing }) => {
  const before = await stewards.get(stewardId);
  if (before === null) return refuse('steward-not-found');
  if (!standing.covers(before.scope, HEADS)) return refuse('outside-your-unions');
  const after = answered(before, accept, now);
  if (!after.ok) return after;
  const { _id, state, waitingFor, since } = after.value;
  if (after.value !== before) {
    const outcome = await stewards.update(
      { _id, state: before.state, since: before.since },
      { set: { state, waitingFor, since } },
    );
    if (outcome !== 'updated') return refuse('answered-already');
  }
  await tell([
    {
      to: before.personId,
      kind: 'steward-answered',
      once: `${_id}:${since}`,
      at: now,
      subject: before.stationName,
      eventId: null,
      stationId: before.stationId,
      when: null,
      words: null,
    },
  ]);
  return agree({ steward: stewardView(after.value) });
};
