import { distanceM, directionOf } from '../geo/sphere';
import { rawPipeline, stagesOn } from '../testing/pipelines';
import type { SdkCloud } from '../testing/sdk-database';
import { sdkCloud } from '../testing/sdk-database';

type Plain = Readonly<Record<string, unknown>>;

let sdk: SdkCloud;

beforeEach(async () => {
  sdk = await sdkCloud(
    [
      { name: 'stations', indexes: [{ name: 'place', keys: [['place', '2dsphere']] }] },
      {
        name: 'twice',
        indexes: [
          { name: 'a', keys: [['a', '2dsphere']] },
          { name: 'b', keys: [['b', '2dsphere']] },
        ],
      },
      { name: 'bare', indexes: [] },
    ],
    { strict: true },
  );
  sdk.cloud.documents('stations').insertMany([
    { _id: 'far', place: point(116.4, 39.9), open: true },
    { _id: 'here', place: point(121.55, 31.19), open: true },
    { _id: 'east', place: point(121.5605, 31.19), open: false },
    {
      _id: 'area',
      place: {
        type: 'Polygon',
        coordinates: [
          [
            [121, 31],
            [121.2, 31],
            [121.2, 31.2],
            [121, 31],
          ],
        ],
      },
      open: true,
    },
    { _id: 'nowhere', open: true },
  ]);
});

afterEach(() => sdk.cloud.close());

const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] });
const near = point(121.55, 31.19);
const away = (longitude: number, latitude: number): number =>
  distanceM(directionOf(121.55, 31.19), directionOf(longitude, latitude));

const run = (stages: readonly Plain[], collection = 'stations'): Promise<readonly Plain[]> =>
  sdk.using((database) => rawPipeline(database, collection, stages));

const found = async (options: Plain, ...others: readonly Plain[]) =>
  (await run([{ $geoNear: { near, distanceField: 'away', ...options } }, ...others])).map(({ _id, away }) => [
    _id,
    away,
  ]);

describe('$geoNear', () => {
  it('gives the nearest first, each with its distance in metres', async () => {
    const [here, east, area, far] = await found({ spherical: true });
    expect([here, east]).toEqual([
      ['here', 0],
      ['east', away(121.5605, 31.19)],
    ]);
    expect(area?.[0]).toBe('area');
    expect(far).toEqual(['far', away(116.4, 39.9)]);
  });

  it('is what the SDK sends, with its points and conditions', async () => {
    const list = await sdk.using(async (database) => {
      const { Geo, command: _ } = database;
      const stages = stagesOn(database, 'stations').geoNear({
        distanceField: 'how.far',
        spherical: true,
        near: new Geo.Point(121.55, 31.19),
        query: { open: _.eq(true) },
        maxDistance: 1_000_000,
        distanceMultiplier: 0.001,
        includeLocs: 'how.at',
        key: 'place',
      });
      return (await stages.limit(1).end()).data;
    });
    expect(list).toEqual([{ _id: 'here', place: near, open: true, how: { far: 0, at: near } }]);
  });

  it('keeps to distances, to a query and to a limit', async () => {
    const ids = async (options: Plain, ...others: readonly Plain[]) =>
      (await found(options, ...others)).map(([id]) => id);
    expect(await ids({ maxDistance: 1500 })).toEqual(['here', 'east']);
    expect(await ids({ minDistance: 500, maxDistance: 100_000 })).toEqual(['east', 'area']);
    expect(await ids({ query: { open: true } })).toEqual(['here', 'area', 'far']);
    expect(await ids({ limit: 1 })).toEqual(['here']);
    expect(await ids({ num: 2 })).toEqual(['here', 'east']);
    expect(await ids({}, { $skip: 1 }, { $limit: 1 })).toEqual(['east']);
    expect(await ids({ minDistance: 30_000 }, { $match: { open: true } }, { $sort: { _id: -1 } })).toEqual([
      'far',
      'area',
    ]);
  });

  it('measures in radians from two bare numbers on the globe', async () => {
    const list = await found({ near: [121.55, 31.19], spherical: true, maxDistance: 1500 / 6378100 });
    expect(list).toEqual([
      ['here', 0],
      ['east', expect.closeTo(away(121.5605, 31.19) / 6378100, 15)],
    ]);
  });

  it('goes inside of $lookup and $unionWith, first there', async () => {
    const stage = { $geoNear: { near, distanceField: 'away', maxDistance: 10 } };
    sdk.cloud.documents('bare').insert({ _id: 'one' });
    expect(
      await run([{ $lookup: { from: 'stations', pipeline: [stage, { $project: { away: 1 } }], as: 'near' } }], 'bare'),
    ).toEqual([{ _id: 'one', near: [{ _id: 'here', away: 0 }] }]);
    const union = await run([{ $unionWith: { coll: 'stations', pipeline: [stage] } }], 'bare');
    expect(union.map(({ _id }) => _id)).toEqual(['one', 'here']);
  });

  it.each<[Plain, string, string?]>([
    [{}, "$geoNear requires a 'near' option"],
    [{ near: 5 }, "$geoNear requires a 'near' option"],
    [{ near, distanceField: 5 }, "$geoNear requires a 'distanceField' option as a String"],
    [{ near, distanceField: 'a', start: 1 }, 'Unknown argument to $geoNear: start'],
    [{ near, query: 5 }, "$geoNear requires that 'query' option is an Object"],
    [{ near, query: { place: { $near: near } } }, '$geoNear, $near, and $nearSphere are not allowed in this context'],
    [{ near, query: { $foo: 1 } }, 'unknown top level operator: $foo'],
    [{ near, key: 5 }, "$geoNear parameter 'key' must be of type string"],
    [{ near, key: '' }, "$geoNear parameter 'key' cannot be the empty string"],
    [{ near, key: 'other' }, 'unable to find index for $geoNear query'],
    [{ near, limit: 0 }, "$geoNear requires a positive 'limit'"],
    [{ near, distanceMultiplier: -1 }, 'distanceMultiplier must be nonnegative'],
    [{ near, maxDistance: -1 }, 'maxDistance must be non-negative'],
    [{ near: point(181, 0) }, 'longitude/latitude is out of bounds'],
    [
      {
        near: {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [1, 1],
          ],
        },
      },
      '$near requires a point',
    ],
    [{ near }, 'There is more than one 2dsphere index on twice; unsure which to use for $geoNear', 'twice'],
    [{ near }, '$geoNear requires a 2d or 2dsphere index, but none were found', 'bare'],
  ])('%j is refused: %s', async (options, words, collection = 'stations') => {
    const stage = { distanceField: 'away', ...options };
    await expect(run([{ $geoNear: stage }], collection)).rejects.toMatchObject({
      message: expect.stringContaining(words) as string,
    });
  });

  it('must come first', async () => {
    await expect(run([{ $match: {} }, { $geoNear: { near, distanceField: 'away' } }])).rejects.toMatchObject({
      message: expect.stringContaining('$geoNear is only valid as the first stage in a pipeline') as string,
    });
  });
});
