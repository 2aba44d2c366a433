import type { PersonId, StationId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { fingerprint } from '../runtime/sealed';
import { statementChange } from './door-round';
import type { Statement, StationRecord } from './records';
import { stations } from './records';
import { isStale } from './witnesses';

/** So many fresh words that a door is open tell all there is to tell; more would only wait for one another. */
const WORDS_ENOUGH = 3;

/** A person among those who speak of one station's door in one round of reports; the next round knows them otherwise. */
export const witnessKey = (stationId: StationId, round: number, personId: PersonId): string =>
  fingerprint(`witness:${stationId}:${round}`, personId).slice(0, 22);

/**
 * Takes a scan of the changing code as word that the door is open. Best effort, one round trip, and only while few have
 * said so: of many at once who read the same, one is heard, since each names the scan that it follows.
 *
 * @returns the station as it may be told to the visitor, whoever was heard
 */
export async function hearScan(station: StationRecord, personId: PersonId, now: EpochMs): Promise<StationRecord> {
  const { round, statements, scansHeard = 0 } = station.live;
  const key = witnessKey(station._id, round, personId);
  const fresh = Object.entries(statements).filter(
    ([other, statement]) => other !== key && statement.says === 'open' && !isStale(statement, now),
  );
  if (fresh.length >= WORDS_ENOUGH) return station;
  const statement: Statement = { says: 'open', at: now, atTheDoor: true };
  const { unless, change } = statementChange(station.live, key, statement, now);
  await stations.update(
    {
      ...unless,
      _id: station._id,
      'live.round': round,
      'live.scansHeard': scansHeard === 0 ? { in: [0, null] } : scansHeard,
    },
    { ...change, set: { ...change.set, 'live.scansHeard': scansHeard + 1 } },
  );
  return { ...station, live: { ...station.live, statements: { ...statements, [key]: statement } } };
}
