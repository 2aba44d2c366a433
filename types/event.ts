import * as z from 'zod/mini';
import { contract } from './contract';
import { Answers, EventKind, QuotaGroup } from './event-form';
import { drawActions } from './event-draw';
import { hostActions } from './event-host';
import { seriesActions } from './event-series';
import { eventStaffActions } from './event-staff';
import { EventDetail, EventSummary, EventViewer, OwnRegistration } from './event-view';
import { RequestKey, ShownCode } from './evidence';
import { EventId, SeriesId, StationId } from './ids';
import { PageCursor, page } from './paging';
import { PersonName } from './person';
import { EpochMs, ShanghaiDay } from './time';

/** The wording of a guardian's consent for children under 14 (PIPL 31), and of what happens to their data. */
export const guardianConsentVersion = '2026-11';

export const ExcuseReason = z.enum(['ill', 'work', 'family', 'weather', 'other']);
export type ExcuseReason = z.infer<typeof ExcuseReason>;

const note = z.string().check(z.trim(), z.maxLength(200, 'too-long'), z.regex(/^(?:[^\p{C}]|\n)*$/u, 'characters'));

export const eventContract = contract({
  ...eventStaffActions,
  ...seriesActions,
  ...hostActions,
  ...drawActions,

  /** Events to come, soonest first. Nobody signs in to look. */
  browse: {
    caller: 'anyone',
    input: z.object({
      /** From this Shanghai day on; today when not given. */
      from: z.nullable(ShanghaiDay),
      kind: z.nullable(EventKind),
      street: z.nullable(z.string().check(z.maxLength(20))),
      stationId: z.nullable(StationId),
      programme: z.nullable(z.string().check(z.maxLength(30))),
      cursor: z.optional(z.nullable(PageCursor)),
    }),
    output: page(EventSummary),
    refusals: [],
    roundTrips: 1,
  },
  /** An event, and what the viewer may do about it. */
  show: {
    caller: 'anyone',
    input: z.object({ eventId: EventId }),
    output: z.object({ event: EventDetail, viewer: EventViewer }),
    refusals: ['event-not-found'],
    roundTrips: 8,
  },
  /** Dates to come of a series, each to be registered for by itself. */
  showSeries: {
    caller: 'anyone',
    input: z.object({ seriesId: SeriesId }),
    output: z.object({ events: z.array(EventSummary) }),
    refusals: ['series-not-found'],
    roundTrips: 2,
  },
  /** A campaign added up: D04, D05. */
  showProgramme: {
    caller: 'anyone',
    input: z.object({ programme: z.string().check(z.minLength(1), z.maxLength(30)) }),
    output: z.object({
      programme: z.string(),
      events: z.int(),
      sessions: z.int(),
      stations: z.int(),
      unions: z.int(),
      attended: z.int(),
      next: z.array(EventSummary),
    }),
    refusals: [],
    roundTrips: 4,
  },

  /**
   * Asks for a place for oneself, or for oneself and one's children. A place if there is one and nobody is before one,
   * otherwise the end of the waiting list; in a draw, one's lot. Asking again hears of the first.
   */
  register: {
    caller: 'person',
    input: z.object({
      eventId: EventId,
      requestKey: RequestKey,
      /** Of `show`; without one it takes a round trip more. */
      slip: z.nullable(z.string().check(z.maxLength(2_000))),
      name: PersonName,
      /** Where the quotas are by men and women. */
      quota: z.nullable(QuotaGroup),
      children: z
        .array(
          z.object({
            name: z
              .string()
              .check(
                z.trim(),
                z.minLength(1, 'missing'),
                z.maxLength(20, 'too-long'),
                z.regex(/^[^\p{C}\u2028\u2029]*$/u, 'characters'),
              ),
            age: z.int().check(z.minimum(0), z.maximum(17)),
          }),
        )
        .check(z.maxLength(5)),
      /** Of the guardian, apart from everything else; needed with children. */
      guardianConsent: z.nullable(z.string().check(z.maxLength(20))),
      /** "I am of the age that the event is for." */
      saysAge: z.boolean(),
      answers: Answers,
    }),
    output: OwnRegistration,
    refusals: [
      'event-not-found',
      'not-open-yet',
      'closed',
      'cancelled',
      'members-only',
      'union-members-only',
      'other-occupation',
      'no-quota-for-you',
      'quota-needed',
      'one-at-a-time',
      'walk-in-only',
      'already-registered',
      'family-too-big',
      'child-age',
      'guardian-consent-needed',
      'age-not-said',
      'answers-incomplete',
    ],
    /** Three for almost everybody, five to ten in pairs; most where an offer ran out before one joins the list again. */
    roundTrips: 18,
  },
  /** Gives one's place up, or leaves the list; whoever is next is offered it in the same act. */
  cancel: {
    caller: 'person',
    input: z.object({ eventId: EventId, reason: z.nullable(ExcuseReason) }),
    output: OwnRegistration,
    refusals: ['event-not-found', 'not-registered', 'begun-already', 'reason-needed'],
    roundTrips: 24,
  },
  /** Takes the place that was offered. */
  acceptOffer: {
    caller: 'person',
    input: z.object({ eventId: EventId }),
    output: OwnRegistration,
    refusals: ['event-not-found', 'not-registered', 'no-offer', 'offer-over', 'cancelled'],
    roundTrips: 8,
  },
  /** One's registrations: those to come, soonest first, then those of the last year. */
  listOwn: {
    caller: 'person',
    input: z.object({}),
    output: z.object({ registrations: z.array(z.object({ event: EventSummary, own: OwnRegistration })) }),
    refusals: [],
    roundTrips: 6,
  },
  /** Everything held of one's registrations, in full, for oneself alone: a part of the copy of one's data. */
  copyOwn: {
    caller: 'person',
    input: z.object({}),
    output: z.object({ json: z.string() }),
    refusals: [],
    roundTrips: 3,
  },
  /** "I am here", by the code that changes on the host's phone. */
  checkIn: {
    caller: 'person',
    input: z.object({ code: ShownCode }),
    output: z.object({ eventId: EventId, title: z.string(), session: EpochMs, at: EpochMs, isNew: z.boolean() }),
    refusals: ['code-unreadable', 'code-expired', 'event-not-found', 'not-registered', 'no-place', 'not-now'],
    /** Three for most. */
    roundTrips: 10,
  },
  /** By those who came, once, until the event is archived; words are read by its union alone. */
  rate: {
    caller: 'person',
    input: z.object({
      eventId: EventId,
      stars: z.int().check(z.minimum(1), z.maximum(5)),
      words: z.nullable(note),
    }),
    output: OwnRegistration,
    refusals: ['event-not-found', 'not-registered', 'not-there', 'rated-already', 'too-early', 'too-late'],
    /** Five for most, seven where it asks for an answer. */
    roundTrips: 14,
  },
  /** Why one did not come. Until the union answers, and for good if it agrees, it counts nothing. */
  excuse: {
    caller: 'person',
    input: z.object({ eventId: EventId, reason: ExcuseReason, words: z.nullable(note) }),
    output: OwnRegistration,
    refusals: ['event-not-found', 'not-registered', 'nothing-to-excuse', 'too-late'],
    roundTrips: 8,
  },
  /** The event as a calendar file (RFC 5545), for whoever has a place and for whoever is curious. */
  calendarFile: {
    caller: 'anyone',
    input: z.object({ eventId: EventId }),
    output: z.object({ fileName: z.string(), text: z.string() }),
    refusals: ['event-not-found'],
    roundTrips: 2,
  },

  /**
   * Offers that ran out, registrations that close, draws, events that end, reminders, data whose time is over, and
   * whatever a crash left half done. Safe to run twice.
   */
  sweep: {
    caller: 'timer',
    input: z.object({}),
    output: z.object({
      swept: z.int(),
      reminded: z.int(),
      made: z.int(),
      purged: z.int(),
    }),
    refusals: [],
    roundTrips: 4_000,
  },
});
