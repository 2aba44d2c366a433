import * as z from 'zod/mini';
import { Cover, EventForm, EventKind, EventSession, Quota, QuotaGroup } from '../../types/event-form';
import { EventState } from '../../types/event-view';
import { EventId, PersonId, SeriesId, StationId, UnionId } from '../../types/ids';
import { Place } from '../../types/place';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { collection } from '../runtime/database';

export const Office = z.object({ unionId: UnionId, name: z.string() });
export type Office = z.infer<typeof Office>;

/** Somebody who has a place, or to whom one is offered: until then it is theirs. */
export const Holder = z.object({
  group: QuotaGroup,
  /** Oneself and the children. */
  people: z.int(),
  /** Which of a person's registrations it is: the row carries the same. */
  claim: z.string(),
  at: EpochMs,
  /** An offer ends at this instant; null once the place is taken. */
  until: z.nullable(EpochMs),
});
export type Holder = z.infer<typeof Holder>;

/**
 * The places of an event. Every act on them is one conditional update of this part, beside the form that staff keep:
 * `free` and `holders` cannot disagree, and nobody has two places. seat-acts.ts is the only writer.
 */
export const Live = z.object({
  /** Places of each quota, as they are applied; the form's quotas follow in `save`. */
  places: z.record(z.string(), z.int()),
  /** Places of each quota that nobody holds. */
  free: z.record(z.string(), z.int()),
  /** By person. */
  holders: z.record(z.string(), Holder),
  /** How often a family on the list was passed over since its place did not fit. By person. */
  skips: z.record(z.string(), z.int()),
  /** A family that was passed over often enough: what becomes free is kept until it fits. */
  keptFor: z.nullable(PersonId),
  /** Rises with every act. */
  turn: z.int(),
});
export type Live = z.infer<typeof Live>;

/** Everybody who registered is still to be told; the timer goes on after `after`. */
export const Telling = z.object({
  key: z.string(),
  kind: z.enum(['event-moved', 'event-cancelled', 'event-message', 'event-tomorrow', 'event-soon']),
  to: z.enum(['confirmed', 'waiting', 'everybody']),
  words: z.nullable(z.string()),
  /** Whoever registered after that is not told: they read it as they registered. */
  at: EpochMs,
  /** The beginning that a reminder speaks of; null for the event's first. */
  when: z.nullable(EpochMs),
  /** `orderKey` of the last who was told. */
  after: z.nullable(z.string()),
});
export type Telling = z.infer<typeof Telling>;

/** A draw: what was promised before, and what came of it. */
export const Draw = z.object({
  /** SHA-256 of the seed, hexadecimal. */
  commitment: z.string(),
  /** Nobody who reads the database knows it before the draw. */
  sealedSeed: z.string(),
  seed: z.nullable(z.string()),
  entriesDigest: z.nullable(z.string()),
  count: z.int(),
  drawnAt: z.nullable(EpochMs),
  /** As many of each side win: promised with the commitment, whatever the event becomes. */
  inPairs: z.optional(z.boolean()),
  /** Rows up to this rank have been told what they drew; null when nothing is left to do. */
  told: z.nullable(z.int()),
});
export type Draw = z.infer<typeof Draw>;

export const HistoryLine = z.object({
  at: EpochMs,
  by: z.string(),
  office: z.string(),
  act: z.enum([
    'drafted',
    'published',
    'edited',
    'closed',
    'held',
    'archived',
    'called-off',
    'messaged',
    'copied',
    'drawn',
  ]),
});
export type HistoryLine = z.infer<typeof HistoryLine>;

export const EventRecord = z.object({
  _id: EventId,
  /** Rises with every save of the form or the state; places move without it. */
  revision: z.int(),
  state: EventState,
  ...EventForm.shape,

  // Of its union and station, as they stood when it was saved.
  unionName: z.string(),
  /** The union first, then those above it. */
  offices: z.array(Office).check(z.minLength(1)),
  scope: z.array(UnionId),
  stationName: z.string(),
  street: z.string(),
  address: z.string(),
  place: z.nullable(Place),
  zoneName: z.nullable(z.string()),

  // Derived, so that queries find it: event-index.ts.
  startsAt: EpochMs,
  endsAt: EpochMs,
  /** `all`, `kind:…`, `street:…`, `station:…`, `programme:…` while people may find it; empty otherwise. */
  tags: z.array(z.string()),
  /** Start of the session that is on or comes next, and id, as one text: the order of lists, and a page's mark. */
  listKey: z.string(),
  phase: z.enum(['drafts', 'to-come', 'over']),

  seriesId: z.nullable(SeriesId),
  seriesDay: z.nullable(ShanghaiDay),
  /** Changed by hand: the series leaves it alone. */
  isDetached: z.boolean(),

  draw: z.nullable(Draw),
  cancelled: z.nullable(z.object({ at: EpochMs, reason: z.string() })),
  history: z.array(HistoryLine),
  /** Messages of staff: at most three a day. */
  messages: z.array(z.object({ key: z.string(), at: EpochMs })),
  tellings: z.array(Telling),
  /** Reminders that were due until then have been seen to; 0 for none yet. */
  remindedUpTo: EpochMs,
  /** Eight letters for the code that its host shows. */
  code: z.string(),
  live: Live,
  /** The next instant at which the timer must look; `NEVER` when nothing is to come. */
  sweepAt: EpochMs,
});
export type EventRecord = z.infer<typeof EventRecord>;
export const events = collection('events', EventRecord);

/** What a list needs of an event: without text, fields and holders. */
export const EventLine = z.object({
  _id: EventId,
  state: EventState,
  title: z.string(),
  kind: EventKind,
  cover: Cover,
  provider: z.nullable(z.string()),
  unionId: UnionId,
  unionName: z.string(),
  stationId: StationId,
  stationName: z.string(),
  street: z.string(),
  zoneName: z.nullable(z.string()),
  sessions: z.array(EventSession),
  startsAt: EpochMs,
  endsAt: EpochMs,
  opensAt: EpochMs,
  closesAt: EpochMs,
  places: EventForm.shape.places,
  quotas: z.array(Quota),
  walkIns: z.boolean(),
  family: EventForm.shape.family,
  fee: z.nullable(z.string()),
  programme: z.nullable(z.string()),
  seriesId: z.nullable(SeriesId),
  listKey: z.string(),
  live: z.object({ free: z.record(z.string(), z.int()) }),
});
export type EventLine = z.infer<typeof EventLine>;
export const eventLine = {
  schema: EventLine,
  fields: Object.keys(EventLine.shape).map((field) => (field === 'live' ? 'live.free' : field)),
};

/** A room's bookings: one document, one conditional update, so that two events cannot hold it at once. */
export const ZoneDiary = z.object({
  /** `<station>.<zone>` */
  _id: z.string(),
  revision: z.int(),
  bookings: z.array(
    z.object({
      eventId: EventId,
      from: EpochMs,
      until: EpochMs,
      /** When it was written: the event follows within moments, or the booking is nobody's. */
      at: EpochMs,
    }),
  ),
});
export type ZoneDiary = z.infer<typeof ZoneDiary>;
export const zoneDiaries = collection('zone-diaries', ZoneDiary);
