import type { AnswerFor } from '@contract/contracts';
import { Notice } from '@contract/notice';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { anEventDetail, anEventSummary, aRegistration, aViewer, eventNow } from '../../../../testing/a-guest-event';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import AttendPage from './check-in';
import EventPage from './event';
import InboxPage from './inbox';
import OwnEventsPage from './own';
import ProgrammePage from './programme';
import RegisterPage from './register';

const HOUR_MS = 3_600_000;
const event = anEventDetail('健身');
const { eventId } = event;

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
const sent = (name: string): Record<string, unknown> =>
  asked.filter((question) => question.name === name).at(-1)?.input as Record<string, unknown>;
const shown = (about: object = {}, viewer: object = {}): AnswerFor<'event.show'> => ({
  ok: true,
  value: { event: anEventDetail('健身', about), viewer: aViewer(viewer) },
});
const own = (about: Parameters<typeof aRegistration>[0] = {}) => aRegistration({ eventId, ...about });

/** What was brought into sight, in words. */
let seen: readonly string[] = [];
Element.prototype.scrollIntoView = function () {
  seen = [...seen, this.textContent];
};

beforeEach(() => {
  seen = [];
  resetServer();
  resetPhone();
  phone.parameters = { id: eventId };
  jest.spyOn(Date, 'now').mockReturnValue(eventNow);
});
afterEach(() => jest.restoreAllMocks());

