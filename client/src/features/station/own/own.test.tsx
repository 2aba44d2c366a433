import { StationId } from '@contract/ids';
import { ShanghaiDay } from '@contract/time';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { asked, resetServer, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import type { OwnStation } from './concerns';
import { concernsOf } from './concerns';
import { forget, lastUsed, remember } from './last-used';
import { OwnDesk } from './own-desk';

const aStation = (name: string, different: Partial<OwnStation> = {}): OwnStation => ({
  stationId: StationId.parse('jinqiao-99'),
  name,
  category: 'relay',
  signNo: '99',
  street: '金桥镇',
  unionName: '金桥镇总工会',
  status: { state: 'open', reasons: [] },
  broken: [],
  lacks: [],
  agreementEnds: null,
  lockedReports: 0,
  ...different,
});

const until = ShanghaiDay.parse('2027-06-30');
const iAm = (role: 'volunteer' | 'station-head') =>
  whenAsked('member.showSelf', {
    ok: true,
    value: {
      personId: 'pAAAAAAAAAAAAAAAAAAAAAA' as never,
      name: '何平',
      enrolment: null,
      card: null,
      unionName: null,
      roles: [{ role, unionName: '金桥镇总工会', until }],
    },
  });
const show = () =>
  render(
    <Screen title="我的站点" staff>
      <OwnDesk />
    </Screen>,
  );
const inputs = () => asked.filter(({ name }) => name === 'station.listOwn').map(({ input }) => input);

beforeEach(() => {
  resetServer();
  resetPhone();
  iAm('station-head');
});

it('names what waits at a station, the most pressing first', () => {
  const now = Date.parse('2026-11-22T09:00:00+08:00');
  const station = aStation('金桥站', {
    lockedReports: 2,
    broken: ['microwave', 'fridge'],
    lacks: ['aircon'],
    agreementEnds: ShanghaiDay.parse('2026-12-01'),
  });
  expect(concernsOf(station, now).map(({ text }) => text)).toEqual([
    '2 人反映关门',
    '微波炉、冰箱坏了',
    '缺空调',
    '协议12月1日（周二）到期',
  ]);
});

it('lets an agreement hold to the end of its last day', () => {
  const station = aStation('金桥站', { agreementEnds: ShanghaiDay.parse('2026-11-22') });
  const lastMoment = Date.parse('2026-11-23T00:00:00+08:00') - 1;
  expect(concernsOf(station, lastMoment)[0]?.text).toBe('协议11月22日（周日）到期');
  expect(concernsOf(station, lastMoment + 1)[0]?.text).toBe('协议已于11月22日（周日）到期');
});

it('reads the list page after page, and anew from the first when it is narrowed', async () => {
  const next = 'next' as never;
  whenAsked(
    'station.listOwn',
    { ok: true, value: { items: [aStation('一号站')], next } },
    { ok: true, value: { items: [aStation('二号站', { stationId: StationId.parse('s-2') })], next: null } },
    { ok: true, value: { items: [aStation('三号站', { broken: ['microwave'] })], next } },
  );
  show();
  fireEvent.click(await screen.findByRole('button', { name: '再看一些' }));
  expect(await screen.findByText('二号站')).toBeTruthy();
  fireEvent.click(screen.getByRole('switch', { name: /^只看待处理/ }));
  expect(await screen.findByText('三号站')).toBeTruthy();
  expect(screen.queryByText('一号站')).toBeNull();
  expect(screen.queryByText('二号站')).toBeNull();
  expect(inputs()).toEqual([
    { text: null, onlyAttention: false },
    { text: null, onlyAttention: false, cursor: next },
    { text: null, onlyAttention: true },
  ]);
});

it('searches once the fingers rest, and leads back when nothing is found', async () => {
  whenAsked(
    'station.listOwn',
    { ok: true, value: { items: [aStation('一号站')], next: null } },
    { ok: true, value: { items: [], next: null } },
    { ok: true, value: { items: [aStation('一号站')], next: null } },
  );
  show();
  await screen.findByText('一号站');
  for (const text of ['金', '金高'])
    fireEvent.change(screen.getByRole('textbox', { name: '查找站点' }), { target: { value: text } });
  expect(await screen.findByText('没有找到这样的站点')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '查看全部站点' }));
  expect(await screen.findByText('一号站')).toBeTruthy();
  expect(inputs().map((input) => (input as { text: string | null }).text)).toEqual([null, '金高', null]);
});

it('opens the desk of a station', async () => {
  whenAsked('station.listOwn', { ok: true, value: { items: [aStation('一号站')], next: null } });
  show();
  fireEvent.click(await screen.findByRole('button', { name: /^一号站，NO.99，开着/ }));
  expect(phone.opened).toEqual([{ by: 'navigateTo', url: '/features/station/pages/desk/index?id=jinqiao-99' }]);
});

it('begins with the stations whose desks were opened last on this device, until one searches', async () => {
  remember({ stationId: StationId.parse('s-1'), name: '一号站' });
  remember({ stationId: StationId.parse('s-2'), name: '二号站' });
  remember({ stationId: StationId.parse('s-1'), name: '一号站' });
  whenAsked('station.listOwn', { ok: true, value: { items: [aStation('三号站')], next: null } });
  show();
  await screen.findByText('三号站');
  const used = within(screen.getByRole('list', { name: '最近用过' }));
  expect(used.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['一号站', '二号站']);
  fireEvent.click(screen.getByRole('switch', { name: /^只看待处理/ }));
  expect(screen.queryByText('二号站')).toBeNull();
});

it('keeps three stations, and lets go of one that is no longer one’s own', () => {
  const ids = ['s-1', 's-2', 's-3', 's-4'].map((id) => StationId.parse(id));
  for (const stationId of ids) remember({ stationId, name: '站' });
  forget(StationId.parse('s-3'));
  expect(lastUsed().map(({ stationId }) => stationId)).toEqual(['s-4', 's-2']);
});

it('lets a head add a station, and a volunteer look after those that are there', async () => {
  whenAsked('station.listOwn', { ok: true, value: { items: [], next: null } });
  const { unmount } = show();
  expect(await screen.findByRole('button', { name: '新增站点' })).toBeTruthy();
  unmount();
  iAm('volunteer');
  show();
  await screen.findByText('您的工会还没有站点');
  await waitFor(() => expect(asked.filter(({ name }) => name === 'member.showSelf').length).toBe(2));
  expect(screen.queryByRole('button', { name: '新增站点' })).toBeNull();
});
