import * as z from 'zod/mini';
import type { EventId, PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { MISSES_ENOUGH } from './missed';
import { EventRecord, events } from './records';
import { registrations } from './registration-records';

const MOST = 50;
const excerpt = { schema: z.pick(EventRecord, { _id: true, state: true }), fields: ['_id', 'state'] };

/**
 * Whether somebody who missed events without a word has a registration to come elsewhere: then they register for no
 * other. Events that were called off do not count. None to two round trips.
 */
export async function mustWait(personId: PersonId, eventId: EventId, missed: number, now: EpochMs): Promise<boolean> {
  if (missed < MISSES_ENOUGH) return false;
  const rows = await registrations.find(
    { personId, endsAt: { from: now }, state: { in: ['entered', 'waiting', 'offered', 'confirmed'] } },
    { order: [['endsAt', 'desc']], limit: MOST },
  );
  const others = [...new Set(rows.map((row) => row.eventId))].filter((id) => id !== eventId);
  if (others.length === 0) return false;
  const found = await events.findParts({ _id: { in: others } }, excerpt, { limit: MOST });
  return found.some(({ state }) => state === 'published' || state === 'closed');
}
