import type { DistanceBand } from '../../types/evidence';
import type { Place } from '../../types/place';
import { distanceM } from '../runtime/distance';
import type { Point } from './records';

export { distanceM };

/** A phone's fix beside a building scatters by this much: closer than this is at the door. Metres. */
export const AT_THE_DOOR_M = 200;
/** A fuzzy fix (wx.getFuzzyLocation) is off by about this much: closer than this is near. Metres. */
export const NEAR_M = 1_000;

export const pointOf = ({ longitude, latitude }: Place): Point => ({
  type: 'Point',
  coordinates: [longitude, latitude],
});

export const placeOf = ({ coordinates: [longitude, latitude] }: Point): Place => ({ longitude, latitude });

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
