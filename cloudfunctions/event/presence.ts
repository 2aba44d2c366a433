import * as z from 'zod/mini';
import type { EventId, PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { Contended } from '../runtime/database';
import { markPath, nobodyCame, sessionKey } from './attendance';
import type { EventRecord } from './records';
import type { Registration, Mark } from './registration-records';
import { Attendance, attendances } from './registration-records';

/** Somebody who is there: at one session of one event, and nowhere else. */
export type Presence = {
  readonly eventId: EventId;
  /** The session's beginning. */
  readonly session: EpochMs;
  readonly personId: PersonId;
  readonly at: EpochMs;
  readonly by: Mark['by'];
};

/** Whether a registration has a place that is taken. Places say so; a row may be a moment behind them. */
export function hasPlace(
  { live }: { readonly live: Pick<EventRecord['live'], 'holders'> },
  { personId, claim, state }: Pick<Registration, 'personId' | 'claim' | 'state'>,
): boolean {
  if (state === 'cancelled' || state === 'lapsed') return false;
  const holder = live.holders[personId];
  return holder !== undefined && holder.until === null && holder.claim === claim;
}

const TRIES = 4;

/**
 * Marks somebody as there, once, whoever says it first: their own phone or the host's. The mark and the count of people
 * who came are one update. One round trip for most; the first guest of an event and a second scan take up to four more.
 *
 * @returns the mark that counts; `isNew` is false where it was there before
 * @throws Contended when others were quicker each time; asking again is safe
 */
export async function markPresent(presence: Presence): Promise<{ readonly at: EpochMs; readonly isNew: boolean }> {
  let known: Marks | null | 'not-read' = 'not-read';
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const outcome = await enter(presence, known);
    if (outcome === 'inserted' || outcome === 'updated') return { at: presence.at, isNew: true };
    known = outcome === 'duplicate' ? 'not-read' : await read(presence);
    const mark = known === null || known === 'not-read' ? undefined : markIn(known, presence);
    if (mark !== undefined) return { at: mark.at, isNew: false };
  }
  throw new Contended('Others were quicker each time.');
}

function enter(
  presence: Presence,
  known: Marks | null | 'not-read',
): Promise<'inserted' | 'updated' | 'duplicate' | 'unmatched'> {
  const { eventId, session, personId, at, by } = presence;
  const mark: Mark = { at, by };
  if (known === null)
    return attendances.insert({
      ...nobodyCame(eventId),
      present: { [sessionKey(session)]: { [personId]: mark } },
      came: { [personId]: true },
      attended: 1,
    });
  const path = markPath(session, personId);
  const came = `came.${personId}`;
  const isFirst = known === 'not-read' || !Object.hasOwn(known.came, personId);
  return isFirst
    ? attendances.update(
        { _id: eventId, [path]: { exists: false }, [came]: { exists: false } },
        { set: { [path]: mark, [came]: true }, increase: { attended: 1 } },
      )
    : attendances.update({ _id: eventId, [path]: { exists: false }, [came]: true }, { set: { [path]: mark } });
}

/** One person's marks of one event. */
const Marks = z.object({
  _id: Attendance.shape._id,
  present: z._default(Attendance.shape.present, {}),
  came: z._default(Attendance.shape.came, {}),
});
type Marks = z.infer<typeof Marks>;

const markIn = ({ present }: Marks, { session, personId }: Presence): Mark | undefined =>
  present[sessionKey(session)]?.[personId];

async function read({ eventId, session, personId }: Presence): Promise<Marks | null> {
  const fields = [markPath(session, personId), `came.${personId}`];
  const [found] = await attendances.findParts({ _id: eventId }, { schema: Marks, fields }, { limit: 1 });
  return found ?? null;
}
