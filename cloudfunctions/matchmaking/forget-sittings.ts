import type { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { transaction } from '../runtime/database';
import { dueOf, peopleIn } from './sitting-moments';
import type { Sitting, Slot } from './sitting-records';
import { bookings, sittings } from './sitting-records';
import { lockedSitting } from './sitting-together';
import { freeSlot } from './slots-of-day';

/** More days than somebody can have been there in the time that days are kept. */
const MOST_DAYS = 100;

/**
 * Takes somebody off every sitting: a time to come is free again, of one that has been it stays that somebody was there
 * and no more. Their appointment goes. Safe to repeat. Two round trips, and five for each day.
 */
export async function forgetSittings(personId: PersonId, now: EpochMs): Promise<void> {
  await bookings.remove(personId);
  const found = await sittings.find({ people: personId }, { order: [['people', 'asc']], limit: MOST_DAYS });
  for (const { _id } of found)
    await transaction(async (tx) => {
      const sitting = await lockedSitting(tx, _id);
      if (sitting === null) return;
      const slots = withoutPerson(sitting, personId, now);
      const people = peopleIn(slots);
      const dueAt = dueOf({ ...sitting, slots, people });
      await tx.update('match-sittings', _id, { set: { slots, people, dueAt } });
    });
}

const withoutPerson = ({ slots }: Sitting, personId: PersonId, now: EpochMs): Sitting['slots'] =>
  Object.fromEntries(
    Object.entries(slots).map(([slotId, slot]) => [slotId, slot.personId === personId ? emptied(slot, now) : slot]),
  );

const emptied = (slot: Slot, now: EpochMs): Slot =>
  slot.startsAt > now ? freeSlot(slot) : { ...slot, personId: null, profileId: null, named: null };
