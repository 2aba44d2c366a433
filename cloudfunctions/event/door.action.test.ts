import { randomBytes } from 'node:crypto';
import type { EventId } from '../../types/ids';
import { UnionId } from '../../types/ids';
import { RequestKey } from '../../types/evidence';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventIdOf } from '../testing/events';
import { storeWithGuests } from '../testing/guests';
import { aRegistration, lotOf } from '../testing/registrations';
import { admissionCode, hostCode } from './event-code';
import type { EventRecord } from './records';
import type { Registration } from './registration-records';
import { Attendance, registrationId } from './registration-records';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const later = (instant: EpochMs, ms: number): EpochMs => EpochMs.parse(instant + ms);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const [start, end] = [at('2026-11-28T14:00:00'), at('2026-11-28T16:00:00')];
const during = at('2026-11-28T14:10:00');

let cloud: TestCloud;
let host: Phone;
let other: Phone;
let lin: Phone;
let event: EventRecord;

beforeAll(async () => {
  cloud = await openTestCloud();
});
beforeEach(() => {
  cloud.reset();
  cloud.appoint('host', 'volunteer', 'beicai');
  cloud.appoint('second host', 'clerk', 'pudong');
  cloud.appoint('elsewhere', 'clerk', 'weifang');
  [host, other, lin] = [cloud.as('host'), cloud.as('second host'), cloud.as('lin')];
  event = storeWithGuests(cloud, anEvent('用药讲座', { walkIns: true }), [{ personId: lin.personId, people: 3 }]);
  itIs(during);
});
afterEach(() => {
  jest.useRealTimers();
});
afterAll(() => cloud.close());

const codeOf = (phone: Phone, of: EventRecord = event): string =>
  admissionCode(lotOf(registrationId(of._id, phone.personId)));
const admit = (code: string, more: { by?: Phone; at?: EpochMs; eventId?: EventId } = {}) =>
  (more.by ?? host).ask('event.admitGuest', {
    eventId: more.eventId ?? event._id,
    code,
    at: more.at ?? EpochMs.parse(Date.now()),
  });
const came = (of: EventRecord = event): Attendance | null => {
  const found = cloud.store('event-attendance').get(of._id);
  return found === undefined ? null : Attendance.parse(found);
};
/** Every count of an event is what its marks say. */
const expectWhole = (of: EventRecord = event): void => {
  const attendance = came(of);
  if (attendance === null) return;
  const marked = new Set(Object.values(attendance.present).flatMap((marks) => Object.keys(marks)));
  expect(new Set(Object.keys(attendance.came))).toEqual(marked);
  expect(attendance.attended).toBe(marked.size);
  expect(attendance.walkIns).toBe(Object.values(attendance.counted).reduce((sum, people) => sum + people, 0));
};
const aKey = (): RequestKey => RequestKey.parse(randomBytes(16).toString('base64url'));
const refused = (refusal: string) => ({ ok: false, refusal });

