import type { EventId, PersonId } from '../../types/ids';
import { EpochMs, NEVER } from '../../types/time';
import { Contended } from '../runtime/database';
import { missOf } from './missed';
import type { EventRecord } from './records';
import type { Missed } from './registration-records';
import { guests } from './registration-records';

/** A person misses several events in a night at most: nobody else writes their record. */
const TRIES = 4;

/** Writes that somebody missed an event; once, however often it is asked. Two round trips. */
export const addMiss = (event: Pick<EventRecord, '_id' | 'title' | 'endsAt'>, personId: PersonId): Promise<void> =>
  changeMisses(personId, (missed) =>
    missed.some(({ eventId }) => eventId === event._id) ? missed : [...missed, missOf(event)],
  );

/** Whether a missed event counts, from now on. Two round trips. */
export const setCounts = (personId: PersonId, eventId: EventId, counts: boolean): Promise<void> =>
  changeMisses(personId, (missed) =>
    missed.some((miss) => miss.eventId === eventId && miss.counts !== counts)
      ? missed.map((miss) => (miss.eventId === eventId ? { ...miss, counts } : miss))
      : missed,
  );

/** @param change answers the same list where there is nothing to change */
async function changeMisses(
  personId: PersonId,
  change: (missed: readonly Missed[]) => readonly Missed[],
): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const guest = await guests.get(personId);
    const before = guest?.missed ?? [];
    const after = change(before);
    if (after === before) return;
    const parts = { missed: [...after], purgeAt: purgeAtOf(after) };
    const outcome =
      guest === null
        ? await guests.insert({ _id: personId, revision: 1, ...parts })
        : await guests.update(
            { _id: personId, revision: guest.revision },
            { set: { ...parts, revision: guest.revision + 1 } },
          );
    if (outcome === 'inserted' || outcome === 'updated') return;
  }
  throw new Contended('Somebody’s missed events changed each time.');
}

const purgeAtOf = (missed: readonly Missed[]): EpochMs =>
  EpochMs.parse(Math.min(NEVER, ...missed.map(({ expiresAt }) => expiresAt)));

const BATCH = 50;

/** Forgets missed events whose time is over, and people of whom none is left. @returns how many people it touched */
export async function purgeMisses(now: EpochMs): Promise<number> {
  const due = await guests.find({ purgeAt: { upTo: now } }, { order: [['purgeAt', 'asc']], limit: BATCH });
  for (const { _id, revision, missed } of due) {
    const left = missed.filter(({ expiresAt }) => now < expiresAt);
    if (left.length === 0) await guests.remove(_id);
    else
      await guests.update(
        { _id, revision },
        { set: { missed: left, purgeAt: purgeAtOf(left), revision: revision + 1 } },
      );
  }
  return due.length;
}
