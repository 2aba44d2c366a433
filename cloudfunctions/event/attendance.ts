import * as z from 'zod/mini';
import type { EventId, PersonId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import type { EventRecord } from './records';
import { Attendance, attendances } from './registration-records';

/** A session's marks lie under its beginning. */
export const sessionKey = (startsAt: EpochMs): string => String(startsAt);
export const markPath = (startsAt: EpochMs, personId: PersonId): string =>
  `present.${sessionKey(startsAt)}.${personId}`;

/**
 * Sessions that somebody came to, by their start, for each of these events that anybody came to. One round trip, none for
 * none; nobody else's marks travel.
 */
export async function attendedBy(
  personId: PersonId,
  events: readonly Pick<EventRecord, '_id' | 'sessions'>[],
): Promise<ReadonlyMap<EventId, readonly EpochMs[]>> {
  if (events.length === 0) return new Map();
  const starts = new Set(events.flatMap(({ sessions }) => sessions.map(({ startsAt }) => startsAt)));
  const found = await attendances.findParts(
    { _id: { in: events.map(({ _id }) => _id) } },
    { schema: Marks, fields: [...starts].map((startsAt) => markPath(startsAt, personId)) },
    { limit: events.length },
  );
  return new Map(found.map(({ _id, present }) => [_id, sessionsOf(personId, present)]));
}

const Marks = z.object({
  _id: Attendance.shape._id,
  present: z._default(Attendance.shape.present, {}),
});

const sessionsOf = (personId: PersonId, present: Attendance['present']): EpochMs[] =>
  Object.entries(present)
    .filter(([, marks]) => Object.hasOwn(marks, personId))
    .map(([session]) => EpochMs.parse(Number(session)))
    .sort((one, other) => one - other);

/** Whether somebody came to any session of an event. One round trip. */
export async function hasCome(eventId: EventId, personId: PersonId): Promise<boolean> {
  const fields = [`came.${personId}`];
  const [found] = await attendances.findParts({ _id: eventId }, { schema: Came, fields }, { limit: 1 });
  return found?.came[personId] === true;
}

const Came = z.object({ _id: Attendance.shape._id, came: z._default(Attendance.shape.came, {}) });

/** The record of an event that nobody came to yet. */
export const nobodyCame = (eventId: EventId): Attendance => ({
  _id: eventId,
  present: {},
  came: {},
  attended: 0,
  walkIns: 0,
  counted: {},
  ratings: 0,
  stars: 0,
  given: {},
  round: 0,
});
