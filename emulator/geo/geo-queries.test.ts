import type { SdkCloud, SdkDatabase, SdkQuery } from '../testing/sdk-database';
import { sdkCloud } from '../testing/sdk-database';

const collections = [
  {
    name: 'stations',
    indexes: [
      { name: 'place', keys: [['place', '2dsphere']] },
      {
        name: 'kind-place',
        keys: [
          ['kind', 1],
          ['entrance.at', '2dsphere'],
        ],
      },
      { name: 'visits', keys: [['visits.at', '2dsphere']] },
    ],
  },
] as const;

let sdk: SdkCloud;

beforeEach(async () => {
  sdk = await sdkCloud(collections, { strict: true });
});

afterEach(() => sdk.cloud.close());

const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] });

/** Around 北蔡: metres to the east of it are about 95,000 a degree, to the north about 111,000. */
const seeds = [
  { _id: 'here', place: point(121.55, 31.19), state: 'open', rank: 3 },
  { _id: 'east-1km', place: point(121.5605, 31.19), state: 'shut', rank: 1 },
  { _id: 'north-2km', place: point(121.55, 31.208), state: 'open', rank: 4 },
  { _id: 'far', place: point(116.4, 39.9), state: 'open', rank: 2 },
  { _id: 'nowhere', state: 'open', rank: 0 },
  { _id: 'null', place: null, state: 'open', rank: 0 },
];

async function ids(query: (stations: SdkQuery, database: SdkDatabase) => SdkQuery): Promise<readonly string[]> {
  return sdk.using(async (database) => {
    const { data } = await query(database.collection('stations'), database).get();
    return data.map(({ _id }) => _id);
  });
}

const raw = (filter: Readonly<Record<string, unknown>>): Promise<readonly string[]> =>
  ids((stations) => stations.options({ raw: true }).where(filter));

const near = (distances: Readonly<Record<string, number>> = {}) => ({
  place: { $nearSphere: { $geometry: point(121.55, 31.19), ...distances } },
});

const box = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

