import type { DistanceBand } from '../../types/evidence';
import type { Place } from '../../types/place';
import type { Point } from './records';

/** As the database measures: the equator's radius on a sphere. Metres. */
const EARTH_RADIUS_M = 6_378_100;

/** A phone's fix beside a building scatters by this much: closer than this is at the door. Metres. */
export const AT_THE_DOOR_M = 200;
/** A fuzzy fix (wx.getFuzzyLocation) is off by about this much: closer than this is near. Metres. */
export const NEAR_M = 1_000;

export const pointOf = ({ longitude, latitude }: Place): Point => ({
  type: 'Point',
  coordinates: [longitude, latitude],
});

export const placeOf = ({ coordinates: [longitude, latitude] }: Point): Place => ({ longitude, latitude });

/** Along a great circle. Metres. */
export function distanceM(one: Place, other: Place): number {
  const [a, b] = [unitVector(one), unitVector(other)];
  const cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]] as const;
  return EARTH_RADIUS_M * Math.atan2(Math.hypot(...cross), a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
}

/** How far a phone says it is from a station. What it said is forgotten; only the band is used. */
export function distanceBand(said: Place | null, station: Point | null): DistanceBand {
  if (said === null || station === null) return 'not-said';
  const metres = distanceM(said, placeOf(station));
  if (metres <= AT_THE_DOOR_M) return 'at-the-door';
  return metres <= NEAR_M ? 'near' : 'far';
}

/** China's bounds on the map, generously: a place outside of them is a slip, e.g. latitude before longitude. */
export const isInChina = ({ longitude, latitude }: Place): boolean =>
  longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54;

function unitVector({ longitude, latitude }: Place): readonly [number, number, number] {
  const [along, up] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
  return [Math.cos(up) * Math.cos(along), Math.cos(up) * Math.sin(along), Math.sin(up)];
}
