import { eventContract } from '@contract/event';
import { EventId, SeriesId } from '@contract/ids';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { anEventSummary } from '../../../../testing/an-event';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { EventDeskBoard } from './event-desk';
import { doorOf } from './door';
import { factsOf } from './figures-panel';
import type { EventDesk } from './use-event-desk';
import { daysIn } from './use-copying';

const eventId = EventId.parse('e00000000000');
const now = Date.parse('2026-11-26T09:00:00+08:00');
const quiet = { publish: false, close: true, cancel: true, edit: true, message: true, exportList: true };

const figures = (about: Partial<EventDesk['figures']> = {}): EventDesk['figures'] => ({
  seats: 30,
  confirmed: 17,
  offered: 1,
  waiting: 4,
  entered: 0,
  cancelled: 2,
  sides: [],
  attended: 0,
  walkIns: 0,
  noShows: null,
  ratings: 0,
  stars: 0,
  ...about,
});
const aDesk = (about: object = {}): EventDesk =>
  eventContract.showDesk.output.parse({
    event: anEventSummary('午间瑜伽'),
    figures: figures(),
    may: quiet,
    ratingCase: null,
    words: [],
    exports: [],
    history: [{ at: now - 3_600_000, by: '李*华', office: '金桥镇总工会', act: 'published' }],
    ...about,
  });
const anExport = (about: object = {}) => ({
  exportId: 'x1',
  state: 'asked',
  purpose: '签到桌打印名单',
  askedBy: '王*',
  askedAt: now,
  decidedBy: null,
  expiresAt: now + 86_400_000,
  mayDecide: false,
  mayFetch: false,
  ...about,
});

const show = (...desks: readonly [EventDesk, ...EventDesk[]]) => {
  const [first, ...later] = desks.map((value) => ({ ok: true, value }) as const);
  if (first !== undefined) whenAsked('event.showDesk', first, ...later);
  render(
    <Screen title="活动工作台" staff>
      <EventDeskBoard eventId={eventId} />
    </Screen>,
  );
};
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const inputOf = (name: string) => asked.filter((one) => one.name === name).map(({ input }) => input);
const write = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
const settle = () => act(async () => Promise.resolve());

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(now);
  resetServer();
  resetPhone();
});
afterEach(() => jest.restoreAllMocks());

it('says where an event stands, who has a place and who waits', async () => {
  show(aDesk());
  expect(await screen.findByRole('heading', { name: '午间瑜伽' })).toBeTruthy();
  expect(screen.getByText('还有 12 个名额')).toBeTruthy();
  expect(screen.getByText('17 份')).toBeTruthy();
  expect(screen.getByText('4 份')).toBeTruthy();
  expect(screen.getByText('李*华，金桥镇总工会')).toBeTruthy();
});

it('says of an event that is over who came, who did not, and the mean of the stars', () => {
  const over = anEventSummary('午间瑜伽', { state: 'held' });
  const facts = factsOf({
    event: over,
    figures: figures({ attended: 15, noShows: 2, ratings: 3, stars: 13, waiting: 0 }),
  });
  expect(facts).toContainEqual({ label: '已签到', value: '15 份' });
  expect(facts).toContainEqual({ label: '没有来', value: '2 份' });
  expect(facts).toContainEqual({ label: '评分', value: '4.3 星（3 人评）' });
});

it('does not say of an event without places that nobody registered', () => {
  const open = anEventSummary('义诊', { places: 'walk-in', seats: 0, seatsLeft: 0, walkIns: true });
  const facts = factsOf({
    event: open,
    figures: figures({ seats: 0, confirmed: 0, offered: 0, waiting: 0, cancelled: 0 }),
  });
  expect(facts).toEqual([
    { label: '名额', value: '不用报名' },
    { label: '直接来的人', value: '0 人' },
  ]);
});

it('publishes the draft as it is kept now, after asking', async () => {
  show(
    aDesk({ event: anEventSummary('午间瑜伽', { state: 'draft' }), may: { ...quiet, publish: true, close: false } }),
    aDesk(),
  );
  const kept = { eventId, state: 'draft', revision: 7, form: {}, seriesId: null, taken: [] } as never;
  whenAsked('event.showForm', { ok: true, value: kept });
  whenAsked('event.publish', { ok: true, value: { eventId, revision: 8 } });
  await screen.findByRole('heading', { name: '午间瑜伽' });
  press('发布活动');
  expect(timesAsked('event.publish')).toBe(0);
  fireEvent.click(screen.getAllByRole('button', { name: '发布活动' }).pop() as HTMLElement);
  expect(await screen.findByText('活动已发布')).toBeTruthy();
  expect(inputOf('event.publish')).toEqual([{ eventId, revision: 7 }]);
  expect(await screen.findByText('已发布')).toBeTruthy();
});

