import type { SdkCloud, SdkDatabase, SdkQuery } from '../testing/sdk-database';
import { sdkCloud } from '../testing/sdk-database';

type Filter = Readonly<Record<string, unknown>>;
type Position = readonly [longitude: number, latitude: number];

let sdk: SdkCloud;

beforeEach(async () => {
  sdk = await sdkCloud([{ name: 'lands', indexes: [{ name: 'area', keys: [['area', '2dsphere']] }] }], {
    strict: true,
  });
});

afterEach(() => sdk.cloud.close());

async function ids(query: (lands: SdkQuery, database: SdkDatabase) => SdkQuery): Promise<readonly string[]> {
  return sdk.using(async (database) => {
    const { data } = await query(database.collection('lands'), database).get();
    return data.map(({ _id }) => _id);
  });
}

const raw = (filter: Filter): Promise<readonly string[]> => ids((lands) => lands.options({ raw: true }).where(filter));

const point = (...coordinates: Position) => ({ type: 'Point', coordinates });
const line = (...coordinates: readonly Position[]) => ({ type: 'LineString', coordinates });
const ring = (west: number, south: number, east: number, north: number): readonly Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const box = (...bounds: readonly [number, number, number, number]) => ({
  type: 'Polygon',
  coordinates: [ring(...bounds)],
});
const holed = { type: 'Polygon', coordinates: [ring(0, 0, 10, 10), ring(4, 4, 6, 6)] };

const within = ($geometry: object) => ({ area: { $geoWithin: { $geometry } } });
const meeting = ($geometry: object) => ({ area: { $geoIntersects: { $geometry } } });

/** Around the Gulf of Guinea, where a degree is as long either way: about 111 kilometres. */
const lands = [
  { _id: 'point', area: point(1, 1) },
  { _id: 'road', area: line([2, 2], [3, 3]) },
  { _id: 'field', area: box(1, 7, 2, 8) },
  { _id: 'ring road', area: line([3, 3], [7, 3], [7, 7], [3, 7], [3, 3]) },
  {
    _id: 'two points',
    area: {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [20, 20],
      ],
    },
  },
  {
    _id: 'two roads',
    area: {
      type: 'MultiLineString',
      coordinates: [
        [
          [8, 1],
          [9, 1],
        ],
        [
          [8, 2],
          [9, 2],
        ],
      ],
    },
  },
  { _id: 'two fields', area: { type: 'MultiPolygon', coordinates: [[ring(8, 8, 9, 9)], [ring(30, 30, 31, 31)]] } },
  { _id: 'all sorts', area: { type: 'GeometryCollection', geometries: [point(5, 1), line([5, 1.5], [5, 2])] } },
  { _id: 'far', area: box(40, 40, 41, 41) },
];

