import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { eventAtHand } from './at-hand';
import { newDraw } from './draw-seed';
import { indexed } from './event-index';
import type { PlacesAct } from './event-saving';
import { lineBy, saveEvent } from './event-saving';
import { isToCome } from './form-check';
import { stepped } from './lifecycle';
import { isInPairs } from './pairs';
import type { EventRecord } from './records';
import { bookRoom, roomOf } from './room-booking';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';
import { freshLive } from './seat-acts';

/** Three round trips, two or three more for a room. */
export const publish: Handler<'publish'> = async ({ eventId, revision }, { now, standing }) => {
  const found = await eventAtHand(eventId, standing, ORGANISERS);
  if (!found.ok) return found;
  const event = found.value;
  // It was published by this very wish, whose answer was lost.
  if (event.state === 'published' && event.revision === revision + 1) return agree({ eventId, revision: revision + 1 });
  const state = stepped(event.state, 'publish');
  if (state === null) return refuse('not-in-this-state');
  if (event.revision !== revision) return refuse('changed-meanwhile');
  if (!isToCome(event, now)) return refuse('times-past');
  if (!(await hasItsRoom(event, now))) return refuse('room-taken');
  const draw = event.places === 'draw' ? newDraw(eventId, isInPairs(event)) : null;
  const saved = await saveEvent(event, indexed({ ...event, state, draw }), {
    history: [lineBy(standing, event.scope, 'published', now)],
    places: firstPlaces(event),
    at: now,
  });
  return saved === null ? refuse('changed-meanwhile') : agree({ eventId, revision: saved.revision });
};

/** Books it first: whoever is published without a room would have people before a locked door. */
async function hasItsRoom({ _id, sessions, ...event }: EventRecord, now: EpochMs): Promise<boolean> {
  const room = roomOf(event);
  return room === null || !(await bookRoom(room, [{ eventId: _id, sessions }], now)).has(_id);
}

/** Nobody holds one yet. */
function firstPlaces({ quotas }: EventRecord): PlacesAct {
  const { places, free } = freshLive(quotas);
  return { filter: {}, change: { set: { 'live.places': places, 'live.free': free } } };
}
