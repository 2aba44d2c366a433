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
});

beforeEach(() => {
  resetServer();
  resetPhone();
  whenAsked('station.figures', { ok: true, value: pudong });
});

it('shows the published sums, each of which adds up', async () => {
  render(<FiguresPage />);
  for (const sum of ['1,782 = 875 + 790 + 101 + 16', '875 = 173 + 68 + 178 + 456', '456 = 378 + 44 + 34'])
    expect(await screen.findByText(sum)).toBeTruthy();
  expect(screen.getAllByText('已核对，加起来相符')).toHaveLength(3);
});

it('says so where a sum does not add up', () => {
  const [points] = sumsOf({ ...pudong, outdoor: 874 });
  expect(points?.agrees).toBe(false);
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
  const query = { tier: null, category: null, partner: '全家', outdoorOnly: false };
  expect(asked.filter(({ name }) => name === 'station.listFigure').map(({ input }) => input)).toEqual([
    { district: '浦东新区', query },
    { district: '浦东新区', query, cursor: next },
  ]);
  fireEvent.click(within(screen.getByRole('list')).getByRole('button', { name: /^全家便利店浦电路店/ }));
  expect(phone.opened).toEqual([{ by: 'navigateTo', url: '/features/station/pages/station/index?id=s-1' }]);
  fireEvent.click(screen.getByRole('button', { name: '回到数字' }));
  expect(screen.getByText('456 = 378 + 44 + 34')).toBeTruthy();
});
