import * as z from 'zod/mini';
import { EventSession } from '../../types/event-form';
import { EventState } from '../../types/event-view';
import { EventId, StationId, UnionId } from '../../types/ids';
import { agree } from '../../types/result';
import { eventLine, events } from './records';
import { attendances } from './registration-records';
import type { Handler } from './scene';
import { summaryOf } from './view';

/** As many events as are added up: more than twice the largest campaign so far. */
const MOST_EVENTS = 1_000;
const NEXT_SHOWN = 20;

/** What the sums need of an event. */
const Counted = z.object({
  _id: EventId,
  state: EventState,
  unionId: UnionId,
  stationId: StationId,
  sessions: z.array(EventSession),
});
const counted = { schema: Counted, fields: Object.keys(Counted.shape) };

const Came = z.object({ _id: EventId, attended: z.int(), walkIns: z.int() });
const came = { schema: Came, fields: Object.keys(Came.shape) };

/**
 * A campaign added up: what was published and not called off. Who came is counted once an event is over, people who
 * walked in among them.
 */
export const showProgramme: Handler<'showProgramme'> = async ({ programme }, { now }) => {
  const [all, next] = await Promise.all([
    events.findParts({ programme, state: { in: ['published', 'closed', 'held', 'archived'] } }, counted, {
      order: [['listKey', 'asc']],
      limit: MOST_EVENTS,
    }),
    events.findParts({ tags: `programme:${programme}`, endsAt: { from: now + 1 } }, eventLine, {
      order: [['listKey', 'asc']],
      limit: NEXT_SHOWN,
    }),
  ]);
  return agree({
    programme,
    events: all.length,
    sessions: all.reduce((sum, { sessions }) => sum + sessions.length, 0),
    stations: new Set(all.map(({ stationId }) => stationId)).size,
    unions: new Set(all.map(({ unionId }) => unionId)).size,
    attended: await attendedAt(all.filter(({ state }) => state === 'held' || state === 'archived')),
    next: next.map(summaryOf),
  });
};

/** One round trip, none before the first is over. */
async function attendedAt(over: readonly { readonly _id: EventId }[]): Promise<number> {
  if (over.length === 0) return 0;
  const found = await attendances.findParts({ _id: { in: over.map(({ _id }) => _id) } }, came, {
    limit: MOST_EVENTS,
  });
  return found.reduce((sum, { attended, walkIns }) => sum + attended + walkIns, 0);
}
