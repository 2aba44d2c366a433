import { stationContract } from '@contract/station';
import { StationDetail } from '@contract/station-view';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { anEventSummary } from '../../../../testing/a-guest-event';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import StationPage from '../pages/station';
import { whereWords } from './where-words';

/** A Monday, and the day before the day of its tests has hours of its own. */
const now = Date.parse('2026-11-23T10:00:00+08:00');
const early = Date.parse('2026-11-23T08:02:00+08:00');

const aStation = (about: object = {}): StationDetail =>
  StationDetail.parse({
    stationId: 'jinqiao-99',
    name: '金桥镇户外职工爱心接力站',
    tier: 4,
    category: 'relay',
    signNo: '99',
    district: '浦东新区',
    street: '金桥镇',
    address: '永业路292号',
    place: { longitude: 121.6, latitude: 31.26 },
    status: { state: 'open', reasons: [{ because: 'on-duty', since: early }] },
    distanceM: null,
    offers: ['water', 'relay', 'driver-home'],
    broken: ['microwave'],
    phone: '021-50312351',
    areaM2: 45,
    unionName: '金桥镇总工会',
    openedOn: '2019-05',
    hoursText: '周一至周五 8:30-17:00；节假日 休息',
    week: [
      { day: '2026-11-23', holiday: null, spans: [{ from: 510, until: 1020, attendance: 'staffed' }] },
      { day: '2026-11-24', holiday: null, spans: [{ from: 1320, until: 360, attendance: 'unattended' }] },
      { day: '2026-11-25', holiday: '国庆节', spans: [] },
    ],
    closure: null,
    facilities: [
      { code: 'charging', count: 3, state: 'ok', checkedAt: now - 86_400_000 },
      { code: 'microwave', count: 1, state: 'broken', checkedAt: now },
      { code: 'seating', count: 1, state: 'ok', checkedAt: null },
      { code: 'fridge', count: 0, state: 'absent', checkedAt: null },
    ],
    lacks: ['fridge'],
    zones: [{ zoneId: 'rest', name: '休息区', capacity: 12, areaM2: 20 }],
    services: ['法律咨询'],
    meals: [{ name: '午间食堂', priceYuan: 18, about: '两荤两素', hours: '周一至周五 11:00-13:00', servedNow: false }],
    swapOperator: '中国铁塔',
    finest: { name: '最美站点', year: 2024, level: 'city' },
    city: '上海市',
    news: [],
    swap: { operator: '中国铁塔', slots: 12 },
    awards: [{ name: '最美站点', year: 2024, level: 'city' }],
    grade: 'standard',
    gradeHistory: [{ grade: 'standard', from: '2023-06-01' }],
    partner: '某某加油站',
    notice: '请保持安静',
    water: { dailyQuota: 2, left: 'few' },
    hasDoor: false,
    viewer: { mayTend: false, mayEdit: false },
    asOf: now,
    ...about,
  });

const doubtful = { state: 'doubtful', reasons: [{ because: 'reported-locked', people: 1, lastAt: now }] };
const aReport = (status: object) => stationContract.reportDoor.output.parse({ status, reportedAt: now });
const aToken = stationContract.openDoor.output.parse({
  stationId: 'jinqiao-99',
  name: '金桥镇户外职工爱心接力站',
  token: 'D1.payload.signature',
  expiresAt: now + 60_000,
});

const settle = (): Promise<void> => act(() => jest.advanceTimersByTimeAsync(20));
const openPage = async (station: StationDetail, parameters: Record<string, string> = {}): Promise<void> => {
  whenAsked('station.show', { ok: true, value: station });
  phone.parameters = { id: 'jinqiao-99', ...parameters };
  render(<StationPage />);
  await settle();
};
const press = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const inputsOf = (name: string): unknown[] =>
  asked.filter((question) => question.name === name).map(({ input }) => input);
const list = (name: string): string => screen.getByRole('list', { name }).textContent;

const atPlace = (answer: 'granted' | 'refused'): void => {
  const geolocation = {
    getCurrentPosition(found: (position: object) => void, failed: (reason: object) => void) {
      if (answer === 'granted') found({ coords: { longitude: 121.5, latitude: 31.2 } });
      else failed({ code: 1 });
    },
  };
  Object.defineProperty(navigator, 'geolocation', { value: geolocation, configurable: true });
};

let broughtToSight: readonly string[] = [];
Element.prototype.scrollIntoView = function () {
  broughtToSight = [...broughtToSight, this.textContent];
};

