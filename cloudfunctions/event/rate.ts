import { agree, refuse } from '../../types/result';
import { EpochMs, NEVER } from '../../types/time';
import { attendedBy } from './attendance';
import { ownView } from './own-view';
import { openRatingCase } from './rating-cases';
import { ratingTime } from './rating';
import type { EventRecord } from './records';
import { events } from './records';
import type { Registration } from './registration-records';
import { attendances, registrationId, registrations } from './registration-records';
import type { Handler } from './scene';
import { CASE_GRACE_MS, giveStars } from './stars';

/**
 * The stars are counted first, for those who came; the row and the case follow. Asking again makes good what a crash left
 * undone of the row, the timer what it left of the case.
 */
export const rate: Handler<'rate'> = async ({ eventId, stars, words }, { now, personId }) => {
  const event = await events.get(eventId);
  if (event === null) return refuse('event-not-found');
  const row = await registrations.get(registrationId(eventId, personId));
  if (row === null) return refuse('not-registered');
  const time = ratingTime(event, now);
  if (time !== 'open') return refuse(time);
  const wish = { stars, words: words === '' ? null : words };
  if (row.rating !== null)
    return isSame(row.rating, wish) ? agree(await seen(row, event, now)) : refuse('rated-already');
  const given = await giveStars({ eventId, personId, stars, at: now });
  if (given.outcome === 'not-there') return refuse('not-there');
  // Stars that were counted before a crash stand, whatever was tapped since.
  const rating = { ...wish, stars: given.outcome === 'given' ? stars : given.stars, at: now };
  await registrations.update({ _id: row._id, rating: null }, { set: { rating }, increase: { revision: 1 } });
  if (given.outcome === 'given' && given.opens !== null) await askForAnswer(event, given.opens, now);
  return agree(await seen({ ...row, rating }, event, now));
};

/** Opens the case, and crosses it off the timer's list unless somebody wrote there since. Two round trips. */
async function askForAnswer(event: EventRecord, round: number, now: EpochMs): Promise<void> {
  await openRatingCase(event, round, now);
  await attendances.update(
    {
      _id: event._id,
      round,
      awaitsAnswer: true,
      unsettledAt: EpochMs.parse(now + CASE_GRACE_MS),
      'answer.isSettled': { not: false },
    },
    { set: { unsettledAt: NEVER } },
  );
}

type Rating = NonNullable<Registration['rating']>;
const isSame = (given: Rating, wish: Pick<Rating, 'stars' | 'words'>): boolean =>
  given.stars === wish.stars && given.words === wish.words;

async function seen(row: Registration, event: EventRecord, now: EpochMs) {
  const attended = (await attendedBy(row.personId, [event])).get(event._id) ?? [];
  return ownView(row, event, { holder: event.live.holders[row.personId] ?? null, position: null, attended, now });
}
