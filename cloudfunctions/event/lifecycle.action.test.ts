import type { EventForm } from '../../types/event-form';
import type { RequestKey } from '../../types/evidence';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventIdOf, eventNow } from '../testing/events';
import { aStation } from '../testing/stations';
import type { EventRecord } from './records';
import { formOf } from './written-event';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const aForm = (more: Partial<EventForm> = {}): EventForm => ({ ...formOf(anEvent('家庭用药')), ...more });
const key = (letter: string): RequestKey => letter.repeat(22) as RequestKey;
const later = (form: EventForm, ms: number): EventForm => ({
  ...form,
  sessions: form.sessions.map(({ startsAt, endsAt }) => ({
    startsAt: EpochMs.parse(startsAt + ms),
    endsAt: EpochMs.parse(endsAt + ms),
  })),
});
const zones = [
  { zoneId: 'hall', name: '多功能厅', capacity: 50, areaM2: 100 },
  { zoneId: 'studio', name: '手作室', capacity: 12, areaM2: 30 },
];

describe('an event as staff keep it', () => {
  let cloud: TestCloud;
  let clerk: Phone;
  let lots = 0;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(eventNow);
    cloud.appoint('chen', 'clerk', 'beicai');
    cloud.appoint('zhou', 'clerk', 'weifang');
    cloud.appoint('shen', 'administrator', 'pudong');
    cloud.appoint('li', 'volunteer', 'beicai');
    cloud
      .store('stations')
      .insertMany([aStation('beicai-1', { zones }), aStation('weifang-1', { unionId: 'weifang' as never })]);
    clerk = cloud.as('chen');
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => cloud.close());

  const put = (...all: readonly EventRecord[]) => cloud.store('events').insertMany(all);
  const stored = (id: string): EventRecord => {
    const [found] = cloud.store('events').find({ _id: id });
    if (found === undefined) throw new Error(`no ${id}`);
    return found as never;
  };
  const diary = (zone = 'hall') =>
    (cloud.store('zone-diaries').find({ _id: `beicai-1.${zone}` })[0]?.['bookings'] ?? []) as { eventId: string }[];
  const draft = async (form = aForm(), phone = clerk, letter = 'a') =>
    phone.must('event.save', { eventId: null, revision: 0, requestKey: key(letter), form });
  const saveAs = (phone: Phone, id: string, revision: number, form: EventForm) =>
    phone.ask('event.save', { eventId: id as never, revision, requestKey: key('z'), form });
  const registered = (event: EventRecord, names: readonly string[], state = 'confirmed') =>
    cloud.store('registrations').insertMany(
      names.map((name) => ({
        _id: `${event._id}:${cloud.as(name).personId}`,
        eventId: event._id,
        personId: cloud.as(name).personId,
        revision: 1,
        state,
        lot: `ABCD${String((lots += 1)).padStart(4, '0')}`,
        claim: key('r'),
        groups: ['anyone'],
        group: state === 'confirmed' ? 'anyone' : null,
        people: 1,
        registeredAt: eventNow - HOUR,
        until: null,
        orderKey: `${String(eventNow - HOUR).padStart(15, '0')}ABCD${String(lots).padStart(4, '0')}`,
        maskedName: '李*',
        sealedDetails: null,
        answers: {},
        hasSensitive: false,
        guardianConsent: null,
        rating: null,
        missed: null,
        excuse: null,
        steps: [],
        endsAt: event.endsAt,
        purgeAt: event.endsAt,
      })),
    );
  /** Ten places, one of them held by each. */
  const heldBy = (...names: readonly string[]): EventRecord['live'] => ({
    places: { anyone: 10 },
    free: { anyone: 10 - names.length },
    holders: Object.fromEntries(
      names.map((name) => [
        cloud.as(name).personId,
        { group: 'anyone', people: 1, claim: key('r'), at: EpochMs.parse(eventNow - HOUR), until: null },
      ]),
    ),
    skips: {},
    keptFor: null,
    turn: 1,
  });
  const inbox = (name: string, kind: string) =>
    cloud.store('notices').find({ personId: cloud.as(name).personId, kind });

  it('is a draft that nobody finds, then published with all its places', async () => {
    const { eventId, revision } = await draft(aForm({ zoneId: 'hall' }));
    expect(stored(eventId)).toMatchObject({
      state: 'draft',
      tags: [],
      phase: 'drafts',
      zoneName: '多功能厅',
      revision: 1,
    });
    expect(diary()).toEqual([]);
    const published = await clerk.must('event.publish', { eventId, revision });
    expect(published.revision).toBe(2);
    expect(stored(eventId)).toMatchObject({
      state: 'published',
      tags: ['all', 'kind:lecture', 'street:北蔡镇', 'station:beicai-1'],
      live: { places: { anyone: 10 }, free: { anyone: 10 }, holders: {} },
      draw: null,
      scope: ['beicai', 'pudong'],
    });
    expect(diary()).toMatchObject([{ eventId }]);
    expect(stored(eventId).history.map(({ act, by, office }) => [act, by, office])).toEqual([
      ['drafted', 'chen', '北蔡镇总工会'],
      ['published', 'chen', '北蔡镇总工会'],
    ]);
    expect(await clerk.ask('event.publish', { eventId, revision })).toEqual({ ok: true, value: published });
  });

  it('is written once for one wish, tapped twice and sent again, and apart for each person', async () => {
    const wish = () => clerk.ask('event.save', { eventId: null, revision: 0, requestKey: key('a'), form: aForm() });
    const [one, two] = await Promise.all([wish(), wish()]);
    expect(one).toEqual(two);
    expect(await wish()).toEqual(one);
    await draft(aForm(), cloud.as('shen'));
    expect(cloud.store('events').find({})).toHaveLength(2);
  });

  it('belongs to its union: staff of another, and volunteers, are refused everything', async () => {
    const event = anEvent('别人的', { state: 'draft' });
    put(event);
    const eventId = event._id;
    const zhou = cloud.as('zhou');
    const refused = { ok: false, refusal: 'outside-your-unions' };
    expect(await saveAs(zhou, eventId, 1, aForm())).toEqual(refused);
    expect(await zhou.ask('event.save', { eventId: null, revision: 0, requestKey: key('a'), form: aForm() })).toEqual(
      refused,
    );
    expect(await zhou.ask('event.publish', { eventId, revision: 1 })).toEqual(refused);
    expect(await zhou.ask('event.close', { eventId })).toEqual(refused);
    expect(await zhou.ask('event.callOff', { eventId, reason: '下雨' })).toEqual(refused);
    expect(await zhou.ask('event.copy', { eventId, days: 7, requestKey: key('c') })).toEqual(refused);
    expect(await zhou.ask('event.showDesk', { eventId })).toEqual(refused);
    expect(await zhou.ask('event.showForm', { eventId })).toEqual(refused);
    expect((await zhou.must('event.listDesk', { which: 'drafts' })).items).toEqual([]);
    expect(await cloud.as('li').ask('event.showDesk', { eventId })).toEqual({ ok: false, refusal: 'not-allowed' });
    expect(await cloud.as('somebody').ask('event.publish', { eventId, revision: 1 })).toEqual({
      ok: false,
      refusal: 'not-allowed',
    });
    expect(stored(eventId)).toEqual(event);
  });

  it('is not given away to a union that one does not act for', async () => {
    const { eventId, revision } = await draft();
    const form = aForm({ unionId: 'weifang' as never });
    expect(await saveAs(clerk, eventId, revision, form)).toEqual({ ok: false, refusal: 'outside-your-unions' });
    expect((await saveAs(cloud.as('shen'), eventId, revision, form)).ok).toBe(true);
    expect(stored(eventId).scope).toEqual(['weifang', 'pudong']);
  });

  it('may be held at a station of another union', async () => {
    const { eventId } = await draft(aForm({ stationId: 'weifang-1' as never }));
    expect(stored(eventId)).toMatchObject({ stationName: 'weifang-1驿站', unionName: '北蔡镇总工会' });
  });

  it('names what there is not', async () => {
    const ask = (form: EventForm) =>
      clerk.ask('event.save', { eventId: null, revision: 0, requestKey: key('q'), form });
    expect(await ask(aForm({ stationId: 'nowhere' as never }))).toEqual({ ok: false, refusal: 'station-not-found' });
    expect(await ask(aForm({ zoneId: 'attic' }))).toEqual({ ok: false, refusal: 'zone-not-found' });
    expect(await ask(aForm({ unionId: 'nobody' as never }))).toEqual({ ok: false, refusal: 'union-not-found' });
    expect(await saveAs(clerk, eventIdOf('never'), 1, aForm())).toEqual({ ok: false, refusal: 'event-not-found' });
    expect(await ask(aForm({ quotas: [] }))).toMatchObject({ ok: false, refusal: 'quotas-wrong' });
    expect(await ask(aForm({ sessions: [{ startsAt: EpochMs.parse(0), endsAt: EpochMs.parse(8e15) }] }))).toMatchObject(
      {
        ok: false,
        refusal: 'times-wrong',
      },
    );
    expect(cloud.store('events').find({})).toEqual([]);
  });

  it.each([
    ['a title of control characters', { title: '讲座\u0007' }],
    ['a title of two lines', { title: '讲座\n第二行' }],
    ['a title without end', { title: '讲'.repeat(41) }],
    ['a text without end', { text: '讲'.repeat(3_001) }],
    ['a text with a hidden direction', { text: '讲座\u202e' }],
    ['a provider of a line separator', { provider: '医院\u2028二楼' }],
    ['a room of another path', { zoneId: '../hall' }],
    ['a room with a dot', { zoneId: 'hall.x' }],
    ['an event id that is a path', { stationId: '$where' as never }],
    ['thirty-one sessions', { sessions: Array.from({ length: 31 }, () => aForm().sessions[0]) as never }],
    ['a cover of its own', { cover: 'https://example.com/x.png' as never }],
  ])('takes no %s', async (_what, more) => {
    const answer = await clerk.ask('event.save', {
      eventId: null,
      revision: 0,
      requestKey: key('h'),
      form: aForm(more),
    });
    expect(answer).toMatchObject({ ok: false, refusal: 'input-invalid' });
  });

  it('keeps markup as the text that it is, and no field that no contract names', async () => {
    const title = '<script>alert(1)</script>';
    const form = { ...aForm({ title }), scope: ['weifang'], isAdmin: true };
    const { eventId } = await draft(form);
    expect(stored(eventId)).toMatchObject({ title, scope: ['beicai', 'pudong'] });
    expect(stored(eventId)).not.toHaveProperty('isAdmin');
    expect((await clerk.must('event.showForm', { eventId })).form.title).toBe(title);
  });

  it('tells whoever was overtaken, and loses neither form', async () => {
    put(anEvent('讲座'));
    const id = eventIdOf('讲座');
    const form = (await clerk.must('event.showForm', { eventId: id })).form;
    const answers = await Promise.all([
      saveAs(clerk, id, 1, { ...form, title: '甲' }),
      saveAs(cloud.as('shen'), id, 1, { ...form, title: '乙' }),
    ]);
    expect(answers.map((answer) => ('refusal' in answer ? answer.refusal : 'saved')).sort()).toEqual([
      'changed-meanwhile',
      'saved',
    ]);
    expect(stored(id).revision).toBe(2);
  });

  it('answers the same when the same form comes again after a lost answer', async () => {
    put(anEvent('讲座'));
    const id = eventIdOf('讲座');
    const form = aForm({ title: '新的' });
    const first = await saveAs(clerk, id, 1, form);
    expect(first).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await saveAs(clerk, id, 1, form)).toEqual(first);
    expect(stored(id).history).toHaveLength(1);
  });

  describe('once published', () => {
    const id = eventIdOf('讲座');
    const change = async (more: Partial<EventForm>) => {
      const { form, revision } = await clerk.must('event.showForm', { eventId: id });
      return saveAs(clerk, id, revision, { ...form, ...more });
    };

    it('tells everybody once when its time moves, and nobody when only its words change', async () => {
      put(anEvent('讲座', { live: heldBy('wang', 'zhao') }));
      registered(stored(id), ['wang', 'zhao']);
      registered(stored(id), ['qian'], 'cancelled');
      await change({ text: '换了几个字。' });
      await cloud.tick('event');
      expect(inbox('wang', 'event-moved')).toEqual([]);
      expect((await change(later(aForm(), 2 * HOUR))).ok).toBe(true);
      await cloud.tick('event');
      await cloud.tick('event');
      expect(inbox('wang', 'event-moved')).toMatchObject([{ subject: '家庭用药', when: stored(id).startsAt }]);
      expect(inbox('zhao', 'event-moved')).toHaveLength(1);
      expect(inbox('qian', 'event-moved')).toEqual([]);
      expect(stored(id).tellings).toEqual([]);
      const rows = cloud.store('registrations').find({ eventId: id, state: 'confirmed' });
      expect(rows.map(({ endsAt }) => endsAt)).toEqual([stored(id).endsAt, stored(id).endsAt]);
    });

    it('tells those who registered while it was being moved, or called off: they read how it was before', async () => {
      put(anEvent('讲座', { live: heldBy('wang') }));
      registered(stored(id), ['wang']);
      itIs(eventNow - HOUR - 300);
      expect((await change(later(aForm(), 2 * HOUR))).ok).toBe(true);
      await cloud.tick('event');
      expect(inbox('wang', 'event-moved')).toHaveLength(1);
      itIs(eventNow - HOUR - 200);
      await clerk.must('event.callOff', { eventId: id, reason: '停电' });
      expect(inbox('wang', 'event-cancelled')).toHaveLength(1);
    });

    it('does not move into the past', async () => {
      put(anEvent('讲座'));
      const form = aForm();
      const moved = later(
        {
          ...form,
          opensAt: EpochMs.parse(eventNow - 20 * DAY),
          closesAt: EpochMs.parse(eventNow - 10 * DAY),
          cancelBy: EpochMs.parse(eventNow - 10 * DAY),
        },
        -7 * DAY,
      );
      expect(await change(moved)).toMatchObject({ ok: false, refusal: 'times-wrong' });
    });

    it('gives more places and takes none that somebody has', async () => {
      const holder = { group: 'anyone', people: 3, claim: key('r'), at: eventNow, until: null } as never;
      put(
        anEvent('讲座', {
          live: {
            places: { anyone: 10 },
            free: { anyone: 7 },
            holders: { [cloud.as('wang').personId]: holder },
            skips: {},
            keptFor: null,
            turn: 4,
          },
        }),
      );
      expect((await clerk.must('event.showForm', { eventId: id })).taken).toEqual([{ group: 'anyone', people: 3 }]);
      expect(await change({ quotas: [{ group: 'anyone', places: 2 }] })).toEqual({
        ok: false,
        refusal: 'places-taken',
      });
      expect((await change({ quotas: [{ group: 'anyone', places: 3 }] })).ok).toBe(true);
      expect(stored(id)).toMatchObject({
        live: { places: { anyone: 3 }, free: { anyone: 0 } },
        quotas: [{ places: 3 }],
      });
      expect(
        (
          await change({
            quotas: [
              { group: 'anyone', places: 4 },
              { group: 'members', places: 2 },
            ],
          })
        ).ok,
      ).toBe(true);
      expect(stored(id).live).toMatchObject({ places: { anyone: 4, members: 2 }, free: { anyone: 1, members: 2 } });
      expect((await change({ quotas: [{ group: 'anyone', places: 4 }] })).ok).toBe(true);
      expect(stored(id).live.places).toEqual({ anyone: 4 });
      expect(await change({ quotas: [{ group: 'members', places: 9 }] })).toEqual({
        ok: false,
        refusal: 'places-taken',
      });
    });

    it('gives places that are added to those who wait, before anybody who comes after', async () => {
      const one = { places: { anyone: 1 }, free: { anyone: 0 } };
      const event = anEvent('讲座', {
        quotas: [{ group: 'anyone', places: 1 }],
        live: { ...heldBy('wang'), ...one },
      });
      put(event);
      registered(event, ['wang']);
      registered(event, ['zhao', 'qian'], 'waiting');
      expect((await change({ quotas: [{ group: 'anyone', places: 3 }] })).ok).toBe(true);
      const wish = { slip: null, quota: null, children: [], guardianConsent: null, saysAge: false, answers: {} };
      const own = await cloud
        .as('newcomer')
        .must('event.register', { ...wish, eventId: id, requestKey: key('n'), name: '孙立' });
      expect(own).toMatchObject({ state: 'waiting' });
      await cloud.tick('event');
      expect(Object.keys(stored(id).live.holders).sort()).toEqual(
        ['wang', 'zhao', 'qian'].map((name) => cloud.as(name).personId).sort(),
      );
      expect(stored(id).live).toMatchObject({ free: { anyone: 0 }, keptFor: null });
      expect(inbox('zhao', 'place-offered')).toHaveLength(1);
    });

    it('keeps a quota that somebody waits for, even where nobody has a place of it', async () => {
      const event = anEvent('讲座', {
        quotas: [
          { group: 'anyone', places: 10 },
          { group: 'members', places: 5 },
        ],
      });
      put(event);
      registered(event, ['li'], 'waiting');
      const only = (group: 'anyone' | 'members') => change({ quotas: [{ group, places: 5 }] });
      expect(await only('members')).toEqual({ ok: false, refusal: 'places-taken' });
      expect((await only('anyone')).ok).toBe(true);
    });

    it('keeps what a draw has promised', async () => {
      const drawn = await draft(aForm({ title: '抽签', places: 'draw' }));
      await clerk.must('event.publish', drawn);
      const { draw } = stored(drawn.eventId);
      expect(draw).toMatchObject({ seed: null, drawnAt: null });
      expect(draw?.commitment).toMatch(/^[0-9a-f]{64}$/);
      const form = aForm({ title: '抽签', places: 'draw' });
      const ask = (more: Partial<EventForm>) => saveAs(clerk, drawn.eventId, 2, { ...form, ...more });
      expect(await ask({ quotas: [{ group: 'anyone', places: 11 }] })).toEqual({ ok: false, refusal: 'draw-fixed' });
      expect(await ask({ places: 'first-come' })).toEqual({ ok: false, refusal: 'draw-fixed' });
      expect((await ask({ title: '抽签讲座' })).ok).toBe(true);
      expect(stored(drawn.eventId).draw).toEqual(draw);
      put(anEvent('讲座'));
      expect(await change({ places: 'draw' })).toEqual({ ok: false, refusal: 'draw-fixed' });
    });

    it('closes early, is opened again only by a later end, and is not edited once it is over', async () => {
      put(anEvent('讲座'));
      await clerk.must('event.close', { eventId: id });
      expect(stored(id)).toMatchObject({ state: 'closed', closesAt: eventNow });
      expect((await clerk.ask('event.close', { eventId: id })).ok).toBe(true);
      await change({ title: '还是关着' });
      expect(stored(id).state).toBe('closed');
      await change({ closesAt: aForm().closesAt });
      expect(stored(id).state).toBe('published');
      itIs(aForm().sessions[0]?.endsAt ?? 0);
      expect(await change({ title: '太晚了' })).toEqual({ ok: false, refusal: 'over-already' });
      expect(await clerk.ask('event.callOff', { eventId: id, reason: '太晚了' })).toEqual({
        ok: false,
        refusal: 'not-in-this-state',
      });
    });

    it('is called off with a word to everybody, once, and the room is free again', async () => {
      const { eventId, revision } = await draft(aForm({ zoneId: 'hall' }));
      await clerk.must('event.publish', { eventId, revision });
      const names = Array.from({ length: 230 }, (_, nth) => `guest-${nth}`);
      registered(stored(eventId), names.slice(0, 200));
      registered(stored(eventId), ['waiting'], 'waiting');
      const { told } = await clerk.must('event.callOff', { eventId, reason: '台风，改日再来' });
      expect(told).toBe(201);
      expect(stored(eventId)).toMatchObject({ state: 'cancelled', tags: [], phase: 'over', tellings: [] });
      expect(diary()).toEqual([]);
      expect(inbox('guest-0', 'event-cancelled')).toMatchObject([{ words: '台风，改日再来' }]);
      expect(inbox('waiting', 'event-cancelled')).toHaveLength(1);
      await clerk.must('event.callOff', { eventId, reason: '台风，改日再来' });
      await cloud.tick('event');
      expect(cloud.store('notices').find({ kind: 'event-cancelled' })).toHaveLength(201);
      expect(await clerk.ask('event.callOff', { eventId, reason: '别的' })).toEqual({
        ok: false,
        refusal: 'not-in-this-state',
      });
    });

    it('goes on telling where a crash stopped it, and tells nobody twice', async () => {
      put(anEvent('讲座'));
      registered(
        stored(id),
        Array.from({ length: 150 }, (_, nth) => `guest-${nth}`),
      );
      const rows = [...cloud.store('registrations').find({ eventId: id })]
        .map(({ orderKey }) => String(orderKey))
        .sort();
      const telling = {
        key: 'called-off',
        kind: 'event-cancelled',
        to: 'everybody',
        words: '停电',
        at: eventNow,
        when: null,
        after: rows[99],
      };
      cloud
        .store('events')
        .update({ _id: id }, { $set: { tellings: [telling], state: 'cancelled', sweepAt: eventNow } });
      await cloud.tick('event');
      expect(cloud.store('notices').find({})).toHaveLength(50);
      cloud
        .store('events')
        .update({ _id: id }, { $set: { tellings: [{ ...telling, after: null }], sweepAt: eventNow } });
      await cloud.tick('event');
      expect(cloud.store('notices').find({})).toHaveLength(150);
      expect(stored(id).tellings).toEqual([]);
    });
  });

  it('is closed, held and archived by time alone, each written to its history once', async () => {
    put(anEvent('讲座', { sweepAt: eventNow }), anEvent('停办', { state: 'cancelled', sweepAt: eventNow }));
    const id = eventIdOf('讲座');
    const { closesAt, endsAt } = stored(id);
    const at = async (instant: number) => {
      itIs(instant);
      await cloud.tick('event');
      await cloud.tick('event');
      return stored(id).state;
    };
    expect(await at(closesAt - 1)).toBe('published');
    expect(await at(closesAt)).toBe('closed');
    expect(stored(id)).toMatchObject({ tags: expect.arrayContaining(['all']) as never, phase: 'to-come' });
    expect(await at(endsAt)).toBe('held');
    expect(stored(id)).toMatchObject({ tags: [], phase: 'over' });
    expect(await at(endsAt + 30 * DAY)).toBe('archived');
    expect(stored(id).history.map(({ act, by }) => [act, by])).toEqual([
      ['closed', ''],
      ['held', ''],
      ['archived', ''],
    ]);
    expect(stored(eventIdOf('停办'))).toMatchObject({ state: 'cancelled', history: [] });
  });

  describe('a room', () => {
    it('is for one of two events that want it at once', async () => {
      const one = await draft(aForm({ zoneId: 'hall', title: '甲' }), clerk, 'a');
      const two = await draft(aForm({ zoneId: 'hall', title: '乙' }), clerk, 'b');
      const elsewhere = await draft(aForm({ zoneId: 'studio', title: '丙' }), clerk, 'c');
      const answers = await Promise.all([one, two, elsewhere].map((wish) => clerk.ask('event.publish', wish)));
      expect(
        answers
          .slice(0, 2)
          .map((answer) => ('refusal' in answer ? answer.refusal : 'published'))
          .sort(),
      ).toEqual(['published', 'room-taken']);
      expect(answers[2]).toMatchObject({ ok: true });
      expect(diary()).toHaveLength(1);
    });

    it('is free for the next as soon as the one before ends', async () => {
      const one = await draft(aForm({ zoneId: 'hall' }), clerk, 'a');
      const next = await draft(later(aForm({ zoneId: 'hall' }), 2 * HOUR), clerk, 'b');
      const between = await draft(later(aForm({ zoneId: 'hall' }), 2 * HOUR - 1), clerk, 'c');
      expect((await clerk.ask('event.publish', one)).ok).toBe(true);
      expect(await clerk.ask('event.publish', between)).toEqual({ ok: false, refusal: 'room-taken' });
      expect((await clerk.ask('event.publish', next)).ok).toBe(true);
    });

    it('is kept for whoever is publishing this very moment, and not for what a crash left behind', async () => {
      const one = await draft(aForm({ zoneId: 'hall' }), clerk, 'a');
      const [session] = aForm().sessions;
      const left = { eventId: eventIdOf('crashed'), from: session?.startsAt, until: session?.endsAt, at: eventNow };
      cloud.store('zone-diaries').insert({ _id: 'beicai-1.hall', revision: 1, bookings: [left] });
      put(anEvent('crashed', { state: 'draft', zoneId: 'hall' }));
      itIs(eventNow + 119_999);
      expect(await clerk.ask('event.publish', one)).toEqual({ ok: false, refusal: 'room-taken' });
      itIs(eventNow + 120_000);
      expect((await clerk.ask('event.publish', one)).ok).toBe(true);
      expect(diary()).toMatchObject([{ eventId: one.eventId }]);
    });

    it('is for one of two published events that move there at once', async () => {
      const one = await draft(aForm({ zoneId: 'hall', title: '甲' }), clerk, 'a');
      const two = await draft(later(aForm({ zoneId: 'hall', title: '乙' }), 6 * HOUR), clerk, 'b');
      await clerk.must('event.publish', one);
      await clerk.must('event.publish', two);
      itIs(eventNow + 1_000);
      const moved = (title: string) => later(aForm({ zoneId: 'hall', title }), 3 * HOUR);
      const answers = await Promise.all([
        saveAs(clerk, one.eventId, 2, moved('甲')),
        saveAs(clerk, two.eventId, 2, moved('乙')),
      ]);
      expect(answers.map((answer) => ('refusal' in answer ? answer.refusal : 'moved')).sort()).toEqual([
        'moved',
        'room-taken',
      ]);
      expect(diary()).toHaveLength(2);
    });

    it('follows its event to another time or room, and stays where it is when that is taken', async () => {
      const one = await draft(aForm({ zoneId: 'hall' }), clerk, 'a');
      const other = await draft(later(aForm({ zoneId: 'hall' }), 3 * HOUR), clerk, 'b');
      await clerk.must('event.publish', one);
      await clerk.must('event.publish', other);
      expect(await saveAs(clerk, one.eventId, 2, later(aForm({ zoneId: 'hall' }), 3 * HOUR))).toEqual({
        ok: false,
        refusal: 'room-taken',
      });
      itIs(eventNow + 1_000);
      expect((await saveAs(clerk, one.eventId, 2, aForm({ zoneId: 'studio' }))).ok).toBe(true);
      expect(diary().map(({ eventId }) => eventId)).toEqual([other.eventId]);
      expect(diary('studio')).toMatchObject([{ eventId: one.eventId }]);
      expect((await saveAs(clerk, one.eventId, 3, later(aForm({ zoneId: 'studio' }), HOUR))).ok).toBe(true);
      expect(diary('studio')).toHaveLength(1);
    });
  });

  it('is published only while its beginning is to come', async () => {
    const wish = await draft();
    itIs(aForm().closesAt - 1);
    const early = await draft(aForm(), clerk, 'b');
    expect((await clerk.ask('event.publish', early)).ok).toBe(true);
    itIs(aForm().closesAt);
    expect(await clerk.ask('event.publish', wish)).toEqual({ ok: false, refusal: 'times-past' });
    expect(await clerk.ask('event.publish', { ...wish, revision: 7 })).toEqual({
      ok: false,
      refusal: 'changed-meanwhile',
    });
  });

  it('is copied so many days later, once for one wish, apart from its series', async () => {
    put(anEvent('讲座', { seriesId: 's00000000000' as never, seriesDay: '2026-11-28' as never }));
    const wish = { eventId: eventIdOf('讲座'), days: 7, requestKey: key('c') };
    const one = await clerk.must('event.copy', wish);
    expect(await clerk.must('event.copy', wish)).toEqual(one);
    const copied = stored(one.eventId);
    expect(copied).toMatchObject({ state: 'draft', seriesId: null, title: '讲座', live: { holders: {}, places: {} } });
    expect(copied.startsAt - stored(eventIdOf('讲座')).startsAt).toBe(7 * DAY);
    expect(copied.history.map(({ act }) => act)).toEqual(['copied']);
  });

  it('stands on the desk with what may be done, soonest first, page by page', async () => {
    put(
      ...Array.from({ length: 23 }, (_, nth) =>
        anEvent(`第${nth}场`, { sessions: later(aForm(), nth * HOUR).sessions }),
      ),
      anEvent('草稿', { state: 'draft' }),
      anEvent('办过', { state: 'held' }),
      anEvent('隔壁', { offices: [{ unionId: 'weifang' as never, name: '潍坊新村街道总工会' }] }),
    );
    const first = await clerk.must('event.listDesk', { which: 'to-come' });
    expect(first.items.map(({ title }) => title).slice(0, 2)).toEqual(['第0场', '第1场']);
    const second = await clerk.must('event.listDesk', { which: 'to-come', cursor: first.next });
    expect(second.items.map(({ title }) => title)).toEqual(['第20场', '第21场', '第22场']);
    expect((await clerk.must('event.listDesk', { which: 'over' })).items.map(({ title }) => title)).toEqual(['办过']);
    expect((await cloud.as('shen').must('event.listDesk', { which: 'drafts' })).items).toHaveLength(1);
    const { may } = await clerk.must('event.showDesk', { eventId: eventIdOf('草稿') });
    expect(may).toEqual({ publish: true, close: false, cancel: true, edit: true, message: false, exportList: false });
    const shown = await clerk.must('event.showDesk', { eventId: eventIdOf('第0场') });
    expect(shown.may).toEqual({
      publish: false,
      close: true,
      cancel: true,
      edit: true,
      message: true,
      exportList: true,
    });
  });

  it('stands on the desk of whoever acts for several unions once', async () => {
    cloud.appoint('shen', 'administrator', 'pudong');
    const both = ['pudong', 'beicai', 'weifang'].map((unionId) => ({
      role: 'clerk',
      unionId,
      unionName: unionId,
      until: '2099-12-31',
    }));
    cloud.store('staff').update({ _id: cloud.as('shen').personId }, { $set: { roles: both } });
    put(anEvent('一'), anEvent('二', { offices: [{ unionId: 'weifang' as never, name: '潍坊新村街道总工会' }] }));
    const { items } = await cloud.as('shen').must('event.listDesk', { which: 'to-come' });
    expect(items.map(({ title }) => title).sort()).toEqual(['一', '二']);
  });

  it('at 7:30 in Beijing is of that Beijing day, wherever the machine stands', async () => {
    const startsAt = EpochMs.parse(Date.parse('2026-11-28T07:30:00+08:00'));
    const sessions = [{ startsAt, endsAt: EpochMs.parse(startsAt + HOUR) }];
    const { eventId, revision } = await draft(aForm({ sessions }));
    await clerk.must('event.publish', { eventId, revision });
    const { items } = await cloud.as('wang').must('event.browse', {
      from: '2026-11-28' as never,
      kind: null,
      street: null,
      stationId: null,
      programme: null,
    });
    expect(items.map((item) => item.startsAt)).toEqual([startsAt]);
    const next = await cloud.as('wang').must('event.browse', {
      from: '2026-11-29' as never,
      kind: null,
      street: null,
      stationId: null,
      programme: null,
    });
    expect(next.items).toEqual([]);
  });
});