beforeEach(() => {
  broughtToSight = [];
  jest.useFakeTimers({ now });
  resetServer();
  resetPhone();
  atPlace('refused');
  whenAsked('event.browse', { ok: true, value: { items: [], next: null } });
});
afterEach(() => jest.useRealTimers());

it('says first whether it is open, and why', async () => {
  await openPage(aStation());
  expect(screen.getByText('开着')).toBeTruthy();
  expect(screen.getByText('值班人员 8:02 已到岗')).toBeTruthy();
  expect(screen.getByText('NO.99 · 浦东新区金桥镇 · 永业路292号')).toBeTruthy();
});

it.each([
  [{ address: '永业路292号' }, 'NO.99 · 浦东新区金桥镇 · 永业路292号'],
  [{ address: '金桥镇' }, 'NO.99 · 浦东新区金桥镇'],
  [{ address: '金桥镇永业路292号' }, 'NO.99 · 浦东新区金桥镇永业路292号'],
  [{ address: '上海市浦东新区金桥镇永业路292号', signNo: null }, '上海市浦东新区金桥镇永业路292号'],
])('says district and street once, whatever the address says: %j', (about, words) => {
  expect(whereWords(aStation(about))).toBe(words);
});

it('leads on to the other stations from one that is gone', async () => {
  whenAsked('station.show', { ok: false, refusal: 'station-not-found' });
  phone.parameters = { id: 'jinqiao-99' };
  render(<StationPage />);
  await settle();
  await press('去看别的站点');
  expect(phone.opened).toEqual([{ by: 'switchTab', url: '/pages/stations/index' }]);
});

it('says what is there, what is broken, what is not, and since when one knows', async () => {
  await openPage(aStation());
  const rows = within(screen.getByRole('list', { name: '设施' })).getAllByRole('listitem');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    '充电 × 3正常 · 昨天查看过',
    '微波炉坏了 · 今天查看过',
    '桌椅有',
    '冰箱没有',
    '没写日期的，最近没有人查看过',
    '扫码取水每人每天 2 瓶，到冰柜前扫码快没了',
  ]);
});

it('tells what its staff announced lately, leads to it and to older ones, and says where it is', async () => {
  const news = (nth: number) => ({
    articleId: `a0000000000${nth}`,
    kind: 'announcement' as const,
    title: `第${nth}次检修`,
    office: '金桥镇总工会',
    publishedAt: now,
  });
  await openPage(aStation({ news: [3, 2, 1].map(news) }));
  expect(screen.getByText('所在地区')).toBeTruthy();
  expect(screen.getByText('上海市 浦东新区 金桥镇')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^第3次检修，公告 · 金桥镇总工会/ }));
  fireEvent.click(screen.getByRole('button', { name: '更早的公告' }));
  expect(phone.opened.map(({ url }) => url)).toEqual([
    '/features/station/pages/article/index?id=a00000000003',
    '/features/station/pages/articles/index?station=jinqiao-99',
  ]);
});

it('lets those who keep it announce something', async () => {
  await openPage(aStation({ viewer: { mayTend: true, mayEdit: true } }));
  fireEvent.click(screen.getByRole('button', { name: /^发布站点公告/ }));
  expect(phone.opened).toEqual([
    { by: 'navigateTo', url: '/features/station/pages/edit-article/index?station=jinqiao-99' },
  ]);
});

it('marks today in the week, names the holiday, and says what runs into the next day', async () => {
  await openPage(aStation());
  const rows = within(screen.getByRole('list', { name: '开放时间' })).getAllByRole('listitem');
  expect(rows.map(({ textContent }) => textContent.replace(/\u2060/g, ''))).toEqual([
    '周一至周五 8:30–17:00节假日 休息',
    '周一 今天8:30–17:00',
    '周二 24日22:00–次日6:00（自助进门）',
    '周三 25日国庆节 不开放',
  ]);
});

it('tells the rest: meals, batteries without a promise, rooms, honours, who keeps it', async () => {
  await openPage(aStation());
  expect(list('平价餐')).toBe('午间食堂现在不供应 · 两荤两素 · 周一至周五 11:00–13:0018 元');
  expect(list('换电')).toContain('有没有满电的电池，请看运营方的应用');
  expect(list('功能区')).toBe('休息区可容纳 12 人 · 20 平方米');
  expect(list('荣誉')).toBe('最美站点2024年 市级站点等级 标准版2023年6月1日起');
  expect(list('进门须知')).toBe('请保持安静');
  expect(list('关于这里')).toContain('2019年5月');
  await press(/^电话/);
  expect(phone.called).toEqual(['021-50312351']);
});

