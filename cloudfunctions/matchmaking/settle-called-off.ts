import type { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import { dueOf, peopleIn } from './sitting-moments';
import { sittingNews } from './sitting-news';
import type { Sitting } from './sitting-records';
import { bookings, sittings } from './sitting-records';
import { freeSlot } from './slots-of-day';

/** People whom one act tells and lets go. Of more than these the timer sees to the rest, within a minute. */
export const LET_GO_AT_ONCE = 100;

/** Round trips at most: telling them one by one after a call that died, letting them go, and crossing them off. */
export const TRIPS_OF_SETTLING = LET_GO_AT_ONCE + 3;

/**
 * Tells people of a day that was called off, lets them book anew, and takes them off the day: told first and crossed
 * off last, so that a call that dies forgets nobody. Safe to repeat: the inbox knows what it was told.
 *
 * Three round trips; more only after a call that died.
 *
 * @param studioName what the message is about
 */
export async function settleCalledOff(sitting: Sitting, studioName: string, now: EpochMs): Promise<void> {
  const people = sitting.people.slice(0, LET_GO_AT_ONCE);
  await tell(people.map((to) => sittingNews(sitting, studioName, 'sitting-called-off', to, now)));
  // Only appointments of this very day: somebody may have another by now.
  await bookings.removeAll({ _id: { in: people }, studioId: sitting.studioId, day: sitting.day });
  await crossOff(sitting, people);
}

/** Somebody else's write meanwhile leaves it to the timer. */
async function crossOff(sitting: Sitting, gone: readonly PersonId[]): Promise<void> {
  const slots = Object.fromEntries(
    Object.entries(sitting.slots).map(([slotId, slot]) =>
      slot.personId !== null && gone.includes(slot.personId) ? [slotId, freeSlot(slot)] : [slotId, slot],
    ),
  );
  const people = peopleIn(slots);
  const reason = people.length === 0 ? null : sitting.reason;
  const dueAt = dueOf({ ...sitting, slots, people });
  await sittings.update(
    { _id: sitting._id, revision: sitting.revision },
    { set: { slots, people, reason, dueAt }, increase: { revision: 1 } },
  );
}
