import * as z from 'zod/mini';
import type { EventId } from '../../types/ids';
import { CaseId, PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { NEVER } from '../../types/time';
import { tell } from '../notice/inbox';
import { closeCase, openCase } from '../review/ledger';
import type { EventRecord } from './records';
import { events } from './records';
import type { RatingAnswer } from './registration-records';
import { Attendance, attendances } from './registration-records';

type CaseEvent = Pick<EventRecord, '_id' | 'title' | 'offices'>;

/** The case of an event's low ratings: one at a time, each with a round of its own. */
export const ratingCase = (eventId: EventId, round: number): CaseId => CaseId.parse(`event-rating:${eventId}:${round}`);

/** How the low ratings of an event stand: what is awaited, what was answered, what a crash left undone. */
const Standing = z.object({
  _id: Attendance.shape._id,
  round: Attendance.shape.round,
  awaitsAnswer: z._default(z.boolean(), false),
  low: z._default(z.record(z.string(), z.int()), {}),
  answer: Attendance.shape.answer,
  unsettledAt: Attendance.shape.unsettledAt,
});
export type RatingStanding = z.infer<typeof Standing>;
const standing = { schema: Standing, fields: Object.keys(Standing.shape) };

/** One round trip. */
export async function ratingStanding(eventId: EventId): Promise<RatingStanding | null> {
  const [found] = await attendances.findParts({ _id: eventId }, standing, { limit: 1 });
  return found ?? null;
}

/** Owes those who rated an event low an answer of its union. One round trip, safe to repeat. */
export const openRatingCase = (event: CaseEvent, round: number, at: EpochMs): Promise<void> =>
  openCase(
    {
      _id: ratingCase(event._id, round),
      kind: 'event-rating',
      subjectId: null,
      eventId: event._id,
      maskedName: event.title,
      occupation: null,
      offices: [...event.offices],
    },
    at,
  );

/** People told of an answer in one round. */
const PAGE = 100;

/**
 * Opens, closes and tells what is owed, in order; every act is safe to repeat. Where the allowance ends, or somebody
 * rated or answered since, the rest stays written and the timer does it.
 *
 * @param allowance round trips that it may take
 * @returns those it took
 */
export async function settleRating(
  event: CaseEvent,
  { _id, round, awaitsAnswer, answer, low, unsettledAt = NEVER }: RatingStanding,
  now: EpochMs,
  allowance: number,
): Promise<number> {
  let trips = 1;
  if (awaitsAnswer) {
    await openRatingCase(event, round, now);
    trips += 1;
  }
  if (answer !== undefined && !answer.isSettled) {
    const told = await answerAll(event, answer, ratersOf(low, answer), allowance - trips);
    trips += told.trips;
    if (!told.isDone) return trips;
  }
  await attendances.update(
    { _id, round, awaitsAnswer: awaitsAnswer ? true : { not: true }, unsettledAt },
    { set: { unsettledAt: NEVER, ...(answer === undefined ? {} : { 'answer.isSettled': true }) } },
  );
  return trips;
}

/** Those of an answer's round who were not told yet, in order. */
const ratersOf = (low: RatingStanding['low'], { round, after }: RatingAnswer): PersonId[] =>
  Object.entries(low)
    .filter(([person, theirs]) => theirs === round && (after === null || person > after))
    .map(([person]) => PersonId.parse(person))
    .sort();

async function answerAll(
  event: CaseEvent,
  answer: RatingAnswer,
  raters: readonly PersonId[],
  allowance: number,
): Promise<{ trips: number; isDone: boolean }> {
  await closeCase(ratingCase(event._id, answer.round), { ...answer, outcome: 'answered' });
  let trips = 1;
  for (let first = 0; first < raters.length; first += PAGE) {
    if (trips + 2 > allowance) return { trips, isDone: false };
    const page = raters.slice(first, first + PAGE);
    await tell(page.map((to) => answerFor(event, answer, to)));
    trips += 1;
    const last = page[PAGE - 1];
    if (last === undefined) break;
    await attendances.update({ _id: event._id, 'answer.round': answer.round }, { set: { 'answer.after': last } });
    trips += 1;
  }
  return { trips, isDone: true };
}

const answerFor = ({ _id, title }: CaseEvent, { round, at, words }: RatingAnswer, to: PersonId) => ({
  to,
  kind: 'rating-answered' as const,
  once: `${_id}:${round}`,
  at,
  subject: title,
  eventId: _id,
  when: null,
  words,
});

const BATCH = 20;

/**
 * The timer's part for ratings: opens the cases and gives the answers of calls that died.
 *
 * @param allowance round trips that it may take, roughly
 * @returns how many events it looked at
 */
export async function settleRatings(now: EpochMs, allowance: number): Promise<number> {
  const unsettled = await attendances.findParts({ unsettledAt: { upTo: now } }, standing, {
    order: [['unsettledAt', 'asc']],
    limit: BATCH,
  });
  let left = allowance - 1;
  let settled = 0;
  for (const one of unsettled) {
    if (left < 6) break;
    const event = await events.get(one._id);
    if (event === null) continue;
    left -= 1 + (await settleRating(event, one, now, left - 1));
    settled += 1;
  }
  return settled;
}
