import fc from 'fast-check';
import { distanceM, directionOf } from '../geo/sphere';
import type { IndexDefinition, LocalCloud } from '../local-cloud';
import { openLocalCloud } from '../local-cloud';
import type { PlainDocument } from '../store-access';

type Position = readonly [longitude: number, latitude: number];

const indexes: readonly IndexDefinition[] = [
  { name: 'place', keys: [['place', '2dsphere']] },
  { name: 'n', keys: [['n', 1]] },
];

const degrees = (least: number, most: number): fc.Arbitrary<number> =>
  fc.double({ min: least, max: most, noNaN: true, noDefaultInfinity: true });

/** Everywhere, but mostly where it is awkward: one town, the date line, the poles, the equator, and the same spot twice. */
const position: fc.Arbitrary<Position> = fc.oneof(
  fc.tuple(degrees(-180, 180), degrees(-90, 90)),
  fc.tuple(degrees(121.4, 121.6), degrees(31.1, 31.3)),
  fc.tuple(degrees(121.4, 121.6), degrees(31.1, 31.3)),
  fc.tuple(fc.oneof(degrees(179, 180), degrees(-180, -179)), degrees(-2, 2)),
  fc.tuple(degrees(-180, 180), fc.oneof(degrees(89, 90), degrees(-90, -89))),
  fc.constantFrom<Position>([121.5, 31.2], [180, 0], [-180, 0], [0, 90], [77, 90], [0, -90], [0, 0], [90, 0]),
);

const metres = fc.oneof(
  fc.constantFrom(0, 100, 1000, 30_000),
  fc.double({ min: 0, max: 2.1e7, noNaN: true }),
  fc.double({ min: 0, max: 20_000, noNaN: true }),
);

type Step =
  | { readonly does: 'add'; readonly at: Position; readonly n: number }
  | { readonly does: 'move'; readonly which: number; readonly at: Position }
  | { readonly does: 'forget' | 'remove'; readonly which: number };

const which = fc.nat({ max: 30 });

const add: fc.Arbitrary<Step> = fc.record({ does: fc.constant('add'), at: position, n: fc.nat({ max: 9 }) });

const step: fc.Arbitrary<Step> = fc.oneof(
  add,
  fc.record({ does: fc.constant('move'), which, at: position }),
  fc.record({ does: fc.constantFrom('forget', 'remove'), which }),
);

const steps = fc
  .tuple(fc.array(add, { minLength: 8, maxLength: 20 }), fc.array(step, { maxLength: 20 }))
  .map((both) => both.flat());

const point = (coordinates: Position) => ({ type: 'Point', coordinates });

function take(cloud: LocalCloud, steps: readonly Step[]): void {
  const things = cloud.documents('things');
  let added = 0;
  for (const one of steps) {
    if (one.does === 'add') {
      things.insert({ _id: `t${added}`, place: point(one.at), n: one.n });
      added += 1;
    } else {
      const filter = { _id: `t${one.which % Math.max(added, 1)}` };
      if (one.does === 'move') things.update(filter, { $set: { place: point(one.at) } });
      if (one.does === 'forget') things.update(filter, { $unset: { place: '' } });
      if (one.does === 'remove') things.remove(filter);
    }
  }
}

const idsOf = (documents: readonly PlainDocument[]): readonly string[] => documents.map(({ _id }) => _id);

function positionOf({ place }: PlainDocument): Position | undefined {
  return (place as { readonly coordinates: Position } | undefined)?.coordinates;
}

async function openTwo(): Promise<readonly [LocalCloud, LocalCloud]> {
  const open = (given: readonly IndexDefinition[]) =>
    openLocalCloud({
      dataFile: ':memory:',
      collections: [{ name: 'things', indexes: given }],
      functions: { handlers: {} },
    });
  return [await open(indexes), await open([])];
}

let clouds: readonly [LocalCloud, LocalCloud];

beforeEach(async () => {
  clouds = await openTwo();
});

afterEach(() => {
  for (const cloud of clouds) cloud.close();
});

