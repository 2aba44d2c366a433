import fc from 'fast-check';
import { fromPlain } from '../values/plain';
import type { Polygon } from './polygon';
import { parsePolygon, polygonHolds, polygonTouches } from './polygon';
import type { Direction } from './sphere';
import { directionOf } from './sphere';

type Position = readonly [longitude: number, latitude: number];

const polygonOf = (...rings: readonly (readonly Position[])[]): Polygon => parsePolygon(fromPlain(rings));
const closed = (corners: readonly Position[]): readonly Position[] => [...corners, ...corners.slice(0, 1)];
const holds = (polygon: Polygon, at: Position): boolean => polygonHolds(polygon, directionOf(...at));

const rectangle = (west: number, south: number, east: number, north: number): readonly Position[] =>
  closed([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]);

describe('a polygon', () => {
  it('is the smaller part of the earth, whichever way it is drawn', () => {
    const ring = rectangle(121, 31, 122, 32);
    for (const polygon of [polygonOf(ring), polygonOf([...ring].reverse())]) {
      expect([holds(polygon, [121.5, 31.5]), holds(polygon, [-58.5, -31.5]), holds(polygon, [0, 0])]).toEqual([
        true,
        false,
        false,
      ]);
    }
  });

  it('leaves its holes out', () => {
    const polygon = polygonOf(rectangle(0, 0, 10, 10), rectangle(2, 2, 4, 4), rectangle(6, 6, 8, 8));
    const points: readonly Position[] = [
      [1, 1],
      [3, 3],
      [5, 5],
      [7, 7],
      [9, 9],
      [11, 5],
    ];
    expect(points.map((at) => holds(polygon, at))).toEqual([true, false, true, false, true, false]);
  });

  it('may have a hole that touches the edge with a corner', () => {
    const polygon = polygonOf(
      rectangle(0, 0, 10, 10),
      closed([
        [0, 0],
        [4, 1],
        [1, 4],
      ]),
    );
    expect([holds(polygon, [1, 1]), holds(polygon, [8, 8])]).toEqual([false, true]);
  });

  it('holds the pole that it goes around, and not the other', () => {
    const polygon = polygonOf(
      closed([
        [0, 60],
        [90, 60],
        [180, 60],
        [-90, 60],
      ]),
    );
    expect([holds(polygon, [7, 90]), holds(polygon, [45, 65]), holds(polygon, [0, -90])]).toEqual([true, false, false]);
    expect(polygon.box.high[2]).toBeGreaterThanOrEqual(1);
  });

  it('touches what lies on its edge, its corners and the edges of its holes', () => {
    const polygon = polygonOf(rectangle(0, 0, 10, 10), rectangle(2, 2, 4, 4));
    const points: readonly Position[] = [
      [0, 0],
      [10, 10],
      [5, 0],
      [0, 7],
      [2, 3],
    ];
    expect(points.map((at) => polygonTouches(polygon, directionOf(...at)))).toEqual(points.map(() => true));
    expect(polygonTouches(polygon, directionOf(5, -0.001))).toBe(false);
    expect(polygonTouches(polygon, directionOf(3, 3))).toBe(false);
  });

  it.each<[title: string, coordinates: unknown, words: string]>([
    ['no rings', [], 'Polygon has no loops.'],
    ['no list', 5, 'Polygon coordinates must be an array'],
    ['a ring that is no list', [5], 'GeoJSON coordinates must be an array of coordinates, instead got type int'],
    ['an empty ring', [[]], 'Loop has no vertices'],
    [
      'an open ring',
      [rectangle(0, 0, 1, 1).slice(0, 4)],
      'Loop is not closed, first vertex does not equal last vertex',
    ],
    [
      'two corners',
      [
        closed([
          [0, 0],
          [1, 1],
        ]),
      ],
      'Loop must have at least 3 different vertices',
    ],
    [
      'a corner said thrice',
      [
        closed([
          [0, 0],
          [0, 0],
          [1, 1],
          [1, 1],
        ]),
      ],
      'Loop must have at least 3 different vertices',
    ],
    [
      'a corner it comes back to',
      [
        closed([
          [0, 0],
          [2, 0],
          [1, 1],
          [0, 0],
          [-1, 1],
        ]),
      ],
      'Duplicate vertices: 0 and 3',
    ],
    [
      'a bow tie',
      [
        closed([
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
        ]),
      ],
      'Edges 0 and 2 cross',
    ],
    [
      'half of the earth in one edge',
      [
        closed([
          [0, 0],
          [180, 0],
          [90, 10],
        ]),
      ],
      'opposite points',
    ],
    ['a hole outside', [rectangle(0, 0, 1, 1), rectangle(2, 2, 3, 3)], 'secondary loops must be holes'],
    ['a hole across the edge', [rectangle(0, 0, 2, 2), rectangle(1, 1, 3, 3)], 'secondary loops must be holes'],
    ['holes that cross', [rectangle(0, 0, 9, 9), rectangle(1, 1, 4, 4), rectangle(2, 2, 5, 5)], 'loops cross'],
    [
      'a hole along the edge',
      [
        rectangle(0, 0, 9, 9),
        closed([
          [0, 0],
          [9, 0],
          [5, 1],
        ]),
      ],
      'duplicate edges',
    ],
    [
      'a corner off the map',
      [
        closed([
          [0, 0],
          [1, 91],
          [1, 0],
        ]),
      ],
      'longitude/latitude is out of bounds, lng: 1 lat: 91',
    ],
  ])('is refused with %s', (_title, coordinates, words) => {
    expect(() => parsePolygon(fromPlain(coordinates))).toThrow(words);
  });
});

