import * as z from 'zod/mini';
import type { EventId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { readDetails, sealDetails } from './details';
import { EventRecord, events } from './records';
import { Registration, registrations } from './registration-records';
import type { Terms } from './retention';
import { keptAt, nextPurge } from './retention';

/** Rows of one round. */
const BATCH = 100;
/** What is left where a name was. */
export const NOBODY = '*';

/**
 * Deletes what was said on registering once its time is over: children the day after the event, answers as long as
 * their question says, names 180 days after. An event that was moved is waited for. Safe to repeat.
 *
 * @param allowance round trips that it may take
 * @returns how many registrations lost something
 */
export async function purgeDetails(now: EpochMs, allowance: number): Promise<number> {
  let purged = 0;
  for (let left = allowance; left >= BATCH + 2; left -= BATCH + 2) {
    const due = await registrations.findParts({ purgeAt: { upTo: now } }, saying, {
      order: [['purgeAt', 'asc']],
      limit: BATCH,
    });
    if (due.length === 0) return purged;
    const terms = await termsOf([...new Set(due.map(({ eventId }) => eventId))]);
    const outcomes = await Promise.all(due.map((row) => purge(row, terms.get(row.eventId), now)));
    purged += outcomes.filter((hasLost) => hasLost).length;
    if (due.length < BATCH) return purged;
  }
  return purged;
}

const Saying = z.pick(Registration, {
  _id: true,
  eventId: true,
  revision: true,
  state: true,
  endsAt: true,
  maskedName: true,
  sealedDetails: true,
  answers: true,
  excuse: true,
  rating: true,
});
type Saying = z.infer<typeof Saying>;
const saying = { schema: Saying, fields: Object.keys(Saying.shape) };

type EventTerms = Pick<Terms, 'fields' | 'endsAt'>;
const AsAsked = z.pick(EventRecord, { _id: true, fields: true, endsAt: true });
const asAsked = { schema: AsAsked, fields: Object.keys(AsAsked.shape) };

async function termsOf(ids: readonly EventId[]): Promise<ReadonlyMap<EventId, EventTerms>> {
  const found = await events.findParts({ _id: { in: ids } }, asAsked, { limit: ids.length });
  return new Map(found.map((event) => [event._id, event]));
}

/** @returns whether something was deleted; a row that changed meanwhile is looked at in the next round */
async function purge(row: Saying, event: EventTerms | undefined, now: EpochMs): Promise<boolean> {
  const terms: Terms = { ...(event ?? { fields: [], endsAt: row.endsAt }), isOut: isOut(row) };
  const before = { details: readDetails(row), answers: row.answers };
  const after = keptAt(before, terms, now);
  const isNameGone = after.details?.name == null;
  const outcome = await registrations.update(
    { _id: row._id, revision: row.revision },
    {
      set: {
        sealedDetails: after.details === null ? null : sealDetails(row._id, after.details),
        answers: after.answers,
        hasSensitive: Object.keys(after.details?.answers ?? {}).length > 0,
        purgeAt: nextPurge(after, terms),
        endsAt: terms.endsAt,
        ...(isNameGone ? withoutName(row) : {}),
      },
      increase: { revision: 1 },
    },
  );
  return outcome === 'updated' && JSON.stringify(after) !== JSON.stringify(before);
}

/** With the name go the mask of it and what its owner wrote. */
const withoutName = ({ excuse, rating }: Saying): Partial<Registration> => ({
  maskedName: NOBODY,
  excuse: excuse && { ...excuse, words: null },
  rating: rating && { ...rating, words: null },
});

const isOut = ({ state }: Saying): boolean => state === 'cancelled' || state === 'lapsed';
