import type { AnswerFor } from '@contract/contracts';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { HOUR_MS, aShift, aSwap, anOwnPlace, shiftNow } from '../../../../testing/a-shift';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import ShiftPage from './shift';

const settle = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
  });
const press = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const open = async (): Promise<void> => {
  render(<ShiftPage />);
  await settle();
};
const sent = (name: string): unknown => asked.filter((question) => question.name === name).at(-1)?.input;
const shift = aShift();
const { shiftId } = shift;
const shown = (about: object = {}): AnswerFor<'duty.showShift'> => ({
  ok: true,
  value: {
    shift,
    place: { longitude: 121.67, latitude: 31.28 },
    phone: '021-58680000',
    colleagues: [],
    own: null,
    notMine: [],
    swaps: [],
    releaseHours: 20,
    swapNeedsHead: true,
    ...about,
  },
});
const own = anOwnPlace();

beforeEach(() => {
  resetServer();
  resetPhone();
  phone.parameters = { id: shiftId };
  jest.spyOn(Date, 'now').mockReturnValue(shiftNow);
  globalThis.scrollTo = () => undefined;
});
afterEach(() => jest.restoreAllMocks());

it('says when and where first, and takes the only role at one tap', async () => {
  whenAsked('duty.showShift', shown(), shown({ own }));
  whenAsked('duty.take', { ok: true, value: { own } });
  await open();
  expect(screen.getByRole('heading', { name: /^明天 ?8:00–12:00$/ })).toBeTruthy();
  await press('我来值（门口接待）');
  expect(sent('duty.take')).toMatchObject({ shiftId, role: 'door' });
  expect(screen.getByText('您领了这一班')).toBeTruthy();
  expect(screen.getByText('来不了，请在今天 12:00之前退班，好让别人接上。')).toBeTruthy();
});

it('sends the same wish once more after a dead line, and a new one after a no', async () => {
  whenAsked('duty.showShift', shown());
  whenAsked('duty.take', 'no-network', 'no-network', { ok: false, refusal: 'busy' }, { ok: true, value: { own } });
  await open();
  for (let times = 0; times < 3; times += 1) await press('我来值（门口接待）');
  const keys = asked
    .filter(({ name }) => name === 'duty.take')
    .map(({ input }) => (input as { requestKey: string }).requestKey);
  expect(keys).toHaveLength(4);
  expect(new Set(keys.slice(0, 3)).size).toBe(1);
  expect(keys[3]).not.toBe(keys[0]);
});

it('asks which role where several are wanted, and what one must be able to do', async () => {
  const needs = [
    { role: 'door', count: 1, skill: null, free: 1 },
    { role: 'first-aid', count: 1, skill: 'first-aid', free: 1 },
  ];
  whenAsked('duty.showShift', shown({ shift: aShift({ needs }) }));
  whenAsked('duty.take', { ok: false, refusal: 'skill-missing' });
  await open();
  await press('我来值这一班');
  expect(screen.getByRole('alert').textContent).toBe('请先选一个岗位');
  expect(timesAsked('duty.take')).toBe(0);
  fireEvent.click(screen.getByRole('radio', { name: /急救照看.*要会急救/ }));
  await press('我来值（急救照看）');
  expect(screen.getByText('这一班要有专门的本领（如急救证）')).toBeTruthy();
});

it('tells why a shift is not for the reader, and leads to others', async () => {
  whenAsked('duty.showShift', shown({ notMine: ['overlaps', 'week-full'] }));
  await open();
  expect(screen.getByText('同一时间您已经有班了')).toBeTruthy();
  expect(screen.getByText('这一周的班够多了，留点力气')).toBeTruthy();
  await press('看看别的班');
  expect(phone.opened[0]?.url).toContain('open-shifts');
});

it('lets somebody stand by where all places are taken', async () => {
  const full = aShift({ needs: [{ role: 'door', count: 1, skill: null, free: 0 }], standbyFree: 1 });
  whenAsked('duty.showShift', shown({ shift: full, notMine: ['full'] }));
  whenAsked('duty.standBy', { ok: true, value: { own: anOwnPlace({ isStandby: true }) } });
  await open();
  await press('我可以候补');
  expect(sent('duty.standBy')).toEqual({ shiftId, ready: true });
});

it('gives a place back only after a second word, and takes it again at a tap', async () => {
  whenAsked('duty.showShift', shown({ own }), shown(), shown({ own }));
  whenAsked('duty.release', { ok: true, value: { shift } });
  whenAsked('duty.take', { ok: true, value: { own } });
  await open();
  await press('来不了，退班');
  await press('不退');
  expect(timesAsked('duty.release')).toBe(0);
  await press('来不了，退班');
  await press('来不了，退班');
  expect(sent('duty.release')).toEqual({ shiftId });
  await press('领回来');
  expect(sent('duty.take')).toMatchObject({ role: 'door' });
  expect(screen.getByText('您领了这一班')).toBeTruthy();
});

it('says from when on a place cannot be given back, and offers the exchange alone', async () => {
  whenAsked('duty.showShift', shown({ own: anOwnPlace({ mayRelease: false, releaseUntil: null }) }));
  await open();
  expect(screen.getByText(/开班前 20 小时里不能退班了/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '来不了，退班' })).toBeNull();
  expect(screen.getByRole('button', { name: '换班，或请人替' })).toBeTruthy();
});