const bound = fc.option(metres, { freq: 1 });

const extra = fc.constantFrom({}, {}, { n: { $gt: 4 } }, { n: 3 }, { n: 77 });

describe('an index of places', () => {
  it('gives the nearest first, all of them and no other, wherever they are, move and vanish', () => {
    const [cloud] = clouds;
    let found = 0;
    fc.assert(
      fc.property(steps, position, bound, bound, extra, (taken, from, least, most, more) => {
        cloud.reset();
        take(cloud, taken);
        const things = cloud.documents('things');
        const distances = {
          ...(least === null ? {} : { $minDistance: least }),
          ...(most === null ? {} : { $maxDistance: most }),
        };
        const expected = things
          .find(more)
          .flatMap((thing) => {
            const at = positionOf(thing);
            return at === undefined ? [] : [{ thing, away: distanceM(directionOf(...from), directionOf(...at)) }];
          })
          .filter(({ away }) => away >= (least ?? 0) && away <= (most ?? Infinity))
          .sort((left, right) => left.away - right.away || numberOf(left.thing) - numberOf(right.thing))
          .map(({ thing }) => thing);
        const filter = { place: { $nearSphere: { $geometry: point(from), ...distances } }, ...more };
        expect(idsOf(things.find(filter))).toEqual(idsOf(expected));
        found += expected.length;
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(500);
  });

  it('gives what lies in a circle or a polygon, as reading everything would', () => {
    const [indexed, plain] = clouds;
    let found = 0;
    fc.assert(
      fc.property(steps, area, extra, (taken, shape, more) => {
        for (const cloud of clouds) {
          cloud.reset();
          take(cloud, taken);
        }
        const filter = { place: shape, ...more };
        // The other index may serve it too, and has its own order.
        const expected = [...idsOf(plain.documents('things').find(filter))].sort();
        expect([...idsOf(indexed.documents('things').find(filter))].sort()).toEqual(expected);
        found += expected.length;
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(200);
  });
});

const numberOf = ({ _id }: PlainDocument): number => Number(_id.slice(1));

/** A polygon with its corners in order around a point, some of them far off, so that edges bulge. */
const polygon = fc
  .record({
    centre: position.filter(([, latitude]) => Math.abs(latitude) <= 89.9),
    reach: fc.constantFrom(0.05, 1, 20, 70),
    parts: fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 3, maxLength: 8 }),
  })
  .map(({ centre, reach, parts }) => {
    const corners = parts.map((part, at) => around(centre, part * reach, (at / parts.length) * 2 * Math.PI));
    return { type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] };
  });

/** So many degrees away from a point in some direction. */
function around([longitude, latitude]: Position, away: number, bearing: number): Position {
  const radians = Math.PI / 180;
  const [up, far] = [latitude * radians, away * radians];
  const height = Math.sin(up) * Math.cos(far) + Math.cos(up) * Math.sin(far) * Math.cos(bearing);
  const turn = Math.atan2(Math.sin(bearing) * Math.sin(far) * Math.cos(up), Math.cos(far) - Math.sin(up) * height);
  const east = longitude + turn / radians;
  return [((east + 540) % 360) - 180, Math.asin(Math.max(-1, Math.min(1, height))) / radians];
}

const area = fc.oneof(
  fc.tuple(position, fc.constantFrom(0, 0.001, 0.02, 0.5, 2, 4)).map(([centre, radius]) => ({
    $geoWithin: { $centerSphere: [centre, radius] },
  })),
  polygon.map(($geometry) => ({ $geoWithin: { $geometry } })),
  polygon.map(($geometry) => ({ $geoIntersects: { $geometry } })),
  position.map((at) => ({ $geoIntersects: { $geometry: point(at) } })),
  fc.array(polygon, { minLength: 1, maxLength: 2 }).map((polygons) => ({
    $geoWithin: { $geometry: { type: 'MultiPolygon', coordinates: polygons.map(({ coordinates }) => coordinates) } },
  })),
);
