import type { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import type { SwapRecord } from './swap-records';
import { swaps } from './swap-records';
import { UNDO_MS, isUnderWay } from './swap-rules';

const MOST = 30;

/** Exchanges of somebody that wait for a word, or may still be undone, latest first. One round trip. */
export async function ownSwaps(personId: PersonId, now: EpochMs): Promise<SwapRecord[]> {
  const found = await swaps.find({ people: personId }, { order: [['askedAt', 'desc']], limit: MOST });
  return found.filter(
    (swap) => isUnderWay(swap, now) || (swap.state === 'done' && swap.doneAt !== null && now < swap.doneAt + UNDO_MS),
  );
}
