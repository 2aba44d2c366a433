import * as z from 'zod/mini';
import { contract } from './contract';
import { organisers, reason } from './event-export';
import { Answers, QuotaGroup } from './event-form';
import { RegistrationState } from './event-view';
import { RequestKey } from './evidence';
import { CaseId, EventId, Lot, SeriesId } from './ids';
import { PageCursor, page } from './paging';
import { EpochMs } from './time';

/** Somebody who registered, as staff read it before they look further. */
export const Registrant = z.object({
  lot: Lot,
  maskedName: z.string(),
  state: RegistrationState,
  people: z.int(),
  quota: z.nullable(QuotaGroup),
  registeredAt: EpochMs,
  attended: z.array(EpochMs),
  /** Those that are not sensitive. */
  answers: Answers,
  hasSensitive: z.boolean(),
  missed: z.nullable(z.enum(['counts', 'excuse-waits', 'excused'])),
  excuse: z.nullable(z.object({ reason: z.string(), words: z.nullable(z.string()) })),
});
export type Registrant = z.infer<typeof Registrant>;

export const registrantActions = contract({
  listRegistrants: {
    caller: organisers,
    input: z.object({
      eventId: EventId,
      state: z.nullable(RegistrationState),
      cursor: z.optional(z.nullable(PageCursor)),
    }),
    output: page(Registrant),
    refusals: ['event-not-found', 'outside-your-unions'],
    roundTrips: 4,
  },
  /** Somebody's name, children and sensitive answers, for a named purpose; the person reads who looked. */
  reveal: {
    caller: organisers,
    input: z.object({ eventId: EventId, lot: Lot, purpose: reason }),
    output: z.object({
      name: z.nullable(z.string()),
      children: z.array(z.object({ name: z.nullable(z.string()), age: z.nullable(z.int()) })),
      answers: Answers,
    }),
    refusals: ['event-not-found', 'outside-your-unions', 'not-registered'],
    roundTrips: 5,
  },
  decideExcuse: {
    caller: organisers,
    input: z.object({ eventId: EventId, lot: Lot, isAgreed: z.boolean() }),
    output: z.object({ missed: z.enum(['counts', 'excused']) }),
    refusals: ['event-not-found', 'outside-your-unions', 'not-registered', 'nothing-to-excuse'],
    roundTrips: 8,
  },
  /** A word to everybody who has a place, waits, or both; at most three for an event in a day. */
  message: {
    caller: organisers,
    input: z.object({
      eventId: EventId,
      to: z.enum(['confirmed', 'waiting', 'everybody']),
      text: reason,
      requestKey: RequestKey,
    }),
    output: z.object({ told: z.int() }),
    refusals: ['event-not-found', 'outside-your-unions', 'enough-today', 'nobody-to-tell'],
    roundTrips: 60,
  },

  /** How often people came to a series over a year, by number: D07. */
  seriesAttendance: {
    caller: organisers,
    input: z.object({ seriesId: SeriesId, year: z.int().check(z.minimum(2020), z.maximum(2100)) }),
    output: z.object({
      dates: z.int(),
      people: z.array(z.object({ maskedName: z.string(), came: z.int(), missed: z.int() })),
    }),
    refusals: ['series-not-found', 'outside-your-unions'],
    /** One for each thousand who had a place, four beside them. */
    roundTrips: 96,
  },
  /** The case of a low rating: what was said, and what the union does about it. */
  answerRating: {
    caller: organisers,
    input: z.object({ caseId: CaseId, answer: reason }),
    output: z.object({ caseId: CaseId }),
    refusals: ['event-not-found', 'outside-your-unions', 'case-decided-already'],
    roundTrips: 14,
  },
});
