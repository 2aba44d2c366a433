import { agree } from '../../types/result';
import { stationAtWork } from '../station/at-work';
import type { Handler } from './scene';
import { MOST_STATIONS, livesOn } from './stewardship';
import { stewardView } from './steward-view';
import { tasksOf } from './tasks';
import { freshUpkeep } from './upkeep';
import type { StewardRecord } from './upkeep-records';
import { stewards, upkeeps } from './upkeep-records';

const OFFERS_READ = 100;

export const listStewardships: Handler<'listStewardships'> = async (_input, { now, personId }) => {
  const all = await stewards.find({ personId }, { limit: OFFERS_READ });
  // A declined offer is shown until it is a thing of the past; who stopped knows it.
  const shown = all.filter(({ state }) => state !== 'ended').sort(aliveFirst);
  const tended = shown.filter(({ state }) => state === 'accepted').slice(0, MOST_STATIONS);
  const tasks = await countTasks(tended, { personId, isStaff: false }, now);
  return agree({
    stewardships: shown.map((record) => ({ ...stewardView(record), tasks: tasks.get(record.stationId) ?? 0 })),
  });
};

const aliveFirst = (one: StewardRecord, other: StewardRecord): number =>
  Number(livesOn(other)) - Number(livesOn(one)) || other.since - one.since;

/** One round trip, and one for each station, all at once. */
async function countTasks(
  tended: readonly StewardRecord[],
  reader: Parameters<typeof tasksOf>[2],
  now: Parameters<typeof stationAtWork>[1],
): Promise<Map<string, number>> {
  if (tended.length === 0) return new Map();
  const [kept, ...stations] = await Promise.all([
    upkeeps.find({ _id: { in: tended.map(({ stationId }) => stationId) } }, { limit: MOST_STATIONS }),
    ...tended.map(({ stationId }) => stationAtWork(stationId, now)),
  ]);
  return new Map(
    tended.map((ground, nth) => {
      const upkeep = kept.find(({ _id }) => _id === ground.stationId) ?? freshUpkeep(ground);
      return [ground.stationId, tasksOf(upkeep, stations[nth]?.facilities ?? [], reader, now).length];
    }),
  );
}
