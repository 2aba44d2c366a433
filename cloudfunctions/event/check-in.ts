import { agree, refuse } from '../../types/result';
import { sessionOpenAt } from './door-times';
import { readHostCode } from './event-code';
import { hasPlace, markPresent } from './presence';
import { events } from './records';
import { registrationId, registrations } from './registration-records';
import type { Handler } from './scene';

/** Marks the caller at one session of the event whose code they read; what else they are registered for is not touched. */
export const checkIn: Handler<'checkIn'> = async ({ code }, { now, personId }) => {
  const read = readHostCode(code, now);
  if (!read.ok) return read;
  const [event] = await events.find({ code: read.value.eventCode }, { limit: 1 });
  if (event === undefined) return refuse('event-not-found');
  const session = sessionOpenAt(event, now);
  if (session === null) return refuse('not-now');
  const row = await registrations.get(registrationId(event._id, personId));
  if (row === null) return refuse('not-registered');
  if (!hasPlace(event, row)) return refuse('no-place');
  const { startsAt } = session;
  const { at, isNew } = await markPresent({ eventId: event._id, session: startsAt, personId, at: now, by: 'self' });
  return agree({ eventId: event._id, title: event.title, session: startsAt, at, isNew });
};
