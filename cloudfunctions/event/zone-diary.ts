import type { EventSession } from '../../types/event-form';
import type { EventId, StationId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { isLiving } from './lifecycle';
import type { EventRecord, ZoneDiary } from './records';

/**
 * A booking is written before its event is. So long it stands by itself; a function lives a minute at most, so
 * afterwards an event that is not there, or not then, will not come any more. Milliseconds.
 */
const GRACE_MS = 120_000;

export type Booking = ZoneDiary['bookings'][number];
/** When an event wants the room. */
export type RoomWish = { readonly eventId: EventId; readonly sessions: readonly EventSession[] };
export type BookingEvent = Pick<EventRecord, '_id' | 'state' | 'stationId' | 'zoneId' | 'sessions'>;

export const diaryIdOf = (stationId: StationId, zoneId: string): string => `${stationId}.${zoneId}`;

/** Bookings of others in the way of a wish. Windows are half-open: one may end as the next begins. */
export const inTheWay = (bookings: readonly Booking[], { eventId, sessions }: RoomWish): Booking[] =>
  bookings.filter(
    (booking) =>
      booking.eventId !== eventId &&
      sessions.some(({ startsAt, endsAt }) => booking.from < endsAt && startsAt < booking.until),
  );

/**
 * Whether a booking still keeps others out: for some moments after it was written, and as long as its event lives and
 * is in that room at that time. What a crash or a move left behind keeps nobody out.
 */
export function stands(booking: Booking, diaryId: string, event: BookingEvent | null, now: EpochMs): boolean {
  if (now < booking.at + GRACE_MS) return true;
  if (event === null || !isLiving(event.state)) return false;
  if (event.zoneId === null || diaryIdOf(event.stationId, event.zoneId) !== diaryId) return false;
  return event.sessions.some(({ startsAt, endsAt }) => booking.from === startsAt && booking.until === endsAt);
}

/** The diary with a wish beside what its event has booked already, which stands until the event has moved. */
export const withWish = (bookings: readonly Booking[], { eventId, sessions }: RoomWish, at: EpochMs): Booking[] => [
  ...bookings.filter(
    (booking) =>
      booking.eventId !== eventId ||
      !sessions.some(({ startsAt, endsAt }) => booking.from === startsAt && booking.until === endsAt),
  ),
  ...sessions.map(({ startsAt, endsAt }) => ({ eventId, from: startsAt, until: endsAt, at })),
];

/** Without what an event no longer needs, and without what is over; what it booked after `now` is for a later save. */
export const withOnly = (bookings: readonly Booking[], { eventId, sessions }: RoomWish, now: EpochMs): Booking[] =>
  bookings.filter(
    (booking) =>
      now < booking.until &&
      (booking.eventId !== eventId ||
        now < booking.at ||
        sessions.some(({ startsAt, endsAt }) => booking.from === startsAt && booking.until === endsAt)),
  );
