import { StationId } from '../../types/ids';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import type { StationRecord } from './records';

const aStation = (nth: number, more: Partial<StationRecord> = {}): StationRecord => ({
  _id: StationId.parse(`station-${nth}`),
  name: `驿站${nth}`,
  tier: 4,
  category: '户外职工驿站',
  signNo: null,
  street: '金桥镇',
  address: '巨峰路868号',
  place: { type: 'Point', coordinates: [121.59, 31.283] },
  listKey: `4:驿站${String(nth).padStart(3, '0')}`,
  ...more,
});

describe('the directory of stations', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => cloud.reset());
  afterAll(() => cloud.close());

  it('shows a station with its place on the map', async () => {
    cloud.store('stations').insert(aStation(99, { signNo: '99' }));
    expect((await cloud.as('anybody').must('station.list', {})).items).toEqual([
      expect.objectContaining({ signNo: '99', place: { longitude: 121.59, latitude: 31.283 } }),
    ]);
  });

  it('shows a station whose place nobody has surveyed', async () => {
    cloud.store('stations').insert(aStation(1, { place: null }));
    expect((await cloud.as('anybody').must('station.list', {})).items).toEqual([
      expect.objectContaining({ place: null }),
    ]);
  });

  it('pages through all of them once, in order', async () => {
    cloud.store('stations').insertMany(Array.from({ length: 95 }, (_, nth) => aStation(nth)));
    const seen: string[] = [];
    for (let cursor: string | null = null, pages = 0; pages === 0 || cursor !== null; pages += 1) {
      const page: { items: readonly { stationId: string }[]; next: string | null } = await cloud
        .as('anybody')
        .must('station.list', { cursor: cursor as never });
      seen.push(...page.items.map(({ stationId }) => stationId));
      cursor = page.next;
    }
    expect(seen).toEqual(Array.from({ length: 95 }, (_, nth) => `station-${nth}`));
  });
});