it('leaves out what nothing is known of', async () => {
  await openPage(
    aStation({ meals: [], swap: null, zones: [], services: [], awards: [], gradeHistory: [], notice: null }),
  );
  for (const name of ['平价餐', '换电', '功能区', '服务', '荣誉', '进门须知']) {
    expect(screen.queryByRole('list', { name })).toBeNull();
  }
});

it('tells only those who look after it what it lacks, and leads them to the code on duty', async () => {
  await openPage(aStation());
  expect(screen.queryByText(/未达标/)).toBeNull();
  expect(screen.queryByRole('button', { name: /^当班码/ })).toBeNull();
  document.body.innerHTML = '';
  await openPage(aStation({ viewer: { mayTend: true, mayEdit: false } }));
  expect(screen.getByText('未达标，还缺：冰箱')).toBeTruthy();
  await press(/^当班码/);
  expect(phone.opened[0]?.url).toBe('/features/station/pages/presence/index?id=jinqiao-99');
});

it('leads to checking in, and shows the way', async () => {
  const opened = jest.spyOn(window, 'open').mockReturnValue(null);
  await openPage(aStation());
  await press('打卡');
  expect(phone.opened.map(({ url }) => url)).toEqual(['/features/station/pages/check-in/index?id=jinqiao-99']);
  await press('导航');
  expect(opened.mock.calls[0]?.[0]).toContain('121.6');
});

it('finds the station by the code at its door, too', async () => {
  await openPage(aStation(), { id: '', scene: 's.AAAABBBB.CCCCDDDD' });
  expect(inputsOf('station.show')).toEqual([{ stationId: null, code: 's.AAAABBBB.CCCCDDDD' }]);
});

describe('events here', () => {
  const events = (count: number) => ({
    ok: true as const,
    value: {
      items: Array.from({ length: count }, (_, nth) =>
        anEventSummary(`第${nth + 1}课`, { startsAt: now + (nth + 1) * 86_400_000, closesAt: now + 86_400_000 }),
      ),
      next: null,
    },
  });

  const look = async () => press(/^这里的活动/);

  it('are asked for at a tap, the next three shown, each leading to its page', async () => {
    whenAsked('event.browse', events(4));
    await openPage(aStation());
    expect(inputsOf('event.browse')).toEqual([]);
    await look();
    expect(inputsOf('event.browse')).toEqual([
      { from: null, kind: null, street: null, programme: null, stationId: 'jinqiao-99' },
    ]);
    const rows = within(screen.getByRole('list', { name: '这里的活动' })).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      '第1课明天 10:00 · 还有 3 个名额',
      '第2课周三 11月25日 10:00 · 还有 3 个名额',
      '第3课周四 11月26日 10:00 · 还有 3 个名额',
      '去活动里看更多',
    ]);
    await press(/^第1课/);
    expect(phone.opened[0]?.url).toMatch(/^\/features\/event\/pages\/event\/index\?id=e/);
  });

  it('that are no more than three leave nothing to look for elsewhere', async () => {
    whenAsked('event.browse', events(3));
    await openPage(aStation());
    await look();
    expect(within(screen.getByRole('list', { name: '这里的活动' })).getAllByRole('listitem')).toHaveLength(3);
  });

  it('that there are none of lead to those elsewhere', async () => {
    whenAsked('event.browse', events(0));
    await openPage(aStation());
    await look();
    await press(/^这里近期没有活动/);
    expect(phone.opened[0]).toMatchObject({ by: 'switchTab' });
  });

  it('that could not be read leave the rest of the page as it is', async () => {
    whenAsked('event.browse', { ok: false, fault: 'r-9' });
    await openPage(aStation());
    await look();
    expect(screen.getByText(/r-9/)).toBeTruthy();
    expect(screen.getByRole('list', { name: '设施' })).toBeTruthy();
  });
});

