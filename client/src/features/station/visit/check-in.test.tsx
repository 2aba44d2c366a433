import { occupations } from '@contract/occupation';
import { stationContract } from '@contract/station';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import CheckInPage from '../pages/check-in';
import { occupationCodes, occupationLabel } from './visit-copy';

const visitedAt = Date.parse('2026-11-20T14:05:00+08:00');

const aVisit = (about: object = {}) =>
  stationContract.checkIn.output.parse({
    stationId: 'jinqiao-99',
    name: '金桥镇户外职工爱心接力站',
    evidence: 'rotating-code',
    isNew: true,
    visitedAt,
    status: { state: 'open', reasons: [{ because: 'on-duty', since: visitedAt }] },
    hasWater: false,
    ...about,
  });
const aBottle = (takenToday: number) =>
  stationContract.takeWater.output.parse({
    stationId: 'jinqiao-99',
    name: '金桥镇户外职工爱心接力站',
    takenToday,
    dailyQuota: 2,
    at: visitedAt,
  });

const settle = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });
const openPage = async (parameters: Record<string, string> = {}): Promise<void> => {
  phone.parameters = parameters;
  render(
    <StrictMode>
      <CheckInPage />
    </StrictMode>,
  );
  await settle();
};
const press = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const typeLetters = async (letters: string): Promise<void> => {
  fireEvent.change(screen.getByRole('textbox', { name: '码下面的字母和数字' }), { target: { value: letters } });
  await press('打卡');
};
const inputs = (name: string): readonly Record<string, unknown>[] =>
  asked.filter((question) => question.name === name).map(({ input }) => input as Record<string, unknown>);

const atPlace = (answer: 'granted' | 'refused'): void => {
  const geolocation = {
    getCurrentPosition(found: (position: object) => void, failed: (reason: object) => void) {
      if (answer === 'granted') found({ coords: { longitude: 121.5, latitude: 31.2 } });
      else failed({ code: 1 });
    },
  };
  Object.defineProperty(navigator, 'geolocation', { value: geolocation, configurable: true });
};

beforeEach(() => {
  resetServer();
  resetPhone();
  atPlace('refused');
});

it('checks in by itself, once, whoever arrives with a scanned code', async () => {
  whenAsked('station.checkIn', { ok: true, value: aVisit() });
  await openPage({ scene: encodeURIComponent('s.AAAABBBB.CCCCDDDD') });
  expect(inputs('station.checkIn')).toHaveLength(1);
  expect(inputs('station.checkIn')[0]).toMatchObject({ code: 's.AAAABBBB.CCCCDDDD', stationId: null, place: null });
  expect(screen.getByRole('heading', { name: '已打卡' })).toBeTruthy();
  expect(screen.getByText('金桥镇户外职工爱心接力站')).toBeTruthy();
  expect(screen.getByText('您扫了值班人员的码')).toBeTruthy();
});

it('reads the scene out of a code that holds the address of a page', async () => {
  whenAsked('station.checkIn', { ok: true, value: aVisit() });
  await openPage({ code: 'features/station/pages/check-in/index?scene=s.AAAABBBB.CCCCDDDD' });
  expect(inputs('station.checkIn')[0]).toMatchObject({ code: 's.AAAABBBB.CCCCDDDD' });
});

it('says so when this visit was counted before', async () => {
  whenAsked('station.checkIn', { ok: true, value: aVisit({ isNew: false }) });
  await openPage({ code: 'r.AAAABBBB.CCCCCDDDDD' });
  expect(screen.getByRole('heading', { name: '今天这次已记过' })).toBeTruthy();
  expect(screen.getByText('14:05 记的，不用再打。')).toBeTruthy();
});

it('counts a visitor whom nobody knows by one random key of this browser', async () => {
  whenAsked('station.checkIn', { ok: true, value: aVisit() });
  await openPage();
  await typeLetters('AAAA BBBB CCCCC DDDDD');
  const [first] = inputs('station.checkIn');
  expect(first?.['visitorKey']).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(phone.storage.get('visitor-key')).toBe(first?.['visitorKey']);
});

it('never makes checking in a condition for rest, water and the toilet', async () => {
  await openPage();
  expect(screen.getByText('不打卡也可以休息、饮水、用厕所。')).toBeTruthy();
});