it('asks a colleague for a shift, and says that the head must agree', async () => {
  const theirs = aShift({
    shiftId: 'd00000000003',
    startsAt: shiftNow + 72 * HOUR_MS,
    endsAt: shiftNow + 76 * HOUR_MS,
  });
  whenAsked('duty.showShift', shown({ own }), shown({ own, swaps: [aSwap({ isOwn: true })] }));
  whenAsked('duty.listSwapPartners', {
    ok: true,
    value: { partners: [{ number: aSwap().from.number, calledName: '张阿姨', mayReplace: true, shifts: [theirs] }] },
  });
  whenAsked('duty.askSwap', { ok: true, value: { swapId: aSwap().swapId } });
  await open();
  expect(timesAsked('duty.listSwapPartners')).toBe(0);
  await press('换班，或请人替');
  await press(/^换 周四 11月26日 10:00–14:00/);
  expect(screen.getByRole('alertdialog').textContent).toContain('双方同意以后，还要站长点头');
  await press('问一问');
  expect(sent('duty.askSwap')).toMatchObject({ shiftId, to: 'V00000002', wanted: 'd00000000003' });
  expect(screen.getByText('等对方答复')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '换班，或请人替' })).toBeNull();
});

it('unfolds what a colleague may be asked for, where there are several', async () => {
  const colleague = (number: string, calledName: string) => ({
    ...aSwap({ from: { number, calledName } }).from,
    mayReplace: true,
    shifts: [],
  });
  whenAsked('duty.showShift', shown({ own }));
  whenAsked('duty.listSwapPartners', {
    ok: true,
    value: { partners: [colleague('V00000002', '张阿姨'), colleague('V00000003', '王阿姨')] },
  });
  await open();
  await press('换班，或请人替');
  expect(screen.queryByRole('button', { name: /替我来/ })).toBeNull();
  await press(/^王阿姨，可以请来替班/);
  await press(/^请王阿姨替我来/);
  expect(screen.getByRole('alertdialog').textContent).toContain('请对方来值');
  await press('再想想');
});

it('says before a shift is taken that it can no longer be given back', async () => {
  const near = { startsAt: shiftNow + 20 * HOUR_MS, endsAt: shiftNow + 24 * HOUR_MS };
  const later = { startsAt: shiftNow + 21 * HOUR_MS, endsAt: shiftNow + 24 * HOUR_MS };
  whenAsked('duty.showShift', shown({ shift: aShift(near) }));
  await open();
  expect(screen.getByText('离开班不到 20 小时，领了就不能退，只能找人换。')).toBeTruthy();
  cleanup();
  whenAsked('duty.showShift', shown({ shift: aShift(later) }));
  await open();
  expect(screen.queryByText(/领了就不能退/)).toBeNull();
});

it('leads to the page of the day once the door may be opened', async () => {
  const soon = { startsAt: shiftNow + 600_000, endsAt: shiftNow + 4 * HOUR_MS };
  whenAsked('duty.showShift', shown({ shift: aShift(soon), own: anOwnPlace({}, soon) }));
  await open();
  await press('去签到、值班');
  expect(phone.opened).toEqual([{ by: 'navigateTo', url: `/features/duty/pages/on-duty/index?id=${shiftId}` }]);
});

it('lets somebody who was called step in', async () => {
  const begun = { startsAt: shiftNow - 900_000, endsAt: shiftNow + 3 * HOUR_MS };
  whenAsked(
    'duty.showShift',
    shown({ shift: aShift(begun), own: anOwnPlace({ isStandby: true, isCalled: true }, begun) }),
  );
  whenAsked('duty.stepIn', { ok: false, refusal: 'nobody-missing' });
  await open();
  await press('我来顶');
  expect(screen.getByText('人已经到齐了，不用您赶来了，谢谢')).toBeTruthy();
});

it('asks whoever did not come for a reason, kindly', async () => {
  const past = { startsAt: shiftNow - 30 * HOUR_MS, endsAt: shiftNow - 26 * HOUR_MS };
  whenAsked('duty.showShift', shown({ shift: aShift(past), own: anOwnPlace({ state: 'missed' }, past) }));
  whenAsked('duty.excuseShift', { ok: true, value: { saidAt: shiftNow } });
  await open();
  await press('说明原因');
  expect(timesAsked('duty.excuseShift')).toBe(0);
  fireEvent.change(screen.getByRole('textbox', { name: '怎么没来成' }), { target: { value: '老伴发烧' } });
  await press('说明原因');
  expect(sent('duty.excuseShift')).toEqual({ shiftId, words: '老伴发烧' });
  expect(screen.getByText('已经告诉站长，谢谢')).toBeTruthy();
});

it('says that a shift was called off, and offers nothing to do about it', async () => {
  const off = { state: 'called-off' };
  whenAsked('duty.showShift', shown({ shift: aShift(off), own: anOwnPlace({}, off) }));
  await open();
  expect(screen.getByText('这一班取消了')).toBeTruthy();
  for (const name of ['来不了，退班', '换班，或请人替']) expect(screen.queryByRole('button', { name })).toBeNull();
});

it('leads on from an address of no shift', async () => {
  phone.parameters = { id: 'nonsense' };
  await open();
  expect(timesAsked('duty.showShift')).toBe(0);
  await press('我的班');
  expect(phone.opened[0]?.url).toContain('pages/volunteer');
});
