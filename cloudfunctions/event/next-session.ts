import type { EventSession } from '../../types/event-form';
import type { EpochMs } from '../../types/time';
import { NEVER } from '../../types/time';
import { isListed, listKeyOf } from './event-index';
import type { EventRecord } from './records';
import { events } from './records';

/** The session that is on or comes next; null once all are over. */
export const nextSession = (sessions: readonly EventSession[], now: EpochMs): EventSession | null =>
  sessions
    .filter(({ endsAt }) => now < endsAt)
    .reduce<EventSession | null>((next, one) => (next === null || one.startsAt < next.startsAt ? one : next), null);

type Dated = Pick<EventRecord, 'state' | 'sessions'>;

/** When the sweep must look again: at the end of a session that another follows. */
export function nextMoveAt({ state, sessions }: Dated, now: EpochMs): EpochMs {
  const on = isListed(state) ? nextSession(sessions, now) : null;
  return on === null || nextSession(sessions, on.endsAt) === null ? NEVER : on.endsAt;
}

/**
 * The sweep's part: an event of several sessions stands in the lists at the one that is on or comes next, so that a
 * course begun weeks ago does not lie before everything else.
 *
 * @returns how many events moved: one or none
 */
export async function moveToNextSession(event: EventRecord, now: EpochMs): Promise<number> {
  const next = isListed(event.state) ? nextSession(event.sessions, now) : null;
  if (next === null) return 0;
  const listKey = listKeyOf(next.startsAt, event._id);
  if (listKey === event.listKey) return 0;
  const outcome = await events.update({ _id: event._id, revision: event.revision }, { set: { listKey } });
  return outcome === 'updated' ? 1 : 0;
}