describe('a locked door', () => {
  it('is reported in two taps, asks for the place only then, and says what the map says now', async () => {
    await openPage(aStation());
    await press('反映：门关着');
    expect(timesAsked('station.reportDoor')).toBe(0);
    whenAsked('station.reportDoor', { ok: true, value: aReport(doubtful) });
    whenAsked('station.show', { ok: true, value: aStation({ status: doubtful }) });
    await press('我就在门口，门关着');
    expect(inputsOf('station.reportDoor')).toEqual([
      { stationId: 'jinqiao-99', says: 'locked', place: null, code: null },
    ]);
    expect(screen.getByText('地图上现在是：待核实，1 人反映关着门，正在核实。')).toBeTruthy();
    expect(screen.getByText('已经告诉站长，核实以后会在首页告诉您。')).toBeTruthy();
    expect(screen.getByText('待核实')).toBeTruthy();
  });

  it('is told with the place of a phone that says it', async () => {
    atPlace('granted');
    whenAsked('station.reportDoor', { ok: true, value: aReport(doubtful) });
    await openPage(aStation());
    await press('反映：门关着');
    await press('我就在门口，门关着');
    expect(inputsOf('station.reportDoor')).toMatchObject([{ place: { latitude: expect.any(Number) as number } }]);
  });

  it('was open after all: whoever sees that says so', async () => {
    await openPage(aStation({ status: doubtful }));
    whenAsked('station.reportDoor', { ok: true, value: aReport({ state: 'open', reasons: [] }) });
    await press('反映：门开着');
    await press('我就在门口，门开着');
    expect(inputsOf('station.reportDoor')).toMatchObject([{ says: 'open' }]);
    expect(screen.getByText('后面来的人马上能看到。')).toBeTruthy();
  });

  it.each(['反映：门关着', '反映：门开着'])('after %s one says which of the two it is', async (first) => {
    await openPage(aStation({ status: doubtful }));
    await press(first);
    expect(screen.getByRole('heading', { name: '您在门口吗？' })).toBeTruthy();
    for (const name of ['我就在门口，门开着', '我就在门口，门关着']) {
      expect(screen.getByRole('button', { name })).toBeTruthy();
    }
  });

  it('can be left unreported', async () => {
    await openPage(aStation());
    await press('反映：门关着');
    await press('先不反映');
    expect(screen.getByRole('button', { name: '反映：门关着' })).toBeTruthy();
    expect(timesAsked('station.reportDoor')).toBe(0);
  });

  it('is begun at once for whoever comes to say so', async () => {
    await openPage(aStation(), { report: 'door' });
    expect(screen.getByRole('button', { name: '我就在门口，门关着' })).toBeTruthy();
  });

  it.each([
    ['too-far', /请到了门口再反映/],
    ['reported-often', /请过些时候再反映/],
    ['sign-in-needed', /请在微信里打开/],
  ] as const)('is not taken when %s, and says why', async (refusal, words) => {
    await openPage(aStation());
    whenAsked('station.reportDoor', { ok: false, refusal });
    await press('反映：门关着');
    await press('我就在门口，门关着');
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('is said again at a press when the line was dead', async () => {
    await openPage(aStation());
    whenAsked('station.reportDoor', 'no-network', 'no-network', { ok: true, value: aReport(doubtful) });
    await press('反映：门关着');
    await press('我就在门口，门关着');
    await press('再试一次');
    expect(screen.getByText('记下了，谢谢您')).toBeTruthy();
    expect(broughtToSight.at(-1)).toContain('记下了，谢谢您');
  });
});

describe('a door that opens by code', () => {
  it('shows a code for a minute, then covers it and offers a new one', async () => {
    await openPage(aStation({ hasDoor: true }));
    expect(screen.getByText('到了门口再按。不用刷脸；谁开的门留 30 天，万一出事时查。')).toBeTruthy();
    whenAsked('station.openDoor', { ok: true, value: aToken });
    await press('开门');
    expect(screen.getByRole('img', { name: '开门二维码' })).toBeTruthy();
    expect(screen.getByText('60 秒内有效，只能用一次')).toBeTruthy();
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(screen.queryByRole('img', { name: '开门二维码' })).toBeNull();
    await press('换一个新码');
    expect(screen.getByRole('img', { name: '开门二维码' })).toBeTruthy();
  });

  it('opens by the code that was scanned on the way here, and asks for no place', async () => {
    await openPage(aStation({ hasDoor: true }), { code: 's.AAAABBBB.CCCCDDDD' });
    whenAsked('station.openDoor', { ok: true, value: aToken });
    await press('开门');
    expect(inputsOf('station.openDoor')).toEqual([
      { stationId: 'jinqiao-99', code: 's.AAAABBBB.CCCCDDDD', place: null },
    ]);
  });

  it('leads somebody without a place to the code at the door', async () => {
    await openPage(aStation({ hasDoor: true }));
    whenAsked('station.openDoor', { ok: false, refusal: 'place-needed' });
    await press('开门');
    await press('扫门口的码');
    expect(phone.opened[0]?.url).toBe('/features/station/pages/check-in/index?id=jinqiao-99');
  });
});