describe('lines, polygons and collections', () => {
  beforeEach(() => {
    sdk.cloud.documents('lands').insertMany(lands);
  });

  it('are within an area with all of their parts', async () => {
    const inside = ['point', 'road', 'field', 'two roads', 'all sorts'];
    expect(await raw(within(box(0, 0, 10, 10)))).toEqual([
      'point',
      'road',
      'field',
      'ring road',
      'two roads',
      'all sorts',
    ]);
    expect(await raw(within(box(0, 0, 10, 6)))).toEqual(['point', 'road', 'two roads', 'all sorts']);
    expect(await raw({ ...within(holed), _id: { $ne: 'ring road' } })).toEqual(inside);
    expect(
      await raw(within({ type: 'MultiPolygon', coordinates: [[ring(0, 0, 10, 10)], [ring(15, 15, 25, 25)]] })),
    ).toEqual([...['point', 'road', 'field', 'ring road', 'two points', 'two roads', 'all sorts']]);
    expect(
      await raw(within({ type: 'GeometryCollection', geometries: [point(0, 0), box(0.5, 0.5, 3.5, 3.5)] })),
    ).toEqual([...['point', 'road']]);
  });

  it('are within a circle on the globe if what is farthest of them is', async () => {
    const degrees = (radius: number) => ({
      area: { $geoWithin: { $centerSphere: [[2, 2], (radius * Math.PI) / 180] } },
    });
    expect(await raw(degrees(1.42))).toEqual(['point', 'road']);
    expect(await raw(degrees(1.41))).toEqual([]);
    expect(await raw(degrees(180))).toHaveLength(lands.length);
  });

  it.each<[string, object, readonly string[]]>([
    ['a point on a line', point(3, 5), ['ring road']],
    ['a point in a polygon', point(1.5, 7.5), ['field']],
    ['a point on its edge', point(1, 7.5), ['field']],
    ['a line across others', line([0, 2.5], [10, 2.5]), ['road']],
    ['a line from end to start', line([1, 1], [2, 2]), ['point', 'road']],
    [
      'lines',
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [8.5, 0],
            [8.5, 1.5],
          ],
          [
            [1.5, 6],
            [1.5, 9],
          ],
        ],
      },
      ['field', 'two roads'],
    ],
    [
      'points',
      {
        type: 'MultiPoint',
        coordinates: [
          [20, 20],
          [40.5, 40.5],
        ],
      },
      ['two points', 'far'],
    ],
    ['a polygon around a part', box(29, 29, 32, 32), ['two fields']],
    ['a polygon in a part', box(30.4, 30.4, 30.6, 30.6), ['two fields']],
    [
      'a polygon with a hole',
      { type: 'Polygon', coordinates: [ring(2.5, 2.5, 7.5, 7.5), ring(2.9, 2.9, 7.1, 7.1)] },
      ['road'],
    ],
    [
      'a collection',
      { type: 'GeometryCollection', geometries: [point(5, 1), line([1, 1], [1, 0])] },
      ['point', 'all sorts'],
    ],
  ])('meet %s', async (_, shape, expected) => {
    expect(await raw(meeting(shape))).toEqual(expected);
  });

  it('come nearest first, by their nearest part; from inside of a polygon there is no way to go', async () => {
    const near = (from: Position, distances: object = {}) => ({
      area: { $nearSphere: { $geometry: point(...from), ...distances } },
    });
    expect((await raw(near([1.5, 7.5]))).slice(0, 2)).toEqual(['field', 'ring road']);
    expect(await raw(near([1.5, 7.5], { $maxDistance: 0 }))).toEqual(['field']);
    expect(await raw(near([5, 5], { $maxDistance: 223_000 }))).toEqual(['ring road']);
    expect(await raw(near([5, 5], { $maxDistance: 221_000 }))).toEqual([]);
    expect(await raw(near([20, 20.5], { $maxDistance: 60_000 }))).toEqual(['two points']);
    expect((await raw(near([40.5, 40.5]))).slice(0, 3)).toEqual(['far', 'two fields', 'two points']);
    expect(await raw(near([1.5, 7.5], { $minDistance: 1, $maxDistance: 200_000 }))).toEqual(['ring road']);
  });

  it('are found where they have been moved to', async () => {
    const documents = sdk.cloud.documents('lands');
    documents.update({ _id: 'far' }, { $set: { area: line([1.2, 7.5], [1.4, 7.5]) } });
    documents.update({ _id: 'field' }, { $set: { area: point(50, 50) } });
    documents.remove({ _id: 'road' });
    expect(await raw(meeting(box(0, 0, 2.9, 10)))).toEqual(['point', 'two points', 'far']);
    expect(await raw(within(box(49, 49, 51, 51)))).toEqual(['field']);
  });

  it('come as the SDK builds them, in documents and in queries', async () => {
    const answers = await sdk.using(async (database) => {
      const { command: _, Geo } = database;
      const at = (...[longitude, latitude]: Position) => new Geo.Point(longitude, latitude);
      const road = new Geo.LineString([at(60, 10), at(61, 10)]);
      const square = new Geo.LineString(ring(70, 10, 71, 11).map((position) => at(...position)));
      const documents = database.collection('lands');
      await documents.add({ _id: 'built road', area: road });
      await documents.add({ _id: 'built field', area: new Geo.Polygon([square]) });
      await documents.add({ _id: 'built points', area: new Geo.MultiPoint([at(80, 10), at(81, 10)]) });
      await documents.add({ _id: 'built roads', area: new Geo.MultiLineString([road]) });
      const shapes = [
        new Geo.LineString([at(60.5, 9), at(60.5, 11)]),
        new Geo.MultiLineString([
          new Geo.LineString([at(70.5, 9), at(70.5, 12)]),
          new Geo.LineString([at(1, 1), at(0, 0)]),
        ]),
        new Geo.MultiPoint([at(80, 10), at(5, 1)]),
        new Geo.MultiPolygon([new Geo.Polygon([square])]),
      ];
      const found = [];
      for (const geometry of shapes) {
        const { data } = await documents.where({ area: _.geoIntersects({ geometry }) }).get();
        found.push(data.map(({ _id }) => _id));
      }
      return found;
    });
    expect(answers).toEqual([
      ['built road', 'built roads'],
      ['point', 'built field'],
      ['all sorts', 'built points'],
      ['built field'],
    ]);
  });
});