describe('the page of an event', () => {
  it('leads somebody with a place at a mixer to their number, and nobody else', async () => {
    const mixer = { kind: 'mixer' };
    whenAsked('event.show', shown(mixer, { own: own({ state: 'confirmed' }) }));
    const { unmount } = render(<EventPage />);
    await settle();
    await press(/^号码牌和心动卡/);
    expect(phone.opened.at(-1)?.url).toBe(`/features/matchmaking/pages/mixer/index?id=${eventId}`);
    unmount();
    for (const answer of [
      shown(mixer),
      shown(mixer, { own: own({ state: 'waiting' }) }),
      shown({ ...mixer, state: 'cancelled' }, { own: own({ state: 'confirmed' }) }),
      shown({}, { own: own({ state: 'confirmed' }) }),
    ]) {
      whenAsked('event.show', answer);
      const page = render(<EventPage />);
      await settle();
      expect(screen.getByRole('heading', { name: '健身' })).toBeTruthy();
      expect(screen.queryByRole('button', { name: /^号码牌和心动卡/ })).toBeNull();
      page.unmount();
    }
  });

  it('says what it is, and leads to the form at one tap', async () => {
    whenAsked('event.show', shown());
    render(<EventPage />);
    await settle();
    expect(screen.getByRole('heading', { name: '健身' })).toBeTruthy();
    expect(screen.getByText('报名前请知道')).toBeTruthy();
    await press('报名');
    expect(phone.opened).toEqual([{ by: 'navigateTo', url: `/features/event/pages/register/index?id=${eventId}` }]);
  });

  it.each([
    ['somebody with a place', { own: own({ may: { cancel: true } }) }],
    ['somebody who only looks', { notNow: null }],
  ])('says once to %s that it was called off, and why, and nothing of places and rules', async (_, viewer) => {
    whenAsked('event.show', shown({ state: 'cancelled', cancelReason: '台风橙色预警', waiting: 3 }, viewer));
    render(<EventPage />);
    await settle();
    expect(screen.getByText('台风橙色预警')).toBeTruthy();
    expect(screen.getAllByText(/取消了|已取消/)).toHaveLength(1);
    for (const words of ['名额', '候补', '报名前请知道', '报名后请知道']) expect(screen.queryByText(words)).toBeNull();
    expect(screen.queryAllByText(/给您添麻烦了/)).toHaveLength('own' in viewer ? 1 : 0);
  });

  it('shows what staff wrote as text, whatever it looks like', async () => {
    whenAsked('event.show', shown({ text: '<img src=x onerror=alert(1)>\n第二行' }));
    render(<EventPage />);
    await settle();
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });

  it('leads on from an address of no event', async () => {
    phone.parameters = { id: 'nonsense' };
    render(<EventPage />);
    await press('看看别的活动');
    expect(phone.opened).toEqual([{ by: 'switchTab', url: '/pages/events/index' }]);
    expect(timesAsked('event.show')).toBe(0);
  });

  it('shows the code for the door, and its letters to read out', async () => {
    whenAsked('event.show', shown({}, { own: own({ admissionCode: 't.7K2M9Q4T.03XYZ8HJ' }) }));
    render(<EventPage />);
    await settle();
    expect(screen.getByRole('img', { name: '入场码' })).toBeTruthy();
    expect(screen.getByText('7K2M 9Q4T 03XY Z8HJ')).toBeTruthy();
    expect(screen.queryByText('报名前请知道')).toBeNull();
  });

  it('shows no code to whoever is there already', async () => {
    whenAsked('event.show', shown({}, { own: own({ admissionCode: 't.7K2M9Q4T.03XYZ8HJ', attended: [eventNow] }) }));
    render(<EventPage />);
    await settle();
    expect(screen.getByText('已签到')).toBeTruthy();
    expect(screen.queryByRole('img', { name: '入场码' })).toBeNull();
  });

  it('takes a place that is kept, once', async () => {
    const offered = own({ state: 'offered', until: eventNow + HOUR_MS, may: { accept: true, cancel: true } });
    whenAsked('event.show', shown({}, { own: offered }), shown({}, { own: own() }));
    whenAsked('event.acceptOffer', { ok: true, value: own() });
    render(<EventPage />);
    await settle();
    expect(screen.getByText('请在今天 11:00前决定，过时会让给下一位。')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '接受名额' }));
    await press('接受名额');
    expect(timesAsked('event.acceptOffer')).toBe(1);
    expect(screen.getByText('报名成功')).toBeTruthy();
  });

  it('says what became of a place whose time was over, and looks again', async () => {
    const offered = own({ state: 'offered', until: eventNow + HOUR_MS, may: { accept: true, cancel: true } });
    whenAsked('event.show', shown({}, { own: offered }), shown({}, { own: own({ state: 'lapsed' }) }));
    whenAsked('event.acceptOffer', { ok: false, refusal: 'offer-over' });
    render(<EventPage />);
    await settle();
    await press('接受名额');
    expect(screen.getByText(/保留的时间已过/)).toBeTruthy();
    expect(screen.getByText('名额让给了下一位')).toBeTruthy();
    expect(screen.getByRole('button', { name: '再次报名' })).toBeTruthy();
  });

  it('asks before a place is given up, and keeps it at a no', async () => {
    whenAsked('event.show', shown({}, { own: own({ may: { cancel: true } }) }));
    whenAsked('event.cancel', { ok: true, value: own({ state: 'cancelled' }) });
    render(<EventPage />);
    await settle();
    await press('取消报名');
    await press('保留名额');
    expect(timesAsked('event.cancel')).toBe(0);
    await press('取消报名');
    fireEvent.click(screen.getAllByRole('button', { name: '取消报名' }).at(-1) as HTMLElement);
    await settle();
    expect(sent('event.cancel')).toEqual({ eventId, reason: null });
  });

  it('asks for a reason when it is late', async () => {
    whenAsked('event.show', shown({}, { own: own({ may: { cancel: true, cancelIsLate: true } }) }));
    whenAsked('event.cancel', { ok: true, value: own({ state: 'cancelled' }) });
    render(<EventPage />);
    await settle();
    await press('取消报名');
    await press('取消报名');
    expect(screen.getByText('请选一个原因')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '家里有事' }));
    await press('取消报名');
    expect(sent('event.cancel')).toEqual({ eventId, reason: 'family' });
  });

  it('takes stars and words from whoever was there', async () => {
    const there = own({ attended: [event.startsAt], may: { rate: true } });
    whenAsked('event.show', shown({ state: 'held' }, { own: there }));
    whenAsked('event.rate', { ok: true, value: own({ rating: { stars: 2, words: '太吵' } }) });
    render(<EventPage />);
    await settle();
    await press('提交评价');
    expect(screen.getByText('请先打星')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '2 星，不太满意' }));
    expect(screen.getByText(/工会要答复/)).toBeTruthy();
    type('想说的话', ' 太吵 ');
    await press('提交评价');
    expect(sent('event.rate')).toEqual({ eventId, stars: 2, words: '太吵' });
  });

  it('looks up other dates only when somebody wants to know', async () => {
    whenAsked('event.show', shown({ seriesId: 'sabcdefghjkm' }));
    whenAsked('event.showSeries', { ok: true, value: { events: [event, anEventSummary('瑜伽')] } });
    render(<EventPage />);
    await settle();
    expect(timesAsked('event.showSeries')).toBe(0);
    await press(/^其他日期/);
    expect(screen.getByRole('button', { name: /瑜伽/ })).toBeTruthy();
  });
});

