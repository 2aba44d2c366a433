import * as z from 'zod/mini';
import type { EpochMs } from '../../types/time';
import { NEVER } from '../../types/time';
import { tell } from '../notice/inbox';
import { addMiss } from './guest-misses';
import { missesKnownAt } from './missed';
import type { EventRecord } from './records';
import { Attendance, attendances, Registration, registrations } from './registration-records';

/** Rows looked at in one round trip. */
const PAGE = 1_000;
/** People marked in one go. */
const BATCH = 25;
/** Of a batch: two for each person's record, one for each row, one to tell them all. */
const TRIPS_A_BATCH = 3 * BATCH + 1;

/**
 * The timer's part for an event that was held: marks who did not come without a word, and tells them. Safe to repeat, by
 * two timers at once and after a crash anywhere; nobody is marked twice. Where nobody at all was checked in, the list was
 * not kept, and nobody is marked.
 *
 * @param allowance round trips that it may take, roughly
 * @returns when to look again: the instant at which it is known who came; `now` where the allowance ended; `NEVER` once
 * all is done, and for an event that was not held
 */
export async function markMissed(event: EventRecord, now: EpochMs, allowance: number): Promise<EpochMs> {
  if (event.state !== 'held' || event.quotas.length === 0) return NEVER;
  const knownAt = missesKnownAt(event);
  if (now < knownAt) return knownAt;
  const [attendance] = await attendances.findParts({ _id: event._id }, came, { limit: 1 });
  if (attendance === undefined || attendance.attended === 0) return NEVER;
  let left = allowance - 1;
  for (let after = ''; ;) {
    const rows = await unmarked(event, after);
    left -= 1;
    const absent = rows.filter(({ personId }) => !Object.hasOwn(attendance.came, personId));
    for (let first = 0; first < absent.length; first += BATCH) {
      if (left < TRIPS_A_BATCH) return now;
      left -= TRIPS_A_BATCH;
      await mark(event, absent.slice(first, first + BATCH), now);
    }
    const last = rows[PAGE - 1];
    if (last === undefined) return NEVER;
    after = `${last.orderKey}~`;
  }
}

const Came = z.object({ _id: Attendance.shape._id, attended: z.int(), came: z._default(Attendance.shape.came, {}) });
const came = { schema: Came, fields: ['attended', 'came'] };

const Row = z.pick(Registration, { _id: true, personId: true, orderKey: true });
type Row = z.infer<typeof Row>;

/** Who had a place and is not marked: those who came among them. One round trip. */
const unmarked = (event: EventRecord, from: string): Promise<Row[]> =>
  registrations.findParts(
    { eventId: event._id, state: 'confirmed', orderKey: { from }, missed: null },
    { schema: Row, fields: Object.keys(Row.shape) },
    { order: [['orderKey', 'asc']], limit: PAGE },
  );

/** The row comes last: whoever it does not mark is marked again, and what was done before is found done. */
async function mark(event: EventRecord, rows: readonly Row[], now: EpochMs): Promise<void> {
  await Promise.all(rows.map(({ personId }) => addMiss(event, personId)));
  await tell(
    rows.map(({ personId }) => ({
      to: personId,
      kind: 'event-missed' as const,
      once: event._id,
      at: now,
      subject: event.title,
      eventId: event._id,
      when: event.startsAt,
      words: null,
    })),
  );
  await Promise.all(
    rows.map(({ _id }) =>
      registrations.update(
        { _id, state: 'confirmed', missed: null },
        { set: { missed: 'counts' }, increase: { revision: 1 } },
      ),
    ),
  );
}
