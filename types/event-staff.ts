import * as z from 'zod/mini';
import { contract } from './contract';
import { Answers, EventForm, QuotaGroup } from './event-form';
import { ExportState, exportActions, organisers, reason } from './event-export';
import { EventState, EventSummary, RegistrationState } from './event-view';
import { RequestKey } from './evidence';
import { CaseId, EventId, Lot, SeriesId } from './ids';
import { PageCursor, page } from './paging';
import { EpochMs } from './time';

/** Counted as things happen; equal to the rows at any quiet moment. */
export const EventFigures = z.object({
  seats: z.int(),
  confirmed: z.int(),
  offered: z.int(),
  waiting: z.int(),
  entered: z.int(),
  cancelled: z.int(),
  /** People who registered and came to one session or more. */
  attended: z.int(),
  walkIns: z.int(),
  /** null until the event is over. */
  noShows: z.nullable(z.int()),
  ratings: z.int(),
  /** Sum of stars: the mean is for the reader to make. */
  stars: z.int(),
});
export type EventFigures = z.infer<typeof EventFigures>;

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

const formRefusals = [
  'station-not-found',
  'zone-not-found',
  'union-not-found',
  'outside-your-unions',
  'times-wrong',
  'quotas-wrong',
  'fields-wrong',
] as const;

export const eventStaffActions = contract({
  /** Events of the caller's unions and those below, those to come first. */
  listDesk: {
    caller: organisers,
    input: z.object({
      which: z.enum(['drafts', 'to-come', 'over']),
      cursor: z.optional(z.nullable(PageCursor)),
    }),
    output: page(EventSummary),
    refusals: [],
    roundTrips: 2,
  },
  showDesk: {
    caller: organisers,
    input: z.object({ eventId: EventId }),
    output: z.object({
      event: EventSummary,
      figures: EventFigures,
      may: z.object({
        publish: z.boolean(),
        close: z.boolean(),
        cancel: z.boolean(),
        edit: z.boolean(),
        message: z.boolean(),
        exportList: z.boolean(),
      }),
      /** The case of low ratings that awaits an answer. */
      ratingCase: z.nullable(CaseId),
      /** Words of those who rated, without names, latest first. */
      words: z.array(z.object({ stars: z.int(), words: z.string(), at: EpochMs })),
      exports: z.array(
        z.object({
          exportId: z.string(),
          state: ExportState,
          purpose: z.string(),
          askedBy: z.string(),
          askedAt: EpochMs,
          decidedBy: z.nullable(z.string()),
          expiresAt: EpochMs,
          /** The caller may say yes or no: they are not who asked. */
          mayDecide: z.boolean(),
          mayFetch: z.boolean(),
        }),
      ),
      history: z.array(z.object({ at: EpochMs, by: z.string(), office: z.string(), act: z.string() })),
    }),
    refusals: ['event-not-found', 'outside-your-unions'],
    roundTrips: 8,
  },
  showForm: {
    caller: organisers,
    input: z.object({ eventId: EventId }),
    output: z.object({
      eventId: EventId,
      state: EventState,
      revision: z.int(),
      form: EventForm,
      seriesId: z.nullable(SeriesId),
      /** Places that are taken: a quota cannot fall below. */
      taken: z.array(z.object({ group: QuotaGroup, people: z.int() })),
    }),
    refusals: ['event-not-found', 'outside-your-unions'],
    roundTrips: 3,
  },
  /** Keeps a draft, or changes what is published: people who registered are told when time or place moved. */
  save: {
    caller: organisers,
    input: z.object({
      eventId: z.nullable(EventId),
      /** Of the form that was read; 0 for a new one. */
      revision: z.int(),
      form: EventForm,
      /** Draws the id of a new one, so that a retry makes no second. */
      requestKey: RequestKey,
    }),
    output: z.object({ eventId: EventId, revision: z.int() }),
    refusals: [
      'event-not-found',
      ...formRefusals,
      'changed-meanwhile',
      'over-already',
      'room-taken',
      'places-taken',
      'draw-fixed',
    ],
    roundTrips: 20,
  },
  publish: {
    caller: organisers,
    input: z.object({ eventId: EventId, revision: z.int() }),
    output: z.object({ eventId: EventId, revision: z.int() }),
    refusals: [
      'event-not-found',
      'outside-your-unions',
      'changed-meanwhile',
      'not-in-this-state',
      'times-past',
      'room-taken',
    ],
    roundTrips: 14,
  },
  /** Ends registration before its time. */
  close: {
    caller: organisers,
    input: z.object({ eventId: EventId }),
    output: z.object({ eventId: EventId }),
    refusals: ['event-not-found', 'outside-your-unions', 'not-in-this-state', 'changed-meanwhile'],
    roundTrips: 8,
  },
  /** Calls an event off; everybody who registered is told why. */
  callOff: {
    caller: organisers,
    input: z.object({ eventId: EventId, reason }),
    output: z.object({ eventId: EventId, told: z.int() }),
    refusals: ['event-not-found', 'outside-your-unions', 'not-in-this-state', 'changed-meanwhile'],
    roundTrips: 60,
  },
  /** A draft like an event, `days` later. */
  copy: {
    caller: organisers,
    input: z.object({
      eventId: EventId,
      days: z.int().check(z.minimum(1), z.maximum(400)),
      requestKey: RequestKey,
    }),
    output: z.object({ eventId: EventId }),
    refusals: ['event-not-found', 'outside-your-unions'],
    roundTrips: 5,
  },

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

  ...exportActions,
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
