import type { EventDetail } from '../../types/event-view';
import { isInPairs } from './pairs';
import type { EventRecord } from './records';
import { summaryOf } from './view';

/** What everybody may read of an event. Nobody's name is in it, and of the draw only what was promised. */
export const detailOf = (event: EventRecord, waiting: number): EventDetail => ({
  ...summaryOf(event),
  // A draw that was promised otherwise is held as it was promised.
  inPairs: isInPairs(event) && (event.draw === null || event.draw.inPairs === true),
  text: event.text,
  address: event.address,
  place: event.place,
  allSessions: event.sessions,
  cancelBy: event.cancelBy,
  audience: event.audience,
  quotas: event.quotas.map(({ group, places }) => ({ group, places, left: event.live.free[group] ?? 0 })),
  waiting: isInPairs(event) ? null : waiting,
  family: event.family,
  fields: event.fields,
  contact: event.contact,
  commitment: event.draw?.commitment ?? null,
  isDrawn: event.draw !== null && event.draw.drawnAt !== null,
  cancelReason: event.cancelled?.reason ?? null,
});
