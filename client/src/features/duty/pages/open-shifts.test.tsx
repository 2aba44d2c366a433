import type { AnswerFor } from '@contract/contracts';
import type { OpenShift } from '@contract/duty-shift';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { HOUR_MS, anOpenShift, shiftNow } from '../../../../testing/a-shift';
import { asked, resetServer, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import OpenShiftsPage from './open-shifts';

const settle = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
  });
const press = async (name: string | RegExp, role = 'button'): Promise<void> => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settle();
};
const open = async (): Promise<void> => {
  render(<OpenShiftsPage />);
  await settle();
};
const sent = (): unknown => asked.at(-1)?.input;
const answer = (shifts: OpenShift[], next: string | null = null): AnswerFor<'duty.listOpenShifts'> =>
  ({ ok: true, value: { shifts, next } }) as AnswerFor<'duty.listOpenShifts'>;
const nth = (number: number, about: object = {}): OpenShift =>
  anOpenShift({
    shiftId: `d0000000000${number}`,
    startsAt: shiftNow + number * 24 * HOUR_MS,
    endsAt: shiftNow + (number * 24 + 4) * HOUR_MS,
    ...about,
  });
const cards = (): (string | null)[] =>
  screen.getAllByRole('button', { name: /站点|驿站/ }).map((card) => card.getAttribute('aria-label'));
const whereabouts = (geolocation: unknown): void => {
  Object.defineProperty(navigator, 'geolocation', { configurable: true, value: geolocation });
};

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(shiftNow);
});
afterEach(() => jest.restoreAllMocks());

it('says who is wanted, and marks the call of a neighbour', async () => {
  whenAsked('duty.listOpenShifts', answer([nth(1), nth(2, { isCall: true, distanceM: 1_240 })]));
  await open();
  expect(sent()).toEqual({ days: 7, from: null, cursor: null });
  expect(cards()[0]).toContain('门口接待 还缺 1 人');
  expect(cards()[1]).toContain('这个站缺人，请邻近的您帮忙');
  expect(cards()[1]).toContain('离您的站点 1.2 公里');
  await press(/^明天 10:00–14:00/);
  expect(phone.opened[0]?.url).toBe('/features/duty/pages/shift/index?id=d00000000001');
});

it('folds what is not for the reader below, each with its reason', async () => {
  whenAsked('duty.listOpenShifts', answer([nth(1, { notMine: ['day-full'] }), nth(2)]));
  await open();
  expect(cards()).toHaveLength(1);
  await press('还有 1 班您现在领不了，看看为什么');
  expect(cards()[1]).toContain('这一天的班够多了，别累着');
});

it('offers a full shift to stand by for', async () => {
  whenAsked('duty.listOpenShifts', answer([nth(1, { notMine: ['full'], standbyFree: 1 })]));
  await open();
  expect(cards()[0]).toContain('人满了，可以候补');
});

it('puts where somebody is wanted before where one may only stand by', async () => {
  whenAsked('duty.listOpenShifts', answer([nth(1, { notMine: ['full'], standbyFree: 1 }), nth(2)]));
  await open();
  expect(cards().map((card) => card?.includes('还缺 1 人'))).toEqual([true, false]);
  expect(screen.getByRole('heading', { name: '人满了，可以候补的班' })).toBeTruthy();
});

it('looks four weeks ahead where a week has nothing', async () => {
  whenAsked('duty.listOpenShifts', answer([]), answer([nth(9)]));
  await open();
  await press('看四周内的');
  expect(sent()).toMatchObject({ days: 28 });
  expect(cards()).toHaveLength(1);
});

it('asks for the nearest once the phone has told where it is, and keeps to the order of the answer', async () => {
  const coords = { longitude: 121.67, latitude: 31.28 };
  whereabouts({ getCurrentPosition: (found: (fix: object) => void) => found({ coords }) });
  whenAsked(
    'duty.listOpenShifts',
    answer([nth(1), nth(2)]),
    answer([nth(2, { distanceM: 200 }), nth(1, { distanceM: 3_000 })], 'after-two'),
    // The next page is of later days, and begins near again; one that was given back meanwhile is told of twice.
    answer([nth(3, { distanceM: 100 }), nth(1, { distanceM: 3_000 })]),
  );
  await open();
  await press('离我近的在前', 'checkbox');
  await screen.findByText('离您 200 米');
  expect(sent()).not.toMatchObject({ from: null });
  expect(cards().map((card) => card?.includes('离您 200 米'))).toEqual([true, false]);
  await press('再看一些');
  expect(sent()).toMatchObject({ cursor: 'after-two' });
  expect(cards()).toHaveLength(3);
  expect(cards()[2]).toContain('离您 100 米');
});

it('goes on by time where the phone does not tell', async () => {
  whereabouts({ getCurrentPosition: (_: unknown, failed: (reason: object) => void) => failed({ code: 1 }) });
  whenAsked('duty.listOpenShifts', answer([nth(1)]));
  await open();
  await press('离我近的在前', 'checkbox');
  expect(screen.getByText(/没有拿到位置，先按时间排给您看/)).toBeTruthy();
  expect(cards()).toHaveLength(1);
});

it('reads further where there is more, and says so when the line is dead', async () => {
  whenAsked('duty.listOpenShifts', answer([nth(1)], 'after-one'), 'no-network', 'no-network', answer([nth(2)]));
  await open();
  await press('再看一些');
  await press('重新加载');
  expect(sent()).toMatchObject({ cursor: 'after-one' });
  expect(cards()).toHaveLength(2);
  expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull();
});

it('tells somebody who is no volunteer how to become one', async () => {
  whenAsked('duty.listOpenShifts', { ok: false, refusal: 'not-a-volunteer' });
  await open();
  expect(screen.getByText(/您还不是值班志愿者/)).toBeTruthy();
});
