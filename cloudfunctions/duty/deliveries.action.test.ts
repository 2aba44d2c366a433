import { StationId } from '../../types/ids';
import { ShanghaiDay } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { dutyNow } from '../testing/duty';
import { aStation } from '../testing/stations';
import { keyOf } from '../testing/taps';
import { anUpkeep } from '../testing/upkeep';

describe('what arrived in a year', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
    itIs(dutyNow);
  });
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  it('is 750 recliners and 50 chest freezers, handed out to thirty stations and added up for the district', async () => {
    const district = cloud.as('district');
    cloud.appoint('district', 'administrator', 'pudong');
    cloud.appoint('stranger', 'station-head', 'weifang');
    const stations = Array.from({ length: 30 }, (_, nth) => StationId.parse(`beicai-${nth + 1}`));
    cloud.store('stations').insertMany(stations.map((one) => aStation(one)));
    const own = [
      { code: 'recliners', name: '躺椅', unit: '张', isMedicine: false, atLeast: 0 },
      { code: 'chest-freezers', name: '卧式冰柜', unit: '台', isMedicine: false, atLeast: 0 },
    ];
    const deliver = (stationId: StationId, code: string, quantity: number) =>
      district.must('duty.deliver', {
        stationId,
        code,
        quantity,
        expiresOn: null,
        donor: '浦东新区总工会',
        requestKey: keyOf(`${stationId} ${code}`),
      });
    for (const [nth, stationId] of stations.entries()) {
      await district.must('duty.saveShelf', { stationId, revision: 0, items: own });
      await deliver(stationId, 'recliners', 25);
      await deliver(stationId, 'recliners', 25);
      if (nth < 25) await deliver(stationId, 'chest-freezers', 2);
    }
    const { items, isWhole } = await district.must('duty.sumDeliveries', { year: 2026 });
    expect(isWhole).toBe(true);
    expect(items).toEqual([
      { name: '躺椅', quantity: 750, stations: 30, donors: ['浦东新区总工会'] },
      { name: '卧式冰柜', quantity: 50, stations: 25, donors: ['浦东新区总工会'] },
    ]);
    expect(district.tripsOfLast()).toBe(2);
    expect((await cloud.as('stranger').must('duty.sumDeliveries', { year: 2026 })).items).toEqual([]);
    expect((await district.must('duty.sumDeliveries', { year: 2025 })).items).toEqual([]);
  });

  it('has what was written before deliveries named their unions, once the timer has stamped it', async () => {
    cloud.reset();
    cloud.appoint('district', 'administrator', 'pudong');
    cloud.appoint('stranger', 'station-head', 'weifang');
    const noon = Date.parse('2026-07-01T12:00:00+08:00');
    const old = (nth: number, stationId: string, name: string) => ({
      _id: `w${String(nth).padStart(11, '0')}`,
      stationId,
      code: 'water',
      name,
      quantity: 3,
      donor: null,
      at: noon,
      by: '干事',
    });
    cloud.store('upkeep').insert(anUpkeep('beicai-1', []));
    cloud
      .store('deliveries')
      .insertMany([
        ...Array.from({ length: 50 }, (_, nth) => old(nth, 'beicai-1', '瓶装水')),
        { ...old(60, 'beicai-1', '雨伞'), scope: ['weifang'] },
        old(61, 'nowhere-1', '躺椅'),
      ]);
    const sumOf = async (who: string) => (await cloud.as(who).must('duty.sumDeliveries', { year: 2026 })).items;
    expect(await sumOf('district')).toEqual([]);
    for (let ring = 0; ring < 2; ring += 1) await cloud.tick('duty');
    const water = { name: '瓶装水', quantity: 150, stations: 1, donors: [] };
    expect(await sumOf('district')).toEqual([water]);
    expect((await sumOf('stranger')).map(({ name }) => name)).toEqual(['雨伞']);
    expect(cloud.store('deliveries').find({ scope: { $exists: false } })).toEqual([]);
  });

  it('is whole though more arrived than one question carries, many of it in one moment', async () => {
    cloud.reset();
    cloud.appoint('district', 'administrator', 'pudong');
    const noon = Date.parse(`${ShanghaiDay.parse('2026-07-01')}T12:00:00+08:00`);
    const letters = (nth: number) => `w${String(nth).padStart(11, '0')}`;
    cloud.store('deliveries').insertMany(
      Array.from({ length: 2_500 }, (_, nth) => ({
        _id: letters(nth),
        stationId: `beicai-${nth % 40}`,
        scope: ['beicai', 'pudong'],
        code: 'water',
        name: '瓶装水',
        quantity: 2,
        donor: null,
        at: noon + Math.floor(nth / 300),
        by: '干事',
      })),
    );
    const { items } = await cloud.as('district').must('duty.sumDeliveries', { year: 2026 });
    expect(items).toEqual([{ name: '瓶装水', quantity: 5_000, stations: 40, donors: [] }]);
  });
});
