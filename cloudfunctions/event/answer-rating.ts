import { EventId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import { eventAtHand } from './at-hand';
import { ratingStanding, settleRating } from './rating-cases';
import type { RatingAnswer } from './registration-records';
import { attendances } from './registration-records';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';
import { CASE_GRACE_MS } from './stars';

/** What is left of the action's round trips once the answer is stored. */
const ROUND_TRIPS_AFTER = 7;

/**
 * One write answers everybody who rated below three stars since the last answer. The case is closed and they are told
 * right after; what a crash leaves undone, the timer does.
 */
export const answerRating: Handler<'answerRating'> = async ({ caseId, answer }, { now, standing }) => {
  const about = readCaseId(caseId);
  if (about === null) return refuse('event-not-found');
  const found = await eventAtHand(about.eventId, standing, ORGANISERS);
  if (!found.ok) return found;
  const event = found.value;
  const before = await ratingStanding(event._id);
  if (before?.answer !== undefined && isSame(before.answer, { ...about, words: answer, byId: standing.personId })) {
    if (!before.answer.isSettled) await settleRating(event, before, now, ROUND_TRIPS_AFTER);
    return agree({ caseId });
  }
  if (before?.round !== about.round || !before.awaitsAnswer) return refuse('case-decided-already');
  // Those of the last round are told before its answer is written over.
  if (before.answer?.isSettled === false) await settleRating(event, before, now, ROUND_TRIPS_AFTER);
  const given: RatingAnswer = {
    round: about.round,
    words: answer,
    at: now,
    by: standing.name,
    byId: standing.personId,
    office: standing.officeFor(event.scope, ORGANISERS),
    after: null,
    isSettled: false,
  };
  const unsettledAt = EpochMs.parse(now + CASE_GRACE_MS);
  const outcome = await attendances.update(
    { _id: event._id, round: about.round, awaitsAnswer: true },
    { set: { awaitsAnswer: false, answer: given, unsettledAt } },
  );
  if (outcome !== 'updated') return refuse('case-decided-already');
  const after = await ratingStanding(event._id);
  if (after !== null) await settleRating(event, after, now, ROUND_TRIPS_AFTER);
  return agree({ caseId });
};

const isSame = (given: RatingAnswer, wish: Pick<RatingAnswer, 'round' | 'words' | 'byId'>): boolean =>
  given.round === wish.round && given.words === wish.words && given.byId === wish.byId;

function readCaseId(caseId: string): { readonly eventId: EventId; readonly round: number } | null {
  const [, about = '', round = ''] = /^event-rating:([^:]+):(\d+)$/.exec(caseId) ?? [];
  const eventId = EventId.safeParse(about);
  return eventId.success ? { eventId: eventId.data, round: Number(round) } : null;
}
