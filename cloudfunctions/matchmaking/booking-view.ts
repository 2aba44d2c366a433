import { StationId } from '../../types/ids';
import type { BookingView } from '../../types/match-sitting';
import type { Booking } from './sitting-records';
import type { Studio } from './studio-records';

/** An appointment as whoever has it reads it: where the studio is today. */
export const bookingView = ({ _id, form, stationName, address }: Studio, booking: Booking): BookingView => ({
  studioId: _id,
  studioName: form.name,
  stationId: StationId.parse(form.stationId),
  stationName,
  address,
  room: form.room,
  day: booking.day,
  startsAt: booking.startsAt,
  endsAt: booking.endsAt,
});
