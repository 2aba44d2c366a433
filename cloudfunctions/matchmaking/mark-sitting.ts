import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import { atBench } from './bench-door';
import type { Handler } from './scene';
import { markedUntil } from './sitting-moments';
import { sittingIdOf, sittings } from './sitting-records';
import { studios } from './studio-records';

/**
 * Who came, and who did not; `booked` takes a mark back. Nothing follows from a mark but a kind word, which the timer
 * says once the sitting is over. Several matchmakers mark different people at once: each writes one slot alone.
 *
 * Five round trips.
 */
export const markSitting: Handler<'markSitting'> = async ({ studioId, day, slotId, outcome }, { now, standing }) => {
  if ((await studios.get(studioId)) === null) return refuse('studio-not-found');
  const may = await atBench(standing, studioId, now);
  if (!may.ok) return may;
  const sitting = await sittings.get(sittingIdOf(studioId, day));
  const slot = sitting?.slots[slotId];
  if (sitting === null || slot === undefined || slot.personId === null) return refuse('nobody-there');
  if (now < slot.startsAt) return refuse('not-yet');
  if (now >= markedUntil(sitting)) return refuse('too-late');
  // Written only where it comes sooner: somebody else's mark may have asked the timer to look as well.
  const dueAt = outcome === 'missed' ? { dueAt: EpochMs.parse(Math.min(sitting.dueAt, sitting.endsAt)) } : {};
  const written = await sittings.update(
    { _id: sitting._id, [`slots.${slotId}.personId`]: slot.personId },
    { set: { [`slots.${slotId}.state`]: outcome, ...dueAt }, increase: { revision: 1 } },
  );
  // They left the studio while it was being marked.
  return written === 'updated' ? agree({ state: outcome }) : refuse('nobody-there');
};
