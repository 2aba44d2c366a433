import fc from 'fast-check';
import type { PageCursor } from '../../types/paging';
import type { FigureQuery } from '../../types/station-figures';
import { Category } from '../../types/station-kind';
import { aStation } from '../testing/stations';
import { itIs, morningOf } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { countStations, tallyOf } from './station-tallies';
import type { StationRecord } from './records';

const asked = (more: Partial<FigureQuery>): FigureQuery => ({
  tier: null,
  category: null,
  partner: null,
  outdoorOnly: false,
  industry: null,
  ...more,
});
const outlet = (partner: string) => ({ partner, agreedFrom: null, agreedUntil: null });

describe('the figures that a district publishes', () => {
  let cloud: TestCloud;
  let anybody: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
    anybody = cloud.as('anybody');
  });
  beforeEach(() => cloud.reset());
  afterAll(() => cloud.close());

  /** Stations, and the streets counted as a save would. */
  const put = (all: readonly StationRecord[]): void => {
    cloud.store('stations').insertMany(all);
    for (const id of new Set(all.flatMap(({ tallies }) => tallies.filter((one) => one.startsWith('street:')))))
      cloud
        .store('station-tallies')
        .insert(tallyOf(id, countStations(all.filter(({ tallies }) => tallies.includes(id))), 1));
  };
  const lengthOf = async (query: Partial<FigureQuery>, district = '浦东新区'): Promise<number> => {
    const seen = new Set<string>();
    for (let cursor: Awaited<ReturnType<typeof next>>['next'] = null; ;) {
      const page = await next(query, district, cursor);
      for (const { stationId } of page.items) {
        expect(seen).not.toContain(stationId);
        seen.add(stationId);
      }
      if (page.next === null) return seen.size;
      cursor = page.next;
    }
  };
  const next = (query: Partial<FigureQuery>, district: string, cursor: PageCursor | null) =>
    anybody.must('station.listFigure', { district, query: asked(query), cursor });

  it('are each as long as the list behind them, and add up', async () => {
    const station = fc.record({
      tier: fc.constantFrom(1, 2, 3, 4, 4, 4, null),
      category: fc.constantFrom(...Category.options),
      outlet: fc.constantFrom(null, outlet('全家'), outlet('中国银行')),
      street: fc.constantFrom('北蔡镇', '金桥镇'),
      district: fc.constantFrom('浦东新区', '浦东新区', '浦东新', '黄浦区'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(station, { minLength: 30, maxLength: 70 }), async (all) => {
        cloud.reset();
        put(all.map((one, nth) => aStation(`s-${nth}`, one)));
        const figures = await anybody.must('station.figures', { district: '浦东新区' });
        for (const { tier, count } of figures.tiers) expect(await lengthOf({ tier })).toBe(count);
        for (const { category, count } of figures.categories) expect(await lengthOf({ tier: 4, category })).toBe(count);
        for (const { partner, count } of figures.partners)
          expect(await lengthOf({ partner: partner ?? '' })).toBe(count);
        expect(await lengthOf({ outdoorOnly: true })).toBe(figures.outdoor);
        expect(await lengthOf({})).toBe(all.filter(({ district }) => district === '浦东新区').length);
        const sum = (counts: readonly { readonly count: number }[]) =>
          counts.reduce((total, { count }) => total + count, 0);
        expect(sum(figures.categories)).toBe(figures.tiers.find(({ tier }) => tier === 4)?.count);
        expect(sum(figures.partners)).toBe(
          sum(figures.categories.filter(({ category }) => category === 'volunteer-point')),
        );
        const outdoor = ['relay', 'courier-home', 'red-petrol', 'volunteer-point', 'outdoor-point'];
        expect(sum(figures.categories.filter(({ category }) => outdoor.includes(category)))).toBe(figures.outdoor);
      }),
      { numRuns: 5 },
    );
  });

  it('count break rooms by industry, each once, whatever tier they are in', async () => {
    const room = (id: string, features: StationRecord['features']) =>
      aStation(id, { tier: null, category: 'break-room', features: ['break-room', ...features] });
    put([
      room('bus', ['room-transport']),
      room('site', ['room-building']),
      room('both', ['room-making', 'room-building']),
      room('plain', []),
      aStation('no-room', { features: ['room-building'] }),
    ]);
    const { rooms, breakRooms } = await anybody.must('station.figures', { district: '浦东新区' });
    expect(rooms).toEqual([
      { industry: 'room-building', count: 2 },
      { industry: 'room-transport', count: 1 },
      { industry: 'other', count: 1 },
    ]);
    expect(breakRooms).toBe(4);
    for (const { industry, count } of rooms) expect(await lengthOf({ industry })).toBe(count);
    expect(await lengthOf({ category: 'break-room' })).toBe(breakRooms);
  });

  it('are nought where there is no such district', async () => {
    const figures = await anybody.must('station.figures', { district: '街' });
    expect(figures).toEqual({
      breakRooms: 0,
      rooms: [],
      district: '街',
      tiers: [1, 2, 3, 4].map((tier) => ({ tier, count: 0 })),
      categories: [],
      partners: [],
      outdoor: 0,
    });
  });
});

