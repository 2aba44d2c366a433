import type { StationId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import type { Transaction } from '../runtime/database';
import type { UpkeepGround } from './upkeep';
import { freshUpkeep, indexedUpkeep } from './upkeep';
import { UpkeepRecord } from './upkeep-records';

/** Null where nothing was ever written of the station: `orFresh` makes the first. */
export const readUpkeep = (tx: Transaction, id: StationId): Promise<UpkeepRecord | null> =>
  tx.get('upkeep', UpkeepRecord, id);

/** What is kept of a station, under the name and the unions that it has now. */
export const orFresh = (found: UpkeepRecord | null, ground: UpkeepGround): UpkeepRecord =>
  found === null ? freshUpkeep(ground) : { ...found, stationName: ground.stationName, scope: [...ground.scope] };

/**
 * Writes it whole, with what is derived from it. The transaction sees to it that nobody wrote in between.
 *
 * @param found what `readUpkeep` gave in this transaction
 */
export async function keepUpkeep(
  tx: Transaction,
  found: UpkeepRecord | null,
  after: UpkeepRecord,
  now: EpochMs,
): Promise<UpkeepRecord> {
  const kept = indexedUpkeep(after, now);
  const { _id, ...fields } = kept;
  if (found === null) await tx.insert('upkeep', kept);
  else await tx.update('upkeep', _id, { set: fields });
  return kept;
}
