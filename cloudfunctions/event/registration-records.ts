import * as z from 'zod/mini';
import { Answers, QuotaGroup } from '../../types/event-form';
import { RegistrationState } from '../../types/event-view';
import { EventId, Lot, PersonId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { collection } from '../runtime/database';

export const RegistrationStep = z.object({
  at: EpochMs,
  step: z.enum(['register', 'enter', 'wait', 'offer', 'accept', 'cancel', 'expire', 'win', 'lose', 'lapse']),
});

/** One person at one event: `<event>:<person>`, so that nobody has two places. Kept when it is cancelled. */
export const Registration = z.object({
  _id: z.string(),
  eventId: EventId,
  personId: PersonId,
  /** Rises with every change; a change names the one it was decided on. */
  revision: z.int(),
  state: RegistrationState,
  lot: Lot,
  /** The request that it came by; whoever comes back after cancelling has a new one. */
  claim: z.string(),
  /** Quotas that it may have a place of, the preferred first. */
  groups: z.array(QuotaGroup),
  /** The quota that the place is of; null without one. */
  group: z.nullable(QuotaGroup),
  /** Oneself and the children. */
  people: z.int(),
  registeredAt: EpochMs,
  /** An offer's end. */
  until: z.nullable(EpochMs),
  /**
   * The order of the list: 15 digits of the instant at which the server received it (of a draw: its rank), then the
   * lot, which is drawn at random, among those of the same millisecond.
   */
  orderKey: z.string(),
  maskedName: z.string(),
  /** Name, children and sensitive answers as JSON, sealed for this row; null once their time is over. */
  sealedDetails: z.nullable(z.string()),
  /** Answers that are not sensitive. */
  answers: Answers,
  hasSensitive: z.boolean(),
  guardianConsent: z.nullable(z.object({ version: z.string(), at: EpochMs })),
  rating: z.nullable(z.object({ stars: z.int(), words: z.nullable(z.string()), at: EpochMs })),
  missed: z.nullable(z.enum(['counts', 'excuse-waits', 'excused'])),
  excuse: z.nullable(z.object({ reason: z.string(), words: z.nullable(z.string()), at: EpochMs })),
  steps: z.array(RegistrationStep),
  /** Of the event, so that one's own list needs no second look: its last end. */
  endsAt: EpochMs,
  /** When the next of its details are to go: answers by field, children the day after the event. */
  purgeAt: EpochMs,
});
export type Registration = z.infer<typeof Registration>;
export const registrations = collection('registrations', Registration);

/** What is sealed in a row. */
export const Details = z.object({
  name: z.nullable(z.string()),
  children: z.array(z.object({ name: z.nullable(z.string()), age: z.nullable(z.int()) })),
  answers: Answers,
});
export type Details = z.infer<typeof Details>;

export const registrationId = (eventId: EventId, personId: PersonId): string => `${eventId}:${personId}`;

/** Where a row's details are sealed for: nowhere else do they open. */
export const detailsPlace = (rowId: string): string => `registration:${rowId}`;

/** Somebody was at a session: as their own phone said by the host's code, or the host. */
export const Mark = z.object({ at: EpochMs, by: z.enum(['self', 'host']) });
export type Mark = z.infer<typeof Mark>;

/** An answer to the low ratings of one round. */
export const RatingAnswer = z.object({
  round: z.int(),
  words: z.string(),
  at: EpochMs,
  by: z.string(),
  byId: PersonId,
  office: z.string(),
  /** The last who was told; they are told in the order of their ids. */
  after: z.nullable(PersonId),
  /** The case is closed, and everybody of the round has been told. */
  isSettled: z.boolean(),
});
export type RatingAnswer = z.infer<typeof RatingAnswer>;

/**
 * Who came and what they thought, by person: every mark and its counter are one conditional update, so the counters
 * equal the marks whatever arrives twice.
 */
export const Attendance = z.object({
  _id: EventId,
  /** By session (its start as text), then by person. */
  present: z.record(z.string(), z.record(z.string(), Mark)),
  /** People who came to one session or more. */
  came: z.record(z.string(), z.boolean()),
  attended: z.int(),
  walkIns: z.int(),
  /** Requests that were counted, so that a retry counts nothing. */
  counted: z.record(z.string(), z.int()),
  ratings: z.int(),
  stars: z.int(),
  /** Stars by person: one rating each. */
  given: z.record(z.string(), z.int()),
  /** Counts the times that a low rating opened a case. */
  round: z.int(),
  /** The case of this round is open. */
  awaitsAnswer: z.optional(z.boolean()),
  /** Those who rated below what asks for an answer: the round whose answer is theirs, by person. */
  low: z.optional(z.record(z.string(), z.int())),
  /** What the union answered last. */
  answer: z.optional(RatingAnswer),
  /** When the timer makes good what a crash left undone; `NEVER`, or not there, when nothing is. */
  unsettledAt: z.optional(EpochMs),
});
export type Attendance = z.infer<typeof Attendance>;
export const attendances = collection('event-attendance', Attendance);

/** What an event that a person missed leaves behind: 60 days, unless it is excused. */
export const Missed = z.object({
  eventId: EventId,
  title: z.string(),
  at: EpochMs,
  expiresAt: EpochMs,
  counts: z.boolean(),
});
export type Missed = z.infer<typeof Missed>;
export const Guest = z.object({ _id: PersonId, revision: z.int(), missed: z.array(Missed), purgeAt: EpochMs });
export type Guest = z.infer<typeof Guest>;
export const guests = collection('event-guests', Guest);
