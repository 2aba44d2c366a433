import { eventContract } from '@contract/event';
import { EventId, SeriesId } from '@contract/ids';
import { SeriesForm } from '@contract/event-series';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { back } from '@/routes';
import { Screen } from '@/ui/screen';
import { newRule, ruleText } from './rule-draft';
import { SeriesEditor } from './series-editor';
import { newSeriesDraft, readSeries, seriesDraftOf } from './series-draft';
import { seriesProblems } from './series-problems';

const seriesId = SeriesId.parse('s00000000000');
const eventId = EventId.parse('e00000000000');
const now = Date.parse('2026-11-22T09:00:00+08:00');

const aForm = (about: object = {}): SeriesForm =>
  SeriesForm.parse({
    name: '午间一小时',
    unionId: 'jinqiao',
    stationId: 'jinqiao-99',
    zoneId: null,
    rule: {
      every: 'week',
      weekdays: [5],
      nth: null,
      from: 720,
      until: 780,
      firstDay: '2026-11-27',
      lastDay: '2027-01-29',
      skipsHolidays: true,
    },
    turns: [
      { title: '瑜伽', kind: 'fitness', cover: 'leaf', text: '', provider: '金桥健身协会' },
      { title: '书法', kind: 'arts', cover: 'paper', text: '', provider: null },
    ],
    opensDaysBefore: 7,
    closesMinutesBefore: 120,
    audience: { who: 'everyone', occupations: [], age: null },
    quotas: [{ group: 'anyone', places: 20 }],
    family: null,
    fields: [],
    walkIns: false,
    fee: null,
    programme: null,
    contact: null,
    ...about,
  });
const shown = (about: object = {}) =>
  ({
    ok: true,
    value: eventContract.showSeriesForm.output.parse({
      seriesId,
      revision: 2,
      form: aForm(),
      events: [{ eventId, day: '2026-11-27', title: '瑜伽' }],
      ...about,
    }),
  }) as const;

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const inputOf = (name: string) => asked.filter((one) => one.name === name).map(({ input }) => input);
const openForm = async (): Promise<void> => {
  render(
    <Screen title="修改系列活动" staff>
      <SeriesEditor seriesId={seriesId} />
    </Screen>,
  );
  await screen.findByRole('button', { name: /^名称和时间/ });
};

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(now);
  resetServer();
  resetPhone();
  whenAsked('station.showForm', { ok: false, refusal: 'outside-your-unions' });
});
afterEach(() => jest.restoreAllMocks());

it.each([
  [{}, '每周五 12:00–13:00，跳过节假日'],
  [{ weekdays: [5, 1, 3], skipsHolidays: false }, '每周一、三、五 12:00–13:00'],
  [{ every: 'day', weekdays: [] }, '每天 12:00–13:00，跳过节假日'],
  [{ every: 'day', weekdays: [1, 2] }, '每周一、二 12:00–13:00，跳过节假日'],
  [{ every: 'month', weekdays: [2], nth: 2 }, '每月第二个周二 12:00–13:00，跳过节假日'],
  [{ every: 'month', weekdays: [5], nth: 5, until: '00:00' }, '每月最后一个周五 12:00–24:00，跳过节假日'],
] as const)('says a rule as one would: %j', (about, text) => {
  expect(ruleText({ ...newRule, ...about })).toBe(text);
});

it.each([
  ['of every Friday', {}],
  ['that ends at midnight', { rule: { ...aForm().rule, until: 1_440 } }],
  ['of the last Tuesday of the month', { rule: { ...aForm().rule, every: 'month', weekdays: [2], nth: 5 } }],
  ['without registration', { quotas: [], walkIns: true }],
])('reads back the form %s that a draft was made of', (_, about) => {
  expect(readSeries(seriesDraftOf(aForm(about)))).toEqual({ ok: true, form: aForm(about) });
});

it('says what is missing in a new series, each at its place', () => {
  const read = readSeries(newSeriesDraft);
  expect(read.ok ? [] : Object.keys(read.problems).sort()).toEqual(
    ['name', 'quotas', 'rule.firstDay', 'rule.lastDay', 'stationId', 'turns.0.kind', 'turns.0.title'].sort(),
  );
});

it('does not take hours that end before they begin, nor days the wrong way round', () => {
  const draft = seriesDraftOf(aForm());
  const read = readSeries({ ...draft, rule: { ...draft.rule, until: '11:00', lastDay: '2026-11-01' } });
  expect(read.ok ? {} : read.problems).toEqual({
    'rule.until': '结束要晚于开始',
    'rule.lastDay': '最后一天不能早于第一天',
  });
});