it('says why the room cannot be had, and shows what is', async () => {
  show(aDesk({ event: anEventSummary('午间瑜伽', { state: 'draft' }), may: { ...quiet, publish: true } }));
  whenAsked('event.showForm', { ok: true, value: { revision: 7 } as never });
  whenAsked('event.publish', { ok: false, refusal: 'room-taken' });
  await screen.findByRole('heading', { name: '午间瑜伽' });
  press('发布活动');
  fireEvent.click(screen.getAllByRole('button', { name: '发布活动' }).pop() as HTMLElement);
  expect(await screen.findByText(/这个房间在这段时间已经有别的活动/)).toBeTruthy();
  expect(timesAsked('event.showDesk')).toBe(2);
});

it('calls an event off only with a reason, and says before how many are told', async () => {
  show(aDesk(), aDesk({ event: anEventSummary('午间瑜伽', { state: 'cancelled' }) }));
  whenAsked('event.callOff', { ok: true, value: { eventId, told: 22 } });
  await screen.findByRole('heading', { name: '午间瑜伽' });
  press('取消活动');
  press('取消并告知大家');
  expect(screen.getByText('请写明原因，至少2个字')).toBeTruthy();
  write('为什么取消', '因台风橙色预警取消');
  press('取消并告知大家');
  expect(screen.getByRole('alertdialog').textContent).toContain('22 份报名都会收到消息');
  fireEvent.click(screen.getAllByRole('button', { name: '取消活动' }).pop() as HTMLElement);
  expect(await screen.findByText('活动已取消，已告知 22 人')).toBeTruthy();
  expect(inputOf('event.callOff')).toEqual([{ eventId, reason: '因台风橙色预警取消' }]);
});

it('keeps the event when one thinks better of it', async () => {
  show(aDesk());
  await screen.findByRole('heading', { name: '午间瑜伽' });
  press('取消活动');
  write('为什么取消', '因台风橙色预警取消');
  press('取消并告知大家');
  press('保留活动');
  await settle();
  expect(timesAsked('event.callOff')).toBe(0);
});

it('copies an event some days later into a draft and opens it', async () => {
  const copied = EventId.parse('e00000000001');
  show(aDesk());
  whenAsked('event.copy', { ok: true, value: { eventId: copied } });
  await screen.findByRole('heading', { name: '午间瑜伽' });
  write('往后推几天', '0');
  press('复制为草稿');
  expect(screen.getByText('请填1到400之间的整数')).toBeTruthy();
  write('往后推几天', '14');
  press('复制为草稿');
  await waitFor(() =>
    expect(phone.opened).toEqual([{ by: 'navigateTo', url: `/features/event/pages/edit/index?id=${copied}` }]),
  );
  expect(inputOf('event.copy')).toMatchObject([{ eventId, days: 14 }]);
});

it.each([
  ['1', 1],
  ['400', 400],
  ['７', 7],
  ['0', null],
  ['401', null],
  ['1.5', null],
  ['', null],
])('reads %s as so many days', (text, days) => {
  expect(daysIn(text)).toBe(days);
});

it('sends a message once, to those who were chosen', async () => {
  show(aDesk());
  whenAsked('event.message', { ok: false, fault: 'f1' }, { ok: true, value: { told: 4 } });
  await screen.findByRole('heading', { name: '午间瑜伽' });
  press('写一条消息');
  fireEvent.click(screen.getByRole('radio', { name: '候补的人' }));
  write('消息内容', '请带好水杯');
  press('发送');
  expect(screen.getByRole('alertdialog').textContent).toContain('发给候补的人');
  press('发送消息');
  expect(await screen.findByText(/问题编号 f1/)).toBeTruthy();
  press('发送');
  press('发送消息');
  expect(await screen.findByText('已发给 4 人')).toBeTruthy();
  const [one, other] = inputOf('event.message') as { requestKey: string; to: string }[];
  expect(one?.to).toBe('waiting');
  expect(other?.requestKey).toBe(one?.requestKey);
});

