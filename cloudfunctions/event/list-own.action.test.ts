import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventNow } from '../testing/events';
import { aRegistration } from '../testing/registrations';
import { listKeyOf } from './event-index';
import type { EventRecord } from './records';
import type { Registration } from './registration-records';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const on = (name: string, day: string, more: Parameters<typeof anEvent>[1] = {}): EventRecord =>
  anEvent(name, { ...more, sessions: [{ startsAt: at(`${day}T14:00:00`), endsAt: at(`${day}T16:00:00`) }] });

describe('one’s own events', () => {
  let cloud: TestCloud;
  let member: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
    member = cloud.as('member');
  });
  beforeEach(() => {
    cloud.reset();
    itIs(eventNow);
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const put = (event: EventRecord, ...rows: Registration[]): void => {
    const holders = Object.fromEntries(
      rows.flatMap(({ personId, group, people, claim, registeredAt, until }) =>
        group === null ? [] : [[personId, { group, people, claim, at: registeredAt, until }]],
      ),
    );
    cloud.store('events').insert({ ...event, live: { ...event.live, holders } });
    cloud.store('registrations').insertMany(rows);
  };
  const own = async (phone = member) => (await phone.must('event.listOwn', {})).registrations;

  it('are none for somebody new', async () => {
    expect(await own()).toEqual([]);
  });

  it('are those to come, soonest first, then those of the last year, latest first', async () => {
    const mine = (event: EventRecord) =>
      put(event, aRegistration(event, member.personId, { state: 'confirmed', group: 'anyone' }));
    mine(on('后天', '2026-11-25'));
    mine(on('上周', '2026-11-16', { state: 'held' }));
    mine(on('今天', '2026-11-23'));
    mine(on('去年', '2025-11-20', { state: 'archived' }));
    mine(on('上月', '2026-10-23', { state: 'held' }));
    expect((await own()).map(({ event }) => event.title)).toEqual(['今天', '后天', '上周', '上月']);
  });

  it('stand at the session that comes next, not at the first of a course begun weeks ago', async () => {
    const next = at('2026-11-27T14:00:00');
    const course = anEvent('油画课', {
      sessions: [
        { startsAt: at('2026-11-06T14:00:00'), endsAt: at('2026-11-06T16:00:00') },
        { startsAt: next, endsAt: at('2026-11-27T16:00:00') },
      ],
    });
    const soon = on('后天', '2026-11-25');
    for (const event of [{ ...course, listKey: listKeyOf(next, course._id) }, soon])
      put(event, aRegistration(event, member.personId, { state: 'confirmed', group: 'anyone' }));
    expect((await own()).map(({ event }) => [event.title, event.nextAt])).toEqual([
      ['后天', soon.startsAt],
      ['油画课', next],
    ]);
  });

  it('are one’s own: nobody else’s row, place or position is among them', async () => {
    const event = on('讲座', '2026-11-28');
    const neighbour = cloud.as('neighbour');
    put(
      event,
      aRegistration(event, neighbour.personId, { state: 'confirmed', group: 'anyone', told: { name: '邻居' } }),
      aRegistration(event, member.personId, { state: 'confirmed', group: 'anyone' }),
    );
    const told = await member.must('event.listOwn', {});
    expect(told.registrations).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain(neighbour.personId);
    expect(await own(cloud.as('stranger'))).toEqual([]);
  });

  it('say where one waits on the three soonest lists, in few round trips whatever one registered for', async () => {
    for (let nth = 0; nth < 60; nth += 1) {
      const event = on(`课${nth}`, `2026-12-${String(1 + (nth % 28)).padStart(2, '0')}`);
      put(
        event,
        aRegistration(event, cloud.as('neighbour').personId),
        aRegistration(event, member.personId, { registeredAt: EpochMs.parse(event.opensAt + 4_000_000) }),
      );
    }
    const positions = (await own()).map((one) => one.own.position);
    expect(positions).toHaveLength(60);
    expect(positions.slice(0, 3)).toEqual([2, 2, 2]);
    expect(new Set(positions.slice(3))).toEqual(new Set([null]));
  });

  it('say what one may still do: give a place back, take an offer, rate', async () => {
    const [toCome, offered, held] = [
      on('去', '2026-11-28'),
      on('等', '2026-11-29'),
      on('评', '2026-11-22', { state: 'held' }),
    ];
    const until = EpochMs.parse(eventNow + 3_600_000);
    put(toCome, aRegistration(toCome, member.personId, { state: 'confirmed', group: 'anyone' }));
    put(offered, aRegistration(offered, member.personId, { state: 'offered', group: 'anyone', until }));
    put(held, aRegistration(held, member.personId, { state: 'confirmed', group: 'anyone' }));
    cloud.store('event-attendance').insert({
      _id: held._id,
      present: { [String(held.startsAt)]: { [member.personId]: { at: held.startsAt, by: 'self' } } },
      came: { [member.personId]: true },
      attended: 1,
      walkIns: 0,
      counted: {},
      ratings: 0,
      stars: 0,
      given: {},
      round: 0,
    });
    const may = (await own()).map(({ event, own: { may } }) => [
      event.title,
      Object.entries(may).flatMap(([act, isOpen]) => (isOpen ? [act] : [])),
    ]);
    expect(may).toEqual([
      ['去', ['cancel']],
      ['等', ['cancel', 'accept']],
      ['评', ['rate']],
    ]);
  });
});