it('takes nobody past the list, and no children, where a mixer in pairs comes in turn', () => {
  const quotas = (['men', 'women'] as const).map((group) => ({ group, places: 10 }));
  const draft = seriesDraftOf(aForm({ quotas, walkIns: true, family: { mostChildren: 1, ageFrom: 3, ageUpTo: 9 } }));
  expect(readSeries(draft)).toMatchObject({ form: { walkIns: true, family: { mostChildren: 1 } } });
  const mixer = { ...draft, turns: draft.turns.map((turn) => ({ ...turn, kind: 'mixer' as const })) };
  expect(readSeries(mixer)).toMatchObject({ ok: true, form: { walkIns: false, family: null } });
});

it('shows at the rule what the server found wrong in a date', () => {
  expect(seriesProblems({ closesAt: '日期有误，请检查', rule: '日期有误，请检查' })).toEqual({
    closesMinutesBefore: '截止报名不能晚于活动开始',
    rule: '系列的时间不对：结束要晚于开始，最后一天不能早于第一天，并且至少有一天会办',
  });
});

it('shows before anything is written which dates come, what is on each, and which holidays are left out', async () => {
  whenAsked('event.showSeriesForm', shown());
  whenAsked('event.previewSeries', {
    ok: true,
    value: eventContract.previewSeries.output.parse({
      days: ['2026-11-27', '2026-12-04', '2026-12-11'],
      leftOut: [{ day: '2027-01-01', holiday: '元旦' }],
    }),
  });
  await openForm();
  press(/^名称和时间/);
  press('看看是哪些天');
  expect(await screen.findByText('一共 3 天')).toBeTruthy();
  expect(screen.getByText('11月27日（周五），瑜伽')).toBeTruthy();
  expect(screen.getByText('12月4日（周五），书法')).toBeTruthy();
  expect(screen.getByText('12月11日（周五），瑜伽')).toBeTruthy();
  expect(screen.getByText('1月1日（周五） 元旦，不办')).toBeTruthy();
  expect(inputOf('event.previewSeries')).toEqual([{ rule: aForm().rule }]);
});

it('saves from the chosen day on, and says on which dates the room was taken and which stay as they are', async () => {
  whenAsked('event.showSeriesForm', shown());
  whenAsked('event.saveSeries', {
    ok: true,
    value: eventContract.saveSeries.output.parse({
      seriesId,
      made: 1,
      changed: 3,
      roomTaken: ['2026-12-11'],
      kept: ['2026-11-27'],
    }),
  });
  await openForm();
  press(/^名称和时间/);
  fireEvent.change(screen.getByRole('textbox', { name: '系列名称' }), { target: { value: '午间一小时（冬）' } });
  fireEvent.change(screen.getByLabelText('从哪天起生效'), { target: { value: '2026-12-01' } });
  press('保存修改');
  expect(screen.getByRole('alertdialog').textContent).toContain('12月1日（周二）起的活动会照新的办');
  fireEvent.click(screen.getAllByRole('button', { name: '保存修改' }).pop() as HTMLElement);
  expect(await screen.findByText('新排 1 场，改了 3 场')).toBeTruthy();
  expect(screen.getByText('再往后的会提前28天陆续排出来。')).toBeTruthy();
  expect(screen.getByText('12月11日（周五）')).toBeTruthy();
  expect(screen.getByText('11月27日（周五）')).toBeTruthy();
  expect(inputOf('event.saveSeries')).toMatchObject([{ seriesId, revision: 2, fromDay: '2026-12-01' }]);
  act(() => back());
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

it('lets what comes in turn be taken away only where something else stays', async () => {
  whenAsked('event.showSeriesForm', shown());
  await openForm();
  press(/^每次办什么/);
  press('删去这一样：第 2 样');
  expect(screen.queryByRole('button', { name: /^删去这一样/ })).toBeNull();
});

it('ends only after asking', async () => {
  whenAsked('event.showSeriesForm', shown());
  whenAsked('event.endSeries', { ok: true, value: { seriesId } });
  await openForm();
  press('结束这个系列');
  expect(timesAsked('event.endSeries')).toBe(0);
  press('结束系列');
  await waitFor(() => expect(phone.opened).toHaveLength(1));
  expect(inputOf('event.endSeries')).toEqual([{ seriesId, revision: 2 }]);
});
