import type { StationRecord } from '../station/records';
import { countStations, merged, parentOf } from '../station/station-tallies';
import type { Tally } from '../station/tally-records';

/** Every tally of some stations, counted at once: what recounting after each save comes to. */
export function talliesFor(stations: readonly StationRecord[]): Tally[] {
  const members = new Map<string, StationRecord[]>();
  for (const station of stations)
    for (const id of station.tallies) members.set(id, [...(members.get(id) ?? []), station]);
  let level = [...members].map(([id, counted]) => aTally(id, countStations(counted)));
  const all = [...level];
  for (;;) {
    const parents = new Map<string, Tally[]>();
    for (const tally of level)
      if (tally.parent !== 'none') parents.set(tally.parent, [...(parents.get(tally.parent) ?? []), tally]);
    if (parents.size === 0) return all;
    level = [...parents].map(([id, children]) => aTally(id, merged(children)));
    all.push(...level);
  }
}

const aTally = (id: string, counted: ReturnType<typeof countStations>): Tally => ({
  _id: id,
  revision: 1,
  parent: parentOf(id) ?? 'none',
  kind: id.startsWith('street:') ? 'street' : (id.split(':')[1] ?? ''),
  ...counted,
});
