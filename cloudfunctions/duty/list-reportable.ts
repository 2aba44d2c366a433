import { agree, refuse } from '../../types/result';
import { stationAtWork } from '../station/at-work';
import type { Handler } from './scene';
import { tasksOf } from './tasks';
import { facilityKey, freshUpkeep, shortKey } from './upkeep';
import { upkeeps } from './upkeep-records';

/** What is a task already need not be told once more. Two round trips at once. */
export const listReportable: Handler<'listReportable'> = async ({ stationId }, { now, personId }) => {
  const [station, kept] = await Promise.all([stationAtWork(stationId, now), upkeeps.get(stationId)]);
  if (station === null) return refuse('station-not-found');
  const upkeep = kept ?? freshUpkeep({ stationId, stationName: station.name, scope: station.scope });
  const tasks = tasksOf(upkeep, station.facilities, { personId, isStaff: false }, now).map(({ key }) => key);
  const facilities = station.facilities
    .filter(({ state }) => state !== 'absent')
    .map(({ code }) => ({ key: facilityKey(code), facility: code, name: null }));
  const items = Object.values(upkeep.items).map(({ code, name }) => ({ key: shortKey(code), facility: null, name }));
  return agree({ things: [...facilities, ...items].map((one) => ({ ...one, isKnown: tasks.includes(one.key) })) });
};
