import * as z from 'zod/mini';
import { contract } from './contract';
import { EventForm, QuotaGroup } from './event-form';
import { ExportState, exportActions, organisers, reason } from './event-export';
import { registrantActions } from './event-registrants';
import { EventState, EventSummary } from './event-view';
import { RequestKey } from './evidence';
import { CaseId, EventId, SeriesId } from './ids';
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
  /** Of those above, men and women each; empty where they are not admitted in pairs. */
  sides: z.array(z.object({ group: QuotaGroup, confirmed: z.int(), offered: z.int(), waiting: z.int() })),
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
    /** Eight; one more in pairs. */
    roundTrips: 9,
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
      'pairs-fixed',
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

  ...exportActions,
  ...registrantActions,
});
