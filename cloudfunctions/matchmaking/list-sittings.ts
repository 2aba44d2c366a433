import type { SlotView } from '../../types/match-sitting';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { shanghaiDay, startOfDay } from '../../types/time';
import { stands } from './appointment';
import { bookingView } from './booking-view';
import type { Handler } from './scene';
import type { Sitting } from './sitting-records';
import { bookings, sittings } from './sitting-records';
import { isTaken } from './slots-of-day';
import { studios } from './studio-records';
import { studioView } from './studio-view';

/** More than four weeks have, with days that stand after the studio moved to another weekday. */
const DAYS_SHOWN = 20;

/** Three round trips; four for whoever has an appointment at another studio. */
export const listSittings: Handler<'listSittings'> = async ({ studioId }, { now, personId }) => {
  const [studio, days, booking] = await Promise.all([
    studios.get(studioId),
    sittings.find(
      { studioId, startsAt: { from: startOfDay(shanghaiDay(now)) } },
      { order: [['startsAt', 'asc']], limit: DAYS_SHOWN },
    ),
    bookings.get(personId),
  ]);
  if (studio === null) return refuse('studio-not-found');
  const own = stands(booking, now) ? booking : null;
  const where = own === null || own.studioId === studioId ? studio : await studios.get(own.studioId);
  return agree({
    studio: studioView(studio),
    days: days
      .filter(({ endsAt }) => endsAt > now)
      .map((sitting) => ({ day: sitting.day, isCalledOff: sitting.isCalledOff, slots: timesLeft(sitting, now) })),
    own: own === null || where === null ? null : bookingView(where, own),
  });
};

/** Times that have not begun, each with its free tables; none of a day that was called off. */
function timesLeft({ slots, isCalledOff }: Sitting, now: EpochMs): SlotView[] {
  const times = new Map<EpochMs, SlotView>();
  for (const slot of Object.values(slots)) {
    const { startsAt, endsAt } = slot;
    if (isCalledOff || startsAt <= now) continue;
    const free = (times.get(startsAt)?.free ?? 0) + (isTaken(slot) ? 0 : 1);
    times.set(startsAt, { startsAt, endsAt, free });
  }
  return [...times.values()].sort((one, other) => one.startsAt - other.startsAt);
}