it.each([
  ['code-expired', '值班人员的码每 30 秒更新，请输入现在的字母和数字。'],
  ['code-unreadable', '没有认出，请核对字母和数字'],
  ['other-station', '请扫您所在站点的码。'],
] as const)('for %s says what to do, keeps what was typed, and lets one type again', async (refusal, wayOn) => {
  whenAsked('station.checkIn', { ok: false, refusal });
  await openPage();
  await typeLetters('AAAABBBB');
  expect(screen.getByText(wayOn)).toBeTruthy();
  expect(screen.getByRole('textbox', { name: '码下面的字母和数字' })).toHaveProperty('value', 'AAAABBBB');
  whenAsked('station.checkIn', { ok: true, value: aVisit() });
  await typeLetters('AAAABBBBCCCCCDDDDD');
  expect(screen.getByRole('heading', { name: '已打卡' })).toBeTruthy();
});

it('asks for a second look through the camera when what was scanned is none of ours', async () => {
  whenAsked('station.checkIn', { ok: false, refusal: 'code-unreadable' });
  await openPage({ code: 'https://example.org' });
  expect(screen.getByText('请对准站点的码再扫一次，或者输入码下面的字母和数字。')).toBeTruthy();
});

it('asks for letters before it asks the server', async () => {
  await openPage();
  await press('打卡');
  expect(screen.getByText('请输入码下面的字母和数字')).toBeTruthy();
  expect(timesAsked('station.checkIn')).toBe(0);
});

it('keeps the code that was read when the line is dead, and sends it again at a press', async () => {
  whenAsked('station.checkIn', 'no-network', 'no-network', { ok: true, value: aVisit() });
  await openPage({ code: 'r.AAAABBBB.CCCCCDDDDD' });
  expect(screen.getByText('已经读到的码还留着，不用再扫。')).toBeTruthy();
  await press('再试一次');
  expect(screen.getByRole('heading', { name: '已打卡' })).toBeTruthy();
  expect(new Set(inputs('station.checkIn').map(({ code }) => code))).toEqual(new Set(['r.AAAABBBB.CCCCCDDDDD']));
});

describe('by the place alone', () => {
  it('sends the place of a phone that says it', async () => {
    atPlace('granted');
    whenAsked('station.checkIn', { ok: true, value: aVisit({ evidence: 'near' }) });
    await openPage({ id: 'jinqiao-99' });
    await press('没有码？用位置打卡');
    expect(await screen.findByText('您在站点附近')).toBeTruthy();
    expect(inputs('station.checkIn')).toHaveLength(1);
    expect(inputs('station.checkIn')[0]).toMatchObject({ code: null, stationId: 'jinqiao-99' });
    expect(inputs('station.checkIn')[0]?.['place']).toMatchObject({ latitude: expect.any(Number) as number });
  });

  it('does without: a refused place is no dead end', async () => {
    await openPage({ id: 'jinqiao-99' });
    await press('没有码？用位置打卡');
    expect(await screen.findByText('没有拿到您的位置')).toBeTruthy();
    expect(timesAsked('station.checkIn')).toBe(0);
    whenAsked('station.checkIn', { ok: true, value: aVisit() });
    await typeLetters('AAAABBBBCCCCCDDDDD');
    expect(screen.getByRole('heading', { name: '已打卡' })).toBeTruthy();
  });

  it('offers to try again from nearer by', async () => {
    atPlace('granted');
    whenAsked('station.checkIn', { ok: false, refusal: 'too-far' });
    await openPage({ id: 'jinqiao-99' });
    await press('没有码？用位置打卡');
    expect(await screen.findByText('您离站点还有一段路')).toBeTruthy();
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy();
  });
});

