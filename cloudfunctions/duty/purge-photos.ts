import type { EpochMs } from '../../types/time';
import { incidentPhotos } from './upkeep-records';

/** Pictures that one run takes away; the next run takes the rest. */
const BATCH = 20;

/**
 * Takes away pictures of incidents whose thirty days are over. One round trip, and one for each.
 *
 * @param allowance round trips that are left to this run
 */
export async function purgePhotos(now: EpochMs, allowance: { trips: number }): Promise<void> {
  const limit = Math.min(BATCH, allowance.trips - 1);
  if (limit < 1) return;
  allowance.trips -= 1;
  const over = await incidentPhotos.find({ purgeAt: { upTo: now } }, { order: [['purgeAt', 'asc']], limit });
  for (const { _id } of over) {
    allowance.trips -= 1;
    await incidentPhotos.remove(_id);
  }
}