describe('the stations near a place', () => {
  beforeEach(() => {
    sdk.cloud.documents('stations').insertMany(seeds);
  });

  const geoNear =
    (options: Readonly<Record<string, number>> = {}, more: Readonly<Record<string, unknown>> = {}) =>
    (stations: SdkQuery, { command: _, Geo }: SdkDatabase): SdkQuery =>
      stations.where({ place: _.geoNear({ geometry: new Geo.Point(121.55, 31.19), ...options }), ...more });

  it('come nearest first; those without a place do not come', async () => {
    expect(await ids(geoNear())).toEqual(['here', 'east-1km', 'north-2km', 'far']);
  });

  it('come page by page', async () => {
    expect(await ids((...asked) => geoNear()(...asked).limit(2))).toEqual(['here', 'east-1km']);
    expect(
      await ids((...asked) =>
        geoNear()(...asked)
          .skip(1)
          .limit(2),
      ),
    ).toEqual(['east-1km', 'north-2km']);
    expect(await ids((...asked) => geoNear()(...asked).skip(9))).toEqual([]);
  });

  it.each([
    [{ maxDistance: 1500 }, ['here', 'east-1km']],
    [{ minDistance: 500 }, ['east-1km', 'north-2km', 'far']],
    [{ minDistance: 500, maxDistance: 1500 }, ['east-1km']],
    [{ maxDistance: 0 }, ['here']],
    [{ minDistance: 3000, maxDistance: 1000 }, []],
    [{ minDistance: 3_000_000 }, []],
  ])('come within %j metres', async (distances, expected) => {
    expect(await ids(geoNear(distances))).toEqual(expected);
  });

  it('come only if they meet the other conditions too', async () => {
    expect(await ids(geoNear({}, { state: 'open' }))).toEqual(['here', 'north-2km', 'far']);
  });

  it('may be asked for by _.and, where the SDK sends null for a distance that is left out', async () => {
    const both = (distances: Readonly<Record<string, number>>) =>
      ids((stations, { command: _, Geo }) =>
        stations.where(
          _.and([{ place: _.geoNear({ geometry: new Geo.Point(121.55, 31.19), ...distances }) }, { rank: _.gt(2) }]),
        ),
      );
    expect(await both({ minDistance: 0, maxDistance: 5000 })).toEqual(['here', 'north-2km']);
    await expect(both({ maxDistance: 5000 })).rejects.toMatchObject({ message: '$minDistance must be a number' });
  });

  it('come in another order if one is asked for', async () => {
    expect(
      await ids((...asked) =>
        geoNear({ maxDistance: 5000 })(...asked)
          .orderBy('rank', 'desc')
          .limit(2),
      ),
    ).toEqual(['north-2km', 'here']);
  });

  it('come in the order in which they were added where they are equally far', async () => {
    sdk.cloud.documents('stations').insertMany([
      { _id: 'z', place: point(121.55, 31.19) },
      { _id: 'a', place: point(121.55, 31.19) },
    ]);
    expect(await ids((...asked) => geoNear()(...asked).limit(4))).toEqual(['here', 'z', 'a', 'east-1km']);
  });

  it('are found where they have moved to, and not after they are gone', async () => {
    const stations = sdk.cloud.documents('stations');
    stations.update({ _id: 'far' }, { $set: { place: point(121.551, 31.19) } });
    stations.update({ _id: 'here' }, { $unset: { place: '' } });
    stations.update({ _id: 'nowhere' }, { $set: { place: point(121.56, 31.19) } });
    stations.remove({ _id: 'east-1km' });
    expect(await ids(geoNear())).toEqual(['far', 'nowhere', 'north-2km']);
  });

  it('are changed and removed by the same filter, a single one being the nearest', async () => {
    const outcome = await sdk.using(async (database) => {
      const stations = database.collection('stations').options({ raw: true });
      const { doc } = await stations.where(near({ $minDistance: 500 })).updateAndReturn({ seen: true });
      const { deleted } = await stations.where(near({ $maxDistance: 5000 })).remove();
      return [doc?._id, deleted];
    });
    expect(outcome).toEqual(['east-1km', 3]);
  });

  it('come nearest first inside a transaction, with what it has written', async () => {
    const seen = await sdk.using(async (database) => {
      const transaction = await database.startTransaction();
      const inside = transaction.collection('stations');
      await inside.doc('far').update({ place: point(121.552, 31.19) });
      await inside.doc('here').remove();
      const { data } = await inside.options({ raw: true }).where(near()).limit(3).get();
      const { data: within } = await inside.options({ raw: true }).where(within1km).get();
      await transaction.rollback();
      return [data.map(({ _id }) => _id), within.map(({ _id }) => _id)];
    });
    expect(seen).toEqual([['far', 'east-1km', 'north-2km'], ['far']]);
    expect(await raw(within1km)).toEqual(['here']);
  });

  it('may be asked for with the point itself in the middle, or by $near', async () => {
    expect(await raw({ place: { $near: point(121.55, 31.19), $maxDistance: 1500 } })).toEqual(['here', 'east-1km']);
    expect(
      await raw({ place: { $near: { $minDistance: 0, $maxDistance: 5, $geometry: point(121.55, 31.19) } } }),
    ).toEqual(['here']);
  });
});

const within1km = { place: { $geoWithin: { $centerSphere: [[121.55, 31.19], 900 / 6378100] } } };