describe('a guest at the door', () => {
  it('is marked by the host, who learns a number and a masked name', async () => {
    expect(await admit(codeOf(lin))).toEqual({
      ok: true,
      value: {
        lot: lotOf(registrationId(event._id, lin.personId)),
        maskedName: '李*飞',
        people: 3,
        at: during,
        isNew: true,
      },
    });
    expect(came()).toMatchObject({
      attended: 1,
      present: { [String(start)]: { [lin.personId]: { at: during, by: 'host' } } },
    });
  });

  it('is marked by the code on the host’s phone', async () => {
    const { codes } = await host.must('event.showHostCodes', { eventId: event._id });
    expect(await lin.ask('event.checkIn', { code: codes[0]?.code ?? '' })).toEqual({
      ok: true,
      value: { eventId: event._id, title: '用药讲座', session: start, at: during, isNew: true },
    });
    expect(came()).toMatchObject({ attended: 1, present: { [String(start)]: { [lin.personId]: { by: 'self' } } } });
  });

  it('is counted once however often and by whomever they are scanned, and keeps the first time', async () => {
    await admit(codeOf(lin));
    itIs(later(during, MINUTE));
    expect(await admit(codeOf(lin), { by: other })).toMatchObject({ ok: true, value: { isNew: false, at: during } });
    const { registrations } = await lin.must('event.listOwn', {});
    expect(registrations.map(({ own }) => [own.attended.length, own.may.checkIn])).toEqual([[1, false]]);
    const again = await lin.ask('event.checkIn', { code: hostCode(event.code, later(during, MINUTE)) });
    expect(again).toMatchObject({ ok: true, value: { isNew: false, at: during } });
    expect(came()).toMatchObject({ attended: 1 });
    expectWhole();
  });

  it('is one guest to two hosts who scan at once, and to a host and their own phone', async () => {
    const code = hostCode(event.code, during);
    const answers = await Promise.all([
      admit(codeOf(lin)),
      admit(codeOf(lin), { by: other }),
      admit(codeOf(lin)),
      lin.ask('event.checkIn', { code }),
      lin.ask('event.checkIn', { code }),
    ]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(answers.filter((answer) => answer.ok && answer.value.isNew)).toHaveLength(1);
    expect(came()?.attended).toBe(1);
    expectWhole();
  });

  it('is marked beside forty others who come at the same time, none lost', async () => {
    const guests = Array.from({ length: 40 }, (_, nth) => cloud.as(`guest ${nth}`));
    const big = storeWithGuests(
      cloud,
      anEvent('大讲堂', { quotas: [{ group: 'anyone', places: 40 }] }),
      guests.map(({ personId }) => ({ personId })),
    );
    const code = hostCode(big.code, during);
    const answers = await Promise.all(
      guests.map((guest, nth) =>
        nth % 2 === 0 ? admit(codeOf(guest, big), { eventId: big._id }) : guest.ask('event.checkIn', { code }),
      ),
    );
    expect(answers.every((answer) => answer.ok && answer.value.isNew)).toBe(true);
    expect(came(big)?.attended).toBe(40);
    expectWhole(big);
  });

  it('has used their place: it is not given back any more, and others who come early may still', async () => {
    itIs(later(start, -30 * MINUTE));
    await admit(codeOf(lin));
    const { viewer } = await lin.must('event.show', { eventId: event._id });
    expect(viewer.own?.may).toMatchObject({ cancel: false, cancelIsLate: false });
    expect(await lin.ask('event.cancel', { eventId: event._id, reason: 'ill' })).toEqual(refused('begun-already'));
    const zhang = cloud.as('zhang').personId;
    const second = storeWithGuests(cloud, anEvent('另一场'), [{ personId: lin.personId }, { personId: zhang }]);
    await admit(admissionCode(lotOf(registrationId(second._id, zhang))), { eventId: second._id });
    expect(await lin.ask('event.cancel', { eventId: second._id, reason: 'ill' })).toMatchObject({ ok: true });
    expectWhole();
  });

  it('is there at this event and at no other that they are registered for', async () => {
    const tomorrow = storeWithGuests(cloud, anEvent('第二天的讲座'), [{ personId: lin.personId }]);
    await lin.must('event.checkIn', { code: hostCode(event.code, during) });
    expect(came()?.attended).toBe(1);
    expect(came(tomorrow)).toBeNull();
    expect(cloud.store('registrations').get(registrationId(tomorrow._id, lin.personId))).toMatchObject({ revision: 1 });
  });

  it('is there at each session by itself, and one person who came', async () => {
    const sessions = [
      { startsAt: start, endsAt: end },
      { startsAt: later(start, DAY), endsAt: later(end, DAY) },
    ];
    const course = storeWithGuests(cloud, anEvent('两天的课', { sessions }), [{ personId: lin.personId }]);
    await admit(codeOf(lin, course), { eventId: course._id });
    itIs(later(during, DAY));
    expect(await admit(codeOf(lin, course), { eventId: course._id })).toMatchObject({
      ok: true,
      value: { isNew: true },
    });
    expect(Object.keys(came(course)?.present ?? {})).toHaveLength(2);
    expect(came(course)?.attended).toBe(1);
    expectWhole(course);
  });

  it.each([
    ['an hour before the session', start - 60 * MINUTE, true],
    ['earlier than that', start - 60 * MINUTE - 1, false],
    ['in its last millisecond', end - 1, true],
  ])('comes in %s: %s', async (_when, now, isOpen) => {
    itIs(now);
    const [scan, tap] = [
      await admit(codeOf(lin)),
      await lin.ask('event.checkIn', { code: hostCode(event.code, EpochMs.parse(now)) }),
    ];
    if (isOpen) expect([scan.ok, tap.ok]).toEqual([true, true]);
    else expect([scan, tap]).toEqual([refused('not-now'), refused('not-now')]);
  });

  it('checks in until the end by themselves, and by the host a quarter of an hour longer', async () => {
    itIs(end);
    expect(await lin.ask('event.checkIn', { code: hostCode(event.code, end) })).toEqual(refused('not-now'));
    expect(await admit(codeOf(lin))).toMatchObject({ ok: true, value: { isNew: true } });
  });

  it('belongs to the evening on which a session over midnight began', async () => {
    const [from, until] = [at('2026-11-28T23:00:00'), at('2026-11-29T01:00:00')];
    const night = storeWithGuests(cloud, anEvent('夜班交流', { sessions: [{ startsAt: from, endsAt: until }] }), [
      { personId: lin.personId },
    ]);
    itIs(at('2026-11-29T00:30:00'));
    const tap = await lin.must('event.checkIn', { code: hostCode(night.code, at('2026-11-29T00:30:00')) });
    expect(tap.session).toBe(from);
    expect(await admit(codeOf(lin, night), { eventId: night._id })).toMatchObject({ value: { isNew: false } });
    expect(came(night)?.attended).toBe(1);
  });

  it('comes to a session at half past seven in Shanghai', async () => {
    const [from, until] = [at('2026-11-28T07:30:00'), at('2026-11-28T08:30:00')];
    const early = storeWithGuests(cloud, anEvent('早锻炼', { sessions: [{ startsAt: from, endsAt: until }] }), [
      { personId: lin.personId },
    ]);
    itIs(at('2026-11-28T06:29:59'));
    expect(await admit(codeOf(lin, early), { eventId: early._id })).toEqual(refused('not-now'));
    itIs(at('2026-11-28T07:29:00'));
    expect(await admit(codeOf(lin, early), { eventId: early._id })).toMatchObject({ ok: true });
    expect(Object.keys(came(early)?.present ?? {})).toEqual([String(from)]);
  });
});

describe('somebody without a place', () => {
  const rowOf = (more: Partial<Registration>): void => {
    const personId = cloud.as('zhang').personId;
    cloud.store('registrations').insert(aRegistration(event, personId, more));
  };
  const zhang = () => cloud.as('zhang');
  const both = async () => [
    await admit(codeOf(zhang())),
    await zhang().ask('event.checkIn', { code: hostCode(event.code, during) }),
  ];

  it.each(['waiting', 'cancelled', 'lapsed', 'entered'] as const)('who is %s is not let in', async (state) => {
    rowOf({ state });
    expect(await both()).toEqual([refused('no-place'), refused('no-place')]);
    expect(came()).toBeNull();
  });

  it('to whom a place is offered takes it first', async () => {
    const offer = storeWithGuests(cloud, anEvent('另一场'), [{ personId: zhang().personId, until: end }]);
    expect(await admit(codeOf(zhang(), offer), { eventId: offer._id })).toEqual(refused('no-place'));
    expect(came(offer)).toBeNull();
  });

  it('whose place is gone in the row, and not given on yet, has none', async () => {
    const left = storeWithGuests(cloud, anEvent('另一场'), [
      { personId: zhang().personId, row: { state: 'cancelled' } },
    ]);
    expect(await admit(codeOf(zhang(), left), { eventId: left._id })).toEqual(refused('no-place'));
  });

  it('whose place is given, and whose row is a moment behind, is let in', async () => {
    const given = storeWithGuests(cloud, anEvent('另一场'), [
      { personId: zhang().personId, row: { state: 'waiting' } },
    ]);
    expect(await admit(codeOf(zhang(), given), { eventId: given._id })).toMatchObject({
      ok: true,
      value: { isNew: true },
    });
  });

  it('who never registered is told so', async () => {
    expect(await zhang().ask('event.checkIn', { code: hostCode(event.code, during) })).toEqual(
      refused('not-registered'),
    );
    expect(await admit(admissionCode(lotOf('nobody')))).toEqual(refused('no-place'));
  });
});

describe('a code that is not for this door', () => {
  it('of another event is told from one without a place', async () => {
    const elsewhere = storeWithGuests(cloud, anEvent('另一场'), [{ personId: lin.personId }]);
    expect(await admit(codeOf(lin, elsewhere))).toEqual(refused('other-event'));
    expect([came(), came(elsewhere)]).toEqual([null, null]);
  });

  it('of a host who showed it a minute ago is asked for again, one of last week is none of ours', async () => {
    const tap = (shown: EpochMs) => lin.ask('event.checkIn', { code: hostCode(event.code, shown) });
    expect(await tap(later(during, -60_000))).toEqual(refused('code-expired'));
    expect(await tap(later(during, -7 * DAY))).toEqual(refused('code-unreadable'));
    expect(await tap(later(during, 60_000))).toEqual(refused('code-unreadable'));
    expect(came()).toBeNull();
  });

  it.each([
    ['a station’s door', 's.H0M3S7VN.ABCDEFGH'],
    ['a card', 'US1.k1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a path of the database', 'present.$where.__proto__'],
    ['a page address that is broken', 'https://example.org/?scene=%E0%A4%A'],
  ])('is unreadable: %s', async (_what, code) => {
    expect(await admit(code)).toEqual(refused('code-unreadable'));
    expect(await lin.ask('event.checkIn', { code })).toEqual(refused('code-unreadable'));
  });

  it('of an event that does not exist any more says so', async () => {
    cloud.store('events').remove({ _id: event._id });
    expect(await lin.ask('event.checkIn', { code: hostCode(event.code, during) })).toEqual(refused('event-not-found'));
  });

  it('of an event that was called off opens nothing', async () => {
    const off = storeWithGuests(cloud, anEvent('取消的', { state: 'cancelled' }), [{ personId: lin.personId }]);
    expect(await lin.ask('event.checkIn', { code: hostCode(off.code, during) })).toEqual(refused('not-now'));
    expect(await host.ask('event.showHostCodes', { eventId: off._id })).toEqual(refused('not-now'));
  });
});

describe('a host without a network', () => {
  it('sends scans up to a day later, each with its own time', async () => {
    itIs(later(during, DAY));
    expect(await admit(codeOf(lin), { at: during })).toMatchObject({ ok: true, value: { isNew: true, at: during } });
    expect(came()).toMatchObject({ present: { [String(start)]: { [lin.personId]: { at: during } } } });
  });

  it('is heard once, whatever is sent again', async () => {
    itIs(later(during, 3 * 60 * MINUTE));
    const answers = await Promise.all([1, 2, 3].map(() => admit(codeOf(lin), { at: during })));
    expect(answers.filter((answer) => answer.ok && answer.value.isNew)).toHaveLength(1);
    expect(came()?.attended).toBe(1);
  });

  it.each([
    ['older than a day', later(during, DAY + 1), during],
    ['of an hour to come', during, later(during, 2 * MINUTE + 1)],
    ['of a time before the door opened', during, later(start, -60 * MINUTE - 1)],
    ['of the quarter of an hour after the end', later(end, 60 * MINUTE), later(end, 15 * MINUTE)],
  ])('is not believed about a scan %s', async (_what, now, made) => {
    itIs(now);
    expect(await admit(codeOf(lin), { at: made })).toEqual(refused('not-now'));
    expect(
      await host.ask('event.countWalkIn', { eventId: event._id, requestKey: aKey(), people: 1, at: made }),
    ).toEqual(refused('not-now'));
    expect(came()).toBeNull();
  });

  it('may have a clock a little ahead: the mark has our time', async () => {
    expect(await admit(codeOf(lin), { at: later(during, 2 * MINUTE) })).toMatchObject({ value: { at: during } });
  });
});

describe('people who walk in', () => {
  const count = (people: number, requestKey: RequestKey = aKey(), by: Phone = host, eventId: EventId = event._id) =>
    by.ask('event.countWalkIn', { eventId, requestKey, people, at: during });

  it('are counted once for each tap, however often it is sent', async () => {
    const key = aKey();
    expect(await count(2, key)).toEqual({ ok: true, value: { walkIns: 2, isNew: true } });
    expect(await count(2, key)).toEqual({ ok: true, value: { walkIns: 2, isNew: false } });
    expect(await count(1)).toEqual({ ok: true, value: { walkIns: 3, isNew: true } });
  });

  it('are thirty when thirty taps arrive at once, each twice, at two phones', async () => {
    const keys = Array.from({ length: 30 }, aKey);
    const answers = await Promise.all(
      [...keys, ...keys].map((key, nth) => count(1, key, nth % 2 === 0 ? host : other)),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(answers.filter((answer) => answer.ok && answer.value.isNew)).toHaveLength(30);
    expect(came()?.walkIns).toBe(30);
    expectWhole();
  });

  it('never fall below nobody, though ten fingers slip at once', async () => {
    expect(await count(-1)).toEqual(refused('none-counted'));
    await count(3);
    const answers = await Promise.all(Array.from({ length: 10 }, () => count(-1)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(
      answers.filter((answer) => !answer.ok && 'refusal' in answer && answer.refusal === 'none-counted'),
    ).toHaveLength(7);
    expect(came()?.walkIns).toBe(0);
    expectWhole();
  });

  it('are counted beside guests who are scanned, and neither loses the other', async () => {
    await Promise.all([
      count(1),
      admit(codeOf(lin)),
      count(2),
      lin.ask('event.checkIn', { code: hostCode(event.code, during) }),
    ]);
    expect(came()).toMatchObject({ walkIns: 3, attended: 1 });
    expectWhole();
  });

  it('are counted where nobody registers, and not where everybody must', async () => {
    const haircut = storeWithGuests(cloud, anEvent('公益理发', { quotas: [] }), []);
    const closed = storeWithGuests(cloud, anEvent('凭名额', { walkIns: false }), []);
    expect(await count(1, aKey(), host, haircut._id)).toMatchObject({ ok: true });
    expect(await count(1, aKey(), host, closed._id)).toEqual(refused('no-walk-ins'));
  });

  it('are a whole number of people', async () => {
    for (const people of [0, -6, 21, 1.5, Number.NaN])
      expect(await count(people)).toMatchObject({ ok: false, refusal: 'input-invalid' });
  });

  it('are not counted under a key that reaches elsewhere', async () => {
    for (const requestKey of ['present.x', '$where', '__proto__', `${'a'.repeat(21)}.`])
      expect(
        await host.send('event', {
          action: 'countWalkIn',
          input: { eventId: event._id, requestKey, people: 1, at: during },
        }),
      ).toMatchObject({ ok: false, refusal: 'input-invalid' });
    expect(came()).toBeNull();
  });
});

describe('who stands at the door', () => {
  it('sees how many people are expected, and how many came, children among them', async () => {
    const zhang = cloud.as('zhang');
    const family = storeWithGuests(cloud, anEvent('亲子', { walkIns: true }), [
      { personId: lin.personId, people: 3 },
      { personId: zhang.personId },
      { personId: cloud.as('offered').personId, until: end },
    ]);
    await admit(codeOf(lin, family), { eventId: family._id });
    await host.must('event.countWalkIn', { eventId: family._id, requestKey: aKey(), people: 2, at: during });
    expect(await host.must('event.showHostCodes', { eventId: family._id })).toMatchObject({
      title: '亲子',
      session: start,
      expected: 4,
      present: 3,
      walkIns: 2,
      takesWalkIns: true,
      asOf: during,
    });
  });

  it('is told whether people may walk in: where nobody registers all do, and otherwise where the event says so', async () => {
    const told = async (name: string, more: Parameters<typeof anEvent>[1]) => {
      const stored = storeWithGuests(cloud, anEvent(name, more), []);
      return (await host.must('event.showHostCodes', { eventId: stored._id })).takesWalkIns;
    };
    expect(await told('只接待报名的', { walkIns: false })).toBe(false);
    expect(await told('也可以直接来', { walkIns: true })).toBe(true);
    expect(await told('不用报名', { walkIns: false, quotas: [] })).toBe(true);
  });

  it('has codes for the next ten minutes', async () => {
    const { codes } = await host.must('event.showHostCodes', { eventId: event._id });
    expect(codes.length).toBeGreaterThan(20);
    itIs(later(during, 10 * MINUTE));
    const then = codes.find(({ from, until }) => from <= Date.now() && Date.now() < until);
    expect(await lin.ask('event.checkIn', { code: then?.code ?? '' })).toMatchObject({ ok: true });
  });

  it('is of the event’s union or one above, and nobody else', async () => {
    const [stranger, elsewhere] = [cloud.as('rider'), cloud.as('elsewhere')];
    const asks = (by: Phone) =>
      Promise.all([
        by.ask('event.showHostCodes', { eventId: event._id }),
        admit(codeOf(lin), { by }),
        by.ask('event.countWalkIn', { eventId: event._id, requestKey: aKey(), people: 1, at: during }),
      ]);
    expect(await asks(stranger)).toEqual([1, 2, 3].map(() => refused('not-allowed')));
    expect(await asks(elsewhere)).toEqual([1, 2, 3].map(() => refused('outside-your-unions')));
    expect(came()).toBeNull();
  });

  it('is told of an event that there is none', async () => {
    const eventId = eventIdOf('没有的');
    expect(await host.ask('event.showHostCodes', { eventId })).toEqual(refused('event-not-found'));
    expect(await admit(codeOf(lin), { eventId })).toEqual(refused('event-not-found'));
  });

  it('of another street’s event is refused, though the guest is the same', async () => {
    const theirs = storeWithGuests(cloud, anEvent('潍坊的', { unionId: UnionId.parse('weifang') }), [
      { personId: lin.personId },
    ]);
    expect(await admit(codeOf(lin, theirs), { eventId: theirs._id })).toEqual(refused('outside-your-unions'));
    expect(await admit(codeOf(lin, theirs), { eventId: theirs._id, by: other })).toMatchObject({ ok: true });
  });

  it('leaves no name in the record of who came', async () => {
    await admit(codeOf(lin));
    const stored = JSON.stringify(cloud.store('event-attendance').find({}));
    for (const secret of ['李', '飞']) expect(stored).not.toContain(secret);
  });
});
