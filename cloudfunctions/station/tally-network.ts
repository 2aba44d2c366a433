import type { StationRecord } from './records';
import { childrenOf, countStations, merged, parentOf, tallyOf } from './station-tallies';
import type { Tally } from './tally-records';

/** The tallies of a whole network at once: what counting each station as it is saved would end with. */
export function tallyNetwork(stations: readonly StationRecord[]): Tally[] {
  const inside = new Map<string, StationRecord[]>();
  // As the database reads them: sums of degrees then round alike.
  for (const station of stations.toSorted((one, other) => (one._id < other._id ? -1 : 1)))
    for (const id of station.tallies) inside.set(id, [...(inside.get(id) ?? []), station]);
  let level = [...inside].map(([id, found]) => tallyOf(id, countStations(found), 1));
  const all = [...level];
  while (level.length > 0) {
    const byId = new Map(level.map((tally) => [tally._id, tally]));
    const parents = new Set(level.flatMap(({ _id }) => parentOf(_id) ?? []));
    level = [...parents].map((id) => tallyOf(id, merged(childrenOf(id).flatMap((child) => byId.get(child) ?? [])), 1));
    all.push(...level);
  }
  return all;
}