describe('the stations in an area', () => {
  beforeEach(() => {
    sdk.cloud.documents('stations').insertMany(seeds);
  });

  it('come by polygons as the SDK draws them, holes left out', async () => {
    const filters = await sdk.using((database) => {
      const { command: _, Geo } = database;
      const ring = (west: number, south: number, east: number, north: number) =>
        new Geo.LineString(
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ].map(([longitude = 0, latitude = 0]) => new Geo.Point(longitude, latitude)),
        );
      const outer = ring(121.5, 31.1, 121.6, 31.3);
      const shapes = [
        new Geo.Polygon([outer]),
        new Geo.Polygon([outer, ring(121.54, 31.18, 121.555, 31.2)]),
        new Geo.MultiPolygon([new Geo.Polygon([ring(116, 39, 117, 40)]), new Geo.Polygon([outer])]),
      ];
      return Promise.resolve([
        ...shapes.map((geometry) => ({ place: _.geoWithin({ geometry }) })),
        ...shapes.map((geometry) => ({ place: _.geoIntersects({ geometry }) })),
        { place: _.geoIntersects({ geometry: new Geo.Point(116.4, 39.9) }) },
      ]);
    });
    const answers = [];
    for (const filter of filters) answers.push(await ids((stations) => stations.where(filter)));
    const [all, holed, both] = [
      ['here', 'east-1km', 'north-2km'],
      ['east-1km', 'north-2km'],
      ['here', 'east-1km', 'north-2km', 'far'],
    ];
    expect(answers).toEqual([all, holed, both, all, holed, both, ['far']]);
  });

  it('come by a circle on the globe', async () => {
    expect(await raw(within1km)).toEqual(['here']);
    expect(await raw({ place: { $geoWithin: { $centerSphere: [[121.55, 31.19], 1100 / 6378100] } } })).toEqual([
      'here',
      'east-1km',
    ]);
  });

  it('are counted, sorted, and meet other conditions', async () => {
    const filter = { place: { $geoWithin: { $geometry: box(121.5, 31.1, 121.6, 31.3) } } };
    const total = await sdk.using((database) =>
      database.collection('stations').options({ raw: true }).where(filter).count(),
    );
    expect(total).toMatchObject({ total: 3 });
    expect(await ids((stations) => stations.options({ raw: true }).where(filter).orderBy('rank', 'asc'))).toEqual([
      'east-1km',
      'here',
      'north-2km',
    ]);
    expect(await raw({ ...filter, state: 'shut' })).toEqual(['east-1km']);
    expect(await raw({ $or: [filter, { _id: 'far' }] })).toEqual(['here', 'east-1km', 'north-2km', 'far']);
    expect(await raw({ place: { $not: filter.place }, _id: { $in: ['far', 'here', 'nowhere'] } })).toEqual([
      'far',
      'nowhere',
    ]);
  });

  it('are found with the parallels curved as on the globe, not straight as on the map', async () => {
    const stations = sdk.cloud.documents('stations');
    stations.clear();
    stations.insertMany([
      { _id: 'above-the-parallel', place: point(45, 50.5) },
      { _id: 'below-the-parallel', place: point(45, 49.5) },
    ]);
    expect(await raw({ place: { $geoWithin: { $geometry: box(0, 50, 90, 60) } } })).toEqual([]);
    expect(await raw({ place: { $geoWithin: { $geometry: box(0, 40, 90, 50) } } })).toEqual(['above-the-parallel']);
    expect(await raw({ place: { $geoWithin: { $geometry: box(0, 30, 90, 40) } } })).toEqual(['below-the-parallel']);
  });

  it('are found across the date line and around a pole', async () => {
    const stations = sdk.cloud.documents('stations');
    stations.clear();
    stations.insertMany([
      { _id: 'fiji', place: point(179.9, -17) },
      { _id: 'beyond', place: point(-179.9, -17) },
      { _id: 'pole', place: point(12, 89) },
    ]);
    const line = [
      [179, -18],
      [-179, -18],
      [-179, -16],
      [179, -16],
      [179, -18],
    ];
    const cap = [
      [0, 80],
      [120, 80],
      [-120, 80],
      [0, 80],
    ];
    expect(await raw({ place: { $geoWithin: { $geometry: { type: 'Polygon', coordinates: [line] } } } })).toEqual([
      'fiji',
      'beyond',
    ]);
    expect(await raw({ place: { $geoWithin: { $geometry: { type: 'Polygon', coordinates: [cap] } } } })).toEqual([
      'pole',
    ]);
  });
});

