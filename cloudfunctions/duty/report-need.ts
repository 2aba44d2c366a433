import type { PersonId, StationId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import { fingerprint } from '../runtime/sealed';
import { bandAt, stationAtWork } from '../station/at-work';
import { reported, reportersOf } from './reports';
import type { Handler } from './scene';
import { actOnUpkeep } from './upkeep-keeping';

/**
 * A phone that says nothing of where it is may tell, too; one that is far away may not. Head and stewards are told by
 * the timer within a minute, so that a visitor is heard whatever becomes of the telling. Six round trips.
 */
export const reportNeed: Handler<'reportNeed'> = async ({ stationId, key, place }, { now, personId }) => {
  const station = await stationAtWork(stationId, now);
  if (station === null) return refuse('station-not-found');
  if (bandAt(place, station) === 'far') return refuse('too-far');
  const ground = { stationId, stationName: station.name, scope: station.scope };
  const who = reporterKey(stationId, personId);
  let before = 0;
  const kept = await actOnUpkeep(
    ground,
    (upkeep) => {
      before = reportersOf(upkeep, key);
      return reported(upkeep, station.facilities, key, who, now);
    },
    now,
  );
  return kept.ok ? agree({ isNew: reportersOf(kept.value, key) > before }) : kept;
};

/** Of a person at a station: it counts them once and leads back to nobody. */
const reporterKey = (stationId: StationId, personId: PersonId): string =>
  fingerprint('need', `${stationId}:${personId}`).slice(0, 16);
