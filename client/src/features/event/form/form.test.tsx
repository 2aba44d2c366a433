import { eventContract } from '@contract/event';
import { EventForm } from '@contract/event-form';
import { EventId } from '@contract/ids';
import type { stationContract } from '@contract/station';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { back } from '@/routes';
import { Screen } from '@/ui/screen';
import { EventEditor, NewEvent } from './event-editor';
import { eventDraftOf, newEventDraft, nextSession, noSession, readEvent, withKind, withSessions } from './event-draft';
import type { EventDraft } from './event-draft';
import { instantOf, momentDraft } from './moment-draft';
import { merge } from './merge';
import { formProblems } from './path-words';
import { conditionsFor, freshField, moved, tidied } from './questions';
import { placesIn } from './read-terms';
import { newTerms } from './terms-draft';
import type { FieldDraft } from './terms-draft';

const eventId = EventId.parse('e00000000000');
const now = Date.parse('2026-11-22T09:00:00+08:00');
const at = (text: string): number => Date.parse(`${text}+08:00`);

const aForm = (about: object = {}): EventForm =>
  EventForm.parse({
    title: '午间瑜伽',
    kind: 'fitness',
    cover: 'leaf',
    text: '请带好毛巾',
    provider: null,
    unionId: 'jinqiao',
    stationId: 'jinqiao-99',
    zoneId: null,
    sessions: [{ startsAt: at('2026-11-27T12:00:00'), endsAt: at('2026-11-27T13:00:00') }],
    opensAt: at('2026-11-23T08:00:00'),
    closesAt: at('2026-11-27T10:00:00'),
    cancelBy: at('2026-11-26T12:00:00'),
    audience: { who: 'everyone', occupations: [], age: null },
    quotas: [{ group: 'anyone', places: 30 }],
    places: 'first-come',
    family: null,
    fields: [],
    walkIns: false,
    fee: null,
    programme: null,
    contact: null,
    ...about,
  });
const shown = (about: object = {}, form: object = {}) =>
  ({
    ok: true,
    value: eventContract.showForm.output.parse({
      eventId,
      state: 'draft',
      revision: 3,
      form: aForm(form),
      seriesId: null,
      taken: [],
      ...about,
    }),
  }) as const;
const station = () =>
  ({
    ok: true,
    value: {
      stationId: 'jinqiao-99',
      revision: 1,
      unionName: '金桥镇总工会',
      changes: [],
      form: {
        name: '金桥镇户外职工爱心接力站',
        unionId: 'jinqiao',
        zones: [{ zoneId: 'hall', name: '多功能厅', capacity: 40, areaM2: null }],
      },
    } as unknown as ReturnType<typeof stationContract.showForm.output.parse>,
  }) as const;

const field = (about: Partial<FieldDraft> = {}): FieldDraft => ({ ...freshField([]), label: '怎么来', ...about });
const draftOf = (about: Partial<EventDraft> = {}): EventDraft => ({ ...eventDraftOf(aForm()), ...about });

const settle = () => act(async () => Promise.resolve());
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const write = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
const saved = () =>
  asked.filter(({ name }) => name === 'event.save').map(({ input }) => input as Record<string, unknown>);
const openForm = async (): Promise<void> => {
  render(
    <Screen title="修改活动" staff>
      <EventEditor eventId={eventId} />
    </Screen>,
  );
  await screen.findByRole('button', { name: /^活动内容/ });
};

/** What was brought into sight, in words. */
let seen: readonly string[] = [];
Element.prototype.scrollIntoView = function () {
  seen = [...seen, this.textContent];
};

beforeEach(() => {
  seen = [];
  jest.spyOn(Date, 'now').mockReturnValue(now);
  resetServer();
  resetPhone();
  whenAsked('station.showForm', station());
});
afterEach(() => jest.restoreAllMocks());

