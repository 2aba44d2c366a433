import * as z from 'zod/mini';
import type { EventId } from '../../types/ids';
import { agree } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { eventAtHand } from './at-hand';
import { exportsOf } from './exports';
import { figuresOf, rowsOf } from './figures';
import { isLiving, mayNow } from './lifecycle';
import { ratingCase } from './rating-cases';
import { Registration, attendances, registrations } from './registration-records';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';
import { summaryOf } from './view';

/** As many as somebody reads. */
const WORDS_SHOWN = 100;

/** Two round trips, then those of who came, the rows, the exports and the words at once. */
export const showDesk: Handler<'showDesk'> = async ({ eventId }, { now, standing }) => {
  const found = await eventAtHand(eventId, standing, ORGANISERS);
  if (!found.ok) return found;
  const event = found.value;
  const [attendance, rows, exports, words] = await Promise.all([
    attendances.get(eventId),
    rowsOf(event),
    exportsOf(event, standing, now),
    wordsOf(eventId),
  ]);
  const { publish, close, callOff, edit } = mayNow(event, now);
  const hasPeople = event.state !== 'draft' && event.quotas.length > 0;
  return agree({
    event: summaryOf(event),
    figures: figuresOf(event, rows, attendance, now),
    may: {
      publish,
      close,
      cancel: callOff,
      edit,
      message: hasPeople && (isLiving(event.state) || event.state === 'held'),
      exportList: hasPeople && event.state !== 'archived',
    },
    ratingCase: attendance?.awaitsAnswer === true ? ratingCase(eventId, attendance.round) : null,
    words,
    exports,
    history: [...event.history].reverse(),
  });
};

/** What people wrote who rated, without their names. */
async function wordsOf(eventId: EventId): Promise<{ stars: number; words: string; at: EpochMs }[]> {
  const rows = await registrations.findParts({ eventId, 'rating.words': { not: null } }, ratings, {
    order: [['orderKey', 'asc']],
    limit: 1_000,
  });
  return rows
    .flatMap(({ rating }) => (rating?.words == null ? [] : [{ ...rating, words: rating.words }]))
    .sort((one, other) => other.at - one.at)
    .slice(0, WORDS_SHOWN);
}

const ratings = { schema: z.pick(Registration, { _id: true, rating: true }), fields: ['rating'] };
