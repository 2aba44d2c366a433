import * as z from 'zod/mini';
import { isInPairs } from './pairs';
import type { EventRecord } from './records';
import { Registration, registrations } from './registration-records';
import type { Act } from './seat-acts';

/** As many as are looked through for the first whom the new places fit. */
const LOOKED_AT = 100;

const Waiting = z.pick(Registration, { _id: true, personId: true, groups: true, people: true });
const excerpt = { schema: Waiting, fields: Object.keys(Waiting.shape) };

/**
 * Places that are added go to the list before any newcomer: they are kept for the first whom they fit, until the timer,
 * which looks at once, gives them all out. Where they go pair by pair no newcomer takes one past the list, and nothing
 * needs to be kept. One round trip where places are added, none otherwise.
 */
export async function lineFirst(event: EventRecord, after: EventRecord, resize: Act): Promise<Act> {
  const { live } = event;
  const { quotas } = after;
  if (isInPairs(after)) return resize;
  const grown = quotas.filter(({ group, places }) => places > (live.places[group] ?? 0));
  if (grown.length === 0 || live.keptFor !== null) return resize;
  const free = new Map<string, number>(
    grown.map(({ group, places }) => [group, places - (live.places[group] ?? 0) + (live.free[group] ?? 0)]),
  );
  const waiting = await registrations.findParts(
    { eventId: event._id, state: 'waiting', people: { upTo: Math.max(...free.values()) } },
    excerpt,
    { order: [['orderKey', 'asc']], limit: LOOKED_AT },
  );
  const next = waiting.find(
    ({ personId, groups, people }) =>
      live.holders[personId] === undefined && groups.some((group) => people <= (free.get(group) ?? 0)),
  );
  if (next === undefined) return resize;
  return {
    filter: { ...resize.filter, 'live.keptFor': null },
    change: { ...resize.change, set: { ...resize.change.set, 'live.keptFor': next.personId } },
  };
}
