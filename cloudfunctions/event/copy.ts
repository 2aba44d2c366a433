import { agree } from '../../types/result';
import { eventAtHand } from './at-hand';
import { lineBy } from './event-saving';
import { events } from './records';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';
import { eventOfWish } from './wish-id';
import { daysLater, formOf, newDraft } from './written-event';

/** Three round trips. The times may be past as well: a draft is given others before it is published. */
export const copy: Handler<'copy'> = async ({ eventId, days, requestKey }, { now, personId, standing }) => {
  const found = await eventAtHand(eventId, standing, ORGANISERS);
  if (!found.ok) return found;
  const { unionName, offices, scope, stationName, street, address, place, zoneName, ...event } = found.value;
  const ground = { unionName, offices, scope, stationName, street, address, place, zoneName };
  const id = eventOfWish(personId, requestKey);
  const form = daysLater(formOf(event), days);
  // Whatever was there already is the copy that this wish made before.
  await events.insert({
    ...newDraft(id, form, ground),
    history: [lineBy(standing, scope, 'copied', now)],
  });
  return agree({ eventId: id });
};
