import { eventContract } from '@contract/event';
import { EventId } from '@contract/ids';
import type { SelfView } from '@contract/member';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import HostPage from '../pages/host';
import { doorStore } from './door-store';

const yoga = EventId.parse('e0000000yoga'.replace('o', '0'));
const clinic = EventId.parse('e0000000cm1c');
const now = Date.parse('2026-11-27T12:00:00+08:00');

const codes = (eventId: EventId, about: object = {}) =>
  eventContract.showHostCodes.output.parse({
    eventId,
    title: '午间瑜伽',
    session: now,
    codes: Array.from({ length: 21 }, (_, nth) => ({
      code: `e.AAAABBBB.${String.fromCharCode(65 + nth).repeat(10)}`,
      from: now + nth * 30_000,
      until: now + (nth + 1) * 30_000,
    })),
    expected: 50,
    present: 37,
    walkIns: 4,
    takesWalkIns: true,
    asOf: now,
    ...about,
  });
const admitted = (about: object = {}) =>
  ({
    ok: true,
    value: eventContract.admitGuest.output.parse({
      lot: '7K2M9Q4T',
      maskedName: '王*明',
      people: 1,
      at: now,
      isNew: true,
      ...about,
    }),
  }) as const;
const counted = (walkIns: number) => ({ ok: true, value: { walkIns, isNew: true } }) as const;

const selfOf = (role: SelfView['roles'][number]['role']) =>
  ({ roles: [{ role, scope: '金桥镇总工会', until: '2027-06-30' }] }) as unknown as SelfView;

const pass = (seconds: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(seconds * 1_000));
const open = async (eventId: EventId): Promise<void> => {
  phone.parameters = { id: eventId };
  render(<HostPage />);
  await pass(0);
};
const reopen = async (eventId: EventId): Promise<void> => {
  cleanup();
  await open(eventId);
};
const type = async (code: string): Promise<void> => {
  fireEvent.change(screen.getByRole('textbox', { name: '入场码' }), { target: { value: code } });
  fireEvent.click(screen.getByRole('button', { name: '记下签到' }));
  await pass(1);
};
const press = async (name: string): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await pass(1);
};
const online = async (): Promise<void> => {
  await act(async () => {
    window.dispatchEvent(new Event('online'));
    await jest.advanceTimersByTimeAsync(1_000);
  });
};
const sent = (name: 'event.admitGuest' | 'event.countWalkIn') =>
  asked.filter((one) => one.name === name).map(({ input }) => input as Record<string, unknown>);
const keysSent = (): readonly unknown[] =>
  Array.from(new Set(sent('event.countWalkIn').map((one) => one['requestKey'])));

