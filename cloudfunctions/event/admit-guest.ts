import { agree, refuse } from '../../types/result';
import { eventAtHand } from './at-hand';
import { scanAt } from './door-times';
import { readAdmissionCode } from './event-code';
import { hasPlace, markPresent } from './presence';
import { registrations } from './registration-records';
import type { Handler } from './scene';
import { HOSTS } from './scene';

/** Marks one guest at one session of this event; what else they are registered for is not touched. */
export const admitGuest: Handler<'admitGuest'> = async ({ eventId, code, at }, { now, standing }) => {
  const found = await eventAtHand(eventId, standing, HOSTS);
  if (!found.ok) return found;
  const event = found.value;
  const read = readAdmissionCode(code);
  if (!read.ok) return read;
  const scan = scanAt(event, at, now);
  if (scan === null) return refuse('not-now');
  const [row] = await registrations.find({ lot: read.value.lot }, { limit: 1 });
  if (row === undefined) return refuse('no-place');
  if (row.eventId !== eventId) return refuse('other-event');
  if (!hasPlace(event, row)) return refuse('no-place');
  const mark = await markPresent({
    eventId,
    session: scan.session.startsAt,
    personId: row.personId,
    at: scan.at,
    by: 'host',
  });
  const { lot, maskedName, people } = row;
  return agree({ lot, maskedName, people, at: mark.at, isNew: mark.isNew });
};
