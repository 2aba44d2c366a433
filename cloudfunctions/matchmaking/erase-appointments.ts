import type { PersonId, ProfileId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { transaction } from '../runtime/database';
import { peopleIn } from './sitting-moments';
import type { Sitting, Slot } from './sitting-records';
import { Booking, bookings, sittings } from './sitting-records';
import { lockedSitting } from './sitting-together';
import { freeSlot } from './slots-of-day';

/** More days than a sitting is kept, a studio a day. */
const MOST = 100;

/**
 * Somebody's appointments go: a time that is still to come is free again, one that has been keeps only whether somebody
 * came. Safe to repeat. One round trip, and seven for each day.
 *
 * @param profileId only appointments of that profile; null for all of them
 */
export async function eraseAppointmentsOf(
  personId: PersonId,
  profileId: ProfileId | null,
  now: EpochMs,
): Promise<void> {
  const found = await sittings.find({ people: personId }, { limit: MOST });
  const isMeant = (slot: Slot): boolean =>
    slot.personId === personId && (profileId === null || slot.profileId === profileId);
  for (const { _id, slots } of found) if (Object.values(slots).some(isMeant)) await erase(_id, personId, isMeant, now);
  if (profileId === null) await bookings.remove(personId);
}

const erase = (sittingId: string, personId: PersonId, isMeant: (slot: Slot) => boolean, now: EpochMs): Promise<void> =>
  transaction(async (tx) => {
    const sitting = await lockedSitting(tx, sittingId);
    if (sitting === null) return;
    const slots = without(sitting, isMeant, now);
    await tx.update('match-sittings', sittingId, { set: { slots, people: peopleIn(slots) } });
    const booking = await tx.get('match-bookings', Booking, personId);
    const isOfIt = booking?.studioId === sitting.studioId && booking.day === sitting.day;
    if (isOfIt) await tx.remove('match-bookings', personId);
  });

const without = ({ slots }: Sitting, isMeant: (slot: Slot) => boolean, now: EpochMs): Sitting['slots'] =>
  Object.fromEntries(
    Object.entries(slots).map(([slotId, slot]) => [slotId, isMeant(slot) ? emptied(slot, now) : slot]),
  );

const emptied = (slot: Slot, now: EpochMs): Slot =>
  slot.startsAt > now ? freeSlot(slot) : { ...slot, personId: null, profileId: null, named: null };