describe('a polygon drawn by strict winding', () => {
  const crs = { type: 'name', properties: { name: 'urn:x-mongodb:crs:strictwinding:EPSG:4326' } };
  const clockwise = { type: 'Polygon', coordinates: [[...ring(0, 0, 10, 10)].reverse()], crs };

  it('has its inside to the left of its edge, be that most of the earth', async () => {
    sdk.cloud.documents('lands').insertMany(lands);
    expect(await raw(meeting({ ...box(0, 0, 10, 10), crs }))).toContain('point');
    expect(await raw(meeting(clockwise))).toEqual(['two points', 'two fields', 'far']);
    expect(await raw(within(clockwise))).toEqual(['far']);
  });

  it('is for queries only, one ring, and no other shape', async () => {
    await expect(sdk.using((database) => database.collection('lands').add({ area: clockwise }))).rejects.toMatchObject({
      message: expect.stringContaining("can't project geometry into spherical CRS") as string,
    });
    await expect(raw(meeting({ ...holed, crs }))).rejects.toMatchObject({
      message: 'Only one simple loop is allowed in a big polygon',
    });
    await expect(raw(meeting({ ...point(1, 1), crs }))).rejects.toMatchObject({
      message: 'Strict winding order is only supported by polygon',
    });
  });
});

describe('the older ways to ask', () => {
  beforeEach(async () => {
    sdk.cloud.close();
    sdk = await sdkCloud([{ name: 'lands', indexes: [{ name: 'area', keys: [['area', '2dsphere']] }] }]);
    sdk.cloud.documents('lands').insertMany([
      { _id: 'pair', area: [1, 1] },
      { _id: 'named', area: { lng: 2, lat: 2 } },
      { _id: 'geojson', area: point(3, 3) },
      { _id: 'road', area: line([1, 1], [3, 3]) },
    ]);
  });

  const degree = Math.PI / 180;

  it.each<[string, object, readonly string[]]>([
    [
      '$nearSphere by a pair, distances as angles',
      { $nearSphere: [1, 1], $maxDistance: 2 * degree },
      ['pair', 'road', 'named'],
    ],
    ['$nearSphere by names', { $nearSphere: { lng: 3, lat: 3 }, $maxDistance: degree }, ['geojson', 'road']],
    ['$nearSphere with its distance as a third number', { $nearSphere: [1, 1, degree] }, ['pair', 'road']],
    ['$nearSphere with a least distance', { $nearSphere: [1, 1], $minDistance: degree }, ['named', 'geojson']],
    ['$near on the flat map, in degrees', { $near: [1, 1], $maxDistance: 1.5 }, ['pair', 'named']],
    [
      '$geoWithin a flat polygon',
      {
        $geoWithin: {
          $polygon: [
            [0, 0],
            [2.5, 0],
            [2.5, 2.5],
            [0, 2.5],
          ],
        },
      },
      ['pair', 'named'],
    ],
    ['$geoWithin a flat triangle', { $geoWithin: { $polygon: { a: [0, 0], b: [4, 0], c: [4, 3.5] } } }, []],
    [
      '$within',
      {
        $within: {
          $box: [
            [0, 0],
            [2.5, 2.5],
          ],
        },
      },
      ['pair', 'named'],
    ],
    [
      'a box by its other corners',
      {
        $geoWithin: {
          $box: [
            [2.5, 0],
            [0, 2.5],
          ],
        },
      },
      ['pair', 'named'],
    ],
    [
      '$uniqueDocs, which means nothing any more',
      { $within: { $center: [[1, 1], 1.5], $uniqueDocs: true } },
      ['pair', 'named'],
    ],
  ])('%s', async (_, test, expected) => {
    expect(await raw({ area: test })).toEqual(expected);
  });
});

describe('a shape that is none', () => {
  it.each<[object, string]>([
    [line([1, 1]), 'GeoJSON LineString must have at least 2 vertices'],
    [line([1, 1], [1, 1]), 'GeoJSON LineString must have at least 2 vertices'],
    [line([0, 0], [180, 0]), 'GeoJSON LineString is not valid'],
    [
      { type: 'LineString', coordinates: 5 },
      'GeoJSON coordinates must be an array of coordinates, instead got type int',
    ],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
      'Loop must have at least 3 different vertices',
    ],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
            [1, 0],
          ],
        ],
      },
      'Loop is not closed',
    ],
    [{ type: 'MultiPoint', coordinates: [] }, 'MultiPoint coordinates must have at least 1 element'],
    [{ type: 'MultiPolygon', coordinates: {} }, 'MultiPolygon coordinates must be an array'],
    [{ type: 'MultiLineString', coordinates: [] }, 'MultiLineString coordinates must have at least 1 element'],
    [{ type: 'GeometryCollection' }, 'GeometryCollection geometries must be an array, instead got type missing'],
    [{ type: 'GeometryCollection', geometries: [] }, 'GeometryCollection geometries must have at least 1 element'],
    [{ type: 'GeometryCollection', geometries: [5] }, 'Element 0 of "geometries" is not an object'],
    [
      { type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [point(1, 1)] }] },
      'GeometryCollections cannot hold other collections',
    ],
  ])('is refused: %j', async (area, words) => {
    const add = sdk.using((database) => database.collection('lands').options({ raw: true }).where(meeting(area)).get());
    await expect(add).rejects.toMatchObject({ message: expect.stringContaining(words) as string });
    expect(() => sdk.cloud.documents('lands').insert({ area })).toThrow(words);
  });
});
