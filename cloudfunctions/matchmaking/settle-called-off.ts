import type { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import { dueOf, peopleIn } from './sitting-moments';
import { sittingNews } from './sitting-news';
import type { Sitting } from './sitting-records';
import { bookings, sittings } from './sitting-records';
import { freeSlot } from './slots-of-day';

/** People whom one act tells and lets go. Of more than these the timer sees to the rest, within a minute. */
export const LET_GO_AT_ONCE = 50;
/** So many writes are on their way at once. */
const SIDE_BY_SIDE = 10;

/** Round trips at most: telling them one by one after a call that died, letting each go, and crossing them off. */
export const TRIPS_OF_SETTLING = 2 * LET_GO_AT_ONCE + 2;

/**
 * Tells people of a day that was called off, lets them book anew, and takes them off the day: told first and crossed
 * off last, so that a call that dies forgets nobody. Safe to repeat: the inbox knows what it was told.
 *
 * @param studioName what the message is about
 */
export async function settleCalledOff(sitting: Sitting, studioName: string, now: EpochMs): Promise<void> {
  const people = sitting.people.slice(0, LET_GO_AT_ONCE);
  await tell(people.map((to) => ({ ...sittingNews(sitting, studioName, 'sitting-called-off', to, now) })));
  for (let nth = 0; nth < people.length; nth += SIDE_BY_SIDE)
    await Promise.all(people.slice(nth, nth + SIDE_BY_SIDE).map((personId) => letGo(sitting, personId, now)));
  await crossOff(sitting, people);
}

/** Only an appointment of this very day: they may have another by now. */
const letGo = ({ studioId, day }: Sitting, personId: PersonId, now: EpochMs) =>
  bookings.update({ _id: personId, studioId, day }, { set: { isCalledOff: true, purgeAt: now } });

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
