import type { PersonId, ProfileId, UnionId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { SlotId } from '../../types/match-sitting';
import type { EpochMs } from '../../types/time';
import { endOfDay } from '../../types/time';
import type { Booking, Sitting, Slot } from './sitting-records';
import { freeSlot, isTaken } from './slots-of-day';

/** A day and somebody's appointment, as they are stored. */
export type Stage = { readonly sitting: Sitting | null; readonly booking: Booking | null };
/** What becomes of them; `booking` null where it goes. */
export type Change = {
  readonly slots: Readonly<Record<string, Slot>>;
  readonly booking: Booking | null;
};

/** Who wants which time. `sealedFor` gives what they are called, sealed for a slot. */
export type Wish = {
  readonly personId: PersonId;
  readonly profileId: ProfileId | null;
  readonly studioId: UnionId;
  readonly startsAt: EpochMs;
  readonly sealedFor: (slotId: SlotId) => string;
};

/** An appointment that is over keeps nobody from making another. */
export const stands = (booking: Booking | null, now: EpochMs): booking is Booking =>
  booking !== null && booking.endsAt > now;

/**
 * Takes the first free table at a time. The same time again changes nothing (`null`): a request sent twice is one.
 *
 * Refused: another appointment that is still to come or going on; a time that has begun; a day that was called off.
 */
export function takeTime(
  { sitting, booking }: Stage,
  { personId, profileId, studioId, startsAt, sealedFor }: Wish,
  now: EpochMs,
): Result<Change | null, 'no-such-time' | 'called-off' | 'begun-already' | 'booked-already' | 'full'> {
  const then = Object.entries(sitting?.slots ?? {}).filter(([, slot]) => slot.startsAt === startsAt);
  if (sitting === null || (then.length === 0 && !sitting.isCalledOff)) return refuse('no-such-time');
  if (sitting.isCalledOff) return refuse('called-off');
  const isOwn = stands(booking, now) && booking.studioId === studioId && booking.startsAt === startsAt;
  if (isOwn) return agree(null);
  if (startsAt <= now) return refuse('begun-already');
  if (stands(booking, now)) return refuse('booked-already');
  const free = then.filter(([, slot]) => !isTaken(slot)).sort(([one], [other]) => (one < other ? -1 : 1));
  const [first] = free;
  if (first === undefined) return refuse('full');
  const [name, slot] = first;
  const slotId = SlotId.parse(name);
  return agree({
    slots: { [slotId]: { ...slot, state: 'booked', personId, profileId, named: sealedFor(slotId) } },
    booking: {
      _id: personId,
      studioId,
      day: sitting.day,
      slotId,
      startsAt,
      endsAt: slot.endsAt,
      purgeAt: endOfDay(sitting.day),
    },
  });
}

/** Gives an appointment up until it begins; nobody asks why. Null where there is none of this person on this day. */
export function giveUp(
  { sitting, booking }: Stage,
  personId: PersonId,
  now: EpochMs,
): Result<Change | null, 'begun-already'> {
  if (sitting === null || !stands(booking, now)) return agree(null);
  if (booking.studioId !== sitting.studioId || booking.day !== sitting.day) return agree(null);
  if (booking.startsAt <= now) return refuse('begun-already');
  const slot = sitting.slots[booking.slotId];
  const isOwn = slot?.personId === personId;
  return agree({ slots: isOwn ? { [booking.slotId]: freeSlot(slot) } : {}, booking: null });
}
