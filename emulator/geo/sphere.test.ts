import { angleOf, sineAndCosine } from './angles';
import { isLeftOf, sideOf } from './side';
import type { Direction } from './sphere';
import { EARTH_RADIUS_M, directionOf, distanceM, opposite } from './sphere';

const between = (from: readonly [number, number], to: readonly [number, number]): number =>
  distanceM(directionOf(...from), directionOf(...to));

describe('a distance', () => {
  it('is to the last bit the one that the vendor and MongoDB publish for a park in New York', () => {
    expect(between([-73.99279, 40.719296], [-73.9928, 40.7193])).toBe(0.9539931676365992);
  });

  it.each([
    ['a quarter of the equator', [0, 0], [90, 0], (Math.PI / 2) * EARTH_RADIUS_M],
    ['from pole to pole', [12, 90], [-70, -90], Math.PI * EARTH_RADIUS_M],
    ['a degree along a meridian', [121, 31], [121, 32], (Math.PI / 180) * EARTH_RADIUS_M],
    ['two degrees over the date line', [179, 0], [-179, 0], (Math.PI / 90) * EARTH_RADIUS_M],
    ['nothing', [121.55, 31.19], [121.55, 31.19], 0],
  ] as const)('is known for %s', (_title, from, to, metres) => {
    expect(between(from, to)).toBeCloseTo(metres, 6);
  });

  it('is the same there and back', () => {
    expect(between([121.47, 31.23], [116.4, 39.9])).toBe(between([116.4, 39.9], [121.47, 31.23]));
  });
});

describe('sine, cosine and angle', () => {
  // The last digits are those of a calculation with fifty.
  it.each([
    [0.710685854107327, 0.652353743278301, 0.7579146347912729],
    [-1.2914178082367351, -0.9612270026080172, 0.2757583171133861],
    [Math.PI, 1.2246467991473532e-16, -1],
    [-Math.PI / 2, -1, 6.123233995736766e-17],
    [0, 0, 1],
  ])('are right to the last bit for %d', (radians, sine, cosine) => {
    expect(sineAndCosine(radians)).toEqual([sine, cosine]);
  });

  it('give the angle back', () => {
    for (const radians of [1e-9, 0.3, 1, Math.PI / 2, 3]) {
      const [sine, cosine] = sineAndCosine(radians);
      expect(angleOf(sine, cosine)).toBeCloseTo(radians, 15);
    }
    expect([angleOf(0, 1), angleOf(0, -1)]).toEqual([0, Math.PI]);
  });
});

describe('the side of an edge', () => {
  const [from, to] = [directionOf(0, 0), directionOf(90, 0)];

  it('is left, right or on it', () => {
    expect([directionOf(40, 1), directionOf(40, -1), directionOf(40, 0)].map((at) => sideOf(from, to, at))).toEqual([
      1, -1, 0,
    ]);
  });

  it('is never rounded away, however near the edge', () => {
    const hair = 2 ** -80;
    expect(sideOf(from, to, [0.5, 0.5, hair])).toBe(1);
    expect(sideOf(from, to, [0.5, 0.5, -hair])).toBe(-1);
    const [a, b] = [directionOf(121.1, 31.3), directionOf(121.7, 31.9)];
    expect(sideOf(a, b, a)).toBe(0);
    expect(sideOf(a, b, opposite(b))).toBe(0);
  });

  it('turns round with the edge, also for what lies on it', () => {
    const points: readonly Direction[] = [from, to, directionOf(45, 0), directionOf(45, 1e-9), directionOf(-3, -2)];
    for (const point of points) expect(isLeftOf(from, to, point)).toBe(!isLeftOf(to, from, point));
  });
});