describe('what one does for a living', () => {
  it('is asked once, told with one tap, sent with each visit and can be changed', async () => {
    whenAsked('station.checkIn', { ok: true, value: aVisit() });
    await openPage();
    await press('外卖骑手');
    expect(screen.queryByText('您是做什么的')).toBeNull();
    await typeLetters('AAAABBBBCCCCCDDDDD');
    expect(inputs('station.checkIn')[0]).toMatchObject({ occupation: 'food-delivery' });
    await press('打卡时记为“外卖骑手”，更改');
    await press('快递员');
    expect(screen.getByText('打卡时记为“快递员”')).toBeTruthy();
  });

  it('is called by a part of the name under which visits are counted', () => {
    const counted = new Map<string, string>(occupations.map(({ code, name }) => [code, name]));
    for (const code of occupationCodes) expect(counted.get(code)).toContain(occupationLabel(code));
    expect(occupationCodes).toHaveLength(occupations.length);
  });

  it('may stay unsaid, and is not asked again', async () => {
    whenAsked('station.checkIn', { ok: true, value: aVisit() });
    await openPage({ code: 'r.AAAABBBB.CCCCCDDDDD' });
    expect(inputs('station.checkIn')[0]).toMatchObject({ occupation: null });
    await press('不说');
    expect(screen.getByText('打卡时不记职业')).toBeTruthy();
  });
});

describe('bottled water', () => {
  const arrive = async (stationId = 'jinqiao-99'): Promise<void> => {
    whenAsked('station.checkIn', { ok: true, value: aVisit({ stationId, hasWater: true }) });
    await openPage({ code: 'r.AAAABBBB.CCCCCDDDDD' });
  };
  const keys = (): readonly unknown[] => inputs('station.takeWater').map(({ requestKey }) => requestKey);

  it('is counted bottle by bottle, each press a wish of its own', async () => {
    await arrive('two-bottles');
    whenAsked('station.takeWater', { ok: true, value: aBottle(1) }, { ok: true, value: aBottle(2) });
    await press('取一瓶水');
    expect(screen.getByText('已取 1 / 2 瓶')).toBeTruthy();
    await press('再取一瓶水');
    expect(screen.getByText('已取 2 / 2 瓶')).toBeTruthy();
    expect(new Set(keys()).size).toBe(2);
    expect(screen.queryByRole('button', { name: /取一瓶水/ })).toBeNull();
  });

  it('is the same wish after a dead line, even when the page was loaded anew', async () => {
    await arrive();
    whenAsked('station.takeWater', 'no-network');
    await press('取一瓶水');
    expect(screen.getByText('上一瓶还没有得到答复。再按一次，不会多记。')).toBeTruthy();
    document.body.innerHTML = '';
    await arrive();
    whenAsked('station.takeWater', { ok: true, value: aBottle(1) });
    await press('取一瓶水');
    expect(new Set(keys()).size).toBe(1);
    expect(screen.queryByText(/上一瓶还没有得到答复/)).toBeNull();
  });

  it.each([
    ['quota-used', '今天能取的瓶装水已经取完，明天可以再取'],
    ['none-left', '瓶装水取完了，已经告诉站长'],
  ] as const)('for %s says so politely and takes the button away', async (refusal, words) => {
    await arrive(refusal);
    whenAsked('station.takeWater', { ok: false, refusal });
    await press('取一瓶水');
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '取一瓶水' })).toBeNull();
  });

  it('is not offered again on the day on which one had all of them', async () => {
    await arrive('all-had');
    whenAsked('station.takeWater', { ok: true, value: aBottle(2) });
    await press('取一瓶水');
    document.body.innerHTML = '';
    await arrive('all-had');
    expect(screen.getByText('今天的瓶装水取完了，明天可以再取。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /取一瓶水/ })).toBeNull();
  });

  it('is not offered where it is not given by scan', async () => {
    whenAsked('station.checkIn', { ok: true, value: aVisit() });
    await openPage({ code: 'r.AAAABBBB.CCCCCDDDDD' });
    expect(screen.queryByRole('button', { name: '取一瓶水' })).toBeNull();
  });
});

it('leads on to the station, and to saying that a door is locked', async () => {
  whenAsked('station.checkIn', { ok: true, value: aVisit() });
  await openPage({ code: 'r.AAAABBBB.CCCCCDDDDD' });
  await press('站点详情');
  await press('反映：门关着');
  expect(phone.opened.map(({ url }) => url)).toEqual([
    '/features/station/pages/station/index?id=jinqiao-99&code=r.AAAABBBB.CCCCCDDDDD',
    '/features/station/pages/station/index?id=jinqiao-99&report=door',
  ]);
});
