import type { InputOf } from '../../types/contract';
import type { eventContract } from '../../types/event';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import type { Standing } from '../member/standing';
import { Contended } from '../runtime/database';
import { fingerprint } from '../runtime/sealed';
import { eventAtHand } from './at-hand';
import { lineBy } from './event-saving';
import { isLiving } from './lifecycle';
import type { EventRecord, Telling } from './records';
import { events } from './records';
import { registrations } from './registration-records';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';
import { recipients, tellEverybody } from './tellings';

/** More than that and nobody reads any. */
const MOST_A_DAY = 3;
const TRIES = 4;
/** Of the action's round trips, for telling at once; the timer tells the others within a minute. */
const TRIPS_FOR_TELLING = 40;

/** A word to those who registered. Sent again with the same key it tells nobody twice. */
export const message: Handler<'message'> = async (input, { now, standing }) => {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const found = await eventAtHand(input.eventId, standing, ORGANISERS);
    if (!found.ok) return found;
    const event = found.value;
    const telling = tellingOf(input, standing, now);
    const state = { in: recipients[input.to] };
    const told = canTell(event) ? await registrations.count({ eventId: event._id, state }) : 0;
    if (event.messages.some(({ key }) => key === telling.key)) return agree({ told });
    if (told === 0) return refuse('nobody-to-tell');
    if (messagesToday(event, now) >= MOST_A_DAY) return refuse('enough-today');
    if (!(await noted(event, telling, standing))) continue;
    await tellEverybody({ ...event, tellings: [...event.tellings, telling] }, TRIPS_FOR_TELLING);
    return agree({ told });
  }
  throw new Contended('Others wrote messages every time.');
};

/** After the event too, but not for ever; who was told that it is called off has been told everything. */
const canTell = ({ state }: EventRecord): boolean => isLiving(state) || state === 'held';

const messagesToday = ({ messages }: Pick<EventRecord, 'messages'>, now: EpochMs): number =>
  messages.filter(({ at }) => shanghaiDay(at) === shanghaiDay(now)).length;

const tellingOf = (
  { eventId, to, text, requestKey }: InputOf<typeof eventContract.message>,
  { personId }: Standing,
  at: EpochMs,
): Telling => ({
  // The same key from another person, or for another event, is another message.
  key: fingerprint('event-message', `${personId}:${eventId}:${requestKey}`).slice(0, 22),
  kind: 'event-message',
  to,
  words: text,
  at,
  when: null,
  after: null,
});

/**
 * Puts a message among those still to be told, if nobody else wrote one since the event was read: so the fourth of a day
 * is refused, however many write at once. The form that staff keep is not touched. One round trip.
 */
async function noted(event: EventRecord, telling: Telling, standing: Standing): Promise<boolean> {
  const { key, at } = telling;
  const outcome = await events.update(
    { _id: event._id, [`messages.${event.messages.length}`]: { exists: false } },
    {
      append: {
        messages: [{ key, at }],
        tellings: [telling],
        history: [lineBy(standing, event.scope, 'messaged', at)],
      },
      set: { sweepAt: Math.min(event.sweepAt, at) },
      increase: { 'live.turn': 1 },
    },
  );
  return outcome === 'updated';
}
