import { StationId } from '@contract/ids';
import type { StationSummary } from '@contract/station-view';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { asked, resetServer, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import FiguresPage from '../pages/figures';
import type { Figures } from './sums';
import { sumsOf } from './sums';

const pudong: Figures = {
  district: '浦东新区',
  tiers: [1, 44, 103, 1_782].map((count, nth) => ({ tier: nth + 1, count })),
  categories: [
    { category: 'relay', count: 173 },
    { category: 'courier-home', count: 68 },
    { category: 'red-petrol', count: 178 },
    { category: 'volunteer-point', count: 456 },
    { category: 'mother-baby', count: 790 },
    { category: 'library', count: 101 },
    { category: 'health-point', count: 16 },
  ],
  partners: [
    { partner: '全家', count: 378 },
    { partner: '中国电信', count: 44 },
    { partner: '中国银行', count: 34 },
  ],
  outdoor: 875,
  rooms: [
    { industry: 'room-public', count: 11 },
    { industry: 'other', count: 44 },
  ],
  breakRooms: 55,
};

const aStation = (name: string): StationSummary => ({
  stationId: StationId.parse('s-1'),
  name,
  tier: 4,
  category: 'volunteer-point',
  signNo: null,
  district: '浦东新区',
  street: '金桥镇',
  address: '金高路1296号',
  place: null,
  status: { state: 'open', reasons: [] },
  distanceM: null,
  offers: [],
  broken: [],
  meals: [],
  swapOperator: null,
  finest: null,
});

beforeEach(() => {
  resetServer();
  resetPhone();
  whenAsked('station.figures', { ok: true, value: pudong });
});

it('shows the published sums, each of which adds up', async () => {
  render(<FiguresPage />);
  for (const sum of [
    '1,782 = 875 + 790 + 101 + 16',
    '875 = 173 + 68 + 178 + 456',
    '456 = 378 + 44 + 34',
    '55 = 11 + 44',
  ])
    expect(await screen.findByText(sum)).toBeTruthy();
  expect(screen.getAllByText('已核对，加起来相符')).toHaveLength(4);
});

it('says so where a sum does not add up', () => {
  const [points] = sumsOf({ ...pudong, outdoor: 874 });
  expect(points?.agrees).toBe(false);
});

it('leads to the figures of other districts, named once each with all of their stations', async () => {
  const street = (district: string, name: string, count: number) => ({
    district,
    street: name,
    place: { longitude: 121, latitude: 31 },
    count,
  });
  whenAsked('station.listStreets', {
    ok: true,
    value: {
      streets: [
        street('浦东新区', '金桥镇', 40),
        street('拱墅区', '湖墅街道', 3),
        street('滨江区', '长河街道', 2),
        street('滨江区', '浦沿街道', 4),
      ] as never,
    },
  });
  render(<FiguresPage />);
  fireEvent.click(await screen.findByRole('button', { name: '其他区县的数字' }));
  const list = await screen.findByRole('list', { name: '其他区县的数字' });
  const names = within(list)
    .getAllByRole('button')
    .map((row) => row.getAttribute('aria-label') ?? row.textContent);
  expect(names).toEqual(['滨江区，6 个', '拱墅区，3 个']);
  fireEvent.click(within(list).getByRole('button', { name: /拱墅区/ }));
  expect(phone.opened).toEqual([
    { by: 'redirectTo', url: `/features/station/pages/figures/index?district=${encodeURIComponent('拱墅区')}` },
  ]);
});

it('says so where no other district has stations', async () => {
  const here = { district: '浦东新区', street: '金桥镇', place: { longitude: 121, latitude: 31 }, count: 40 };
  whenAsked('station.listStreets', { ok: true, value: { streets: [here] as never } });
  render(<FiguresPage />);
  fireEvent.click(await screen.findByRole('button', { name: '其他区县的数字' }));
  fireEvent.click(await screen.findByRole('button', { name: '去看附近的站点' }));
  expect(screen.getByText('其他区县还没有登记站点')).toBeTruthy();
  expect(phone.opened).toEqual([{ by: 'switchTab', url: '/pages/stations/index' }]);
});

it('opens the list behind a number, page after page, and a station of it', async () => {
  const next = 'next' as never;
  whenAsked(
    'station.listFigure',
    { ok: true, value: { items: [aStation('全家便利店浦电路店')], next } },
    { ok: true, value: { items: [], next: null } },
  );
  render(<FiguresPage />);
  fireEvent.click(await screen.findByRole('button', { name: '全家，378 个' }));
  expect(await screen.findByRole('heading', { name: '全家，378 个' })).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: '再看一些' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull());
  const query = { tier: null, category: null, partner: '全家', outdoorOnly: false, industry: null };
  expect(asked.filter(({ name }) => name === 'station.listFigure').map(({ input }) => input)).toEqual([
    { district: '浦东新区', query },
    { district: '浦东新区', query, cursor: next },
  ]);
  fireEvent.click(within(screen.getByRole('list')).getByRole('button', { name: /^全家便利店浦电路店/ }));
  expect(phone.opened).toEqual([{ by: 'navigateTo', url: '/features/station/pages/station/index?id=s-1' }]);
  fireEvent.click(screen.getByRole('button', { name: '回到数字' }));
  expect(screen.getByText('456 = 378 + 44 + 34')).toBeTruthy();
});
