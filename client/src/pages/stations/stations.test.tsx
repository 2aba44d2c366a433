import type { Around, LookAround } from '@/features/station/map/use-look-around';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { aStationSummary, closedByHours } from '../../../testing/a-station';
import { asked, resetServer, timesAsked, whenAsked } from '../../../testing/server';
import { phone, resetPhone, showPage } from '../../../testing/taro-api';
import StationsPage from '.';

/** Sunday, 10:00 in Shanghai. */
const now = Date.UTC(2026, 10, 22, 2);
const jinqiao = { longitude: 121.59, latitude: 31.26 };

const around = (about: Partial<Around> = {}): { readonly ok: true; readonly value: Around } => ({
  ok: true,
  value: {
    pins: [],
    clusters: [],
    inView: 1,
    openBy: 'everything-known',
    nearest: [aStationSummary('一号站')],
    ...about,
  },
});

const questions = (): readonly LookAround[] =>
  asked.filter(({ name }) => name === 'station.lookAround').map(({ input }) => input as LookAround);
const lastQuestion = (): LookAround => {
  const last = questions().at(-1);
  if (last === undefined) throw new Error('nobody looked around');
  return last;
};

const settle = (ms = 0): Promise<void> => act(() => jest.advanceTimersByTimeAsync(ms));
const openPage = async (): Promise<void> => {
  render(<StationsPage />);
  await settle(1);
};
/** A person's pace: a tap half a second after the last one is a new one. */
const press = async (name: string | RegExp, role = 'button'): Promise<void> => {
  await settle(600);
  fireEvent.click(screen.getByRole(role, { name }));
  await settle(10);
  await settle(600);
};

type Answer = (found: (at: { coords: object }) => void, failed: (reason: { code: number }) => void) => void;
const phoneAnswers = (answer: Answer): jest.Mock => {
  const getCurrentPosition = jest.fn(answer);
  Object.defineProperty(navigator, 'geolocation', { value: { getCurrentPosition }, configurable: true });
  return getCurrentPosition;
};

beforeEach(() => {
  jest.useFakeTimers({ now });
  resetServer();
  resetPhone();
  phone.path = 'pages/stations/index';
  whenAsked('station.lookAround', around());
  whenAsked('station.listStreets', { ok: true, value: { streets: [] } });
});
afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(navigator, 'geolocation');
});

it('shows whether one gets in, why, how far it is and what is broken, at once and without a sign-in', async () => {
  whenAsked(
    'station.lookAround',
    around({ nearest: [aStationSummary('一号站', { signNo: '99', broken: ['microwave'] })] }),
  );
  await openPage();
  const row = screen.getByRole('listitem');
  for (const words of ['一号站', '开着', '24 小时，有人值守', '320 米', '微波炉坏了', '金桥镇 · 金高路1296号 · NO.99'])
    expect(within(row).getByText(words)).toBeTruthy();
  expect(screen.getByText('这一带 1 个站点')).toBeTruthy();
});

it('never asks the phone where it is before somebody taps 离我最近', async () => {
  const whereabouts = phoneAnswers((found) => found({ coords: { longitude: 121.5, latitude: 31.2 } }));
  await openPage();
  act(showPage);
  await settle(1_000);
  expect(whereabouts).not.toHaveBeenCalled();
  await press('离我最近');
  expect(whereabouts).toHaveBeenCalledTimes(1);
});

it('measures from where the phone is, on the map of China and not beside it', async () => {
  phoneAnswers((found) => found({ coords: { longitude: 121.5, latitude: 31.2 } }));
  await openPage();
  await press('离我最近');
  const { from } = lastQuestion();
  // GCJ-02 lies some 500 m beside WGS-84 here.
  expect(from.longitude).toBeCloseTo(121.5045, 3);
  expect(from.latitude).toBeCloseTo(31.198, 3);
  expect(screen.getByText('按离您的远近')).toBeTruthy();
});

it('says how to go on when the phone may not tell', async () => {
  phoneAnswers((_, failed) => failed({ code: 1 }));
  await openPage();
  await press('离我最近');
  expect(screen.getByText('没有拿到您的位置，可以选一个街镇，或移动地图')).toBeTruthy();
  expect(screen.getByText('一号站')).toBeTruthy();
});

it('begins from a street for whoever does not tell, and says so', async () => {
  whenAsked('station.listStreets', {
    ok: true,
    value: { streets: [{ district: '浦东新区', street: '金桥镇', place: jinqiao, count: 44 }] },
  });
  await openPage();
  await press('选街镇');
  await press(/^金桥镇/);
  expect(lastQuestion().from).toEqual(jinqiao);
  expect(screen.getByText('距离以金桥镇为中心算起')).toBeTruthy();
  expect(screen.getByRole('button', { name: '换个街镇' })).toBeTruthy();
});

it('filters by what one needs, and remembers it for the next time', async () => {
  await openPage();
  await press('饮水', 'checkbox');
  await press('现在开着', 'checkbox');
  expect(lastQuestion().filter).toEqual({ openNow: true, wants: ['water'] });
  expect(screen.getByText('这一带 1 个符合条件的站点')).toBeTruthy();
  expect(phone.storage.get('stations-view')).toMatchObject({ filter: { openNow: true, wants: ['water'] } });
});

