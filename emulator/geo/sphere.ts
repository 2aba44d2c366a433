import { angleOf, sineAndCosine } from './angles';

/** A direction from the centre of the earth, of length one: the point of the surface that lies there. */
export type Direction = readonly [x: number, y: number, z: number];

/** Radius of the earth to MongoDB, in metres. Every distance it gives is an angle times this. */
export const EARTH_RADIUS_M = 6_378_100;

const RADIANS_PER_DEGREE = Math.PI / 180;

/** Shorter than this an edge runs nowhere in particular: which way is lost in rounding. Six micrometres, in radians. */
export const SHORTEST = 1e-12;

/** Where a longitude and latitude in degrees point to. */
export function directionOf(longitude: number, latitude: number): Direction {
  const [height, ring] = sineAndCosine(latitude * RADIANS_PER_DEGREE);
  const [east, front] = sineAndCosine(longitude * RADIANS_PER_DEGREE);
  return [front * ring, east * ring, height];
}

export function dot([ax, ay, az]: Direction, [bx, by, bz]: Direction): number {
  return ax * bx + ay * by + az * bz;
}

export function cross([ax, ay, az]: Direction, [bx, by, bz]: Direction): Direction {
  return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
}

export function opposite([x, y, z]: Direction): Direction {
  return [-x, -y, -z];
}

export function isSame(left: Direction, right: Direction): boolean {
  return left.every((part, axis) => part === right[axis]);
}

/** Radians. Stays exact for neighbours, where an arc cosine would round them together. */
export function angleBetween(left: Direction, right: Direction): number {
  const across = cross(left, right);
  return angleOf(Math.sqrt(dot(across, across)), dot(left, right));
}

/** As `distanceM` but for its last bits, at a tenth of the price. */
export function roughDistanceM(left: Direction, right: Direction): number {
  const across = cross(left, right);
  return EARTH_RADIUS_M * Math.atan2(Math.sqrt(dot(across, across)), dot(left, right));
}

/** Metres along the surface, to the last bit as MongoDB gives them. */
export function distanceM(left: Direction, right: Direction): number {
  return EARTH_RADIUS_M * angleBetween(left, right);
}

/** Length of the straight line through the earth between two points that an angle lies between. */
export function chordOf(angle: number): number {
  return 2 * Math.sin(Math.min(angle, Math.PI) / 2);
}
