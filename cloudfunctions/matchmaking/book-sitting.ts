import { agree, refuse } from '../../types/result';
import { shanghaiDay } from '../../types/time';
import { guestFacts } from '../member/standing';
import { takeTime } from './appointment';
import { bookingView } from './booking-view';
import { barKeyOf } from './ids';
import { profiles } from './profile-records';
import { bars } from './report-records';
import type { Handler } from './scene';
import { bookings, sittingIdOf, sittings } from './sitting-records';
import { actOnDay } from './sitting-together';
import { nameAtTable, sealedName } from './slot-name';
import { studios } from './studio-records';

/** Nothing is booked further away. Milliseconds. */
const FAR_MS = 60 * 86_400_000;

/**
 * Of fifty for one time, one has it and the others hear that it is full; of two times at once, one person has one. A
 * member needs no profile for it: some want to talk first.
 *
 * Whoever was taken out after a report sits at no table, of no studio, and is not told why.
 *
 * Thirteen round trips.
 */
export const bookSitting: Handler<'bookSitting'> = async ({ studioId, startsAt }, { now, personId }) => {
  // Beyond, an instant may not even have a day.
  if (Math.abs(startsAt - now) > FAR_MS) return refuse('no-such-time');
  const sittingId = sittingIdOf(studioId, shanghaiDay(startsAt));
  const [guest, studio, found, sitting, booking, bar] = await Promise.all([
    guestFacts(personId),
    studios.get(studioId),
    profiles.get(personId),
    sittings.get(sittingId),
    bookings.get(personId),
    bars.get(barKeyOf(personId)),
  ]);
  if (!guest.isMember) return refuse('members-only');
  if (studio === null) return refuse('studio-not-found');
  if (bar !== null) return refuse('not-now');
  // What somebody is called in another studio's pool is that studio's to know.
  const profile = found?.studioId === studioId ? found : null;
  const name = nameAtTable(profile, guest);
  const wish = {
    ...{ personId, profileId: profile?.profileId ?? null, studioId, startsAt },
    sealedFor: (slotId: string) => sealedName(sittingId, slotId, name),
  };
  const acted = await actOnDay(sittingId, personId, { sitting, booking }, (stage) => takeTime(stage, wish, now));
  if (!acted.ok) return acted;
  if (acted.value.booking === null) throw new Error('Whoever took a time has an appointment.');
  return agree({ booking: bookingView(studio, acted.value.booking) });
};
