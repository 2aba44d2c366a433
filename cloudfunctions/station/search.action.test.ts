import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aStation } from '../testing/stations';
import { pointOf } from './place';

const here = { longitude: 121.556, latitude: 31.179 };

describe('finding a station by what one knows of it', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    cloud.store('stations').insertMany([
      aStation('jinqiao-99', {
        name: '金桥镇户外职工爱心接力站',
        street: '金桥镇',
        address: '巨峰路868号',
        signNo: '99',
      }),
      aStation('jinqiao-199', { name: '金桥国际驿站', street: '金桥镇', address: '金桥路1号', signNo: '199' }),
      aStation('road-99', { name: '沪南路驿站', address: '沪南路99号', place: pointOf({ ...here, latitude: 31.3 }) }),
    ]);
  });
  afterAll(() => cloud.close());

  const find = async (text: string) =>
    (await cloud.as('rider').must('station.search', { text, from: here })).stations.map(({ stationId }) => stationId);

  it.each(['99', 'NO.99', 'no99', '９９', '99号', '№ 99'])('opens NO.99 for %s', async (text) => {
    expect((await find(text))[0]).toBe('jinqiao-99');
  });

  it('finds a part of a name, a street, an address, and even one character', async () => {
    expect(await find('爱心接力')).toEqual(['jinqiao-99']);
    expect(await find('金桥')).toHaveLength(2);
    expect(await find('巨峰路868')).toEqual(['jinqiao-99']);
    expect(await find('沪')).toEqual(['road-99']);
  });

  it('has the nearest first among hundreds on a road that every town has', async () => {
    const many = Array.from({ length: 400 }, (_, nth) =>
      aStation(`town-${String(nth).padStart(3, '0')}`, {
        name: `第${nth}站`,
        address: `建设路${nth}号`,
        place: pointOf({ ...here, latitude: here.latitude + (400 - nth) / 1_000 }),
      }),
    );
    cloud.store('stations').insertMany(many);
    const found = await find('建设路');
    expect(found).toEqual(Array.from({ length: 20 }, (_, nth) => `town-${String(399 - nth).padStart(3, '0')}`));
  });

  it('has the nearest first of more than the database hands out, where the farthest were stored first', async () => {
    const many = Array.from({ length: 1_300 }, (_, nth) =>
      aStation(`far-${String(nth).padStart(4, '0')}`, {
        name: `第${nth}站`,
        address: `解放路${nth}号`,
        place: pointOf({ ...here, latitude: here.latitude + (1_300 - nth) / 1_000 }),
      }),
    );
    cloud.store('stations').insertMany(many);
    const searcher = cloud.as('rider');
    const { stations } = await searcher.must('station.search', { text: '解放路', from: here });
    expect(stations.map(({ stationId }) => stationId)).toEqual(
      Array.from({ length: 20 }, (_, nth) => `far-${1_299 - nth}`),
    );
    expect(searcher.tripsOfLast()).toBe(3);
  });

  it('opens the nearest of a number that ninety districts have on a sign', async () => {
    cloud.store('stations').insertMany(
      Array.from({ length: 90 }, (_, nth) =>
        aStation(`sign-${nth}`, {
          name: '站',
          district: `第${nth}区`,
          signNo: '7',
          place: pointOf({ ...here, latitude: here.latitude + (90 - nth) / 100 }),
        }),
      ),
    );
    expect((await find('NO.7')).slice(0, 3)).toEqual(['sign-89', 'sign-88', 'sign-87']);
  });

  it.each([
    [600, 2],
    [1_100, 5],
  ])('passes over %i that have the same pairs in another order, nearby and far away', async (others, trips) => {
    const put = (id: string, address: string, away: number) =>
      aStation(id, { name: '站', address, place: pointOf({ ...here, latitude: here.latitude + away }) });
    const near = Array.from({ length: 50 }, (_, nth) => put(`near-${nth}`, `甲乙路丙乙丙路${nth}号`, nth / 100_000));
    const far = Array.from({ length: others }, (_, nth) =>
      put(`far-${nth}`, `甲乙路丙乙丙路${nth}号`, 2 + nth / 10_000),
    );
    cloud
      .store('stations')
      .insertMany([
        ...near,
        ...far,
        put('meant', '乙丙甲乙丙路1号', 1),
        aStation('nowhere', { name: '站', address: '甲乙丙路2号', place: null }),
      ]);
    const searcher = cloud.as('rider');
    const { stations } = await searcher.must('station.search', { text: '甲乙丙路', from: here });
    expect(stations.map(({ stationId }) => stationId)).toEqual(['meant', 'nowhere']);
    expect(searcher.tripsOfLast()).toBe(trips);
  });

  it('finds what has every word, in whatever order and wherever each stands', async () => {
    expect(await find('巨峰路 接力站')).toEqual(['jinqiao-99']);
    expect(await find('驿站，金桥路')).toEqual(['jinqiao-199']);
    expect(await find('沪南路 99')).toEqual(['road-99']);
    expect(await find('金桥 号')).toHaveLength(2);
    expect(await find('巨峰路 沪南路')).toEqual([]);
  });

  it('finds nothing rather than something else', async () => {
    expect(await find('桥金')).toEqual([]);
    expect(await find('……')).toEqual([]);
    expect(await find('.*')).toEqual([]);
  });
});
