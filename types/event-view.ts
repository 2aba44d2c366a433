import * as z from 'zod/mini';
import { Audience, Cover, EventKind, EventSession, FamilyRule, FormField, Quota, QuotaGroup } from './event-form';
import { eventStates, registrationStates } from './event-kind';
import { EventId, Lot, SeriesId, StationId } from './ids';
import { Place } from './place';
import { EpochMs } from './time';

export const EventState = z.enum(eventStates);
export const RegistrationState = z.enum(registrationStates);

/** What a list says of an event. */
export const EventSummary = z.object({
  eventId: EventId,
  state: EventState,
  title: z.string(),
  kind: EventKind,
  cover: Cover,
  provider: z.nullable(z.string()),
  unionName: z.string(),
  stationId: StationId,
  stationName: z.string(),
  street: z.string(),
  zoneName: z.nullable(z.string()),
  startsAt: EpochMs,
  endsAt: EpochMs,
  /** The session that is on or comes next begins then: lists are in this order, and days are told by it. */
  nextAt: EpochMs,
  sessions: z.int(),
  opensAt: EpochMs,
  closesAt: EpochMs,
  places: z.enum(['first-come', 'draw', 'walk-in']),
  /** 0 for walk-in. */
  seats: z.int(),
  seatsLeft: z.int(),
  walkIns: z.boolean(),
  isFamily: z.boolean(),
  /** A mixer whose men and women are admitted pair by pair. */
  inPairs: z.boolean(),
  fee: z.nullable(z.string()),
  programme: z.nullable(z.string()),
  seriesId: z.nullable(SeriesId),
});
export type EventSummary = z.infer<typeof EventSummary>;

/** Why somebody cannot register; null when they can. */
export const NotNow = z.enum([
  'sign-in-needed',
  'not-open-yet',
  'closed',
  'cancelled',
  'members-only',
  'union-members-only',
  'other-occupation',
  'no-quota-for-you',
  'one-at-a-time',
  'walk-in-only',
]);
export type NotNow = z.infer<typeof NotNow>;

/** One's own registration. */
export const OwnRegistration = z.object({
  eventId: EventId,
  state: RegistrationState,
  lot: Lot,
  /** Oneself and the children. */
  people: z.int(),
  children: z.array(z.object({ name: z.nullable(z.string()), age: z.nullable(z.int()) })),
  quota: z.nullable(QuotaGroup),
  registeredAt: EpochMs,
  /** 1 is next; in pairs among those of one's own side. null when not waiting. */
  position: z.nullable(z.int()),
  /** `partner`: there is a place, as soon as somebody of the other side registers. null when not waiting. */
  waitsFor: z.nullable(z.enum(['place', 'partner'])),
  /** An offer stands until then. */
  until: z.nullable(EpochMs),
  /** What the host scans; null unless there is a place. */
  admissionCode: z.nullable(z.string()),
  /** Sessions that one came to, by their start. */
  attended: z.array(EpochMs),
  /** `not-excused` counts as well: the union read why, and did not agree. */
  missed: z.nullable(z.enum(['counts', 'excuse-waits', 'excused', 'not-excused'])),
  rating: z.nullable(z.object({ stars: z.int(), words: z.nullable(z.string()) })),
  may: z.object({
    cancel: z.boolean(),
    /** After the day by which to cancel: it still frees the place, and is asked why. */
    cancelIsLate: z.boolean(),
    accept: z.boolean(),
    rate: z.boolean(),
    excuse: z.boolean(),
    checkIn: z.boolean(),
  }),
});
export type OwnRegistration = z.infer<typeof OwnRegistration>;

export const EventDetail = z.object({
  ...EventSummary.shape,
  text: z.string(),
  address: z.string(),
  place: z.nullable(Place),
  allSessions: z.array(EventSession),
  cancelBy: EpochMs,
  audience: Audience,
  quotas: z.array(z.object({ ...Quota.shape, left: z.int() })),
  /** Registrations that wait; null in pairs, where whoever waits would read from it how many the others are. */
  waiting: z.nullable(z.int()),
  family: z.nullable(FamilyRule),
  fields: z.array(FormField),
  contact: z.nullable(z.string()),
  /** Of a draw: published before it closes. */
  commitment: z.nullable(z.string()),
  isDrawn: z.boolean(),
  cancelReason: z.nullable(z.string()),
});
export type EventDetail = z.infer<typeof EventDetail>;

/** What the viewer may do, and what they are told before they tap. */
export const EventViewer = z.object({
  notNow: z.nullable(NotNow),
  /** Quotas that one may be in; men and women are for oneself to say. */
  quotas: z.array(QuotaGroup),
  name: z.nullable(z.string()),
  /** Times one did not come in the last 60 days without a word. From two on, one registration at a time. */
  missedLately: z.int(),
  /** Who one is, sealed for ten minutes, so that registering need not look again. Hand it back unread. */
  slip: z.nullable(z.string()),
  own: z.nullable(OwnRegistration),
  isStaff: z.boolean(),
});
export type EventViewer = z.infer<typeof EventViewer>;