it('asks for the list with a purpose, without whole names unless they are wanted', async () => {
  show(aDesk());
  whenAsked('event.askExport', { ok: true, value: { exportId: 'x1', expiresAt: now as never } });
  await screen.findByRole('heading', { name: '午间瑜伽' });
  press('申请导出');
  press('提交申请');
  expect(screen.getByText('请写明用途，至少2个字')).toBeTruthy();
  write('用途', '签到桌打印名单');
  press('提交申请');
  expect(await screen.findByText('申请已提交，请一位同事在这一页同意')).toBeTruthy();
  expect(inputOf('event.askExport')).toMatchObject([{ eventId, purpose: '签到桌打印名单', withNames: false }]);
});

it('says that one’s own request is still waiting, and shows it', async () => {
  show(aDesk(), aDesk({ exports: [anExport()] }));
  whenAsked('event.askExport', { ok: false, refusal: 'asked-already' });
  await screen.findByRole('heading', { name: '午间瑜伽' });
  press('申请导出');
  write('用途', '签到桌打印名单');
  press('提交申请');
  expect(await screen.findByText(/您已经申请过导出这份名单/)).toBeTruthy();
  expect(await screen.findByText('等同事审批：签到桌打印名单')).toBeTruthy();
});

it.each([
  ['waits', { state: 'asked' }, false, '已申请，等同事同意。'],
  ['stands', { state: 'approved', mayFetch: true }, false, null],
  ['was declined', { state: 'declined' }, true, null],
  ['ran out', { state: 'expired' }, true, null],
  ['is a colleague’s that waits', { state: 'asked', mayDecide: true }, true, null],
  ['is a colleague’s that stands', { state: 'approved' }, true, null],
])('offers no second request while one’s own stands in the way: one that %s', async (_, about, isOffered, words) => {
  show(aDesk({ exports: [anExport(about)] }));
  await screen.findByRole('heading', { name: '午间瑜伽' });
  expect(screen.queryByRole('button', { name: '申请导出' }) !== null).toBe(isOffered);
  expect(screen.queryByText('已申请，等同事同意。') !== null).toBe(words !== null);
});

describe('receiving people', () => {
  const noon = Date.parse('2026-11-27T12:00:00+08:00');
  const hour = 3_600_000;

  it.each([
    ['long before', noon - 26 * hour, 'later'],
    ['a moment before the hour', noon - hour - 1, 'later'],
    ['an hour before', noon - hour, 'open'],
    ['while it runs', noon + 1, 'open'],
  ])('is %s: %d %s', (_, at, expected) => {
    expect(doorOf(anEventSummary('午间瑜伽'), at).at).toBe(expected);
  });

  it.each(['draft', 'held', 'archived', 'cancelled'] as const)('is no matter of an event that is %s', (state) => {
    expect(doorOf(anEventSummary('午间瑜伽', { state }), noon)).toEqual({ at: 'none' });
  });

  it('is until an hour before no more than a row, which says from when', async () => {
    show(aDesk());
    expect(
      await screen.findByRole('button', { name: '主持签到，开始前1小时可以签到，11月27日（周五）11:00 起' }),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: '主持签到' })).toBeNull();
  });

  it('is the first thing from then on', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(noon - hour);
    show(aDesk());
    expect(await screen.findByRole('button', { name: '主持签到' })).toBeTruthy();
  });
});

