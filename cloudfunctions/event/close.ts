import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import { eventAtHand } from './at-hand';
import { indexed } from './event-index';
import { lineBy, saveEvent } from './event-saving';
import { stepped } from './lifecycle';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';

/** Three round trips. */
export const close: Handler<'close'> = async ({ eventId }, { now, standing }) => {
  const found = await eventAtHand(eventId, standing, ORGANISERS);
  if (!found.ok) return found;
  const event = found.value;
  if (event.state === 'closed') return agree({ eventId });
  const state = stepped(event.state, 'close');
  if (state === null) return refuse('not-in-this-state');
  // The form says when it truly ended; a window that never opened keeps an instant, so that the form stays possible.
  const closesAt = EpochMs.parse(Math.max(event.opensAt + 1, Math.min(now, event.closesAt)));
  const saved = await saveEvent(event, indexed({ ...event, state, closesAt, isDetached: event.seriesId !== null }), {
    history: [lineBy(standing, event.scope, 'closed', now)],
    at: now,
  });
  return saved === null ? refuse('changed-meanwhile') : agree({ eventId });
};
