import type { AnswerFor } from '@contract/contracts';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { HOUR_MS, aShift, aSwap, aVolunteer, anOwnPlace, shiftNow } from '../../../../testing/a-shift';
import { aStationSummary } from '../../../../testing/a-station';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { DutyLine } from '../news/duty-line';
import VolunteerPage from './volunteer';

const settle = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
  });
const press = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const type = (name: string, value: string): void => {
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
};
const open = async (): Promise<void> => {
  render(<VolunteerPage />);
  await settle();
};
const sent = (name: string): unknown => asked.filter((question) => question.name === name).at(-1)?.input;
const self = (about: object = {}): AnswerFor<'duty.showVolunteer'> => ({
  ok: true,
  value: { volunteer: aVolunteer(), next: anOwnPlace(), swapsAsked: 0, ...about },
});
const own = (about: object = {}): AnswerFor<'duty.listOwnShifts'> => ({
  ok: true,
  value: { upcoming: [anOwnPlace()], past: [], swaps: [], ...about },
});
const nobody = self({ volunteer: null, next: null });
const notOne = { ok: false, refusal: 'not-a-volunteer' } as const;

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(shiftNow);
  Element.prototype.scrollIntoView = () => undefined;
  globalThis.scrollTo = () => undefined;
});
afterEach(() => jest.restoreAllMocks());

describe('the page of a volunteer', () => {
  it('tells the next shift first, and the others below it once', async () => {
    const later = { shiftId: 'd00000000009', startsAt: shiftNow + 96 * HOUR_MS, endsAt: shiftNow + 100 * HOUR_MS };
    whenAsked('duty.showVolunteer', self());
    whenAsked('duty.listOwnShifts', own({ upcoming: [anOwnPlace(), anOwnPlace({}, later)] }));
    await open();
    expect(screen.getAllByText('8:00–12:00')).toHaveLength(1);
    expect(screen.getByRole('button', { name: /^周五 11月27日 10:00–14:00/ })).toBeTruthy();
    await press('看看可以领的班');
    expect(phone.opened[0]?.url).toContain('open-shifts');
  });

  it('has the way to the page of the day under the thumb once it is time', async () => {
    const soon = { startsAt: shiftNow + 600_000, endsAt: shiftNow + 4 * HOUR_MS };
    whenAsked('duty.showVolunteer', self({ next: anOwnPlace({}, soon) }));
    whenAsked('duty.listOwnShifts', own());
    await open();
    await press('去签到、值班');
    expect(phone.opened[0]?.url).toBe('/features/duty/pages/on-duty/index?id=d00000000001');
  });

  it('shows what is asked of one before what one asked, and answers at a tap', async () => {
    whenAsked('duty.showVolunteer', self());
    whenAsked('duty.listOwnShifts', own({ swaps: [aSwap({ swapId: 'w00000000002', isOwn: true }), aSwap()] }), own());
    whenAsked('duty.answerSwap', { ok: true, value: { state: 'done' } });
    await open();
    const titles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(titles.indexOf('有人想和您换班')).toBeLessThan(titles.indexOf('您问的换班'));
    await press('同意');
    expect(sent('duty.answerSwap')).toEqual({ swapId: 'w00000000001', answer: 'agree' });
    expect(screen.queryByText('有人想和您换班')).toBeNull();
  });

  it('says what happened when an answer comes too late, and keeps the page', async () => {
    whenAsked('duty.showVolunteer', self());
    whenAsked('duty.listOwnShifts', own({ swaps: [aSwap()] }));
    whenAsked('duty.answerSwap', { ok: false, refusal: 'lapsed' });
    await open();
    await press('我来不了');
    expect(screen.getByText('过了答复的时间，班照旧')).toBeTruthy();
  });

  it('undoes an exchange while that is possible, after a second word', async () => {
    const done = aSwap({ state: 'done', undoUntil: shiftNow + HOUR_MS });
    whenAsked('duty.showVolunteer', self());
    whenAsked('duty.listOwnShifts', own({ swaps: [done] }), own());
    whenAsked('duty.answerSwap', { ok: true, value: { state: 'undone' } });
    await open();
    await press('换回来');
    await press('换回来');
    expect(sent('duty.answerSwap')).toEqual({ swapId: done.swapId, answer: 'undo' });
  });

  it('folds what was, and tells kindly what was missed', async () => {
    const past = { shiftId: 'd00000000008', startsAt: shiftNow - 48 * HOUR_MS, endsAt: shiftNow - 44 * HOUR_MS };
    whenAsked('duty.showVolunteer', self({ next: null }));
    whenAsked('duty.listOwnShifts', own({ upcoming: [], past: [anOwnPlace({ state: 'missed' }, past)] }));
    await open();
    expect(screen.getByText('您现在没有班')).toBeTruthy();
    expect(screen.queryByText('没有到岗')).toBeNull();
    await press('值过的 1 班');
    expect(screen.getByText('没有到岗')).toBeTruthy();
  });

  it('lets somebody wait for the head without shifts to look at', async () => {
    whenAsked('duty.showVolunteer', self({ volunteer: aVolunteer({ state: 'asked' }), next: null }));
    whenAsked('duty.listOwnShifts', notOne);
    await open();
    expect(screen.getByText('申请交给站长了')).toBeTruthy();
    expect(screen.queryByText('您现在没有班')).toBeNull();
  });

  it('changes what one said without asking for the terms again', async () => {
    whenAsked('duty.showVolunteer', self());
    whenAsked('duty.listOwnShifts', own());
    whenAsked('duty.saveVolunteer', { ok: true, value: { volunteer: aVolunteer() } });
    await open();
    await press(/^我的志愿者资料/);
    expect(screen.queryByText('先说清楚')).toBeNull();
    type('大家怎么称呼您', ' 老李 ');
    await press('保存');
    expect(sent('duty.saveVolunteer')).toMatchObject({
      form: { calledName: '老李', stationId: 'caolu-1', birthYear: 1960, skills: ['phones'], thanks: true },
    });
  });

  it('ends it only after a second word', async () => {
    whenAsked('duty.showVolunteer', self(), self({ volunteer: aVolunteer({ state: 'left' }), next: null }));
    whenAsked('duty.listOwnShifts', own());
    whenAsked('duty.leaveVolunteering', { ok: true, value: { released: 1 } });
    await open();
    await press('不再当志愿者');
    await press('留下来');
    expect(timesAsked('duty.leaveVolunteering')).toBe(0);
    await press('不再当志愿者');
    await press('退出');
    expect(screen.getByText('您已经退出')).toBeTruthy();
  });
});

