import type { EventId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { aDraft, joinWith } from '../testing/applicant';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventNow } from '../testing/events';
import { aRegistration } from '../testing/registrations';
import { newDraw } from './draw-seed';
import type { EventRecord } from './records';
import type { Registration } from './registration-records';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const minute = 60_000;

describe('an event as somebody sees it', () => {
  let cloud: TestCloud;
  let member: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
    member = cloud.as('member');
  });
  beforeEach(() => {
    cloud.reset();
    itIs(eventNow);
    cloud.appoint('clerk', 'clerk', 'beicai');
    cloud.appoint('host', 'volunteer', 'beicai');
    cloud.appoint('clerk-weifang', 'clerk', 'weifang');
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const put = (event: EventRecord, ...rows: Registration[]): EventId => {
    const holders = Object.fromEntries(
      rows.flatMap(({ personId, group, people, claim, registeredAt, until }) =>
        group === null ? [] : [[personId, { group, people, claim, at: registeredAt, until }]],
      ),
    );
    const held = (group: string) => rows.reduce((sum, row) => sum + (row.group === group ? row.people : 0), 0);
    const free = Object.fromEntries(
      Object.entries(event.live.places).map(([group, places]) => [group, places - held(group)]),
    );
    cloud.store('events').insert({ ...event, live: { ...event.live, holders, free } });
    cloud.store('registrations').insertMany(rows);
    return event._id;
  };
  const showTo = (phone: Phone, eventId: EventId) => phone.must('event.show', { eventId });
  const notFound = { ok: false, refusal: 'event-not-found' };

  it('tells a visitor everything but people, and that signing in comes first', async () => {
    const event = anEvent('讲座');
    const eventId = put(event, aRegistration(event, member.personId, { state: 'confirmed', group: 'anyone' }));
    const { result } = await cloud.nobody('event', { action: 'show', input: { eventId } });
    expect(result).toMatchObject({
      ok: true,
      value: {
        event: { title: '讲座', quotas: [{ group: 'anyone', places: 10, left: 9 }], seatsLeft: 9, waiting: 0 },
        viewer: { notNow: 'sign-in-needed', own: null, slip: null, name: null, isStaff: false },
      },
    });
  });

  it('has no person, name or answer in it for strangers, staff of elsewhere, or those who are in it too', async () => {
    const field = {
      fieldId: 'diet',
      label: '忌口',
      kind: 'text' as const,
      options: [],
      isRequired: true,
      isSensitive: false,
      askedIf: null,
      purgeDays: 3,
    };
    const event = anEvent('讲座', {
      fields: [field],
      places: 'draw',
      history: [{ at: eventNow, by: '陈晓燕', office: '北蔡镇总工会', act: 'published' }],
    });
    const eventId = put(
      { ...event, draw: await cloud.inside(() => Promise.resolve(newDraw(event._id))) },
      aRegistration(event, member.personId, { state: 'entered', told: { name: '王建军', answers: { diet: '花生' } } }),
      aRegistration(event, cloud.as('neighbour').personId, { state: 'entered' }),
    );
    const look = async (phone: Phone) => [
      await phone.must('event.show', { eventId }),
      await phone.must('event.showDraw', { eventId, page: 0 }),
    ];
    const { result } = await cloud.nobody('event', { action: 'show', input: { eventId } });
    const told = JSON.stringify([
      result,
      await look(cloud.as('stranger')),
      await look(cloud.as('clerk-weifang')),
      await look(cloud.as('neighbour')),
    ]);
    for (const secret of [member.personId, '王建军', '王**', '花生', '陈晓燕', event.code])
      expect(told).not.toContain(secret);
  });

  it('is not there as long as it is a draft, but for those who write it', async () => {
    const eventId = put(anEvent('草稿', { state: 'draft' }));
    for (const name of ['stranger', 'clerk-weifang', 'host'])
      expect(await cloud.as(name).ask('event.show', { eventId })).toEqual(notFound);
    expect((await cloud.nobody('event', { action: 'show', input: { eventId } })).result).toEqual(notFound);
    expect((await showTo(cloud.as('clerk'), eventId)).event.state).toBe('draft');
  });

  it('is not there for others when it was called off before it was published', async () => {
    const line = (act: 'drafted' | 'published' | 'called-off') => ({ at: eventNow, by: '陈', office: '北蔡镇', act });
    const off = { state: 'cancelled', cancelled: { at: eventNow, reason: '讲师名单外泄' } } as const;
    const never = put(anEvent('没发布', { ...off, history: [line('drafted'), line('called-off')] }));
    const once = put(anEvent('发布过', { ...off, history: [line('drafted'), line('published'), line('called-off')] }));
    for (const [name, input] of [
      ['event.show', { eventId: never }],
      ['event.calendarFile', { eventId: never }],
      ['event.showDraw', { eventId: never, page: 0 }],
    ] as const)
      expect(await cloud.as('stranger').ask(name, input)).toEqual(notFound);
    expect((await showTo(cloud.as('clerk'), never)).event.state).toBe('cancelled');
    expect((await showTo(cloud.as('stranger'), once)).event.cancelReason).toBe('讲师名单外泄');
  });

  it('says to its own hosts that they are, and to nobody else', async () => {
    const eventId = put(anEvent('讲座'));
    const isStaff = async (name: string) => (await showTo(cloud.as(name), eventId)).viewer.isStaff;
    expect([await isStaff('host'), await isStaff('clerk-weifang'), await isStaff('rider')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each([
    ['before it opens', at('2026-11-20T07:59:59'), 'not-open-yet'],
    ['in the moment in which it opens', at('2026-11-20T08:00:00'), null],
    ['a second before it closes', at('2026-11-27T17:59:59'), null],
    ['exactly at closing', at('2026-11-27T18:00:00'), 'closed'],
  ])('says whether one can register now: %s', async (_, now, notNow) => {
    const eventId = put(anEvent('讲座'));
    itIs(now);
    expect((await showTo(member, eventId)).viewer.notNow).toBe(notNow);
  });

  it('knows members and riders by their card, and fills in their name', async () => {
    await joinWith(member, cloud.as('clerk'), aDraft({ name: '王建军', occupation: 'courier' }));
    const quotas = [
      { group: 'anyone' as const, places: 3 },
      { group: 'members' as const, places: 3 },
      { group: 'new-employment' as const, places: 3 },
    ];
    const eventId = put(anEvent('讲座', { quotas }));
    const { viewer } = await showTo(member, eventId);
    expect(viewer).toMatchObject({ name: '王建军', notNow: null, quotas: ['new-employment', 'members', 'anyone'] });
    expect((await showTo(cloud.as('stranger'), eventId)).viewer).toMatchObject({ name: null, quotas: ['anyone'] });
    const closed = put(anEvent('内部', { audience: { who: 'members', occupations: [], age: null } }));
    expect((await showTo(member, closed)).viewer.notNow).toBeNull();
    expect((await showTo(cloud.as('stranger'), closed)).viewer.notNow).toBe('members-only');
  });

  it('tells who waits where they stand, and who has a place how to get in', async () => {
    const event = anEvent('小课', { quotas: [{ group: 'anyone', places: 1 }] });
    const waiting = ['first', 'second', 'third'].map((name, nth) =>
      aRegistration(event, cloud.as(name).personId, { registeredAt: EpochMs.parse(event.opensAt + nth * minute) }),
    );
    const eventId = put(
      event,
      aRegistration(event, member.personId, { state: 'confirmed', group: 'anyone' }),
      ...waiting,
    );
    const third = await showTo(cloud.as('third'), eventId);
    expect([third.event.waiting, third.event.seatsLeft]).toEqual([3, 0]);
    expect(third.viewer.own).toMatchObject({ state: 'waiting', position: 3, admissionCode: null });
    const { viewer } = await showTo(member, eventId);
    expect(viewer.own).toMatchObject({ state: 'confirmed', position: null, may: { cancel: true, checkIn: false } });
    expect(viewer.own?.admissionCode).toMatch(/^t\.[0-9A-Z]{8}\./);
  });

  it('shows somebody their place as soon as it is theirs, though their row still says that they wait', async () => {
    const event = anEvent('小课', { quotas: [{ group: 'anyone', places: 1 }] });
    const row = aRegistration(event, member.personId);
    const until = EpochMs.parse(eventNow + 20 * minute);
    const holder = { group: 'anyone' as const, people: 1, claim: row.claim, at: eventNow, until };
    const eventId = put(event, row);
    cloud.store('events').remove({ _id: eventId });
    cloud
      .store('events')
      .insert({ ...event, live: { ...event.live, free: { anyone: 0 }, holders: { [member.personId]: holder } } });
    const offered = { state: 'offered', until, position: null, may: { accept: true } };
    expect((await showTo(member, eventId)).viewer.own).toMatchObject(offered);
    itIs(until);
    expect((await showTo(member, eventId)).viewer.own).toMatchObject({ state: 'lapsed', may: { accept: false } });
  });

  it('says to who missed two events lately that one registration at a time is open to them', async () => {
    const [one, other] = [anEvent('讲座'), anEvent('另一场')];
    const misses = ['甲', '乙'].map((title) => ({
      eventId: one._id,
      title,
      at: eventNow,
      expiresAt: EpochMs.parse(eventNow + 86_400_000),
      counts: true,
    }));
    cloud.store('event-guests').insert({ _id: member.personId, revision: 1, missed: misses, purgeAt: eventNow });
    const eventId = put(one);
    expect((await showTo(member, eventId)).viewer).toMatchObject({ notNow: null, missedLately: 2 });
    const otherId = put(other, aRegistration(other, member.personId));
    expect((await showTo(member, eventId)).viewer.notNow).toBe('one-at-a-time');
    expect((await showTo(member, otherId)).viewer.notNow).toBeNull();
    itIs(eventNow + 86_400_000);
    expect((await showTo(member, eventId)).viewer).toMatchObject({ notNow: null, missedLately: 0 });
  });

  it('says which sessions one came to, and nothing of who else did', async () => {
    const event = anEvent('讲座', {
      state: 'held',
      sessions: [{ startsAt: at('2026-11-22T14:00:00'), endsAt: at('2026-11-22T16:00:00') }],
    });
    const [startsAt] = [event.startsAt];
    const mark = { at: startsAt, by: 'host' };
    cloud.store('event-attendance').insert({
      _id: event._id,
      present: { [String(startsAt)]: { [member.personId]: mark, [cloud.as('neighbour').personId]: mark } },
      came: { [member.personId]: true },
      attended: 2,
      walkIns: 0,
      counted: {},
      ratings: 0,
      stars: 0,
      given: {},
      round: 0,
    });
    const eventId = put(event, aRegistration(event, member.personId, { state: 'confirmed', group: 'anyone' }));
    const shown = await showTo(member, eventId);
    expect(shown.viewer.own).toMatchObject({ attended: [startsAt], may: { rate: true, cancel: false } });
    expect(JSON.stringify(shown)).not.toContain(cloud.as('neighbour').personId);
  });
});