const degrees = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
const anywhere = fc.tuple(degrees(-171, 171), degrees(-80, 80));
const fan = fc.array(degrees(0.1, 1), { minLength: 3, maxLength: 9 });

/** Points around a centre, so many degrees off each, in order; `turn` in radians. */
function corners(
  [longitude, latitude]: Position,
  parts: readonly number[],
  reach: number,
  turn = 0,
): readonly Position[] {
  return parts.map((part, at) => {
    const angle = (at / parts.length) * 2 * Math.PI + turn;
    return [longitude + part * reach * Math.cos(angle), latitude + part * reach * Math.sin(angle)];
  });
}

/** A point of the great circle from one to the other. */
function onTheWay(from: Position, to: Position, part: number): Direction {
  const [left, right] = [directionOf(...from), directionOf(...to)];
  const [x, y, z] = left.map((value, axis) => value + ((right[axis] ?? 0) - value) * part) as [number, number, number];
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

/** Where a point is seen from the centre of the earth on a map that touches at `centre`: great circles are straight there. */
function onTangent(centre: Position, at: Position): Position {
  const [turn, tilt] = [-centre[0], centre[1]].map((angle) => (angle * Math.PI) / 180) as [number, number];
  const [x, y, z] = directionOf(...at);
  const [front, side] = [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)];
  const depth = front * Math.cos(tilt) + z * Math.sin(tilt);
  return [side / depth, (z * Math.cos(tilt) - front * Math.sin(tilt)) / depth];
}

/** Whether straight edges wind around a point: by the sum of the angles at which they are seen. */
function windsAround([x, y]: Position, ring: readonly Position[]): boolean {
  const bearings = ring.map(([a, b]) => Math.atan2(b - y, a - x));
  const turns = bearings.map((bearing, at) => {
    const turn = (bearings[(at + 1) % bearings.length] ?? 0) - bearing;
    return turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
  });
  return Math.abs(turns.reduce((sum, turn) => sum + turn, 0)) > Math.PI;
}

describe('the inside of a polygon', () => {
  it('is what its straight edges enclose on a map on which great circles are straight', () => {
    let inside = 0;
    fc.assert(
      fc.property(anywhere, fan, fc.constantFrom(0.01, 1, 8), fan, (centre, parts, reach, away) => {
        const ring = corners(centre, parts, reach);
        const polygon = polygonOf(closed(ring));
        const flat = ring.map((corner) => onTangent(centre, corner));
        // Turned a little: exactly on a corner nobody can say.
        for (const at of corners(centre, away, reach, 0.1)) {
          const expected = windsAround(onTangent(centre, at), flat);
          expect(holds(polygon, at)).toBe(expected);
          if (expected) inside += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(inside).toBeGreaterThan(100);
  });

  it('belongs to one of the polygons around it, on shared corners and edges too', () => {
    fc.assert(
      fc.property(anywhere, fan, fc.constantFrom(1e-7, 0.01, 1, 8), degrees(0, 0.95), (centre, parts, reach, part) => {
        const ring = corners(centre, parts, reach);
        const slices = ring.map((corner, at) =>
          polygonOf(closed([centre, corner, ring[(at + 1) % ring.length] ?? centre])),
        );
        const shared = ring.map((corner) => onTheWay(centre, corner, part));
        for (const at of [directionOf(...centre), ...shared]) {
          expect(slices.filter((slice) => polygonHolds(slice, at))).toHaveLength(1);
        }
      }),
      { numRuns: 200 },
    );
  });
});
