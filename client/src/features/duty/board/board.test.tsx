import type { AnswerFor } from '@contract/contracts';
import { StationId } from '@contract/ids';
import { render, screen } from '@testing-library/react';
import { aBoardPlace, aBoardShift } from '../../../../testing/a-board';
import { shiftNow } from '../../../../testing/a-shift';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { BoardDesk } from './board-desk';
import { dayIn } from './week';

type Board = AnswerFor<'duty.showBoard'>;
type Volunteers = AnswerFor<'duty.listVolunteers'>;

const board = (...shifts: ReturnType<typeof aBoardShift>[]): Board => ({
  ok: true,
  value: { stationName: '曹路镇户外职工驿站', shifts, asOf: shiftNow },
});
const volunteers = (...about: readonly object[]): Volunteers =>
  ({
    ok: true,
    value: {
      volunteers: about.map((more, nth) => ({
        number: `V1000000${nth}`,
        name: ['张秀英', '王建国'][nth],
        calledName: '',
        state: 'accepted',
        skills: [],
        since: 0,
        weekMinutes: 240,
        notTheirs: [],
        ...more,
      })),
    },
  }) as unknown as Volunteers;
const open = async (): Promise<void> => {
  render(
    <Screen title="">
      <BoardDesk stationId={StationId.parse('caolu-1')} />
    </Screen>,
  );
  await settle();
};
const morning = /8:00–12:00，上午班/;

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(shiftNow);
});
afterEach(() => jest.restoreAllMocks());

it('says what is missing in the week, and how soon', async () => {
  whenAsked('duty.showBoard', board(aBoardShift()));
  await open();
  expect(screen.getByText('1 班，还缺 1 人')).toBeTruthy();
  expect(screen.getByRole('button', { name: '8:00–12:00，上午班，缺 1 人，一天内，李桂芬' })).toBeTruthy();
  expect(sent('duty.showBoard')).toEqual({ stationId: 'caolu-1', monday: '2026-11-23' });
});

it('turns to the week before and the week after, and back to this one', async () => {
  whenAsked('duty.showBoard', board());
  await open();
  await press('下一周');
  expect(sent('duty.showBoard')).toMatchObject({ monday: '2026-11-30' });
  await press('回到本周');
  await press('上一周');
  expect(sent('duty.showBoard')).toMatchObject({ monday: '2026-11-16' });
});

it('leads to the rules where a week has no shifts', async () => {
  whenAsked('duty.showBoard', board());
  await open();
  await press('去写排班规则');
  expect(phone.opened.at(-1)?.url).toBe('/features/duty/pages/roster/index?id=caolu-1');
});

it('tells who is late before it tells that all places are taken', async () => {
  whenAsked('duty.showBoard', board(aBoardShift({ gap: null, places: [aBoardPlace({ isLate: true })] })));
  await open();
  expect(screen.getByRole('button', { name: /有人没到，李桂芬（迟到了，还没来）/ })).toBeTruthy();
});

it('tells when somebody came and what that rests on', async () => {
  const place = aBoardPlace({
    state: 'on-duty',
    clockedInAt: Date.parse('2026-11-24T08:02:00+08:00'),
    evidence: 'rotating-code',
  });
  whenAsked('duty.showBoard', board(aBoardShift({ places: [place] })));
  await open();
  await press(morning);
  expect(screen.getByText('8:02 到岗（扫了变化的码）')).toBeTruthy();
});

it('offers those who may come, tells of others why not, and sends one wish once over a bad line', async () => {
  whenAsked('duty.showBoard', board(aBoardShift()));
  whenAsked('duty.listVolunteers', volunteers({}, { notTheirs: ['week-full'] }));
  whenAsked('duty.assign', 'no-network', 'no-network', { ok: true, value: { shift: aBoardShift() } });
  await open();
  await press(morning);
  await press('安排人来');
  expect(screen.queryByRole('button', { name: '请王建国来' })).toBeNull();
  await press(/现在来不了的 1 人/);
  expect(screen.getByText('这一周的班已经够多')).toBeTruthy();
  await press('请张秀英来');
  const first = sent('duty.assign');
  expect(first).toMatchObject({ number: 'V10000000', role: 'door' });
  await press('请张秀英来');
  expect(sent('duty.assign')).toEqual(first);
  expect(timesAsked('duty.showBoard')).toBe(2);
});

it('takes nobody off without a reason', async () => {
  whenAsked('duty.showBoard', board(aBoardShift()));
  whenAsked('duty.unassign', { ok: true, value: { shift: aBoardShift() } });
  await open();
  await press(morning);
  await press('把李桂芬换下');
  await press('把李桂芬换下');
  expect(timesAsked('duty.unassign')).toBe(0);
  expect(screen.getByText('请写明原因，至少2个字')).toBeTruthy();
  type('原因', '这天站里停电');
  await press('把李桂芬换下');
  expect(sent('duty.unassign')).toMatchObject({ number: 'V00000001', reason: '这天站里停电' });
});

it('writes down that somebody who is late will not come, after asking once more', async () => {
  const late = aBoardPlace({ isLate: true });
  whenAsked('duty.showBoard', board(aBoardShift({ gap: null, places: [late] })));
  whenAsked('duty.markMissed', {
    ok: true,
    value: { shift: aBoardShift({ places: [aBoardPlace({ state: 'missed' })] }) },
  });
  await open();
  await press(morning);
  await press('记下李桂芬没来');
  expect(screen.getByText(/后来到了，照样能签到/)).toBeTruthy();
  await press('再等等');
  expect(timesAsked('duty.markMissed')).toBe(0);
  await press('记下李桂芬没来');
  await press('记下没来');
  expect(sent('duty.markMissed')).toMatchObject({ number: 'V00000001' });
  expect(timesAsked('duty.showBoard')).toBe(2);
});

it('says nothing of not coming while somebody is not late yet', async () => {
  whenAsked('duty.showBoard', board(aBoardShift()));
  await open();
  await press(morning);
  expect(screen.queryByRole('button', { name: '记下李桂芬没来' })).toBeNull();
});

it('opens at the week that an address names, and at this one where it names nonsense', async () => {
  whenAsked('duty.showBoard', board());
  render(<BoardDesk stationId={StationId.parse('caolu-1')} day={dayIn('2026-12-10')} />);
  await settle();
  expect(sent('duty.showBoard')).toMatchObject({ monday: '2026-12-07' });
  expect(['2026-13-01', 'x', undefined].map(dayIn)).toEqual([undefined, undefined, undefined]);
});

it('calls a shift off after asking once more, and keeps it at a no', async () => {
  whenAsked('duty.showBoard', board(aBoardShift()));
  whenAsked('duty.callOffShift', { ok: true, value: { shift: aBoardShift({ gap: null }, { state: 'called-off' }) } });
  await open();
  await press(morning);
  await press('取消这一班');
  type('原因', '台风天，不开门');
  await press('取消并告诉大家');
  expect(screen.getByText(/领了班和候补的 1 人都会收到消息/)).toBeTruthy();
  await press('保留');
  expect(timesAsked('duty.callOffShift')).toBe(0);
  await press('取消并告诉大家');
  await press('取消这一班');
  expect(sent('duty.callOffShift')).toMatchObject({ reason: '台风天，不开门' });
});

it('tells a volunteer kindly that the board is for heads', async () => {
  whenAsked('duty.showBoard', { ok: false, refusal: 'not-allowed' });
  await open();
  expect(screen.getByText(/这里供站长和工会干事使用/)).toBeTruthy();
});
