import type { SeriesForm } from '../../types/event-series';
import { SeriesForm as FormSchema } from '../../types/event-series';
import type { RequestKey } from '../../types/evidence';
import type { SeriesId } from '../../types/ids';
import { ShanghaiDay, shanghaiDay } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventNow } from '../testing/events';
import { aStation } from '../testing/stations';
import type { EventRecord } from './records';
import type { SeriesRecord } from './series-records';

const DAY = 86_400_000;
const key = (letter: string): RequestKey => letter.repeat(22) as RequestKey;
const day = (text: string): ShanghaiDay => ShanghaiDay.parse(text);
const turn = (title: string) => ({
  title,
  kind: 'one-hour' as const,
  cover: 'leaf' as const,
  text: '',
  provider: null,
});
const zones = [{ zoneId: 'hall', name: '服务角', capacity: 10, areaM2: 20 }];

/** Every day at noon for an hour, from Monday 23 November 2026 to 10 January 2027; four services in turn. */
const aSeries = (more: Partial<SeriesForm> = {}): SeriesForm =>
  FormSchema.parse({
    name: '每天1个小时',
    unionId: 'beicai',
    stationId: 'beicai-1',
    zoneId: 'hall',
    rule: {
      every: 'day',
      weekdays: [],
      nth: null,
      from: 720,
      until: 780,
      firstDay: '2026-11-23',
      lastDay: '2027-01-10',
      skipsHolidays: true,
    },
    turns: ['正骨推拿', '电瓶车维修', '法律咨询', '公益理发'].map(turn),
    opensDaysBefore: 7,
    closesMinutesBefore: 60,
    audience: { who: 'everyone', occupations: [], age: null },
    quotas: [{ group: 'anyone', places: 4 }],
    family: null,
    fields: [],
    walkIns: true,
    fee: null,
    programme: '每天1个小时',
    contact: null,
    ...more,
  });
const ruled = (more: Partial<SeriesForm['rule']>, form = aSeries()): SeriesForm => ({
  ...form,
  rule: { ...form.rule, ...more },
});

