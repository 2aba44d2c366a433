import type { StationSummary } from '@contract/station-view';

/**
 * How many stations of a list lie nearer than its first one and stand after it, because one may not get in: what
 * somebody wonders who knows the closed door round the corner.
 */
export function nearerButNotOpen(stations: readonly StationSummary[]): number {
  const [first, ...others] = stations;
  const nearest = first?.distanceM ?? null;
  if (first === undefined || nearest === null || first.status.state !== 'open') return 0;
  return others.filter(({ status, distanceM }) => status.state !== 'open' && distanceM !== null && distanceM < nearest)
    .length;
}
