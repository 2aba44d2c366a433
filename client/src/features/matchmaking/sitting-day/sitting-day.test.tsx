import type { AnswerFor } from '@contract/contracts';
import { UnionId } from '@contract/ids';
import { ShanghaiDay } from '@contract/time';
import { render, screen } from '@testing-library/react';
import { aDaySlot, lin } from '../../../../testing/a-bench';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { DayDesk } from './day-desk';
import { timesOf } from './day-slots';

type Day = AnswerFor<'matchmaking.showDay'>;
const day = (about: object = {}): Day =>
  ({
    ok: true,
    value: { day: '2026-11-27', isCalledOff: false, holiday: null, slots: [], ...about },
  }) as unknown as Day;
const booked = aDaySlot({ state: 'booked', who: '小林', profileId: lin });
const at = (time: string): number => Date.parse(`2026-11-27T${time}:00+08:00`);
const open = async (): Promise<void> => {
  render(
    <Screen title="">
      <DayDesk studioId={UnionId.parse('beicai')} firstDay={ShanghaiDay.parse('2026-11-27')} />
    </Screen>,
  );
  await settle();
};
const which = { studioId: 'beicai', day: '2026-11-27' };

const bench = {
  ok: true,
  value: {
    studios: [],
    pledge: { isSigned: true, until: null, version: '2026-11' },
    counts: null,
    nextSitting: { studioId: 'beicai', day: '2026-12-11', booked: 2 },
  },
} as unknown as AnswerFor<'matchmaking.showBench'>;

beforeEach(() => {
  resetServer();
  resetPhone();
  whenAsked('matchmaking.showBench', bench);
  jest.spyOn(Date, 'now').mockReturnValue(at('12:00'));
});
afterEach(() => jest.restoreAllMocks());

it('reads the day by time and table, in order however it came', async () => {
  const later = { startsAt: at('13:20'), endsAt: at('13:40') };
  const slots = [
    aDaySlot({ slotId: '1320a', ...later }),
    aDaySlot({ slotId: '1300b', table: 'b' }),
    aDaySlot({ slotId: '1300a' }),
  ];
  expect(timesOf(slots).map(({ slots: own }) => own.map(({ slotId }) => slotId))).toEqual([
    ['1300a', '1300b'],
    ['1320a'],
  ]);
  whenAsked('matchmaking.showDay', day({ slots: [booked, ...slots.slice(0, 2)] }));
  await open();
  expect(screen.getByText('1 人预约')).toBeTruthy();
  expect(screen.getByText('13:20–13:40 空着')).toBeTruthy();
  expect(screen.getByText('B 桌，空着')).toBeTruthy();
});

it('begins at the next sitting where the address names no day', async () => {
  whenAsked('matchmaking.showDay', day({ day: '2026-12-11', slots: [booked] }));
  render(
    <Screen title="">
      <DayDesk studioId={UnionId.parse('beicai')} firstDay={null} />
    </Screen>,
  );
  await settle();
  expect(sent('matchmaking.showDay')).toEqual({ studioId: 'beicai', day: '2026-12-11' });
});

it('offers the next sitting on a day without one', async () => {
  whenAsked('matchmaking.showDay', day(), day({ day: '2026-12-11', slots: [booked] }));
  await open();
  await press(/^去看.*12月11日的坐班$/);
  expect(sent('matchmaking.showDay')).toEqual({ studioId: 'beicai', day: '2026-12-11' });
});

it('goes from week to week', async () => {
  whenAsked('matchmaking.showDay', day(), day({ day: '2026-12-04', holiday: '元旦' }), day());
  await open();
  expect(screen.getByText('这一天没有坐班')).toBeTruthy();
  await press('下一周');
  expect(sent('matchmaking.showDay')).toEqual({ studioId: 'beicai', day: '2026-12-04' });
  expect(screen.getByText('元旦，不坐班')).toBeTruthy();
  await press('上一周');
  expect(sent('matchmaking.showDay')).toEqual(which);
});

it('asks whether somebody came only once their time has begun', async () => {
  whenAsked('matchmaking.showDay', day({ slots: [booked] }));
  await open();
  expect(screen.queryByRole('button', { name: '小林，来了' })).toBeNull();
});

it('marks who came and who did not, and takes it back', async () => {
  jest.spyOn(Date, 'now').mockReturnValue(at('13:05'));
  whenAsked('matchmaking.showDay', day({ slots: [booked] }), day({ slots: [{ ...booked, state: 'missed' }] }));
  whenAsked(
    'matchmaking.markSitting',
    { ok: true, value: { state: 'missed' } },
    { ok: true, value: { state: 'booked' } },
  );
  await open();
  await press('小林，没有来');
  expect(sent('matchmaking.markSitting')).toEqual({ ...which, slotId: '1300a', outcome: 'missed' });
  await press('小林，改回');
  expect(sent('matchmaking.markSitting')).toEqual({ ...which, slotId: '1300a', outcome: 'booked' });
});

it('leads to the profile of somebody who has one', async () => {
  whenAsked('matchmaking.showDay', day({ slots: [booked] }));
  await open();
  await press('看小林的资料');
  expect(phone.opened.at(-1)?.url).toBe(`/features/matchmaking/pages/person/index?id=${lin}&studio=beicai`);
});

it('calls off a day with a reason, after saying how many hear of it', async () => {
  whenAsked('matchmaking.showDay', day({ slots: [booked] }), day({ isCalledOff: true }));
  whenAsked('matchmaking.callOffDay', { ok: true, value: { told: 1 } });
  await open();
  await press('取消这一天');
  await press('取消并通知');
  expect(timesAsked('matchmaking.callOffDay')).toBe(0);
  type('原因', '红娘生病了，请您另约一天');
  await press('取消并通知');
  expect(screen.getByText(/约好的 1 人会收到消息/)).toBeTruthy();
  await press('取消这一天');
  expect(sent('matchmaking.callOffDay')).toEqual({ ...which, reason: '红娘生病了，请您另约一天' });
  expect(screen.getByText('这一天的坐班取消了')).toBeTruthy();
});

it('calls off no day that has begun', async () => {
  jest.spyOn(Date, 'now').mockReturnValue(at('13:05'));
  whenAsked('matchmaking.showDay', day({ slots: [booked] }));
  await open();
  expect(screen.queryByRole('button', { name: '取消这一天' })).toBeNull();
});
