import { NEVER } from '../../types/time';
import type { EpochMs } from '../../types/time';
import { swaps } from './swap-records';
import { tellPartner } from './swap-tellings';

const A_LOAD = 50;
/** Of one: the update and the telling. */
const TRIPS_EACH = 3;

/**
 * Exchanges that nobody answered in time come to nothing; the asker, who still has the place, is told. A part of the
 * timer's run.
 *
 * @param allowance round trips that are left; spent here
 * @returns how many
 */
export async function lapseSwaps(now: EpochMs, allowance: { trips: number }): Promise<number> {
  const most = Math.min(A_LOAD, Math.floor((allowance.trips - 1) / TRIPS_EACH));
  if (most < 1) return 0;
  const due = await swaps.find({ lapsesAt: { upTo: now } }, { order: [['lapsesAt', 'asc']], limit: most });
  allowance.trips -= 1;
  let lapsed = 0;
  for (const swap of due) {
    allowance.trips -= TRIPS_EACH;
    const { _id, state } = swap;
    const change = { set: { state: 'lapsed', waitingFor: [], lapsesAt: NEVER } };
    if ((await swaps.update({ _id, state }, change)) !== 'updated') continue;
    await tellPartner(swap, 'lapsed', swap.from.personId, now);
    lapsed += 1;
  }
  return lapsed;
}
