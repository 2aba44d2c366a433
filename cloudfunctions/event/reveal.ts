import type { RegistrationState } from '../../types/event-kind';
import { agree, refuse } from '../../types/result';
import { recordLook } from '../review/ledger';
import { eventAtHand } from './at-hand';
import { readDetails } from './details';
import { registrations } from './registration-records';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';

/** Who left the list is nobody's guest any more: their name is not needed. */
export const isGuest = (state: RegistrationState): boolean => state !== 'cancelled' && state !== 'lapsed';

/** Names, children and sensitive answers, for a named purpose. It is written down before it is shown. */
export const reveal: Handler<'reveal'> = async ({ eventId, lot, purpose }, { now, standing }) => {
  const found = await eventAtHand(eventId, standing, ORGANISERS);
  if (!found.ok) return found;
  const event = found.value;
  const [row] = await registrations.find({ lot }, { limit: 1 });
  if (row === undefined || row.eventId !== eventId || !isGuest(row.state)) return refuse('not-registered');
  const details = readDetails(row);
  if (details === null) return agree({ name: null, children: [], answers: {} });
  await recordLook({
    subjectId: row.personId,
    at: now,
    actorId: standing.personId,
    office: standing.officeFor(event.scope, ORGANISERS),
    act: 'reveal',
    about: event.title,
    purpose,
  });
  return agree(details);
};
