import type { AnswerFor } from '@contract/contracts';
import { StationId } from '@contract/ids';
import { act, render, screen } from '@testing-library/react';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { StudioDesk } from './studio-desk';
import { readStudio, studioDraftOf } from './studio-draft';

const form = {
  name: '北蔡公益红娘工作室',
  about: '先聊聊，不着急。',
  stationId: StationId.parse('beicai-1'),
  room: '二楼会客室',
  weekday: 5,
  from: 810,
  until: 1_020,
  slotMinutes: 20,
  tables: 2,
  needsStamp: false,
  isOpen: true,
};
const kept = { studioId: 'beicai', unionName: '北蔡镇总工会', form, revision: 3 };
type Kept = AnswerFor<'matchmaking.showStudio'>;
const studios = (...list: readonly object[]): Kept => ({ ok: true, value: { studios: list } }) as Kept;
const days = (isCalledOff = false): AnswerFor<'matchmaking.listSittings'> =>
  ({
    ok: true,
    value: { studio: {}, own: null, days: [{ day: '2026-11-27', isCalledOff, slots: [] }] },
  }) as unknown as AnswerFor<'matchmaking.listSittings'>;
const open = async (...list: readonly object[]): Promise<void> => {
  whenAsked('matchmaking.showStudio', studios(...list));
  render(
    <Screen title="">
      <StudioDesk />
    </Screen>,
  );
  await settle();
};

// What jsdom lacks: the page goes to what is wrong.
Element.prototype.scrollIntoView = () => undefined;

beforeEach(() => {
  resetServer();
  resetPhone();
  whenAsked('matchmaking.listSittings', days());
  const value = { studios: [{ studioId: 'beicai', stationName: '北蔡镇职工服务总站' }] };
  whenAsked('matchmaking.listStudios', { ok: true, value } as unknown as AnswerFor<'matchmaking.listStudios'>);
});

it('reads a form that was not touched as it was', () => {
  expect(readStudio(studioDraftOf(form, '北蔡镇职工服务总站'))).toEqual({ ok: true, form });
});

it.each([
  ['ends before it begins', { until: '13:00' }, 'until', '要晚于开始'],
  ['has no room for one conversation', { until: '13:40', slotMinutes: '20' }, 'slotMinutes', '中间放不下一次'],
  ['has no station', { station: null }, 'station', '请选一个站点'],
] as const)('says what is wrong with a studio that %s', (_, part, path, text) => {
  const read = readStudio({ ...studioDraftOf(form, null), ...part });
  expect(read).toMatchObject({ ok: false, problems: { [path]: text } });
});

it('changes the hours of the one studio there is, on what was read', async () => {
  whenAsked('matchmaking.saveStudio', { ok: true, value: { revision: 4 } });
  await open(kept);
  expect(screen.getByText('北蔡镇职工服务总站')).toBeTruthy();
  type('同时几位红娘', '3');
  await press('保存');
  expect(sent('matchmaking.saveStudio')).toEqual({ studioId: 'beicai', form: { ...form, tables: 3 }, revision: 3 });
});

it('calls off a day for a clerk, who sees nobody on it', async () => {
  whenAsked('matchmaking.listSittings', days(), days(true));
  whenAsked('matchmaking.callOffDay', { ok: true, value: { told: 4 } });
  await open(kept);
  await press('取消11月27日（周五）的坐班');
  type('原因', '红娘生病了，请您另约一天');
  await press('取消并通知');
  expect(screen.getByText(/约好的人会收到消息和您写的原因/)).toBeTruthy();
  await press('取消这一天');
  expect(sent('matchmaking.callOffDay')).toMatchObject({ studioId: 'beicai', day: '2026-11-27' });
  expect(screen.getByText('这一天取消了，已经告诉 4 人')).toBeTruthy();
});

it('lists the unions where there are several, those with a studio first', async () => {
  await open({ studioId: 'huamu', unionName: '花木街道总工会', form: null, revision: 0 }, kept);
  const rows = screen.getAllByRole('button', { name: /总工会/ }).map((row) => row.getAttribute('aria-label'));
  expect(rows).toEqual(['北蔡镇总工会，开着，每周五 13:30到17:00', '花木街道总工会，还没有开']);
});

it('opens a studio at a station that is found by its name', async () => {
  jest.useFakeTimers();
  whenAsked('matchmaking.saveStudio', { ok: false, refusal: 'station-not-found' });
  const stations = [{ stationId: 'huamu-1', name: '花木驿站', street: '花木街道', address: '梅花路1号' }];
  whenAsked('station.search', { ok: true, value: { stations } } as unknown as AnswerFor<'station.search'>);
  await open({ studioId: 'huamu', unionName: '花木街道总工会', form: null, revision: 0 });
  await press('保存');
  expect(timesAsked('matchmaking.saveStudio')).toBe(0);
  type('工作室叫什么', '花木红娘工作室');
  type('几句介绍', '先聊聊');
  type('在哪个站点', '花木');
  await act(() => jest.advanceTimersByTimeAsync(400));
  await settle();
  await press(/^花木驿站/);
  jest.useRealTimers();
  await press('保存');
  expect(sent('matchmaking.saveStudio')).toMatchObject({ studioId: 'huamu', form: { stationId: 'huamu-1', weekday: 5, room: null } });
  expect(screen.getAllByText('请选本工会范围内的站点').length).toBeGreaterThan(0);
}); // prettier-ignore

it('tells whoever keeps none that there is none', async () => {
  await open();
  expect(screen.getByText('没有您能设置的工作室')).toBeTruthy();
});