beforeEach(() => {
  jest.useFakeTimers({ now });
  resetServer();
  resetPhone();
  whenAsked('event.showHostCodes', { ok: true, value: codes(yoga) });
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

it('shows the code of this half minute and how many are there of how many', async () => {
  await open(yoga);
  expect(screen.getByRole('img', { name: '签到二维码' })).toBeTruthy();
  expect(screen.getByText('AAAA BBBB AAAAA AAAAA')).toBeTruthy();
  expect(screen.getByText('已签到 37 人，应到 50 人')).toBeTruthy();
  await pass(30);
  expect(screen.getByText('AAAA BBBB BBBBB BBBBB')).toBeTruthy();
});

it('says that somebody is checked in only after the server has said so', async () => {
  let answer: (value: ReturnType<typeof admitted>) => void = () => undefined;
  whenAsked('event.admitGuest', new Promise((resolve) => (answer = resolve)));
  await open(yoga);
  await type('t.7K2M9Q4T.ABCDEFGH');
  expect(screen.getByRole('heading', { name: '已记下，还没上传' })).toBeTruthy();
  expect(screen.queryByText('签到成功')).toBeNull();
  answer(admitted());
  await pass(1);
  expect(screen.getByRole('heading', { name: '签到成功' })).toBeTruthy();
  expect(screen.getByText('王*明，1 人')).toBeTruthy();
  expect(doorStore.read(yoga)).toEqual([]);
});

it('asks again who is there after each guest', async () => {
  whenAsked('event.admitGuest', admitted());
  whenAsked('event.showHostCodes', { ok: true, value: codes(yoga) }, { ok: true, value: codes(yoga, { present: 38 }) });
  await open(yoga);
  await type('t.7K2M9Q4T.ABCDEFGH');
  expect(screen.getByText('已签到 38 人，应到 50 人')).toBeTruthy();
});

it('keeps guests while there is no network, and sends them in order and once each when it is back', async () => {
  whenAsked('event.admitGuest', 'no-network');
  await open(yoga);
  await type('t.AAAAAAAA.AAAAAAAA');
  await type('t.BBBBBBBB.BBBBBBBB');
  expect(screen.getByRole('heading', { name: '2 条已记下，还没上传' })).toBeTruthy();
  expect(screen.getByText('网络不可用，请检查网络后重试')).toBeTruthy();
  expect(screen.queryByText('签到成功')).toBeNull();
  const before = timesAsked('event.admitGuest');
  whenAsked('event.admitGuest', admitted());
  await online();
  expect(
    sent('event.admitGuest')
      .slice(before)
      .map((one) => [one['code'], one['at']]),
  ).toEqual([
    ['t.AAAAAAAA.AAAAAAAA', now],
    ['t.BBBBBBBB.BBBBBBBB', now + 1_000],
  ]);
  expect(screen.queryByText(/还没上传/)).toBeNull();
  expect(screen.getByRole('heading', { name: '签到成功' })).toBeTruthy();
  await pass(60);
  expect(timesAsked('event.admitGuest')).toBe(before + 2);
});

it('still has what it wrote down after the page was closed and opened again without a network', async () => {
  whenAsked('event.admitGuest', 'no-network');
  whenAsked('event.countWalkIn', 'no-network');
  await open(yoga);
  await type('t.AAAAAAAA.AAAAAAAA');
  await press('多一人');
  const walkIn = doorStore.read(yoga)[1]?.noteId;
  whenAsked('event.showHostCodes', 'no-network');
  await reopen(yoga);
  expect(screen.getByRole('heading', { name: '午间瑜伽' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: '2 条已记下，还没上传' })).toBeTruthy();
  expect(screen.getByText('另有 1 人已记下，还没上传')).toBeTruthy();
  whenAsked('event.admitGuest', admitted());
  whenAsked('event.countWalkIn', counted(5));
  await pass(15);
  expect(screen.queryByText(/还没上传/)).toBeNull();
  expect(keysSent()).toEqual([walkIn]);
});

it('does not ask who is there again and again while there is no network', async () => {
  whenAsked('event.admitGuest', 'no-network');
  await open(yoga);
  await type('t.AAAAAAAA.AAAAAAAA');
  const before = timesAsked('event.showHostCodes');
  await pass(60);
  expect(timesAsked('event.admitGuest')).toBeGreaterThan(4);
  expect(timesAsked('event.showHostCodes')).toBe(before);
});

it('writes down a code scanned twice without a network only once', async () => {
  whenAsked('event.admitGuest', 'no-network');
  await open(yoga);
  await type('t.AAAAAAAA.AAAAAAAA');
  await type('t.AAAAAAAA.AAAAAAAA');
  expect(screen.getByText('这个码刚才已经记下了，不用再扫')).toBeTruthy();
  expect(doorStore.read(yoga)).toHaveLength(1);
});

it('counts each walk-in with a key of its own, and the same walk-in with the same key', async () => {
  whenAsked('event.countWalkIn', 'no-network', 'no-network', counted(5), counted(6));
  await open(yoga);
  await press('多一人');
  expect(screen.getByText('另有 1 人已记下，还没上传')).toBeTruthy();
  await press('多一人');
  await pass(15);
  expect(sent('event.countWalkIn').map(({ people }) => people)).toEqual([1, 1, 1, 1]);
  expect(keysSent()).toHaveLength(2);
});

it('keeps what the server refused in sight, with the reason, until the host has read it', async () => {
  whenAsked('event.admitGuest', { ok: false, refusal: 'no-place' });
  await open(yoga);
  await type('t.AAAAAAAA.AAAAAAAA');
  expect(screen.getByRole('heading', { name: '不能签到' })).toBeTruthy();
  expect(screen.getAllByText(/这位报名人现在没有名额/).length).toBeGreaterThan(0);
  await reopen(yoga);
  expect(screen.getByText(/这位报名人现在没有名额/)).toBeTruthy();
  expect(timesAsked('event.admitGuest')).toBe(1);
  await press('知道了，移走：入场码 AAAA AAAA');
  expect(screen.queryByText(/这位报名人现在没有名额/)).toBeNull();
});

it('does not say that somebody was there before when only the answer was lost', async () => {
  whenAsked('event.admitGuest', 'no-network', 'no-network', admitted({ isNew: false }));
  await open(yoga);
  await type('t.7K2M9Q4T.ABCDEFGH');
  await online();
  expect(screen.getByRole('heading', { name: '签到成功' })).toBeTruthy();
});

it('says that somebody had been checked in before', async () => {
  whenAsked('event.admitGuest', admitted({ isNew: false }));
  await open(yoga);
  await type('t.7K2M9Q4T.ABCDEFGH');
  expect(screen.getByRole('heading', { name: '之前已经签过到' })).toBeTruthy();
});

it('keeps the doors of two events apart', async () => {
  whenAsked('event.admitGuest', 'no-network');
  await open(yoga);
  await type('t.AAAAAAAA.AAAAAAAA');
  whenAsked('event.showHostCodes', { ok: true, value: codes(clinic, { title: '口腔义诊' }) });
  await reopen(clinic);
  expect(screen.queryByText(/还没上传/)).toBeNull();
  await type('t.BBBBBBBB.BBBBBBBB');
  expect(doorStore.read(yoga)).toHaveLength(1);
  expect(doorStore.read(clinic)).toHaveLength(1);
  whenAsked('event.admitGuest', admitted());
  await online();
  expect(doorStore.read(clinic)).toEqual([]);
  expect(doorStore.read(yoga)).toHaveLength(1);
});

it('waits where the server is busy or failing, and throws nothing away', async () => {
  whenAsked('event.admitGuest', { ok: false, refusal: 'busy' }, { ok: false, fault: 'f0123' }, admitted());
  await open(yoga);
  await type('t.7K2M9Q4T.ABCDEFGH');
  expect(screen.getByText('现在办理的人较多，请稍后重试')).toBeTruthy();
  await pass(15);
  expect(screen.getByText('服务出现问题，请稍后重试（问题编号 f0123）')).toBeTruthy();
  expect(doorStore.read(yoga)).toHaveLength(1);
  await pass(15);
  expect(screen.getByRole('heading', { name: '签到成功' })).toBeTruthy();
});

it('says so when the phone has no room to write a guest down', async () => {
  await open(yoga);
  jest.spyOn(phone.storage, 'set').mockImplementation(() => {
    throw new Error('QuotaExceededError');
  });
  await type('t.7K2M9Q4T.ABCDEFGH');
  expect(screen.getByText(/这部手机存不下新的记录/)).toBeTruthy();
  expect(screen.queryByText('已记下，还没上传')).toBeNull();
  expect(timesAsked('event.admitGuest')).toBe(0);
});

it('counts no walk-ins where everybody must register', async () => {
  whenAsked('event.showHostCodes', { ok: true, value: codes(yoga, { takesWalkIns: false, walkIns: 0 }) });
  await open(yoga);
  expect(screen.getByRole('heading', { name: '给来的人签到' })).toBeTruthy();
  expect(screen.queryByText('直接来的人')).toBeNull();
});

it('still counts walk-ins when the phone has never heard from the server', async () => {
  whenAsked('event.showHostCodes', 'no-network');
  await open(yoga);
  expect(screen.getByText('直接来的人')).toBeTruthy();
});

it('cannot count fewer walk-ins than none', async () => {
  whenAsked('event.showHostCodes', { ok: true, value: codes(yoga, { walkIns: 0 }) });
  await open(yoga);
  expect(screen.getByRole('button', { name: '少一人' }).getAttribute('aria-disabled')).toBe('true');
});

it('goes by the server’s clock when it writes down when somebody came', async () => {
  jest.setSystemTime(now - 600_000);
  whenAsked('event.admitGuest', admitted());
  await open(yoga);
  await type('t.7K2M9Q4T.ABCDEFGH');
  expect(sent('event.admitGuest')[0]?.['at']).toBe(now);
});

it('goes by the server’s clock on a phone that is fast, and shows the code of this half minute', async () => {
  jest.setSystemTime(now + 600_000);
  whenAsked('event.admitGuest', admitted());
  whenAsked('event.showHostCodes', { ok: true, value: codes(yoga, { asOf: now + 31_000 }) });
  await open(yoga);
  expect(screen.getByText('AAAA BBBB BBBBB BBBBB')).toBeTruthy();
  await type('t.7K2M9Q4T.ABCDEFGH');
  expect(sent('event.admitGuest')[0]?.['at']).toBe(now + 31_000);
});

it('says when it is not the time yet, and still shows what waits', async () => {
  whenAsked('event.admitGuest', 'no-network');
  await open(yoga);
  await type('t.AAAAAAAA.AAAAAAAA');
  whenAsked('event.showHostCodes', { ok: false, refusal: 'not-now' });
  whenAsked('member.showSelf', { ok: true, value: selfOf('volunteer') });
  await reopen(yoga);
  expect(screen.getByText(/现在不是这个活动的签到时间/)).toBeTruthy();
  expect(screen.getByRole('heading', { name: '1 条已记下，还没上传' })).toBeTruthy();
});

it.each([
  ['clerk', '回到活动工作台', 'redirectTo', `/features/event/pages/desk/index?id=${yoga}`],
  ['station-head', '回到活动工作台', 'redirectTo', `/features/event/pages/desk/index?id=${yoga}`],
  ['volunteer', '看看近期活动', 'switchTab', '/pages/events/index'],
] as const)('leads a %s on from a door that is shut: %s', async (role, label, by, url) => {
  whenAsked('event.showHostCodes', { ok: false, refusal: 'not-now' });
  whenAsked('member.showSelf', { ok: true, value: selfOf(role) });
  await open(yoga);
  await press(label);
  expect(phone.opened).toEqual([{ by, url }]);
});
