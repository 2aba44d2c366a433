import type { AnswerFor, InputFor } from '../../types/contracts';
import type { EventSummary } from '../../types/event-view';
import { SeriesId, StationId } from '../../types/ids';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventNow } from '../testing/events';
import { moveToNextSession } from './next-session';
import { EventRecord } from './records';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const session = (from: string, until: string) => ({ startsAt: at(from), endsAt: at(until) });
const on = (name: string, from: string, until: string, more: Parameters<typeof anEvent>[1] = {}): EventRecord =>
  anEvent(name, { ...more, sessions: [session(from, until)] });

describe('events as people find them', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(eventNow);
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const put = (...records: EventRecord[]) => cloud.store('events').insertMany(records);
  const wish = (more: Partial<InputFor<'event.browse'>> = {}): InputFor<'event.browse'> => ({
    from: null,
    kind: null,
    street: null,
    stationId: null,
    programme: null,
    ...more,
  });
  const titles = async (more?: Partial<InputFor<'event.browse'>>): Promise<string[]> =>
    (await cloud.as('rider').must('event.browse', wish(more))).items.map(({ title }) => title);

  it('are told to a visitor whom nobody knows, soonest first', async () => {
    put(
      on('周六', '2026-11-28T14:00:00', '2026-11-28T16:00:00'),
      on('今晚', '2026-11-23T19:00:00', '2026-11-23T20:00:00'),
    );
    const { result } = await cloud.nobody('event', { action: 'browse', input: wish() });
    expect(result).toMatchObject({ ok: true, value: { items: [{ title: '今晚' }, { title: '周六' }], next: null } });
  });

  it('are shown while they are on, whenever they began, and not from the millisecond in which they end', async () => {
    put(
      on('通宵', '2026-11-22T22:00:00', '2026-11-23T10:00:01'),
      on('刚完', '2026-11-23T09:00:00', '2026-11-23T10:00:00'),
      on('明天', '2026-11-24T09:00:00', '2026-11-24T10:00:00'),
    );
    expect(await titles()).toEqual(['通宵', '明天']);
    itIs(eventNow + 999);
    expect(await titles()).toEqual(['通宵', '明天']);
    itIs(eventNow + 1_000);
    expect(await titles()).toEqual(['明天']);
  });

  it('of half past seven in the morning are of that Shanghai day', async () => {
    put(
      on('早粥', '2026-11-24T07:30:00', '2026-11-24T09:00:00'),
      on('前夜', '2026-11-23T23:59:59', '2026-11-24T00:30:00'),
    );
    expect(await titles({ from: ShanghaiDay.parse('2026-11-24') })).toEqual(['早粥']);
    expect(await titles({ from: ShanghaiDay.parse('2026-11-25') })).toEqual([]);
    expect(await titles({ from: ShanghaiDay.parse('2026-11-23') })).toEqual(['前夜', '早粥']);
  });

  it('are not drafts, nor over, nor called off', async () => {
    put(
      anEvent('草稿', { state: 'draft' }),
      anEvent('办过', { state: 'held' }),
      anEvent('存档', { state: 'archived' }),
      anEvent('取消', { state: 'cancelled' }),
      anEvent('报满截止', { state: 'closed' }),
    );
    expect(await titles()).toEqual(['报满截止']);
  });

  it('are picked by kind, street, station and programme, and by all of them at once', async () => {
    put(
      anEvent('讲座'),
      anEvent('理发', { kind: 'one-hour' }),
      anEvent('别街', { kind: 'one-hour', street: '金桥镇' }),
      anEvent('别站', { stationId: StationId.parse('beicai-2') }),
      anEvent('配送', { programme: '浦工乐学 2026' }),
    );
    expect((await titles({ kind: 'one-hour' })).sort()).toEqual(['别街', '理发']);
    expect(await titles({ kind: 'one-hour', street: '北蔡镇' })).toEqual(['理发']);
    expect(await titles({ stationId: StationId.parse('beicai-2') })).toEqual(['别站']);
    expect(await titles({ programme: '浦工乐学 2026', kind: 'lecture', street: '北蔡镇' })).toEqual(['配送']);
    expect(await titles({ programme: '浦工乐学 2026', kind: 'mixer' })).toEqual([]);
  });

  it('come page by page, each once, however many begin together', async () => {
    put(...Array.from({ length: 45 }, (_, nth) => anEvent(`讲座${nth}`)));
    const all: EventSummary[] = [];
    let cursor: InputFor<'event.browse'>['cursor'] = null;
    const sizes: number[] = [];
    do {
      const page: Page = await cloud.as('rider').must('event.browse', wish({ cursor }));
      all.push(...page.items);
      sizes.push(page.items.length);
      cursor = page.next;
    } while (cursor !== null);
    expect(sizes).toEqual([20, 20, 5]);
    expect(new Set(all.map(({ eventId }) => eventId)).size).toBe(45);
  });

  it('of several sessions stand at the one that is on or comes next', async () => {
    const sessions = ['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'].map((day) =>
      session(`${day}T09:00:00`, `${day}T11:00:00`),
    );
    const course = anEvent('油画课', { sessions });
    put(course, on('今天下午', '2026-11-23T14:00:00', '2026-11-23T15:00:00'));
    const sweep = () =>
      cloud.inside(async () => {
        const [found] = cloud.store('events').find({ _id: course._id });
        return moveToNextSession(EventRecord.parse(found), EpochMs.parse(Date.now()));
      });
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    const { items } = await cloud.as('rider').must('event.browse', wish());
    expect(items.map(({ title, nextAt }) => [title, nextAt])).toEqual([
      ['油画课', at('2026-11-23T09:00:00')],
      ['今天下午', at('2026-11-23T14:00:00')],
    ]);
    itIs(at('2026-11-23T11:00:00'));
    expect(await sweep()).toBe(1);
    expect(await titles()).toEqual(['今天下午', '油画课']);
  });

  it('say nothing of who wrote, holds or waits', async () => {
    const personId = cloud.as('member').personId;
    const holder = { group: 'anyone' as const, people: 1, claim: 'claim-of-the-member-11', at: eventNow, until: null };
    const seriesId = SeriesId.parse('s00000000001');
    cloud.store('event-series').insert({ _id: seriesId, ...aSeries });
    const event = anEvent('讲座', {
      seriesId,
      programme: '浦工乐学 2026',
      history: [{ at: eventNow, by: '陈晓燕', office: '北蔡镇总工会', act: 'published' }],
    });
    put({
      ...event,
      live: { ...event.live, holders: { [personId]: holder }, skips: { [personId]: 1 }, keptFor: personId },
    });
    const told = JSON.stringify([
      await cloud.nobody('event', { action: 'browse', input: wish() }),
      await cloud.nobody('event', { action: 'calendarFile', input: { eventId: event._id } }),
      await cloud.nobody('event', { action: 'showSeries', input: { seriesId } }),
      await cloud.nobody('event', { action: 'showProgramme', input: { programme: '浦工乐学 2026' } }),
    ]);
    expect(told.match(/讲座/g)).toHaveLength(5);
    for (const secret of [personId, '陈晓燕', 'claim-of-the-member-11', event.code]) expect(told).not.toContain(secret);
  });

  it('of a series are its dates to come, with one that is on first', async () => {
    const seriesId = SeriesId.parse('s00000000001');
    cloud.store('event-series').insert({ _id: seriesId, ...aSeries });
    const date = (name: string, from: string, until: string, more: Parameters<typeof anEvent>[1] = {}) =>
      on(name, from, until, { ...more, seriesId });
    put(
      date('昨天', '2026-11-22T12:00:00', '2026-11-22T13:00:00'),
      date('正在', '2026-11-23T09:30:00', '2026-11-23T10:30:00', { state: 'closed' }),
      date('后天', '2026-11-25T12:00:00', '2026-11-25T13:00:00'),
      date('停一次', '2026-11-26T12:00:00', '2026-11-26T13:00:00', { state: 'cancelled' }),
      on('别的', '2026-11-24T12:00:00', '2026-11-24T13:00:00'),
    );
    const { events } = await cloud.as('rider').must('event.showSeries', { seriesId });
    expect(events.map(({ title }) => title)).toEqual(['正在', '后天']);
    expect(await cloud.as('rider').ask('event.showSeries', { seriesId: SeriesId.parse('s00000000002') })).toEqual({
      ok: false,
      refusal: 'series-not-found',
    });
  });

  it('have a calendar file from their publication on', async () => {
    const [draft, published] = [anEvent('草稿', { state: 'draft' }), anEvent('法律/讲座')];
    put(draft, published);
    const file = await cloud.as('rider').must('event.calendarFile', { eventId: published._id });
    expect(file.fileName).toBe('法律 讲座.ics');
    expect(file.text).toMatch(/^BEGIN:VCALENDAR\r\n.*SUMMARY:法律\/讲座\r\n.*END:VCALENDAR\r\n$/s);
    expect(await cloud.as('rider').ask('event.calendarFile', { eventId: draft._id })).toEqual({
      ok: false,
      refusal: 'event-not-found',
    });
  });
});

type Page = Extract<AnswerFor<'event.browse'>, { ok: true }>['value'];

/** Only that there is one matters here. */
const aSeries = {
  revision: 1,
  form: {
    name: '午间一小时',
    unionId: 'beicai',
    stationId: 'beicai-1',
    zoneId: null,
    rule: {
      every: 'day',
      weekdays: [],
      nth: null,
      from: 720,
      until: 780,
      firstDay: '2026-11-01',
      lastDay: '2026-12-31',
      skipsHolidays: false,
    },
    turns: [{ title: '瑜伽', kind: 'fitness', cover: 'leaf', text: '', provider: null }],
    opensDaysBefore: 7,
    closesMinutesBefore: 60,
    audience: { who: 'everyone', occupations: [], age: null },
    quotas: [],
    family: null,
    fields: [],
    walkIns: true,
    fee: null,
    programme: null,
    contact: null,
  },
  offices: [{ unionId: 'beicai', name: '北蔡镇总工会' }],
  scope: ['beicai'],
  madeUpTo: '2026-12-21',
  makeAt: 1_900_000_000_000,
};