describe('a series', () => {
  let cloud: TestCloud;
  let clerk: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(eventNow);
    cloud.appoint('chen', 'clerk', 'beicai');
    cloud.appoint('zhou', 'clerk', 'weifang');
    cloud.store('stations').insertMany([aStation('beicai-1', { zones })]);
    clerk = cloud.as('chen');
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => cloud.close());

  const made = (): EventRecord[] =>
    (cloud.store('events').find({}) as never as EventRecord[])
      .filter(({ seriesId, state }) => seriesId !== null && state !== 'cancelled')
      .sort((one, other) => one.startsAt - other.startsAt);
  const on = (text: string): EventRecord => {
    const found = made().find(({ seriesDay }) => seriesDay === text);
    if (found === undefined) throw new Error(`nothing on ${text}`);
    return found;
  };
  const stored = (): SeriesRecord => cloud.store('event-series').find({})[0] as never;
  const wish = (form: SeriesForm, more: { seriesId?: SeriesId; revision?: number; fromDay?: string } = {}) => ({
    seriesId: more.seriesId ?? null,
    revision: more.revision ?? 0,
    requestKey: key('s'),
    fromDay: day(more.fromDay ?? '2026-11-23'),
    form,
  });
  const begin = (form = aSeries()) => clerk.must('event.saveSeries', wish(form));
  const edit = (form: SeriesForm, fromDay = '2026-11-23') =>
    clerk.must('event.saveSeries', wish(form, { seriesId: stored()._id, revision: stored().revision, fromDay }));
  const registerAt = (event: EventRecord, name = 'wang') => {
    const { personId } = cloud.as(name);
    const holder = { group: 'anyone', people: 1, claim: key('r'), at: eventNow, until: null };
    cloud
      .store('events')
      .update(
        { _id: event._id },
        { $set: { [`live.holders.${personId}`]: holder }, $inc: { 'live.free.anyone': -1, 'live.turn': 1 } },
      );
  };

  it('makes the dates of four weeks, a service in turn, each to be registered for by itself', async () => {
    const answer = await begin();
    expect(answer).toMatchObject({ made: 29, changed: 0, roomTaken: [], kept: [] });
    expect(
      made()
        .map(({ title }) => title)
        .slice(0, 5),
    ).toEqual(['正骨推拿', '电瓶车维修', '法律咨询', '公益理发', '正骨推拿']);
    const first = on('2026-11-23');
    expect(first).toMatchObject({
      state: 'published',
      live: { free: { anyone: 4 }, places: { anyone: 4 } },
      isDetached: false,
    });
    expect(new Date(first.startsAt).toISOString()).toBe('2026-11-23T04:00:00.000Z');
    expect(new Date(first.closesAt).toISOString()).toBe('2026-11-23T03:00:00.000Z');
    expect(new Date(first.opensAt).toISOString()).toBe('2026-11-16T00:00:00.000Z');
    expect(made().every(({ seriesDay, startsAt }) => shanghaiDay(startsAt) === seriesDay)).toBe(true);
    expect(stored()).toMatchObject({ revision: 1, madeUpTo: '2026-12-21' });
    const shown = await clerk.must('event.showSeriesForm', { seriesId: answer.seriesId });
    expect(shown.events).toHaveLength(29);
    expect(shown.form).toEqual(aSeries());
  });

  it('is made once for one wish, tapped twice and sent again', async () => {
    const [one, two] = await Promise.all([begin(), begin()].map((answer) => answer.catch(() => null)));
    expect(one ?? two).not.toBeNull();
    const again = await begin();
    expect(again).toMatchObject({ made: 0, changed: 0, kept: [] });
    expect(cloud.store('event-series').find({})).toHaveLength(1);
    expect(made()).toHaveLength(29);
  });

  it('goes on until its last, and makes no day twice', async () => {
    await begin();
    for (let days = 1; days <= 61; days += 5) {
      itIs(eventNow + days * DAY);
      await cloud.tick('event');
      await cloud.tick('event');
    }
    const days = made().map(({ seriesDay }) => seriesDay);
    // 1 to 3 January 2027 are not yet published as holidays: everything but what the calendar knows is made.
    expect(new Set(days).size).toBe(days.length);
    expect(days.at(-1)).toBe('2027-01-10');
    expect(stored().makeAt).toBe(8_640_000_000_000_000);
  });

  it('makes good what a crash left after the series was written', async () => {
    await begin();
    cloud.store('events').remove({ seriesDay: '2026-12-01' });
    cloud.store('event-series').update({}, { $set: { makeAt: eventNow + 120_000 } });
    itIs(eventNow + 120_000);
    await cloud.tick('event');
    expect(on('2026-12-01').title).toBe('正骨推拿');
  });

  it('leaves out holidays, and says which', async () => {
    const rule = { ...aSeries().rule, firstDay: day('2026-09-28'), lastDay: day('2026-10-11') };
    const { days, leftOut } = await clerk.must('event.previewSeries', { rule });
    expect(days).toEqual([
      '2026-09-28',
      '2026-09-29',
      '2026-09-30',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-11',
    ]);
    expect(leftOut).toHaveLength(7);
    expect(leftOut[0]).toEqual({ day: '2026-10-01', holiday: '国庆节' });
  });

  it('makes nothing where the room is taken, says so, and makes it once the room is free', async () => {
    const { startsAt, endsAt } = anEvent('别的').sessions[0] ?? { startsAt: 0, endsAt: 0 };
    const noon = startsAt - 2 * 3_600_000;
    const other = anEvent('别的', {
      zoneId: 'hall',
      sessions: [{ startsAt: noon as never, endsAt: (endsAt - 2 * 3_600_000) as never }],
    });
    cloud.store('events').insert(other);
    cloud.store('zone-diaries').insert({
      _id: 'beicai-1.hall',
      revision: 1,
      bookings: [{ eventId: other._id, from: noon, until: noon + 7_200_000, at: eventNow - DAY }],
    });
    expect(await begin()).toMatchObject({ made: 28, roomTaken: ['2026-11-28'] });
    await clerk.must('event.callOff', { eventId: other._id, reason: '改到下周' });
    itIs(eventNow + DAY);
    await cloud.tick('event');
    expect(on('2026-11-28').title).toBe('电瓶车维修');
  });

  it('changes this and the following: earlier dates stay, later ones follow', async () => {
    await begin();
    const answer = await edit(ruled({ from: 750, until: 810 }, aSeries({ contact: '021-58905890' })), '2026-12-01');
    expect(answer).toMatchObject({ made: 0, changed: 21, kept: [] });
    expect(on('2026-11-30')).toMatchObject({ contact: null, revision: 1 });
    expect(on('2026-12-01')).toMatchObject({ contact: '021-58905890', revision: 2 });
    expect(new Date(on('2026-12-01').startsAt).toISOString()).toBe('2026-12-01T04:30:00.000Z');
    const bookings = cloud.store('zone-diaries').find({})[0]?.['bookings'] as { eventId: string; from: number }[];
    expect(bookings).toHaveLength(29);
    expect(bookings.find(({ eventId }) => eventId === on('2026-12-01')._id)?.from).toBe(on('2026-12-01').startsAt);
    itIs(eventNow + DAY);
    await cloud.tick('event');
    expect(on('2026-11-30').contact).toBeNull();
    expect(on('2026-12-22').contact).toBe('021-58905890');
  });

  it('keeps time and service of a date at which people are registered, and what they hold', async () => {
    await begin();
    const held = on('2026-12-02');
    registerAt(held);
    const form = {
      ...ruled({ from: 750, until: 810 }),
      turns: [turn('磨剪刀')],
      quotas: [{ group: 'anyone' as const, places: 2 }],
    };
    const answer = await edit(form);
    expect(answer.kept).toEqual(['2026-12-02']);
    expect(on('2026-12-02')).toMatchObject({
      startsAt: held.startsAt,
      title: held.title,
      quotas: [{ places: 2 }],
      live: { places: { anyone: 2 }, free: { anyone: 1 } },
    });
    expect(Object.keys(on('2026-12-02').live.holders)).toHaveLength(1);
    expect(on('2026-12-03').title).toBe('磨剪刀');
  });

  it('keeps more places than the series has now where they are taken', async () => {
    await begin();
    const held = on('2026-12-02');
    ['wang', 'zhao', 'qian'].forEach((name) => registerAt(held, name));
    const answer = await edit(aSeries({ quotas: [{ group: 'anyone', places: 2 }] }));
    expect(answer.kept).toEqual(['2026-12-02']);
    expect(on('2026-12-02')).toMatchObject({ quotas: [{ places: 4 }], live: { free: { anyone: 1 } } });
    expect(on('2026-12-03').quotas).toEqual([{ group: 'anyone', places: 2 }]);
  });

  it('keeps a mixer in pairs where somebody waits for a partner: nobody waits for places that are no more', async () => {
    const quotas = (['men', 'women'] as const).map((group) => ({ group, places: 4 }));
    const mixers = aSeries({ turns: [{ ...turn('联谊'), kind: 'mixer' }], quotas, walkIns: false });
    await begin(mixers);
    itIs(eventNow + DAY);
    const event = on('2026-11-26');
    const wish = { requestKey: key('m'), slip: null, name: '李小飞', quota: 'men' as const, children: [] };
    const man = cloud.as('li');
    const own = { guardianConsent: null, saysAge: false, answers: {} };
    await man.must('event.register', { eventId: event._id, ...wish, ...own });
    const answer = await edit({ ...mixers, quotas: [{ group: 'anyone', places: 8 }] });
    expect(answer.kept).toEqual(['2026-11-26']);
    expect(on('2026-11-26')).toMatchObject({ kind: 'mixer', quotas, live: { free: { men: 4, women: 4 } } });
    expect(on('2026-11-27').quotas).toEqual([{ group: 'anyone', places: 8 }]);
    const { viewer } = await man.must('event.show', { eventId: event._id });
    expect(viewer.own).toMatchObject({ state: 'waiting', waitsFor: 'partner' });
  });

  it('takes no date back at which somebody waits, however many wait at others', async () => {
    const quotas = (['men', 'women'] as const).map((group) => ({ group, places: 4 }));
    const mixers = aSeries({ turns: [{ ...turn('联谊'), kind: 'mixer' }], quotas, walkIns: false });
    await begin(mixers);
    itIs(eventNow + DAY);
    const [crowded, other] = [on('2026-11-26'), on('2026-11-27')];
    const wish = { requestKey: key('m'), slip: null, name: '李小飞', quota: 'men' as const, children: [] };
    const own = { guardianConsent: null, saysAge: false, answers: {} };
    await cloud.as('li').must('event.register', { eventId: crowded._id, ...wish, ...own });
    const [first] = cloud.store('registrations').find({});
    const more = Array.from({ length: 1_000 }, (_, nth) => {
      const lot = String(nth).padStart(8, '0');
      return { ...first, _id: `${crowded._id}:${lot}`, lot };
    });
    cloud.store('registrations').insertMany(more);
    await cloud.as('li').must('event.register', { eventId: other._id, ...wish, ...own });
    const answer = await edit(ruled({ every: 'week', weekdays: [3] }, mixers));
    expect(answer.kept).toEqual(expect.arrayContaining(['2026-11-26', '2026-11-27']));
    expect(on('2026-11-27')._id).toBe(other._id);
  });

  it('takes back days that it no longer comes on, but for those with people, and comes back to them', async () => {
    await begin();
    registerAt(on('2026-12-02'));
    const answer = await edit(ruled({ every: 'week', weekdays: [5] }));
    expect(answer.kept).toEqual(['2026-12-02']);
    expect(made().map(({ seriesDay }) => seriesDay)).toEqual([
      '2026-11-27',
      '2026-12-02',
      '2026-12-04',
      '2026-12-11',
      '2026-12-18',
    ]);
    expect(await edit(aSeries())).toMatchObject({ made: 24 });
    expect(made()).toHaveLength(29);
    expect(cloud.store('zone-diaries').find({})[0]?.['bookings']).toHaveLength(29);
  });

  it('does not move today’s date to an hour that is past', async () => {
    await begin();
    const answer = await edit(ruled({ from: 540, until: 600 }));
    expect(answer).toMatchObject({ changed: 28, kept: ['2026-11-23'] });
    expect(new Date(on('2026-11-23').startsAt).toISOString()).toBe('2026-11-23T04:00:00.000Z');
  });

  it('leaves alone what staff changed by hand, closed, or called off', async () => {
    await begin();
    const byHand = on('2026-12-02');
    const { form, revision } = await clerk.must('event.showForm', { eventId: byHand._id });
    await clerk.must('event.save', {
      eventId: byHand._id,
      revision,
      requestKey: key('e'),
      form: { ...form, title: '专场' },
    });
    await clerk.must('event.close', { eventId: on('2026-12-03')._id });
    await clerk.must('event.callOff', { eventId: on('2026-12-04')._id, reason: '师傅请假' });
    expect(on('2026-12-02').isDetached).toBe(true);
    expect(await edit(aSeries({ contact: '021-58905890' }))).toMatchObject({ made: 0, changed: 26 });
    expect(on('2026-12-02')).toMatchObject({ title: '专场', contact: null });
    expect(on('2026-12-03')).toMatchObject({ state: 'closed', contact: null });
    expect(made().some(({ seriesDay }) => seriesDay === '2026-12-04')).toBe(false);
  });

  it('ends: no date comes any more, those that are published stay', async () => {
    const { seriesId } = await begin();
    await clerk.must('event.endSeries', { seriesId, revision: 1 });
    await clerk.must('event.endSeries', { seriesId, revision: 1 });
    expect(await clerk.ask('event.endSeries', { seriesId, revision: 7 })).toEqual({
      ok: false,
      refusal: 'changed-meanwhile',
    });
    itIs(eventNow + 5 * DAY);
    await cloud.tick('event');
    expect(made()).toHaveLength(29);
    expect(stored().form.rule.lastDay).toBe('2026-12-21');
  });

  it('belongs to its union', async () => {
    const { seriesId } = await begin();
    const before = [stored(), made()];
    const zhou = cloud.as('zhou');
    const refused = { ok: false, refusal: 'outside-your-unions' };
    expect(await zhou.ask('event.saveSeries', wish(aSeries(), { seriesId, revision: 1 }))).toEqual(refused);
    expect(await zhou.ask('event.saveSeries', wish(aSeries()))).toEqual(refused);
    expect(await zhou.ask('event.saveSeries', wish(aSeries({ unionId: 'nobody' as never })))).toEqual(refused);
    expect(await zhou.ask('event.showSeriesForm', { seriesId })).toEqual(refused);
    expect(await zhou.ask('event.endSeries', { seriesId, revision: 1 })).toEqual(refused);
    expect([stored(), made()]).toEqual(before);
  });

  it('is not written down where it cannot be', async () => {
    const ask = (form: SeriesForm, more = {}) => clerk.ask('event.saveSeries', wish(form, more));
    const times = { ok: false, refusal: 'times-wrong' };
    expect(await ask(ruled({ until: 720 }))).toMatchObject(times);
    expect(await ask(ruled({ firstDay: day('1960-01-01') }))).toMatchObject(times);
    expect(await ask(ruled({ lastDay: day('9999-12-31') }))).toMatchObject(times);
    expect(await ask(ruled({ every: 'week' }))).toMatchObject(times);
    expect(await ask(ruled({ every: 'month', weekdays: [2] }))).toMatchObject(times);
    expect(await ask(aSeries({ closesMinutesBefore: 10_080, opensDaysBefore: 0 }))).toMatchObject(times);
    expect(await ask(aSeries({ quotas: [], walkIns: false }))).toMatchObject({ ok: false, refusal: 'quotas-wrong' });
    expect(await ask(aSeries({ zoneId: 'attic' }))).toEqual({ ok: false, refusal: 'zone-not-found' });
    expect(await ask(aSeries({ stationId: 'nowhere' as never }))).toEqual({ ok: false, refusal: 'station-not-found' });
    const { seriesId } = await begin();
    expect(await ask(aSeries({ fee: '5元' }), { seriesId, revision: 9 })).toEqual({
      ok: false,
      refusal: 'changed-meanwhile',
    });
    expect(await ask(aSeries({ fee: '5元' }), { seriesId, revision: 1, fromDay: '2026-12-22' })).toMatchObject(times);
    expect(await clerk.must('event.previewSeries', { rule: ruled({ lastDay: day('9999-12-31') }).rule })).toEqual({
      days: [],
      leftOut: [],
    });
  });

  it('of walk-ins stands in the lists until it is over', async () => {
    await begin(aSeries({ quotas: [], opensDaysBefore: 0 }));
    expect(on('2026-11-24')).toMatchObject({ quotas: [], closesAt: on('2026-11-24').endsAt, live: { places: {} } });
  });

  it('loses nobody who registers while it is being moved', async () => {
    await begin();
    const dates = made().slice(1, 7);
    const names = dates.map((_date, nth) => `guest-${nth}`);
    const [answer, ...registered] = await Promise.all([
      edit(ruled({ from: 750, until: 810 })),
      ...dates.map(({ _id }, nth) =>
        cloud.as(names[nth] ?? '').ask('event.register', {
          eventId: _id,
          requestKey: key('r'),
          slip: null,
          name: '李小飞',
          quota: null,
          children: [],
          guardianConsent: null,
          saysAge: true,
          answers: {},
        }),
      ),
    ]);
    expect(registered.filter(({ ok }) => ok)).toHaveLength(dates.length);
    expect(answer.changed + answer.kept.length).toBeGreaterThanOrEqual(29 - 1);
    for (const { live } of made()) {
      const held = Object.values(live.holders).reduce((sum, { people }) => sum + people, 0);
      expect((live.free['anyone'] ?? 0) + held).toBe(live.places['anyone']);
    }
    const holders = made().flatMap(({ live }) => Object.keys(live.holders));
    expect(holders.sort()).toEqual(names.map((name) => cloud.as(name).personId).sort());
  });

  it('changed by two at once follows one of them, and the other is told', async () => {
    await begin();
    const wishes = ['甲', '乙'].map((contact) =>
      clerk.ask('event.saveSeries', wish(aSeries({ contact }), { seriesId: stored()._id, revision: 1 })),
    );
    const answers = await Promise.all(wishes);
    expect(answers.map((answer) => ('refusal' in answer ? answer.refusal : 'saved')).sort()).toEqual([
      'changed-meanwhile',
      'saved',
    ]);
    expect(
      new Set(
        made()
          .slice(1)
          .map(({ contact }) => contact),
      ),
    ).toEqual(new Set([stored().form.contact]));
  });

  it.each<[string, unknown]>([
    ['a name of control characters', { name: '活动\u0000' }],
    ['a turn that hides something', { turns: [turn('正骨\u202e推拿')] }],
    ['a turn without end', { turns: [{ ...turn('正骨'), text: '长'.repeat(3_001) }] }],
    ['no turn at all', { turns: [] }],
    ['thirty-two turns', { turns: Array.from({ length: 32 }, () => turn('正骨')) }],
    ['an eighth weekday', { rule: { ...aSeries().rule, weekdays: [8] } }],
    ['a day that is none', { rule: { ...aSeries().rule, firstDay: '2026-02-30' } }],
    ['a minute after midnight', { rule: { ...aSeries().rule, until: 1_441 } }],
  ])('takes no %s', async (_what, more) => {
    const input = { ...wish(aSeries()), form: { ...aSeries(), ...(more as object) } };
    const answer = await clerk.send('event', { action: 'saveSeries', input });
    expect(answer).toMatchObject({ ok: false, refusal: 'input-invalid' });
    expect(cloud.store('event-series').find({})).toEqual([]);
  });
});
