import type { Place } from '../../types/place';

/** As the database measures: the equator's radius on a sphere. Metres. */
const EARTH_RADIUS_M = 6_378_100;

/** Along a great circle. Metres. */
export function distanceM(one: Place, other: Place): number {
  const [a, b] = [unitVector(one), unitVector(other)];
  const cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]] as const;
  return EARTH_RADIUS_M * Math.atan2(Math.hypot(...cross), a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
}

function unitVector({ longitude, latitude }: Place): readonly [number, number, number] {
  const [along, up] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
  return [Math.cos(up) * Math.cos(along), Math.cos(up) * Math.sin(along), Math.sin(up)];
}