describe('a draft', () => {
  it.each([
    ['of one session', {}],
    [
      'that ends after midnight',
      { sessions: [{ startsAt: at('2026-12-31T22:00:00'), endsAt: at('2027-01-01T00:30:00') }] },
    ],
    [
      'of nobody but members',
      {
        quotas: [{ group: 'members', places: 5 }],
        audience: { who: 'members', occupations: ['courier'], age: { from: 18, upTo: 60 } },
      },
    ],
    [
      'for men and women',
      {
        quotas: [
          { group: 'men', places: 8 },
          { group: 'women', places: 8 },
        ],
      },
    ],
    ['without registration', { quotas: [], walkIns: true }],
    [
      'for families, with questions',
      {
        family: { mostChildren: 2, ageFrom: 3, ageUpTo: 12 },
        fields: [
          {
            fieldId: 'q1',
            label: '怎么来',
            kind: 'choice',
            options: ['地铁', '骑车'],
            isRequired: true,
            isSensitive: false,
            askedIf: null,
            purgeDays: 30,
          },
        ],
      },
    ],
  ])('%s reads back as the form that it was made of', (_, about) => {
    expect(readEvent(eventDraftOf(aForm(about)))).toEqual({ ok: true, form: aForm(about) });
  });

  it('of a new event says what is missing, each at its place', () => {
    const read = readEvent(newEventDraft);
    expect(read.ok ? [] : Object.keys(read.problems).sort()).toEqual(
      ['cancelBy', 'closesAt', 'kind', 'opensAt', 'quotas', 'sessions.0', 'stationId', 'title'].sort(),
    );
  });

  it('of a mixer wants as many places for men as for women', () => {
    const mixer = (men: string, women: string) =>
      readEvent(draftOf({ quotas: { ...newTerms.quotas, mode: 'mixer', men, women } }));
    expect(mixer('12', '12').ok).toBe(true);
    expect(mixer('10', '14')).toEqual({ ok: false, problems: { quotas: '男士和女士的名额要一样多' } });
  });

  it('asks nothing and draws nothing where nobody registers', () => {
    const read = readEvent(
      draftOf({ quotas: { ...newTerms.quotas, mode: 'none' }, places: 'draw', fields: [field()] }),
    );
    expect(read.ok ? [read.form.places, read.form.fields, read.form.walkIns] : null).toEqual(['first-come', [], true]);
  });
});

describe('times', () => {
  const friday = { day: '2026-11-27', from: '12:00', until: '13:00', untilDay: '' };

  it('that nobody set follow the first session: from today, until two hours before, a day to change one’s mind', () => {
    const { opensAt, closesAt, cancelBy } = withSessions(newEventDraft, [friday], now);
    expect([opensAt, closesAt, cancelBy]).toEqual([
      { day: '2026-11-22', time: '08:00' },
      { day: '2026-11-27', time: '10:00' },
      { day: '2026-11-26', time: '12:00' },
    ]);
  });

  it('that were set by hand stay when the session moves, and the others follow', () => {
    const draft = {
      ...newEventDraft,
      ...withSessions(newEventDraft, [friday], now),
      closesAt: { day: '2026-11-25', time: '18:00' },
    };
    const { closesAt, cancelBy } = withSessions(draft, [{ ...friday, day: '2026-12-04' }], now);
    expect([closesAt, cancelBy]).toEqual([
      { day: '2026-11-25', time: '18:00' },
      { day: '2026-12-03', time: '12:00' },
    ]);
  });

  it('of one more session are those of the last, a week later', () => {
    expect(nextSession([{ ...friday, day: '2026-12-28' }])).toEqual({ ...friday, day: '2027-01-04' });
    expect(nextSession([noSession])).toEqual(noSession);
  });

  it('are Shanghai’s, whatever the phone is set to', () => {
    expect(instantOf({ day: '2026-11-27', time: '07:30' })).toBe(Date.UTC(2026, 10, 26, 23, 30));
    expect(momentDraft(Date.UTC(2026, 10, 26, 23, 30))).toEqual({ day: '2026-11-27', time: '07:30' });
    expect(instantOf({ day: '2026-11-27', time: '' })).toBeNull();
  });
});

describe('places', () => {
  it('by group add up while they are typed', () => {
    const quotas = {
      ...newTerms.quotas,
      mode: 'groups' as const,
      groups: { anyone: '１0', members: '5', 'new-employment': 'x' },
    };
    expect(placesIn(quotas)).toBe(15);
  });
});

describe('questions', () => {
  const how = field({ fieldId: 'q1', kind: 'choice', options: '地铁\n骑车' });
  const helmet = field({
    fieldId: 'q2',
    label: '要头盔吗',
    kind: 'yes-no',
    askedIf: { fieldId: 'q1', answer: '骑车' },
  });

  it('may hang on an answer that can be chosen before', () => {
    expect(conditionsFor([how, helmet], 1).map(({ label }) => label)).toEqual([
      '每个人都问',
      '“怎么来”答“地铁”时问',
      '“怎么来”答“骑车”时问',
    ]);
    expect(conditionsFor([how, helmet], 0)).toHaveLength(1);
  });

  it('no longer hang on an answer that comes after them or is gone', () => {
    expect(moved([how, helmet], 1, -1).map(({ fieldId, askedIf }) => [fieldId, askedIf])).toEqual([
      ['q2', null],
      ['q1', null],
    ]);
    expect(tidied([{ ...how, options: '地铁\n步行' }, helmet])[1]?.askedIf).toBeNull();
    expect(tidied([how, helmet])[1]?.askedIf).toEqual({ fieldId: 'q1', answer: '骑车' });
  });

  it('never have one name twice', () => {
    expect(freshField([how, helmet]).fieldId).toBe('q3');
    expect(freshField([helmet]).fieldId).toBe('q1');
  });
});

