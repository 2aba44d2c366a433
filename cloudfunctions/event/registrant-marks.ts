import * as z from 'zod/mini';
import type { EventId, PersonId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { markPath } from './attendance';
import type { EventRecord } from './records';
import { Attendance, attendances } from './registration-records';

/** Sessions that somebody came to, by their start. */
export type SessionsOf = (personId: PersonId) => EpochMs[];

/** As many marks as are asked for one by one; beyond that the whole record travels. */
const MARKS_NAMED = 300;

/** Who of these people came when. One round trip. */
export async function marksOf(
  { _id, sessions }: Pick<EventRecord, '_id' | 'sessions'>,
  people: readonly PersonId[],
): Promise<SessionsOf> {
  const named = sessions.flatMap(({ startsAt }) => people.map((personId) => markPath(startsAt, personId)));
  return marksAmong(_id, named.length === 0 || named.length > MARKS_NAMED ? ['present'] : named);
}

/** The same for everybody. One round trip. */
export const allMarksOf = (eventId: EventId): Promise<SessionsOf> => marksAmong(eventId, ['present']);

async function marksAmong(eventId: EventId, fields: readonly string[]): Promise<SessionsOf> {
  const [found] = await attendances.findParts({ _id: eventId }, { schema: Marks, fields }, { limit: 1 });
  const sessions = Object.entries(found?.present ?? {});
  return (personId) =>
    sessions
      .filter(([, marks]) => Object.hasOwn(marks, personId))
      .map(([session]) => EpochMs.parse(Number(session)))
      .sort((one, other) => one - other);
}

const Marks = z.object({ _id: Attendance.shape._id, present: z._default(Attendance.shape.present, {}) });