it('offers everything else under 更多, and shows in the row what was chosen there', async () => {
  await openPage();
  await press('更多');
  await press('血压计', 'checkbox');
  await press('看 1 个站点');
  expect(lastQuestion().filter.wants).toEqual(['blood-pressure']);
  expect(screen.getByRole('checkbox', { name: '血压计' }).getAttribute('aria-checked')).toBe('true');
});

it('comes back to where it was left, even when what was kept is broken', async () => {
  phone.storage.set('stations-view', {
    sight: { centre: { longitude: 120.1, latitude: 30.2 }, zoom: 13 },
    filter: { openNow: true, wants: ['water', 'gone-by-now'] },
  });
  await openPage();
  expect(lastQuestion()).toMatchObject({ zoom: 13, filter: { openNow: true, wants: ['water'] } });
  expect(lastQuestion().from).toMatchObject({ longitude: 120.1, latitude: 30.2 });
});

it.each([[null], ['x'], [{ sight: { centre: { longitude: 'x' } } }], [{ sight: 1, filter: { wants: 'water' } }]])(
  'begins with the whole district when %j was kept',
  async (kept) => {
    phone.storage.set('stations-view', kept);
    await openPage();
    expect(lastQuestion()).toMatchObject({ zoom: 11, filter: { openNow: false, wants: [] } });
  },
);

it('says from where it measures while nobody said where they are, and in the card too', async () => {
  await openPage();
  expect(screen.getByText('距离从地图中心算起')).toBeTruthy();
  await press(/^一号站/);
  expect(screen.getByText(/^距中心 320 米/)).toBeTruthy();
});

it('says of what it found how far it is only when it knows from where', async () => {
  phoneAnswers((found) => found({ coords: { longitude: 121.5, latitude: 31.2 } }));
  whenAsked('station.search', { ok: true, value: { stations: [aStationSummary('二号站', { distanceM: 460 })] } });
  await openPage();
  const box = screen.getByRole('textbox', { name: '找站点' });
  fireEvent.change(box, { target: { value: '二号' } });
  await settle(400);
  expect(screen.getByText('二号站')).toBeTruthy();
  expect(screen.queryByText('460 米')).toBeNull();
  await press('清除');
  await press('离我最近');
  fireEvent.change(box, { target: { value: '二号站' } });
  await settle(400);
  expect(screen.getByText('460 米')).toBeTruthy();
  await press(/^二号站/);
  expect(screen.getByText(/^离您 460 米/)).toBeTruthy();
});

it.each([
  [2, '这一带 2 个站点'],
  [1, '这一带 1 个；更远的也列在下面'],
  [0, '这一带没有站点；更远的列在下面'],
])('tells %d in view from those that are listed beyond: %s', async (inView, words) => {
  whenAsked('station.lookAround', around({ inView, nearest: [aStationSummary('一号站'), aStationSummary('二号站')] }));
  await openPage();
  expect(screen.getByText(words)).toBeTruthy();
});

it('does not pass the old count off as the answer to a new filter', async () => {
  await openPage();
  whenAsked('station.lookAround', new Promise(() => undefined));
  await press('饮水', 'checkbox');
  expect(screen.getByText('正在找…')).toBeTruthy();
  expect(screen.queryByText(/^这一带/)).toBeNull();
  expect(screen.getByRole('list', { name: '站点' }).className).toContain('overtaken');
});

it('nor to another street, but keeps them when the map only goes closer', async () => {
  whenAsked('station.listStreets', {
    ok: true,
    value: { streets: [{ district: '浦东新区', street: '金桥镇', place: jinqiao, count: 1_489 }] },
  });
  await openPage();
  whenAsked('station.lookAround', new Promise(() => undefined));
  await press('放大地图');
  expect(screen.getByText('这一带 1 个站点')).toBeTruthy();
  await press('选街镇');
  await press('金桥镇，1,489 个站点');
  expect(screen.getByText('正在找…')).toBeTruthy();
});

it('gives the screen to the map at a press, and back to the list at another', async () => {
  await openPage();
  await press('看地图');
  expect(screen.getByRole('button', { name: '离我最近' })).toBeTruthy();
  await press('看列表');
  expect(screen.getByRole('button', { name: '看地图' })).toBeTruthy();
});

it('says that nearer ones stand behind because one may not get in', async () => {
  whenAsked(
    'station.lookAround',
    around({
      nearest: [
        aStationSummary('开着的站', { distanceM: 900 }),
        aStationSummary('关着的站', { distanceM: 80, status: closedByHours(now) }),
      ],
    }),
  );
  await openPage();
  expect(screen.getByText('还有 1 个更近的站点关着或待核实，排在后面')).toBeTruthy();
  expect(screen.getByText('明天 6:00 开门')).toBeTruthy();
});

