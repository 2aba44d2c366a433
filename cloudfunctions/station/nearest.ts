import type { StationFilter } from '../../types/station';
import type { StationSummary } from '../../types/station-view';

/** One screenful of the list and some more. */
export const LISTED = 20;
/** Lines kept for stations in view that are not open, so that a nearer closed one is seen with its reason. */
const KEPT_FOR_OTHERS = 6;

const rank: Readonly<Record<StationSummary['status']['state'], number>> = { open: 0, doubtful: 1, closed: 2 };

/**
 * The list below the map: open stations first, the nearest first among them, then the doubtful and the closed ones that
 * the map shows. An open station far off comes before a locked door close by: the list says how far it is.
 *
 * @param candidates the nearest that may be open at this hour, wherever the map looks
 * @param inBox what the map shows
 */
export function nearestFirst(
  candidates: readonly StationSummary[],
  inBox: readonly StationSummary[],
  { openNow }: StationFilter,
): StationSummary[] {
  const all = [...new Map([...inBox, ...candidates].map((station) => [station.stationId, station])).values()];
  const sorted = all.sort(
    (one, other) => rank[one.status.state] - rank[other.status.state] || distance(one) - distance(other),
  );
  const open = sorted.filter(({ status }) => status.state === 'open');
  const others = openNow ? [] : sorted.filter(({ status }) => status.state !== 'open');
  const room = LISTED - Math.min(others.length, KEPT_FOR_OTHERS);
  const first = open.slice(0, room);
  return [...first, ...others.slice(0, LISTED - first.length)];
}

const distance = ({ distanceM }: StationSummary): number => distanceM ?? Number.POSITIVE_INFINITY;
