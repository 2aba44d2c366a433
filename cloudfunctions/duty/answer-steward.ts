import { agree, refuse } from '../../types/result';
import { tell } from '../notice/inbox';
import { Contended } from '../runtime/database';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { answered } from './stewardship';
import { stewardView } from './steward-view';
import type { StewardRecord } from './upkeep-records';
import { stewards } from './upkeep-records';

/** Whoever is overtaken decides once more on what is written then. */
const TRIES = 3;

/** The same answer again tells them once more, should a crash have kept it from them. */
export const answerSteward: Handler<'answerSteward'> = async ({ stewardId, accept }, { now, standing }) => {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const before = await stewards.get(stewardId);
    if (before === null) return refuse('steward-not-found');
    if (!standing.covers(before.scope, HEADS)) return refuse('outside-your-unions');
    const after = answered(before, accept, now);
    if (!after.ok) return after;
    if (!(await isWritten(before, after.value))) continue;
    await tell([newsOf(after.value)]);
    return agree({ steward: stewardView(after.value) });
  }
  throw new Contended('The offer changed every time.');
};

async function isWritten(before: StewardRecord, after: StewardRecord): Promise<boolean> {
  if (after === before) return true;
  const { _id, state, waitingFor, since } = after;
  const asRead = { _id, state: before.state, since: before.since };
  return (await stewards.update(asRead, { set: { state, waitingFor, since } })) === 'updated';
}

const newsOf = ({ _id, personId, stationId, stationName, since }: StewardRecord) => ({
  to: personId,
  kind: 'steward-answered' as const,
  once: `${_id}:${since}`,
  at: since,
  subject: stationName,
  eventId: null,
  stationId,
  when: null,
  words: null,
});
