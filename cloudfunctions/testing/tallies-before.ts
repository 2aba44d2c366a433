import type { StationRecord } from '../station/records';
import { parentOf } from '../station/station-tallies';
import type { Tally, TallyBefore } from '../station/tally-records';

/** The same count as data files hold it that were written before there was a notation. */
export function tallyBefore(now: Tally, stations: readonly StationRecord[]): TallyBefore {
  const within = stations.filter(({ tallies }) => tallies.some((id) => chain(id).includes(now._id)));
  const tables = [...new Set(within.map(({ opening }) => JSON.stringify(opening)))];
  const key = (opening: StationRecord['opening']): string => `table-${tables.indexOf(JSON.stringify(opening))}`;
  const counts = new Map<string, TallyBefore['sorts'][number]>();
  for (const { offers, opening } of within) {
    const sort = { offers: `,${offers.join()},`, hours: key(opening), count: 0 };
    const text = JSON.stringify(sort);
    counts.set(text, { ...sort, count: (counts.get(text)?.count ?? 0) + 1 });
  }
  const { _id, revision, parent, kind, count, longitude, latitude, figures } = now;
  return {
    ...{ _id, revision, parent, kind, count, longitude, latitude, figures },
    sorts: [...counts.values()],
    hours: [...new Map(within.map(({ opening }) => [key(opening), opening])).entries()].map(([own, opening]) => ({
      key: own,
      opening,
    })),
  };
}

/** A tally and all that hold it. */
const chain = (id: string): string[] => {
  const upper = parentOf(id);
  return upper === null ? [id] : [id, ...chain(upper)];
};
