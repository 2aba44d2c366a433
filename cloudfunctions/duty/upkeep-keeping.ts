import type { StationId } from '../../types/ids';
import type { Result } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Transaction } from '../runtime/database';
import { Contended, transaction } from '../runtime/database';
import type { UpkeepGround } from './upkeep';
import { freshUpkeep, indexedUpkeep } from './upkeep';
import { UpkeepRecord, upkeeps } from './upkeep-records';

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

/**
 * One act on what is kept of a station. An act that gives back the very same upkeep has nothing to write.
 *
 * @param beside what is written with it, in the same transaction
 * @throws Contended when others were quicker each time, and the answer is still not a refusal
 */
export async function actOnUpkeep<Refusal extends string>(
  ground: UpkeepGround,
  decide: (upkeep: UpkeepRecord) => Result<UpkeepRecord, Refusal>,
  now: EpochMs,
  beside: (tx: Transaction, after: UpkeepRecord) => Promise<void> = () => Promise.resolve(),
): Promise<Result<UpkeepRecord, Refusal>> {
  try {
    return await transaction(async (tx): Promise<Result<UpkeepRecord, Refusal>> => {
      const found = await readUpkeep(tx, ground.stationId);
      const upkeep = orFresh(found, ground);
      const decided = decide(upkeep);
      if (!decided.ok || decided.value === upkeep) return decided;
      await beside(tx, decided.value);
      return { ok: true, value: await keepUpkeep(tx, found, decided.value, now) };
    });
  } catch (error) {
    if (!(error instanceof Contended)) throw error;
    const late = orFresh(await upkeeps.get(ground.stationId), ground);
    const last = decide(late);
    if (!last.ok || last.value === late) return last;
    throw error;
  }
}
