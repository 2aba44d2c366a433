import type { StationRecord } from '../../cloudfunctions/station/records';
import { childrenOf } from '../../cloudfunctions/station/recount';
import { countStations, merged, parentOf, readTile } from '../../cloudfunctions/station/station-tallies';
import type { Tally } from '../../cloudfunctions/station/tally-records';

/** The tallies of a whole network at once: what counting each station as it is saved would end with. */
export function tallyRecords(stations: readonly StationRecord[]): Tally[] {
  const inside = new Map<string, StationRecord[]>();
  for (const station of [...stations].sort(byId))
    for (const id of station.tallies) inside.set(id, [...(inside.get(id) ?? []), station]);
  let level = [...inside].map(([id, found]) => tally(id, countStations(found)));
  const all = [...level];
  while (level.length > 0) {
    const byTile = new Map(level.map((one) => [one._id, one]));
    const parents = new Set(level.flatMap(({ _id }) => parentOf(_id) ?? []));
    level = [...parents].map((id) => tally(id, merged(childrenOf(id).flatMap((child) => byTile.get(child) ?? []))));
    all.push(...level);
  }
  return all;
}

const tally = (id: string, counted: Omit<Tally, '_id' | 'revision' | 'parent' | 'kind'>): Tally => ({
  _id: id,
  revision: 1,
  parent: parentOf(id) ?? 'none',
  kind: readTile(id)?.[2].toString() ?? 'street',
  ...counted,
});

/** As the database reads them: sums of degrees then round alike. */
const byId = (one: StationRecord, other: StationRecord): number => (one._id < other._id ? -1 : 1);