describe('an index of places', () => {
  it.each([
    [{ type: 'Point', coordinates: [200, 31] }, 'longitude/latitude is out of bounds, lng: 200 lat: 31'],
    [{ type: 'Point', coordinates: [31, 121] }, 'longitude/latitude is out of bounds, lng: 31 lat: 121'],
    [{ type: 'Point', coordinates: ['121', 31] }, 'Point must only contain numeric elements, instead got type string'],
    [{ type: 'Point', coordinates: [121] }, 'Point must only contain numeric elements, instead got type missing'],
    [{ type: 'Point' }, 'GeoJSON coordinates must be an array, instead got type missing'],
    [{ type: 'Circle', coordinates: [121, 31] }, 'unknown GeoJSON type: "Circle"'],
    [{ name: '北蔡' }, 'unknown GeoJSON type'],
    ['121,31', 'Point must be an array or object, instead got type string'],
    [5, 'Point must be an array or object, instead got type int'],
    [{ ...point(1, 2), crs: { type: 'name', properties: { name: 'EPSG:3857' } } }, 'Unknown CRS name: EPSG:3857'],
    [{ ...point(1, 2), crs: 'EPSG:4326' }, 'GeoJSON CRS must be an object'],
    [{ ...point(1, 2), crs: { properties: { name: 'EPSG:4326' } } }, 'GeoJSON CRS must have field "type": "name"'],
    [{ ...point(1, 2), crs: { type: 'name' } }, 'CRS must have field "properties" which is an object'],
    [{ ...point(1, 2), crs: { type: 'name', properties: {} } }, 'In CRS, "properties.name" must be a string'],
  ])('refuses %j', async (place, words) => {
    const stations = sdk.cloud.documents('stations');
    stations.insert({ _id: 'x', place: point(1, 2) });
    const failure = {
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringMatching(/^Can't extract geo keys: field 'place' {2}/) as string,
    };
    const told = { message: expect.stringContaining(words) as string };
    const add = sdk.using((database) => database.collection('stations').add({ place }));
    await expect(add).rejects.toMatchObject(failure);
    await expect(add).rejects.toMatchObject(told);
    const change = sdk.using((database) => database.collection('stations').doc('x').set({ place }));
    await expect(change).rejects.toMatchObject(failure);
    const inside = sdk.using((database) =>
      database.runTransaction((transaction) => transaction.collection('stations').add({ place })),
    );
    await expect(inside).rejects.toMatchObject(failure);
    expect(stations.find()).toEqual([{ _id: 'x', place: point(1, 2) }]);
  });

  it.each([[null], [[]], [{}], [undefined]])('passes over %j', async (place) => {
    await sdk.using((database) => database.collection('stations').add({ _id: 'x', place }));
    expect(await raw(near())).toEqual([]);
  });

  it.each([[[121.55, 31.19]], [{ lng: 121.55, lat: 31.19 }], [{ type: 'Point', coordinates: [121.55, 31.19, 4] }]])(
    'takes %j',
    async (place) => {
      await sdk.using((database) => database.collection('stations').add({ _id: 'x', place }));
      expect(await raw(near({ $maxDistance: 1 }))).toEqual(['x']);
      expect(await raw(within1km)).toEqual(['x']);
    },
  );

  it('serves a second field only together with the first', async () => {
    sdk.cloud.documents('stations').insertMany([
      { _id: 'a', kind: 'street', entrance: { at: point(121, 31) } },
      { _id: 'b', kind: 'park', entrance: { at: point(121, 31) } },
    ]);
    const at = { 'entrance.at': { $nearSphere: { $geometry: point(121, 31) } } };
    expect(await raw({ ...at, kind: 'park' })).toEqual(['b']);
    await expect(raw(at)).rejects.toMatchObject({
      message: expect.stringContaining('unable to find index for $geoNear query') as string,
    });
  });

  it('files a document under each of its places, and finds it by the nearest', async () => {
    sdk.cloud.documents('stations').insertMany([
      { _id: 'twice', visits: [{ at: point(121, 31) }, { at: point(121.2, 31) }] },
      { _id: 'between', visits: [{ at: point(121.1, 31) }] },
    ]);
    const at = (longitude: number, distances = {}) => ({
      'visits.at': { $nearSphere: { $geometry: point(longitude, 31), ...distances } },
    });
    expect(await raw(at(121.21))).toEqual(['twice', 'between']);
    expect(await raw(at(121.09))).toEqual(['between', 'twice']);
    expect(await raw(at(121.21, { $minDistance: 5000 }))).toEqual(['between']);
    sdk.cloud.documents('stations').update({ _id: 'twice' }, { $pop: { visits: 1 } });
    expect(await raw(at(121.21))).toEqual(['between', 'twice']);
  });
});

describe('a geo query that is wrong', () => {
  const refused: readonly (readonly [filter: Readonly<Record<string, unknown>>, words: string])[] = [
    [{ at: { $nearSphere: { $geometry: point(1, 2) } } }, 'unable to find index for $geoNear query'],
    [{ $or: [near(), { _id: 'x' }] }, 'geo $near must be top-level expr'],
    [{ $nor: [near()] }, 'geo $near must be top-level expr'],
    [{ place: { $not: near().place } }, 'geo $near must be top-level expr'],
    [{ list: { $elemMatch: near() } }, 'geo $near must be top-level expr'],
    [{ $and: [near(), near()] }, 'Too many geoNear expressions'],
    [{ place: { ...near().place, $exists: true } }, 'geo near accepts just one argument'],
    [{ place: { ...near().place, $maxDistance: 5 } }, 'Extra field found: $maxDistance'],
    [near({ $maxDistance: -1 }), '$maxDistance must be non-negative'],
    [near({ $near: 1 }), 'invalid argument in geo near query: $near'],
    [{ place: { $nearSphere: { $geometry: point(1, 2), $minDistance: '5' } } }, '$minDistance must be a number'],
    [{ place: { $nearSphere: { $geometry: 5 } } }, '$geometry is required for geo near query'],
    [{ place: { $nearSphere: { $geometry: point(1, 2), $box: 5 } } }, 'invalid argument in geo near query: $box'],
    [{ place: { $nearSphere: { at: point(1, 2) } } }, 'invalid point provided to geo near query'],
    [{ place: { $nearSphere: 5 } }, 'geo near query argument is not an object'],
    [{ place: { $near: { $geometry: point(181, 0) } } }, 'longitude/latitude is out of bounds, lng: 181 lat: 0'],
    [{ place: { $near: { $geometry: box(1, 1, 2, 2) } } }, '$near requires a point'],
    [{ place: { $near: [121, 31] } }, 'unable to find index for $geoNear query'],
    [{ place: { $nearSphere: [121] } }, 'Point must only contain numeric elements, instead got type missing'],
    [{ place: { $nearSphere: [181, 31] } }, 'longitude/latitude is out of bounds, lng: 181 lat: 31'],
    [{ place: { $nearSphere: [121, 31], $maxDistance: -1 } }, '$maxDistance must be non-negative'],
    [{ place: { $nearSphere: [121, 31], $box: 1 } }, 'invalid argument in geo near query: $box'],
    [{ place: { $geoWithin: 5 } }, 'geometry must be an object'],
    [{ place: { $geoWithin: {} } }, "geo query doesn't have any geometry"],
    [{ place: { $geoWithin: { $circle: 1 } } }, 'unknown geo specifier: $circle'],
    [{ place: { $geoWithin: { $box: [], $center: [] } } }, "$geoWithin doesn't accept multiple shapes"],
    [{ place: { $geoWithin: { $geometry: box(1, 1, 2, 2) }, $exists: true } }, "can't parse extra field: $exists"],
    [{ place: { $geoWithin: { $geometry: point(1, 2) } } }, '$within not supported with provided geometry'],
    [{ place: { $geoWithin: { $geometry: { type: 'Blob' } } } }, 'unknown GeoJSON type'],
    ...[
      {
        $box: [
          [0, 0, 0],
          [9, 9],
        ],
      },
      { $center: [[1, 2, 3], 1] },
      { $centerSphere: [{ lng: 1, lat: 2, height: 3 }, 1] },
      {
        $polygon: [
          [0, 0],
          [1, 1],
          [2, 0, 0],
        ],
      },
    ].map((shape): readonly [Readonly<Record<string, unknown>>, string] => [
      { place: { $geoWithin: shape } },
      'Point must only contain two numeric elements',
    ]),
    [{ place: { $geoWithin: { $center: [[1, 2], 3, 4] } } }, 'Only 2 fields allowed for circular region'],
    [{ place: { $geoWithin: { $polygon: [[1, 2]] } } }, 'Polygon must have at least 3 points'],
    [{ place: { $geoIntersects: { $box: [] } } }, '$geoIntersect not supported with provided geometry'],
    [{ place: { $geoWithin: { $centerSphere: [[1, 2], -1] } } }, 'Radius must be a non-negative number'],
    [{ place: { $geoWithin: { $centerSphere: [1, 2] } } }, 'Point must be an array or object, instead got type int'],
    [
      { place: { $geoIntersects: { $geometry: { type: 'LineString', coordinates: [] } } } },
      'GeoJSON LineString must have at least 2 vertices',
    ],
  ];

  it.each(refused)('%j is refused in words', async (filter, words) => {
    await expect(raw(filter)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(words) as string,
    });
  });

  it('may not sort by distance where there is no order: in a count and in $pull', async () => {
    const words = { message: expect.stringContaining('$nearSphere are not allowed in this context') as string };
    const count = sdk.using((database) => database.collection('stations').options({ raw: true }).where(near()).count());
    await expect(count).rejects.toMatchObject(words);
    expect(() => sdk.cloud.documents('stations').update({}, { $pull: { list: near() } })).toThrow(
      'not allowed in this context',
    );
  });
});

