import fc from 'fast-check';
import { documentFromPlain } from '../values/plain';
import { readGeoJson } from './geo-json';
import { angleToShape, polygonContains, shapesMeet } from './relations';
import type { Shape } from './shape';
import { directionOf } from './sphere';

type Position = readonly [number, number];
type Bounds = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

function shapeOf(type: string, coordinates: unknown): Shape {
  const [shape] = readGeoJson(documentFromPlain({ type, coordinates })).shapes;
  if (shape === undefined) throw new Error('no shape');
  return shape;
}

const number = fc.integer({ min: 0, max: 12 });

/** Rectangles so small, and so near to where meridians and equator cross, that the globe is flat under them. */
const bounds: fc.Arbitrary<Bounds> = fc
  .tuple(number, number, fc.integer({ min: 2, max: 20 }), fc.integer({ min: 2, max: 20 }))
  .map(([west, south, wide, high]) => ({ west, south, east: west + wide, north: south + high }));

// So far apart that rounding and curvature do not matter, and of different parities, so that no two edges coincide.
const SIZE = 1e-4;
const at = (x: number, y: number): Position => [x * SIZE, y * SIZE];

const rectangle = ({ west, south, east, north }: Bounds, shift = 0): Shape =>
  shapeOf('Polygon', [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ].map(([x = 0, y = 0]) => at(x + shift, y + shift)),
  ]);

const isWithin = (inner: Bounds, outer: Bounds): boolean =>
  inner.west > outer.west && inner.east < outer.east && inner.south > outer.south && inner.north < outer.north;

const overlap = (left: Bounds, right: Bounds): boolean =>
  left.west < right.east && right.west < left.east && left.south < right.north && right.south < left.north;

const shifted = ({ west, south, east, north }: Bounds, by: number): Bounds => ({
  west: west + by,
  south: south + by,
  east: east + by,
  north: north + by,
});

describe('shapes on the globe', () => {
  it('meet and hold one another as rectangles on paper do', () => {
    const seen = { meeting: 0, within: 0 };
    fc.assert(
      fc.property(bounds, bounds, (left, right) => {
        const [one, other] = [rectangle(left), rectangle(right, 0.5)];
        const there = shifted(right, 0.5);
        expect(shapesMeet(one, other)).toBe(overlap(left, there));
        expect(shapesMeet(other, one)).toBe(overlap(left, there));
        if (one.is === 'polygon') expect(polygonContains(one.polygon, other)).toBe(isWithin(there, left));
        seen.meeting += overlap(left, there) ? 1 : 0;
        seen.within += isWithin(there, left) ? 1 : 0;
      }),
      // The same thousand each time: how many of them lie within one another is chance.
      { numRuns: 1000, seed: 20261123 },
    );
    expect(seen.meeting).toBeGreaterThan(50);
    expect(seen.within).toBeGreaterThan(20);
  });

  it('hold themselves, and not what fills their hole', () => {
    fc.assert(
      fc.property(bounds, (inner) => {
        const outer = { west: -2, south: -2, east: 70, north: 70 };
        const corners = (box: Bounds): readonly Position[] => [
          at(box.west, box.south),
          at(box.east, box.south),
          at(box.east, box.north),
          at(box.west, box.north),
          at(box.west, box.south),
        ];
        const holed = shapeOf('Polygon', [corners(outer), corners(inner)]);
        if (holed.is !== 'polygon') throw new Error('no polygon');
        expect(polygonContains(holed.polygon, holed)).toBe(true);
        expect(polygonContains(holed.polygon, rectangle(inner))).toBe(false);
        expect(polygonContains(holed.polygon, rectangle(outer))).toBe(false);
        const filled = rectangle(outer);
        if (filled.is === 'polygon') expect(polygonContains(filled.polygon, holed)).toBe(true);
        expect(
          shapesMeet(
            holed,
            rectangle({
              west: inner.west + 0.5,
              south: inner.south + 0.5,
              east: inner.east - 0.5,
              north: inner.north - 0.5,
            }),
          ),
        ).toBe(false);
        const edge = shapeOf('LineString', corners(inner).slice(0, 2));
        expect(polygonContains(holed.polygon, edge)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  const anywhere = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -89, max: 89, noNaN: true }),
  );

  it('are as far as the nearest of many points along their edges', () => {
    fc.assert(
      fc.property(anywhere, anywhere, anywhere, (from, start, end) => {
        fc.pre(angle(start, end) > 0.01 && angle(start, end) < 3.1);
        const line = shapeOf('LineString', [start, end]);
        const [a, b] = [directionOf(...start), directionOf(...end)];
        let least = Infinity;
        for (let part = 0; part <= 2000; part += 1) {
          const t = part / 2000;
          const [x, y, z] = ([0, 1, 2] as const).map((axis) => a[axis] * (1 - t) + b[axis] * t) as unknown as [
            number,
            number,
            number,
          ];
          const length = Math.hypot(x, y, z);
          const [u, v, w] = directionOf(...from);
          least = Math.min(least, Math.acos(Math.max(-1, Math.min(1, (x * u + y * v + z * w) / length))));
        }
        const away = angleToShape(line, directionOf(...from));
        expect(away).toBeLessThanOrEqual(least + 1e-7);
        expect(away).toBeGreaterThan(least - 0.05);
      }),
      { numRuns: 100 },
    );
  });

  function angle(left: Position, right: Position): number {
    const [a, b] = [directionOf(...left), directionOf(...right)];
    return Math.acos(Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
  }
});