it.each([
  ['counts', /没有您的签到记录，计入缺席/],
  ['excuse-waits', /工会还没有答复，在答复之前不计入缺席/],
  ['excused', /工会已经看过您说明的原因，这次不计入缺席/],
  ['not-excused', /工会看过您说明的原因，这次仍计入缺席/],
] as const)('the page of an event that one missed says where it stands: %s', async (missed, words) => {
  whenAsked('event.show', shown({ state: 'held', startsAt: eventNow - 5 * HOUR_MS }, { own: own({ missed }) }));
  render(<EventPage />);
  await settle();
  expect(screen.getByText(words)).toBeTruthy();
});

describe('registering', () => {
  const family = { mostChildren: 2, ageFrom: 4, ageUpTo: 10 };

  it('has the name filled in, and says at once that one has a place', async () => {
    whenAsked('event.show', shown());
    whenAsked('event.register', { ok: true, value: own({ admissionCode: 't.7K2M9Q4T.03XYZ8HJ' }) });
    render(<RegisterPage />);
    await settle();
    await press('报名');
    expect(sent('event.register')).toMatchObject({
      eventId,
      slip: 'a-slip',
      name: '李小明',
      children: [],
      answers: {},
    });
    expect(screen.getByText('报名成功')).toBeTruthy();
  });

  it('says how many are before one on the list', async () => {
    whenAsked('event.show', shown({ quotas: [{ group: 'anyone', places: 20, left: 0 }] }));
    whenAsked('event.register', { ok: true, value: own({ state: 'waiting', position: 3 }) });
    render(<RegisterPage />);
    await settle();
    await press('候补报名');
    expect(screen.getByText(/您前面还有 2 份报名/)).toBeTruthy();
  });

  it('sends one wish under one key, however often the line is dead', async () => {
    whenAsked('event.show', shown());
    whenAsked('event.register', 'no-network', 'no-network', { ok: true, value: own() });
    render(<RegisterPage />);
    await settle();
    await press('报名');
    await press('报名');
    const keys = asked.filter(({ name }) => name === 'event.register').map(({ input }) => (input as { requestKey: string }).requestKey); // prettier-ignore
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  it('takes children, and the consent of their guardian apart from everything else', async () => {
    whenAsked('event.show', shown({ family }));
    whenAsked('event.register', { ok: true, value: own({ people: 3 }) });
    render(<RegisterPage />);
    await settle();
    type('第 1 个孩子：孩子怎么称呼', '毛毛');
    type('第 1 个孩子：几岁', '6');
    await press('再带一个孩子');
    type('第 2 个孩子：孩子怎么称呼', '豆豆');
    type('第 2 个孩子：几岁', '9');
    expect(screen.queryByRole('button', { name: '再带一个孩子' })).toBeNull();
    await press('报名');
    expect(timesAsked('event.register')).toBe(0);
    expect(screen.getByText('带孩子参加，要请您先读一读并同意')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: '我是孩子的监护人，已经读过，同意' }));
    await press('报名');
    expect(sent('event.register')).toMatchObject({
      children: [
        { name: '毛毛', age: 6 },
        { name: '豆豆', age: 9 },
      ],
      guardianConsent: '2026-11',
    });
  });

  it('brings the first thing that is wrong into sight, and the keyboard to it', async () => {
    whenAsked(
      'event.show',
      shown({ family, audience: { who: 'everyone', occupations: [], age: { from: 22, upTo: 40 } } }),
    );
    render(<RegisterPage />);
    await settle();
    type('姓名', '');
    await press('报名');
    expect(seen).toEqual(['请填写这一项']);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '姓名' }));
    type('姓名', '李小明');
    await press('报名');
    expect(seen.at(-1)).toBe('请确认您的年龄符合要求');
  });

  it('shows at its place what the server finds wrong with an answer', async () => {
    const fields = [
      { fieldId: 'size', label: '衣服尺码', kind: 'text', options: [], isRequired: false, isSensitive: false, askedIf: null, purgeDays: 7 },
    ]; // prettier-ignore
    whenAsked('event.show', shown({ fields }));
    whenAsked('event.register', {
      ok: false,
      refusal: 'answers-incomplete',
      fields: [{ path: 'answers.size', problem: 'characters' }],
    });
    render(<RegisterPage />);
    await settle();
    await press('报名');
    expect(screen.getByText('含有不能使用的字符，请检查')).toBeTruthy();
    expect(seen).toEqual(['含有不能使用的字符，请检查']);
  });

  it('leads whoever registered before to their registration', async () => {
    whenAsked('event.show', shown());
    whenAsked('event.register', { ok: false, refusal: 'already-registered' });
    render(<RegisterPage />);
    await settle();
    await press('报名');
    await press('看我的报名');
    expect(phone.opened).toEqual([{ by: 'redirectTo', url: `/features/event/pages/event/index?id=${eventId}` }]);
  });

  it('shows no form to somebody who cannot register', async () => {
    whenAsked('event.show', shown({}, { notNow: 'closed' }));
    render(<RegisterPage />);
    await settle();
    expect(screen.getByText('报名已截止')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe("one's own events", () => {
  const listed = (...registrations: readonly object[]) =>
    ({ ok: true, value: { registrations } }) as AnswerFor<'event.listOwn'>;

  it('lead to the event, say where one stands, and take an excuse right there', async () => {
    whenAsked('event.listOwn', listed(
      { event: anEventSummary('瑜伽'), own: own({ state: 'waiting', position: 2 }) },
      { event: anEventSummary('健身', { state: 'held', startsAt: eventNow - 3 * HOUR_MS, endsAt: eventNow - HOUR_MS }), own: own({ missed: 'counts', may: { excuse: true } }) },
    )); // prettier-ignore
    whenAsked('event.excuse', { ok: true, value: own({ missed: 'excuse-waits' }) });
    render(<OwnEventsPage />);
    await settle();
    expect(screen.getByText('候补中，第 2 位')).toBeTruthy();
    await press('说明没来的原因：健身');
    fireEvent.click(screen.getByRole('radio', { name: '工作走不开' }));
    await press('说明原因');
    expect(sent('event.excuse')).toEqual({ eventId, reason: 'work', words: null });
  });

  it('are a place to go from while there are none', async () => {
    whenAsked('event.listOwn', listed());
    render(<OwnEventsPage />);
    await settle();
    await press('去看看近期活动');
    expect(phone.opened).toEqual([{ by: 'switchTab', url: '/pages/events/index' }]);
  });
});

describe('the inbox', () => {
  const notice = (about: object) =>
    Notice.parse({ noticeId: 'n1', kind: 'event-message', at: eventNow, isRead: false, subject: '健身', eventId, shiftId: null, stationId: null, proposalId: null, when: null, words: null, ...about }); // prettier-ignore

  it('shows what staff wrote as text, leads to the event, and counts as read once it was shown', async () => {
    const items = [notice({ words: '<b>带毛巾</b>' }), notice({ noticeId: 'n2', at: eventNow - 1, isRead: true })];
    whenAsked('notice.listOwn', { ok: true, value: { items, next: null } });
    whenAsked('notice.markRead', { ok: true, value: { unread: 0 } });
    render(<InboxPage />);
    await settle();
    expect(screen.getByText('<b>带毛巾</b>')).toBeTruthy();
    expect(sent('notice.markRead')).toEqual({ upTo: eventNow });
    expect(timesAsked('notice.markRead')).toBe(1);
    await press(/^未读，主办方说/);
    expect(phone.opened[0]?.url).toBe(`/features/event/pages/event/index?id=${eventId}`);
  });

  it('leads from an answered excuse to the page that says what was decided', async () => {
    const items = [notice({ kind: 'excuse-answered', isRead: true })];
    whenAsked('notice.listOwn', { ok: true, value: { items, next: null } });
    render(<InboxPage />);
    await settle();
    await press(/^您说明的原因，工会看过了，健身，打开活动看工会的决定/);
    expect(phone.opened[0]?.url).toBe(`/features/event/pages/event/index?id=${eventId}`);
  });

  it('tells the server nothing when all was read before', async () => {
    whenAsked('notice.listOwn', { ok: true, value: { items: [notice({ isRead: true })], next: null } });
    render(<InboxPage />);
    await settle();
    expect(timesAsked('notice.markRead')).toBe(0);
  });
});

describe('coming to an event', () => {
  const there = (isNew: boolean): AnswerFor<'event.checkIn'> => ({
    ok: true,
    value: { eventId, title: '健身', session: event.startsAt, at: event.startsAt, isNew },
  });

  it('is noted once, whoever arrives with the code', async () => {
    phone.parameters = { code: 'e.7K2M9Q4T.03XYZ8HJAB' };
    whenAsked('event.checkIn', there(true));
    render(<AttendPage />);
    await settle();
    expect(sent('event.checkIn')).toEqual({ code: 'e.7K2M9Q4T.03XYZ8HJAB' });
    expect(timesAsked('event.checkIn')).toBe(1);
    expect(screen.getByRole('heading', { name: '已签到' })).toBeTruthy();
    await press('活动详情');
    expect(phone.opened[0]?.url).toBe(`/features/event/pages/event/index?id=${eventId}`);
  });

  it('says so when it was noted before', async () => {
    phone.parameters = { code: 'e.7K2M9Q4T.03XYZ8HJAB' };
    whenAsked('event.checkIn', there(false));
    render(<AttendPage />);
    await settle();
    expect(screen.getByRole('heading', { name: '这次已经签过到' })).toBeTruthy();
  });

  it.each([
    ['no-place', '您还没有这个活动的名额'],
    ['code-unreadable', '请核对字母和数字，再输入一次。'],
    ['not-registered', '没有找到您的报名'],
    ['code-expired', '这个码已经更新'],
    ['not-now', '现在不是签到的时间'],
  ] as const)('is refused for %s with what to do, and the letters can be typed again', async (refusal, words) => {
    phone.parameters = {};
    whenAsked('event.checkIn', { ok: false, refusal });
    render(<AttendPage />);
    await settle();
    type('码下面的字母和数字', 'E7K2M9Q4T03XYZ8HJAB');
    await press('签到');
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByRole('textbox', { name: '码下面的字母和数字' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: '已签到' })).toBeNull();
  });
});

it('adds a campaign up', async () => {
  phone.parameters = { name: encodeURIComponent('浦工乐学 2026') };
  whenAsked('event.showProgramme', {
    ok: true,
    value: { programme: '浦工乐学 2026', events: 169, sessions: 703, stations: 75, unions: 118, attended: 28_000, next: [event] },
  }); // prettier-ignore
  render(<ProgrammePage />);
  await settle();
  expect(sent('event.showProgramme')).toEqual({ programme: '浦工乐学 2026' });
  expect(screen.getByText('28,000 人次')).toBeTruthy();
  expect(screen.getByText('703 场')).toBeTruthy();
});
