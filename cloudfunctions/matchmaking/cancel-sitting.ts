import { agree } from '../../types/result';
import { giveUp, stands } from './appointment';
import type { Handler } from './scene';
import { bookings, sittingIdOf, sittings } from './sitting-records';
import { actOnDay } from './sitting-together';

/** Until it begins; nobody asks why, and the time is free at once. Nine round trips, one where there is none. */
export const cancelSitting: Handler<'cancelSitting'> = async (_nothing, { now, personId }) => {
  const booking = await bookings.get(personId);
  if (!stands(booking, now)) return agree({ cancelled: false });
  const sittingId = sittingIdOf(booking.studioId, booking.day);
  const sitting = await sittings.get(sittingId);
  const acted = await actOnDay(sittingId, personId, { sitting, booking }, (stage) => giveUp(stage, personId, now));
  return acted.ok ? agree({ cancelled: acted.value.booking === null }) : acted;
};