it('says at each place what the server found wrong there, in words that say what to do', () => {
  expect(
    formProblems({
      'sessions.1': '日期有误，请检查',
      closesAt: '日期有误，请检查',
      'quotas.0': '请选择其中一项',
      'form.title': '内容过长，请写短一些',
    }),
  ).toEqual({
    'sessions.1': '时间不对：结束要晚于开始，一次不超过24小时，并且排在前一次之后',
    closesAt: '截止报名不能晚于活动开始；抽签的至少提前2小时截止；不报名也能来的，不能晚于最后一次结束',
    quotas: '名额不对：每类人填一次，1到2000人；男士和女士要一起填，一样多',
    title: '内容过长，请写短一些',
  });
});

it('keeps what only one of two people changed, and asks about what both did', () => {
  const base = { title: 'a', fee: '', text: 'x' };
  const met = merge(['title', 'fee', 'text'], {
    base,
    mine: { ...base, title: 'mine' },
    theirs: { title: 'theirs', fee: '5元', text: 'x' },
  });
  expect(met).toEqual({ draft: { title: 'mine', fee: '5元', text: 'x' }, conflicts: ['title'], taken: ['fee'] });
});

describe('the page', () => {
  it('saves what was changed on the form that was read, and goes to the event’s desk', async () => {
    whenAsked('event.showForm', shown());
    whenAsked('event.save', { ok: true, value: { eventId, revision: 4 } });
    await openForm();
    press(/^活动内容/);
    write('标题', '午间瑜伽（初级）');
    press('存为草稿');
    await waitFor(() =>
      expect(phone.opened).toEqual([{ by: 'redirectTo', url: `/features/event/pages/desk/index?id=${eventId}` }]),
    );
    expect(saved()).toMatchObject([{ eventId, revision: 3, form: { title: '午间瑜伽（初级）' } }]);
    expect([...phone.storage.keys()]).toEqual([]);
  });

  it('says beside the field what is missing, and sends nothing', async () => {
    whenAsked('event.showForm', shown());
    await openForm();
    press(/^活动内容/);
    write('标题', '');
    press('存为草稿');
    expect(await screen.findByText('请填写这一项')).toBeTruthy();
    expect(timesAsked('event.save')).toBe(0);
    expect(seen).toEqual(['请填写这一项']);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '标题' }));
  });

  it('unfolds the part in which the server finds something wrong, and brings it into sight', async () => {
    whenAsked('event.showForm', shown());
    whenAsked('event.save', { ok: false, refusal: 'times-wrong', fields: [{ path: 'sessions.0', problem: 'date' }] });
    await openForm();
    press('存为草稿');
    await waitFor(() => expect(seen).toHaveLength(1));
    expect(screen.getByText(seen[0] ?? '').closest('[role=alert]')).toBeTruthy();
  });

  it('lets a session be taken away only where another stays', async () => {
    whenAsked('event.showForm', shown());
    await openForm();
    press(/^时间/);
    expect(screen.queryByRole('button', { name: /^删去这一次/ })).toBeNull();
    press('再加一次');
    press('删去这一次：第 2 次');
    expect(screen.queryByRole('button', { name: /^删去这一次/ })).toBeNull();
  });

  it('says of a draw until when registration must end, and of everything else what is usual', async () => {
    whenAsked('event.showForm', shown());
    await openForm();
    press(/^报名起止/);
    expect(screen.getByText('通常是活动开始前2小时')).toBeTruthy();
    press(/^名额/);
    fireEvent.click(screen.getByRole('radio', { name: /^抽签/ }));
    expect(screen.getByText(/^最晚在活动开始前2小时/)).toBeTruthy();
  });

  it('shows beside the field what the server says about it', async () => {
    whenAsked('event.showForm', shown());
    whenAsked('event.save', { ok: false, refusal: 'times-wrong', fields: [{ path: 'closesAt', problem: 'date' }] });
    await openForm();
    press('存为草稿');
    expect(await screen.findByText(/截止报名不能晚于活动开始/)).toBeTruthy();
  });

  it('says at the room that it is taken', async () => {
    whenAsked('event.showForm', shown({}, { zoneId: 'hall' }));
    whenAsked('event.save', { ok: false, refusal: 'room-taken' });
    await openForm();
    press('存为草稿');
    expect((await screen.findAllByText(/这个房间在这段时间已经有别的活动/)).length).toBeGreaterThan(0);
  });

  it('asks whose words stand where a colleague was quicker, and saves on theirs', async () => {
    whenAsked('event.showForm', shown(), shown({ revision: 5 }, { title: '正午瑜伽', fee: '5元' }));
    whenAsked('event.save', { ok: false, refusal: 'changed-meanwhile' }, { ok: true, value: { eventId, revision: 6 } });
    await openForm();
    press(/^活动内容/);
    write('标题', '午间瑜伽（初级）');
    press('存为草稿');
    expect(await screen.findByRole('heading', { name: '同事刚刚修改过' })).toBeTruthy();
    expect(screen.getByText('已采用同事改的：费用')).toBeTruthy();
    press('存为草稿');
    expect(screen.getByText('请先选好每一处用哪一个')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: /^用同事写的/ }));
    press('存为草稿');
    await waitFor(() => expect(timesAsked('event.save')).toBe(2));
    expect(saved()[1]).toMatchObject({ revision: 5, form: { title: '正午瑜伽', fee: '5元' } });
  });

  it('asks before it is left with something unsaved, and forgets it only then', async () => {
    whenAsked('event.showForm', shown());
    await openForm();
    press(/^活动内容/);
    write('标题', '别的');
    act(() => back());
    expect(screen.getByRole('alertdialog', { name: '内容还没有保存，要离开吗？' })).toBeTruthy();
    press('接着写');
    await settle();
    expect(phone.opened).toEqual([]);
    act(() => back());
    press('不保存，离开');
    await settle();
    expect(phone.opened).toHaveLength(1);
    expect([...phone.storage.keys()]).toEqual([]);
  });

  it('is left without a word when nothing was typed', async () => {
    whenAsked('event.showForm', shown());
    await openForm();
    act(() => back());
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(phone.opened).toHaveLength(1);
  });

  it('goes on with what was typed before the phone died', async () => {
    whenAsked('event.showForm', shown());
    await openForm();
    press(/^活动内容/);
    write('标题', '写了一半');
    document.body.innerHTML = '';
    await openForm();
    expect(screen.getByText('上次没有保存的内容还在，可以接着写。')).toBeTruthy();
  });

  it('tells before saving that those who registered hear of a change', async () => {
    whenAsked('event.showForm', shown({ state: 'published', taken: [{ group: 'anyone', people: 17 }] }));
    await openForm();
    expect(screen.getByText('活动已经发布。改了时间或地点，已报名的人会收到消息。')).toBeTruthy();
    press(/^名额/);
    expect(screen.getByText(/已经有名额的：不限身份 17 人/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '保存' })).toBeTruthy();
  });

  it('of a new event takes a station of one’s own, with its union', async () => {
    const row = { stationId: 'jinqiao-99', name: '金桥镇户外职工爱心接力站', street: '金桥镇' };
    whenAsked('station.listOwn', { ok: true, value: { items: [row], next: null } as never });
    render(
      <Screen title="新建活动" staff>
        <NewEvent />
      </Screen>,
    );
    fireEvent.click(await screen.findByRole('button', { name: /^金桥镇户外职工爱心接力站/ }));
    expect(await screen.findByText('金桥镇总工会')).toBeTruthy();
    expect(screen.getByRole('combobox', { name: '房间' }).textContent).toContain('多功能厅，可容纳 40 人');
  });
});

it('a mixer begins in pairs with what was typed shared between both, takes no children, and can be made open to all', () => {
  const typed = draftOf({ quotas: { ...newTerms.quotas, total: '25' }, walkIns: true });
  const mixer = { ...typed, ...withKind(typed, 'mixer') };
  expect(mixer.quotas).toMatchObject({ mode: 'mixer', men: '13', women: '13' });
  expect(readEvent(mixer)).toMatchObject({ ok: true, form: { kind: 'mixer', family: null, walkIns: false } });
  const open = { ...mixer, quotas: { ...mixer.quotas, mode: 'total' as const } };
  expect(withKind(open, 'mixer')).toEqual({ kind: 'mixer' });
  expect(readEvent(open)).toMatchObject({
    ok: true,
    form: { quotas: [{ group: 'anyone', places: 25 }], walkIns: true },
  });
  expect(withKind(mixer, 'lecture').quotas).toMatchObject({ mode: 'total', total: '26' });
});
