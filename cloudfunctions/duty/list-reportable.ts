import type { TaskKey } from '../../types/duty-upkeep';
import { agree, refuse } from '../../types/result';
import { stationAtWork } from '../station/at-work';
import { reportersOf } from './reports';
import type { Handler } from './scene';
import { isShort } from './shelf';
import { facilityKey, freshUpkeep, shortKey } from './upkeep';
import { upkeeps } from './upkeep-records';

/** Two round trips at once. */
export const listReportable: Handler<'listReportable'> = async ({ stationId }, { now }) => {
  const [station, kept] = await Promise.all([stationAtWork(stationId, now), upkeeps.get(stationId)]);
  if (station === null) return refuse('station-not-found');
  const upkeep = kept ?? freshUpkeep({ stationId, stationName: station.name, scope: station.scope });
  const isTold = (key: TaskKey): boolean => reportersOf(upkeep, key) > 0;
  const facilities = station.facilities
    .filter(({ state }) => state !== 'absent')
    .map(({ code, state }) => {
      const key = facilityKey(code);
      return { key, facility: code, name: null, isKnown: state === 'broken' || isTold(key) };
    });
  const items = Object.values(upkeep.items).map((item) => {
    const key = shortKey(item.code);
    return { key, facility: null, name: item.name, isKnown: isShort(item) || isTold(key) };
  });
  return agree({ things: [...facilities, ...items] });
};