describe('without the strict rule', () => {
  it('sorts by distance without an index too, and says which one the cloud will want', async () => {
    sdk.cloud.documents('stations').insertMany(seeds);
    const indexed = await raw(near());
    sdk.cloud.close();
    sdk = await sdkCloud([{ name: 'stations', indexes: [] }]);
    sdk.cloud.documents('stations').insertMany([...seeds].reverse());
    expect(await raw(near())).toEqual(indexed);
    expect(indexed.length).toBeGreaterThan(2);
    expect(sdk.cloud.journal.warnings.list()[0]?.text).toContain('建议的索引：(place 2dsphere)');
  });

  it('finds places that no index holds, on the globe and on the flat map', async () => {
    sdk.cloud.close();
    sdk = await sdkCloud([{ name: 'stations', indexes: [] }]);
    sdk.cloud.documents('stations').insertMany([...seeds, { _id: 'wrong', place: point(200, 100) }]);
    expect(await raw(within1km)).toEqual(['here']);
    const corners = [
      [121.5, 31.19],
      [121.6, 31.2],
    ];
    expect(await raw({ place: { $geoWithin: { $box: corners } } })).toEqual(['here', 'east-1km']);
    expect(await raw({ place: { $geoWithin: { $center: [[121.55, 31.19], 0.0179] } } })).toEqual(['here', 'east-1km']);
    sdk.cloud.documents('stations').insert({ place: { type: 'Polygon', coordinates: [] } });
    expect(await raw(within1km)).toEqual(['here']);
  });
});
