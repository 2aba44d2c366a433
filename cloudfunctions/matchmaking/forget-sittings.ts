import type { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import type { Transaction } from '../runtime/database';
import { transaction } from '../runtime/database';
import type { Leaver } from './leaving-records';
import { dueOf, peopleIn } from './sitting-moments';
import type { Sitting, Slot } from './sitting-records';
import { Booking, bookings, sittingIdOf, sittings } from './sitting-records';
import { lockedSitting } from './sitting-together';
import { freeSlot } from './slots-of-day';

/** More days than somebody can have been there in the time that days are kept. */
const MOST_DAYS = 100;

/**
 * Takes somebody off every sitting: a time to come is free again, of one that has been it stays that somebody was there
 * and no more. Their appointment goes in one with its time, so that none is left without the other. Safe to repeat. Two
 * round trips at once, and seven for each day.
 */
export async function forgetSittings(personId: PersonId, now: EpochMs): Promise<void> {
  const [booking, found] = await Promise.all([
    bookings.get(personId),
    sittings.find({ people: personId }, { order: [['people', 'asc']], limit: MOST_DAYS }),
  ]);
  const booked = booking === null ? [] : [sittingIdOf(booking.studioId, booking.day)];
  for (const id of new Set([...found.map(({ _id }) => _id), ...booked]))
    await transaction((tx) => forgetDay(tx, id, personId, now));
}

async function forgetDay(tx: Transaction, id: string, personId: PersonId, now: EpochMs): Promise<void> {
  const sitting = await lockedSitting(tx, id);
  const booking = await tx.get('match-bookings', Booking, personId);
  if (booking !== null && sittingIdOf(booking.studioId, booking.day) === id)
    await tx.remove('match-bookings', personId);
  if (sitting?.people.includes(personId) !== true) return;
  const slots = withoutPerson(sitting, personId, now);
  const people = peopleIn(slots);
  const dueAt = dueOf({ ...sitting, slots, people });
  await tx.update('match-sittings', id, { set: { slots, people, dueAt } });
}

/**
 * Whether an appointment was being made while they left: one by that profile, or one whose time is not theirs. What was
 * made later is neither. Two round trips.
 */
export async function sitsAsBefore({ personId, profileId }: Pick<Leaver, 'personId' | 'profileId'>): Promise<boolean> {
  // In this order: an appointment that is read has its time by then.
  const booking = await bookings.get(personId);
  const found = await sittings.find({ people: personId }, { limit: MOST_DAYS });
  const slots = found.flatMap((sitting) => Object.values(sitting.slots));
  const isAlone =
    booking !== null && !slots.some((slot) => slot.personId === personId && slot.startsAt === booking.startsAt);
  return isAlone || slots.some((slot) => slot.profileId === profileId);
}

const withoutPerson = ({ slots }: Sitting, personId: PersonId, now: EpochMs): Sitting['slots'] =>
  Object.fromEntries(
    Object.entries(slots).map(([slotId, slot]) => [slotId, slot.personId === personId ? emptied(slot, now) : slot]),
  );

const emptied = (slot: Slot, now: EpochMs): Slot =>
  slot.startsAt > now ? freeSlot(slot) : { ...slot, personId: null, profileId: null, named: null };
