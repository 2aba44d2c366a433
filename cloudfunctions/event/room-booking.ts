import * as z from 'zod/mini';
import type { EventId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { Contended } from '../runtime/database';
import type { BookingEvent, RoomWish } from './zone-diary';
import { diaryIdOf, inTheWay, stands, withOnly, withWish } from './zone-diary';
import type { ZoneDiary } from './records';
import { EventRecord, events, zoneDiaries } from './records';

/** How often somebody may be quicker at one room's diary. */
const TRIES = 4;

/**
 * Books a room for whichever of the events find it free; the others are named in the answer, and nothing is booked for
 * them. What an event had booked before stays until `keepOnly`. Two round trips, one more where somebody is in the way.
 *
 * @throws Contended when somebody was quicker every time
 */
export async function bookRoom(
  diaryId: string,
  wishes: readonly RoomWish[],
  now: EpochMs,
): Promise<ReadonlySet<EventId>> {
  for (let tries = TRIES; tries > 0; tries -= 1) {
    const diary = await zoneDiaries.get(diaryId);
    const gone = diary === null ? [] : await bookingsGone(diary, wishes, now);
    let bookings = (diary?.bookings ?? []).filter((booking) => !gone.includes(booking) && now < booking.until);
    const taken = new Set<EventId>();
    for (const wish of wishes) {
      if (inTheWay(bookings, wish).length > 0) taken.add(wish.eventId);
      else bookings = withWish(bookings, wish, now);
    }
    if (taken.size === wishes.length || (await written(diaryId, diary, bookings))) return taken;
  }
  throw new Contended('The diary of the room changed every time.');
}

/** Gives back what events no longer need of a room. Two round trips; a crash before it keeps nobody out for long. */
export async function keepOnly(diaryId: string, wishes: readonly RoomWish[], now: EpochMs): Promise<void> {
  for (let tries = TRIES; tries > 0; tries -= 1) {
    const diary = await zoneDiaries.get(diaryId);
    if (diary === null) return;
    const bookings = wishes.reduce((left, wish) => withOnly(left, wish, now), diary.bookings);
    if (bookings.length === diary.bookings.length || (await written(diaryId, diary, bookings))) return;
  }
}

/** The room of an event, if it has one. */
export const roomOf = ({ stationId, zoneId }: Pick<EventRecord, 'stationId' | 'zoneId'>): string | null =>
  zoneId === null ? null : diaryIdOf(stationId, zoneId);

/** Bookings in the way whose event does not need them: it never came, was called off, or is elsewhere. */
async function bookingsGone(
  diary: ZoneDiary,
  wishes: readonly RoomWish[],
  now: EpochMs,
): Promise<ZoneDiary['bookings']> {
  const inWay = [...new Set(wishes.flatMap((wish) => inTheWay(diary.bookings, wish)))];
  if (inWay.length === 0) return [];
  const ids = [...new Set(inWay.map(({ eventId }) => eventId))];
  const found = await events.findParts<BookingEvent>({ _id: { in: ids } }, bookingEvent, { limit: ids.length });
  return inWay.filter(
    (booking) => !stands(booking, diary._id, found.find(({ _id }) => _id === booking.eventId) ?? null, now),
  );
}

async function written(id: string, diary: ZoneDiary | null, bookings: ZoneDiary['bookings']): Promise<boolean> {
  if (diary === null) return (await zoneDiaries.insert({ _id: id, revision: 1, bookings })) === 'inserted';
  const { revision } = diary;
  return (await zoneDiaries.update({ _id: id, revision }, { set: { bookings, revision: revision + 1 } })) === 'updated';
}

const { _id, state, stationId, zoneId, sessions } = EventRecord.shape;
const bookingEvent = {
  schema: z.object({ _id, state, stationId, zoneId, sessions }),
  fields: ['_id', 'state', 'stationId', 'zoneId', 'sessions'],
};
