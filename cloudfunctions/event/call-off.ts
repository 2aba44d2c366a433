import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { eventAtHand } from './at-hand';
import { indexed } from './event-index';
import { lineBy, saveEvent } from './event-saving';
import { mayNow, stepped } from './lifecycle';
import type { Telling } from './records';
import { registrations } from './registration-records';
import { keepOnly, roomOf } from './room-booking';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';
import { recipients, tellEverybody } from './tellings';

/** What is told before the answer; the timer tells the others. Round trips. */
const TOLD_AT_ONCE = 45;

/** Four round trips, two for a room, three for each hundred people. */
export const callOff: Handler<'callOff'> = async ({ eventId, reason }, { now, standing }) => {
  const found = await eventAtHand(eventId, standing, ORGANISERS);
  if (!found.ok) return found;
  const event = found.value;
  // The same word came before, and its answer was lost.
  if (event.cancelled?.reason === reason) return agree({ eventId, told: await meant(eventId) });
  const state = stepped(event.state, 'call-off');
  if (state === null || !mayNow(event, now).callOff) return refuse('not-in-this-state');
  const saved = await saveEvent(event, indexed({ ...event, state, cancelled: { at: now, reason } }), {
    history: [lineBy(standing, event.scope, 'called-off', now)],
    tellings: event.state === 'draft' ? [] : [calledOff(reason, now)],
    at: now,
  });
  if (saved === null) return refuse('changed-meanwhile');
  const room = roomOf(event);
  if (room !== null) await keepOnly(room, [{ eventId, sessions: [] }], now);
  const [told] = await Promise.all([meant(eventId), tellEverybody(saved, TOLD_AT_ONCE)]);
  return agree({ eventId, told });
};

const meant = (eventId: string): Promise<number> =>
  registrations.count({ eventId, state: { in: recipients.everybody } });

const calledOff = (reason: string, at: EpochMs): Telling => ({
  key: 'called-off',
  kind: 'event-cancelled',
  to: 'everybody',
  words: reason,
  at,
  when: null,
  after: null,
});