describe('the list of one’s own stations', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(morningOf('2026-11-20'));
    cloud.appoint('li', 'volunteer', 'beicai');
    cloud.appoint('shen', 'administrator', 'pudong');
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => cloud.close());

  const list = async (who: string, more: { text?: string; onlyAttention?: boolean } = {}): Promise<string[]> => {
    const names: string[] = [];
    for (let cursor = null as never; ;) {
      const page = await cloud.as(who).must('station.listOwn', { ...more, cursor });
      names.push(...page.items.map(({ name }) => name));
      if (page.next === null) return names;
      cursor = page.next as never;
    }
  };

  it('goes on page after page, by tier and name, each once', async () => {
    cloud
      .store('stations')
      .insertMany(Array.from({ length: 45 }, (_, nth) => aStation(`s-${nth}`, { name: `${100 + nth}` })));
    cloud.store('stations').insert(aStation('elsewhere', { unionId: 'weifang' as never, name: '别处', tier: 1 }));
    const mine = await list('li');
    expect(mine).toEqual(Array.from({ length: 45 }, (_, nth) => `${100 + nth}`));
    expect(await list('shen')).toEqual(['别处', ...mine]);
    expect(await list('shen', { text: '别' })).toEqual(['别处']);
    expect(await list('shen', { text: '12' })).toEqual([
      '112',
      ...Array.from({ length: 10 }, (_, nth) => `${120 + nth}`),
    ]);
  });

  it('finds part of a name, a street or a sign number', async () => {
    cloud
      .store('stations')
      .insertMany([
        aStation('st-a', { name: '御桥驿站', signNo: '99' }),
        aStation('st-b', { name: '莲溪路驿站', street: '北蔡镇' }),
        aStation('st-c', { name: '海滨', street: '老港镇', address: '桥边路1号' }),
      ]);
    expect(await list('li', { text: '御桥' })).toEqual(['御桥驿站']);
    expect(await list('li', { text: ' 驿站' })).toHaveLength(2);
    expect(await list('li', { text: '老港' })).toEqual(['海滨']);
    expect(await list('li', { text: '９' })).toEqual(['御桥驿站']);
    expect(await list('li', { text: '桥驿' })).toEqual(['御桥驿站']);
    expect(await list('li', { text: '没有' })).toEqual([]);
  });

  it('misses none and repeats none where a text is looked for among very many', async () => {
    const names = Array.from({ length: 620 }, (_, nth) => `站${String(nth).padStart(5, '0')}`);
    cloud.store('stations').insertMany(names.map((name, nth) => aStation(`s-${nth}`, { name })));
    expect(await list('li', { text: '99' })).toEqual(names.filter((name) => name.includes('99')));
    expect(await list('li', { text: '0619' })).toEqual(['站00619']);
  });

  it('shows what wants attention, and why', async () => {
    cloud.store('stations').insertMany([
      aStation('fine', { name: '好' }),
      aStation('lacking', { name: '缺', facilities: [] }),
      aStation('ending', {
        name: '到期',
        outlet: { partner: '全家', agreedFrom: null, agreedUntil: '2026-12-20' as never },
      }),
      aStation('later', {
        name: '未到期',
        outlet: { partner: '全家', agreedFrom: null, agreedUntil: '2026-12-21' as never },
      }),
    ]);
    expect((await list('li', { onlyAttention: true })).sort()).toEqual(['到期', '缺']);
    const { items } = await cloud.as('li').must('station.listOwn', { text: '到期' });
    expect(items.map(({ name, agreementEnds }) => [name, agreementEnds])).toEqual([
      ['到期', '2026-12-20'],
      ['未到期', null],
    ]);
  });
});