describe('low ratings that await an answer', () => {
  const ratingCase = `event-rating:${eventId}:1`;
  const awaited = (about: object = {}) =>
    aDesk({ ratingCase, words: [{ stars: 2, words: '教室太小', at: now }], ...about });

  it('stand first, above what people said, and are answered once after asking', async () => {
    show(awaited(), aDesk());
    whenAsked('event.answerRating', { ok: true, value: { caseId: ratingCase as never } });
    const panel = await screen.findByRole('heading', { name: '有人打了低分，请答复' });
    const said = screen.getByText('教室太小');
    expect(panel.compareDocumentPosition(said) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    press('发送答复');
    expect(screen.getByText('请写明答复，至少2个字')).toBeTruthy();
    write('答复', ' 下次换大一点的教室 ');
    press('发送答复');
    expect(timesAsked('event.answerRating')).toBe(0);
    fireEvent.click(screen.getAllByRole('button', { name: '发送答复' }).pop() as HTMLElement);
    expect(await screen.findByText('已答复')).toBeTruthy();
    expect(inputOf('event.answerRating')).toEqual([{ caseId: ratingCase, answer: '下次换大一点的教室' }]);
    expect(screen.queryByRole('heading', { name: '有人打了低分，请答复' })).toBeNull();
  });

  it('that a colleague answered meanwhile say so and are gone', async () => {
    show(awaited(), aDesk());
    whenAsked('event.answerRating', { ok: false, refusal: 'case-decided-already' });
    await screen.findByRole('heading', { name: '有人打了低分，请答复' });
    write('答复', '下次换大一点的教室');
    press('发送答复');
    fireEvent.click(screen.getAllByRole('button', { name: '发送答复' }).pop() as HTMLElement);
    expect(await screen.findByText('同事刚刚已经答复，已重新载入')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: '有人打了低分，请答复' })).toBeNull();
  });

  it('keep the answer that was written when the line is dead', async () => {
    show(awaited());
    whenAsked('event.answerRating', 'no-network');
    await screen.findByRole('heading', { name: '有人打了低分，请答复' });
    write('答复', '下次换大一点的教室');
    press('发送答复');
    fireEvent.click(screen.getAllByRole('button', { name: '发送答复' }).pop() as HTMLElement);
    expect(await screen.findByText(/网络不可用/)).toBeTruthy();
    expect(screen.getByDisplayValue('下次换大一点的教室')).toBeTruthy();
  });

  it('without words say so, and are no matter of an event that nobody rated low', async () => {
    show(awaited({ words: [] }));
    expect(await screen.findByText('打分的人没有留言。')).toBeTruthy();
  });
});

it('leads from one date of a series to who came over the year, and from a single event nowhere', async () => {
  show(aDesk({ event: anEventSummary('安全例会', { seriesId: SeriesId.parse('s00000000000') }) }));
  fireEvent.click(await screen.findByRole('button', { name: /^全年出勤/ }));
  await settle();
  expect(phone.opened).toEqual([
    { by: 'navigateTo', url: '/features/event/pages/series-attendance/index?id=s00000000000' },
  ]);
});

it('lets who asked wait for somebody else, who is asked once more before agreeing', async () => {
  show(aDesk({ exports: [anExport()] }));
  expect(await screen.findByText('等同事审批：签到桌打印名单')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^同意/ })).toBeNull();
});

it('lets a colleague agree', async () => {
  show(aDesk({ exports: [anExport({ mayDecide: true })] }), aDesk({ exports: [anExport({ state: 'approved' })] }));
  whenAsked('event.decideExport', { ok: true, value: { state: 'approved' } });
  await screen.findByText('等同事审批：签到桌打印名单');
  press('同意：签到桌打印名单');
  expect(timesAsked('event.decideExport')).toBe(0);
  press('同意导出');
  expect(await screen.findByText('已同意：签到桌打印名单')).toBeTruthy();
  expect(inputOf('event.decideExport')).toEqual([{ exportId: 'x1', isAgreed: true }]);
});

it('hands the table over as a file and does not keep it', async () => {
  const made: string[] = [];
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined);
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      made.push(blob.type);
      return 'blob:x';
    },
    revokeObjectURL: () => undefined,
  });
  show(aDesk({ exports: [anExport({ state: 'approved', mayFetch: true })] }));
  whenAsked('event.fetchExport', { ok: true, value: { fileName: '午间瑜伽.csv', text: '姓名\r\n王小明\r\n' } });
  await screen.findByText('已同意：签到桌打印名单');
  press('取表格：签到桌打印名单');
  expect(await screen.findByText('表格已保存到这台电脑，用完请删除')).toBeTruthy();
  expect(made).toEqual(['text/csv;charset=utf-8']);
  expect(document.body.textContent).not.toContain('王小明');
});

it('leads a volunteer, who manages no events, to the door', async () => {
  whenAsked('event.showDesk', { ok: false, refusal: 'not-allowed' });
  render(
    <Screen title="活动工作台" staff>
      <EventDeskBoard eventId={eventId} />
    </Screen>,
  );
  fireEvent.click(await screen.findByRole('button', { name: '主持签到' }));
  await settle();
  expect(phone.opened).toEqual([{ by: 'redirectTo', url: `/features/event/pages/host/index?id=${eventId}` }]);
});