it('keeps what it shows while the next answer is on its way, and drops one that was overtaken', async () => {
  await openPage();
  let answerLate: (answer: ReturnType<typeof around>) => void = () => undefined;
  whenAsked(
    'station.lookAround',
    new Promise((resolve) => {
      answerLate = resolve;
    }),
    around({ nearest: [aStationSummary('新的站')] }),
  );
  await press('饮水', 'checkbox');
  expect(screen.getByText('一号站')).toBeTruthy();
  await press('充电', 'checkbox');
  expect(screen.getByText('新的站')).toBeTruthy();
  answerLate(around({ nearest: [aStationSummary('旧的站')] }));
  await settle(10);
  expect(screen.queryByText('旧的站')).toBeNull();
  expect(screen.getByText('新的站')).toBeTruthy();
});

it('says when there is no network, keeps the list, and asks anew when it is back', async () => {
  await openPage();
  whenAsked('station.lookAround', 'no-network');
  await press('饮水', 'checkbox');
  expect(screen.getByText('网络不可用，请检查网络后重试')).toBeTruthy();
  expect(screen.getByText('一号站')).toBeTruthy();
  whenAsked('station.lookAround', around({ nearest: [aStationSummary('二号站')] }));
  act(() => void window.dispatchEvent(new Event('online')));
  await settle(10);
  expect(screen.getByText('二号站')).toBeTruthy();
  expect(screen.queryByText('网络不可用，请检查网络后重试')).toBeNull();
});

it('says when not even the first answer comes, and tries again at a press', async () => {
  whenAsked('station.lookAround', 'no-network');
  await openPage();
  whenAsked('station.lookAround', around());
  await press('重新加载');
  expect(screen.getByText('一号站')).toBeTruthy();
});

it('offers to drop the filter when nothing meets it', async () => {
  whenAsked('station.lookAround', around({ inView: 0, nearest: [] }));
  await openPage();
  await press('饮水', 'checkbox');
  expect(screen.getByText('没有符合条件的站点')).toBeTruthy();
  await press('去掉筛选');
  expect(lastQuestion().filter).toEqual({ openNow: false, wants: [] });
  expect(screen.getByText('附近没有站点')).toBeTruthy();
});

it('looks farther at a press when there is nothing near', async () => {
  whenAsked('station.lookAround', around({ inView: 0, nearest: [] }));
  await openPage();
  await press('看远一点');
  expect(lastQuestion().zoom).toBe(9);
});

it('opens a card with the way there and the details', async () => {
  const opened = jest.spyOn(window, 'open').mockReturnValue(null);
  await openPage();
  await press(/^一号站/);
  const card = screen.getByRole('group', { name: '一号站' });
  fireEvent.click(within(card).getByRole('button', { name: '导航' }));
  expect(opened.mock.calls[0]?.[0]).toContain('https://uri.amap.com/marker?position=121.585000,31.262000&name=');
  await settle(600);
  fireEvent.click(within(card).getByRole('button', { name: '详情' }));
  expect(phone.opened.at(-1)?.url).toMatch(/station\/index\?id=station-/);
  await press('返回列表');
  expect(screen.queryByRole('group', { name: '一号站' })).toBeNull();
});

it('finds a station by the number on its sign, when the fingers rest', async () => {
  whenAsked('station.search', {
    ok: true,
    value: { stations: [aStationSummary('金桥镇户外职工爱心接力站', { signNo: '99' })] },
  });
  await openPage();
  const box = screen.getByRole('textbox', { name: '找站点' });
  fireEvent.change(box, { target: { value: '9' } });
  await settle(100);
  fireEvent.change(box, { target: { value: '99' } });
  await settle(400);
  expect(timesAsked('station.search')).toBe(1);
  await press(/^金桥镇户外职工爱心接力站.*NO\.99$/);
  expect(screen.getByRole('group', { name: '金桥镇户外职工爱心接力站' })).toBeTruthy();
});

it('says what to try when nothing is found', async () => {
  whenAsked('station.search', { ok: true, value: { stations: [] } });
  await openPage();
  fireEvent.change(screen.getByRole('textbox', { name: '找站点' }), { target: { value: '没有的站' } });
  await settle(400);
  expect(screen.getByText('没有找到这样的站点')).toBeTruthy();
  await press('清除');
  expect(screen.getByText('一号站')).toBeTruthy();
});

it('keeps the list as it was measured while one looks at a station of it', async () => {
  whenAsked('station.listStreets', {
    ok: true,
    value: { streets: [{ district: '浦东新区', street: '金桥镇', place: jinqiao, count: 44 }] },
  });
  await openPage();
  await press('选街镇');
  await press(/^金桥镇/);
  await press(/^一号站/);
  expect(lastQuestion()).toMatchObject({ zoom: 16, from: jinqiao });
});

it('asks anew when one comes back to it: doors open and close meanwhile', async () => {
  await openPage();
  act(showPage);
  await settle(10);
  expect(questions()).toHaveLength(2);
});

it('says when far away only the hours on the doors are known', async () => {
  whenAsked('station.lookAround', around({ openBy: 'hours' }));
  await openPage();
  await press('现在开着', 'checkbox');
  expect(screen.getByText(/^范围较大，按登记的开放时间显示/)).toBeTruthy();
});