describe('somebody who is no volunteer yet', () => {
  it('says what is missing, and reads what is agreed to before', async () => {
    whenAsked('duty.showVolunteer', nobody);
    whenAsked('duty.listOwnShifts', notOne);
    await open();
    await press('申请当志愿者');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      '请写一个称呼',
      '请选一个站点',
      '请写四位数的年份',
      '看明白了，请在这里打个勾',
    ]);
    expect(screen.getByText('随时可以不做，不用说理由')).toBeTruthy();
    expect(timesAsked('duty.saveVolunteer')).toBe(0);
  });

  it('finds a station by a few letters, and asks to become a volunteer', async () => {
    const station = aStationSummary('曹路站', { stationId: 'caolu-1' });
    whenAsked('duty.showVolunteer', nobody, self({ volunteer: aVolunteer({ state: 'asked' }), next: null }));
    whenAsked('duty.listOwnShifts', notOne);
    whenAsked('station.search', { ok: true, value: { stations: [station] } });
    whenAsked('duty.saveVolunteer', { ok: true, value: { volunteer: aVolunteer({ state: 'asked' }) } });
    await open();
    type('大家怎么称呼您', '李阿姨');
    type('想在哪个站点值班', '曹路');
    fireEvent.click(await waitFor(() => screen.getByRole('button', { name: /^曹路站/ })));
    type('哪一年出生', '1960');
    fireEvent.click(screen.getByRole('checkbox', { name: '会量血压' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '我看明白了，愿意这样做' }));
    await press('申请当志愿者');
    expect(sent('duty.saveVolunteer')).toEqual({
      form: { calledName: '李阿姨', stationId: 'caolu-1', birthYear: 1960, skills: ['blood-pressure'], thanks: false },
      terms: '2026-11',
    });
    expect(screen.getByText('申请交给站长了')).toBeTruthy();
  });
});

describe('the first page', () => {
  const line = async (): Promise<void> => {
    render(<DutyLine />);
    await settle();
  };

  it('asks nothing of somebody whom this phone does not know as a volunteer', async () => {
    await line();
    expect(asked).toEqual([]);
  });

  it('knows a volunteer who has been to the page of duty, and shows the next shift and what waits', async () => {
    whenAsked('duty.showVolunteer', self({ swapsAsked: 2 }));
    whenAsked('duty.listOwnShifts', own());
    const { unmount } = render(<VolunteerPage />);
    await settle();
    unmount();
    await line();
    expect(screen.getByText('有 2 次换班等您答复')).toBeTruthy();
    await press(/^下一班：明天 8:00/);
    expect(phone.opened[0]?.url).toBe('/features/duty/pages/shift/index?id=d00000000001');
  });

  it('leads straight to the page of the day once the door may be opened', async () => {
    phone.storage.set('volunteer', true);
    const soon = { startsAt: shiftNow + 600_000, endsAt: shiftNow + 4 * HOUR_MS };
    whenAsked('duty.showVolunteer', self({ next: anOwnPlace({}, soon) }));
    await line();
    await press(/^今天 10:10的班，可以签到了/);
    expect(phone.opened[0]?.url).toBe(`/features/duty/pages/on-duty/index?id=${aShift().shiftId}`);
  });

  it('forgets whoever left', async () => {
    phone.storage.set('volunteer', true);
    whenAsked('duty.showVolunteer', nobody);
    const { unmount } = render(<DutyLine />);
    await settle();
    unmount();
    await line();
    expect(timesAsked('duty.showVolunteer')).toBe(1);
  });
});
