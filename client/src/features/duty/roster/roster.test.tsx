import type { AnswerFor } from '@contract/contracts';
import { StationId } from '@contract/ids';
import { fireEvent, render, screen } from '@testing-library/react';
import { shiftNow } from '../../../../testing/a-shift';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { RosterDesk } from './roster-editor';

type Shown = AnswerFor<'duty.showRoster'>;
const template = {
  templateId: 't00001', title: '上午班', turns: ['张律师', '李律师'], weekdays: [1, 3], from: 480, until: 720,
  needs: [{ role: 'door', count: 2, skill: null }], standby: 1, firstDay: '2026-11-02', lastDay: null, skipsHolidays: true,
}; // prettier-ignore
const shown = (templates: readonly object[], revision = 3): Shown =>
  ({
    ok: true,
    value: {
      stationId: 'caolu-1', stationName: '曹路镇户外职工驿站', revision, madeUpTo: '2026-12-20',
      form: { templates, releaseHours: 20, swapNeedsHead: true },
    },
  }) as unknown as Shown; // prettier-ignore
const preview: AnswerFor<'duty.previewRoster'> = {
  ok: true,
  value: { shifts: 8, places: 16, hours: 64, leftOut: [], overlapping: [] },
};
const saved: AnswerFor<'duty.saveRoster'> = {
  ok: true,
  value: { revision: 4, made: 8, changed: 0, calledOff: 0, kept: [], later: 0 },
};
const open = async (): Promise<void> => {
  render(
    <Screen title="">
      <RosterDesk stationId={StationId.parse('caolu-1')} />
    </Screen>,
  );
  await settle();
};

beforeEach(() => {
  resetServer();
  resetPhone();
  localStorage.clear();
  jest.spyOn(Date, 'now').mockReturnValue(shiftNow);
  globalThis.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => jest.restoreAllMocks());

it('says each rule in a sentence, and saves it as it was read when nothing was changed', async () => {
  whenAsked('duty.showRoster', shown([template]));
  whenAsked('duty.previewRoster', preview);
  whenAsked('duty.saveRoster', saved);
  await open();
  expect(screen.getByText('周一、周三 08:00–12:00，门口接待 2 人')).toBeTruthy();
  await press('保存排班');
  expect(screen.getByText(/四周一共 8 班，要 16 人次，共 64 小时/)).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: '保存排班' }).at(-1) ?? document.body);
  await settle();
  expect(sent('duty.saveRoster')).toEqual({
    stationId: 'caolu-1',
    revision: 3,
    form: { templates: [template], releaseHours: 20, swapNeedsHead: true },
  });
  expect(screen.getByText('新排 8 班，改了 0 班，取消 0 班。')).toBeTruthy();
});

it('shows before saving which holidays are left out, and which rules ask twice', async () => {
  whenAsked('duty.showRoster', shown([template, { ...template, templateId: 't00002', title: '早班' }]));
  whenAsked('duty.previewRoster', {
    ok: true,
    value: {
      shifts: 8, places: 16, hours: 64, leftOut: [{ day: '2026-12-09', holiday: '元旦' }], overlapping: [{ one: 't00001', other: 't00002' }],
    },
  } as unknown as typeof preview); // prettier-ignore
  await open();
  await press('看看四周会排出什么');
  expect(screen.getByText('12月9日（周三） 元旦，不排')).toBeTruthy();
  expect(screen.getByText(/“上午班”和“早班”在同一时间/)).toBeTruthy();
  expect(timesAsked('duty.saveRoster')).toBe(0);
});

it('asks for what a new rule lacks before anything is sent', async () => {
  whenAsked('duty.showRoster', shown([]));
  await open();
  await press('加一条规则');
  await press('保存排班');
  expect(timesAsked('duty.previewRoster')).toBe(0);
  expect(screen.getByText('请至少选一天')).toBeTruthy();
  type('几点结束', '21:00');
  await press('保存排班');
  expect(screen.getByText('一班最长12小时')).toBeTruthy();
});

it('names the shifts that stay since people have taken them', async () => {
  whenAsked('duty.showRoster', shown([template]));
  whenAsked('duty.previewRoster', preview);
  whenAsked('duty.saveRoster', {
    ok: true,
    value: { revision: 4, made: 0, changed: 1, calledOff: 2, kept: [{ day: '2026-11-24', startsAt: Date.parse('2026-11-24T08:00:00+08:00') }], later: 3 },
  } as unknown as typeof saved); // prettier-ignore
  await open();
  await press('保存排班');
  fireEvent.click(screen.getAllByRole('button', { name: '保存排班' }).at(-1) ?? document.body);
  await settle();
  expect(screen.getByText('这些班有人领了，照旧不变')).toBeTruthy();
  expect(screen.getByText('明天 8:00')).toBeTruthy();
  expect(screen.getByText('还有 3 处改动，几分钟内会自动排好。')).toBeTruthy();
});

it('asks whose rules stand where a colleague was quicker', async () => {
  whenAsked('duty.showRoster', shown([template]), shown([{ ...template, title: '早班' }], 4));
  whenAsked('duty.previewRoster', preview);
  whenAsked('duty.saveRoster', { ok: false, refusal: 'changed-meanwhile' });
  await open();
  await press(/上午班.*展开/);
  type('这一班叫什么', '晨班');
  await press('保存排班');
  fireEvent.click(screen.getAllByRole('button', { name: '保存排班' }).at(-1) ?? document.body);
  await settle();
  expect(screen.getByText(/早班：周一、周三/)).toBeTruthy();
});
