import { createHash } from 'node:crypto';
import type { InputFor } from '../../types/contracts';
import { guardianConsentVersion } from '../../types/event';
import type { RequestKey } from '../../types/evidence';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventNow } from '../testing/events';
import type { EventRecord } from './records';
import type { Registration } from './registration-records';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const family = { mostChildren: 3, ageFrom: 3, ageUpTo: 14 };
const children = (count: number) => Array.from({ length: count }, (_, nth) => ({ name: `孩子${nth}`, age: 6 }));
const keyOf = (text: string): RequestKey => createHash('sha256').update(text).digest('base64url').slice(0, 22) as never;

describe('places of an event', () => {
  let cloud: TestCloud;
  let wishes = 0;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(eventNow);
  });
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  const publish = (event: EventRecord): EventRecord => {
    cloud.store('events').insert(event);
    return event;
  };
  const wish = (event: EventRecord, more: Partial<InputFor<'event.register'>> = {}): InputFor<'event.register'> => ({
    eventId: event._id,
    requestKey: keyOf(`wish-${(wishes += 1)}`),
    slip: null,
    name: '李小飞',
    quota: null,
    children: [],
    guardianConsent: null,
    saysAge: false,
    answers: {},
    ...more,
  });
  const guests = (count: number, from = 0): Phone[] =>
    Array.from({ length: count }, (_, nth) => cloud.as(`guest-${nth + from}`));
  const withChildren = (count: number): Partial<InputFor<'event.register'>> => ({
    children: children(count),
    guardianConsent: guardianConsentVersion,
  });
  const register = (phone: Phone, event: EventRecord, more: Partial<InputFor<'event.register'>> = {}) =>
    phone.must('event.register', wish(event, more));
  const oneSeat = () => publish(anEvent('一个名额', { quotas: [{ group: 'anyone', places: 1 }] }));
  /** One after the other: who asks first has the place, and the others wait in this order. */
  const queue = async (event: EventRecord, phones: readonly Phone[]): Promise<void> => {
    for (const phone of phones) {
      itIs(Date.now() + 1);
      await register(phone, event);
    }
  };
  /** Somebody has the only place, and somebody waits for it. */
  const oneSeatTaken = async () => {
    const event = oneSeat();
    const [owner, next] = guests(2) as [Phone, Phone];
    await queue(event, [owner, next]);
    return { event, owner, next };
  };
  const rowsOf = (event: EventRecord): Registration[] =>
    cloud.store('registrations').find({ eventId: event._id }) as unknown as Registration[];
  const stored = (event: EventRecord): EventRecord => cloud.store('events').get(event._id) as unknown as EventRecord;
  const states = (event: EventRecord): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { state } of rowsOf(event)) counts[state] = (counts[state] ?? 0) + 1;
    return counts;
  };
  const change = (event: EventRecord, more: Partial<EventRecord>): void => {
    const now = stored(event);
    cloud.store('events').remove({ _id: event._id });
    cloud.store('events').insert({ ...now, ...more });
  };
  const changeRow = (event: EventRecord, phone: Phone, more: Partial<Registration>): void => {
    const row = rowOf(event, phone);
    cloud.store('registrations').remove({ _id: row._id });
    cloud.store('registrations').insert({ ...row, ...more });
  };
  const rowOf = (event: EventRecord, phone: Phone): Registration => {
    const row = rowsOf(event).find(({ personId }) => personId === phone.personId);
    if (row === undefined) throw new Error('No row.');
    return row;
  };
  const passMinutes = async (minutes: number): Promise<void> => {
    itIs(Date.now() + minutes * MINUTE_MS);
    for (let nth = 0; nth < 3; nth += 1) expect(await cloud.tick('event')).toMatchObject({ sweep: { ok: true } });
  };
  const cancel = (phone: Phone, event: EventRecord) => phone.must('event.cancel', { eventId: event._id, reason: null });
  const accept = (phone: Phone, event: EventRecord) => phone.ask('event.acceptOffer', { eventId: event._id });
  /** Looks at every instant between two writes: there a call may die. */
  const whileUnderWay = async (call: Promise<unknown>, look: () => void): Promise<void> => {
    let isDone = false;
    const ended = call.finally(() => (isDone = true));
    for (let turn = 0; !isDone; turn += 1) {
      look();
      await (turn % 200 === 199 ? new Promise((resolve) => setImmediate(resolve)) : Promise.resolve());
    }
    await ended;
  };
  const noticesOf = (phone: Phone): string[] =>
    cloud
      .store('notices')
      .find({ personId: phone.personId })
      .map(({ kind }) => String(kind));

  /** Holders and rows say the same, nobody twice, nothing oversold. */
  const expectWhole = (event: EventRecord): void => {
    const { live } = stored(event);
    for (const [group, places] of Object.entries(live.places)) {
      const held = Object.values(live.holders).filter((holder) => holder.group === group);
      expect(held.reduce((sum, { people }) => sum + people, 0) + (live.free[group] ?? 0)).toBe(places);
      expect(live.free[group]).toBeGreaterThanOrEqual(0);
    }
    const withPlace = rowsOf(event).filter(({ state }) => state === 'confirmed' || state === 'offered');
    const asHeld = withPlace.map(({ personId, claim, people, group, until }) => [
      personId,
      { claim, people, group, until },
    ]);
    const held = Object.entries(live.holders).map(([personId, { claim, people, group, until }]) => [
      personId,
      { claim, people, group, until },
    ]);
    expect(Object.fromEntries(asHeld)).toEqual(Object.fromEntries(held));
  };

  it('go to exactly ten of fifty people who ask at once; forty wait in an order', async () => {
    const event = publish(anEvent('讲座'));
    const answers = await Promise.all(guests(50).map((phone) => register(phone, event)));
    expect(states(event)).toEqual({ confirmed: 10, waiting: 40 });
    expect(answers.filter(({ state }) => state === 'confirmed')).toHaveLength(10);
    expectWhole(event);
  });

  it('are one for a person who taps on two phones at once', async () => {
    const event = publish(anEvent('讲座'));
    const phone = cloud.as('twice');
    const answers = await Promise.all([1, 2, 3].map(() => phone.ask('event.register', wish(event))));
    expect(answers.some(({ ok }) => ok)).toBe(true);
    expect(states(event)).toEqual({ confirmed: 1 });
    expect(stored(event).live.free).toEqual({ anyone: 9 });
    await passMinutes(3);
    expectWhole(event);
  });

  it('are one for the same request sent again, at once and later, even after registration closed', async () => {
    const event = publish(anEvent('讲座'));
    const phone = cloud.as('retry');
    const same = wish(event);
    const [first, second] = await Promise.all([phone.must('event.register', same), phone.must('event.register', same)]);
    expect(first.lot).toBe(second.lot);
    itIs(event.closesAt);
    expect(await phone.must('event.register', same)).toMatchObject({ state: 'confirmed', lot: first.lot });
    expect(await phone.ask('event.register', wish(event))).toMatchObject({ refusal: 'closed' });
    expectWhole(event);
  });

  it('a second wish of somebody who has one hears that there is one', async () => {
    const event = publish(anEvent('讲座'));
    const phone = cloud.as('again');
    await register(phone, event);
    expect(await phone.ask('event.register', wish(event))).toMatchObject({ refusal: 'already-registered' });
    expectWhole(event);
  });

  it('take three round trips: with a place, on the list, in a draw', async () => {
    const free = publish(anEvent('有名额'));
    const full = publish(anEvent('满员', { quotas: [{ group: 'anyone', places: 1 }] }));
    const draw = publish(anEvent('抽签', { places: 'draw', draw: null }));
    const [first, second, third] = guests(3) as [Phone, Phone, Phone];
    await register(first, full);
    await register(second, full);
    itIs(Date.now() + 1);
    for (const event of [free, full, draw]) {
      const { viewer } = await third.must('event.show', { eventId: event._id });
      const { state } = await register(third, event, { slip: viewer.slip });
      expect(third.tripsOfLast()).toBeLessThanOrEqual(3);
      expect(state).toBe(event === free ? 'confirmed' : event === full ? 'waiting' : 'entered');
    }
    expect(rowOf(full, third).state).toBe('waiting');
  });

  it('open on the second and not one before, and close on the millisecond', async () => {
    const event = publish(anEvent('讲座'));
    const ask = (name: string, at: number) => {
      itIs(at);
      return cloud.as(name).ask('event.register', wish(event));
    };
    expect(await ask('early', event.opensAt - 1000)).toMatchObject({ refusal: 'not-open-yet' });
    expect(await ask('early', event.opensAt - 1)).toMatchObject({ refusal: 'not-open-yet' });
    expect(await ask('first', event.opensAt)).toMatchObject({ value: { state: 'confirmed' } });
    expect(await ask('last', event.closesAt - 1)).toMatchObject({ value: { state: 'confirmed' } });
    expect(await ask('late', event.closesAt)).toMatchObject({ refusal: 'closed' });
    expect(states(event)).toEqual({ confirmed: 2 });
  });

  it('refuse in the order in which a person wants to know', async () => {
    const phone = cloud.as('somebody');
    const ask = async (
      name: string,
      more: Parameters<typeof anEvent>[1],
      said: Partial<InputFor<'event.register'>> = {},
    ) => {
      const answer = await phone.ask('event.register', wish(publish(anEvent(name, more)), said));
      return answer.ok ? answer.value.state : 'refusal' in answer ? answer.refusal : 'fault';
    };
    expect(await ask('a', { state: 'draft' })).toBe('event-not-found');
    expect(await ask('b', { state: 'cancelled' })).toBe('cancelled');
    expect(await ask('c', { quotas: [], walkIns: true })).toBe('walk-in-only');
    expect(await ask('d', { state: 'closed' })).toBe('closed');
    expect(await ask('e', { audience: { who: 'members', occupations: [], age: null } })).toBe('members-only');
    expect(await ask('f', { audience: { who: 'everyone', occupations: ['courier'], age: null } })).toBe(
      'other-occupation',
    );
    expect(await ask('g', { quotas: [{ group: 'members', places: 5 }] })).toBe('no-quota-for-you');
    const mixer = {
      quotas: [
        { group: 'men', places: 5 },
        { group: 'women', places: 5 },
      ] as const,
    };
    expect(await ask('h', { quotas: [...mixer.quotas] })).toBe('quota-needed');
    expect(await ask('i', { quotas: [...mixer.quotas] }, { quota: 'members' })).toBe('quota-needed');
    expect(await ask('j', {}, withChildren(1))).toBe('family-too-big');
    expect(await ask('k', { family }, withChildren(4))).toBe('family-too-big');
    expect(await ask('l', { family, quotas: [{ group: 'anyone', places: 2 }] }, withChildren(2))).toBe(
      'family-too-big',
    );
    expect(await ask('m', { family: { ...family, ageFrom: 7 } }, withChildren(1))).toBe('child-age');
    expect(await ask('n', { family }, { children: children(1) })).toBe('guardian-consent-needed');
    expect(await ask('o', { audience: { who: 'everyone', occupations: [], age: { from: 18, upTo: 60 } } })).toBe(
      'age-not-said',
    );
    expect(await ask('p', { quotas: [...mixer.quotas] }, { quota: 'women' })).toBe('confirmed');
  });

  it('of one’s own alone can be cancelled: a stranger cancels nobody', async () => {
    const event = publish(anEvent('讲座'));
    await register(cloud.as('owner'), event);
    const stranger = await cloud.as('stranger').ask('event.cancel', { eventId: event._id, reason: null });
    expect(stranger).toMatchObject({ refusal: 'not-registered' });
    const sent = await cloud.as('stranger').send('event', {
      action: 'cancel',
      input: { eventId: event._id, reason: null, personId: cloud.as('owner').personId },
    });
    expect(sent).toMatchObject({ refusal: 'not-registered' });
    expect(states(event)).toEqual({ confirmed: 1 });
  });

  describe('that are given back', () => {
    it('are offered to the next in the same act, who is told; a double tap gives nothing twice', async () => {
      const event = oneSeat();
      const [owner, second, third] = guests(3) as [Phone, Phone, Phone];
      await queue(event, [owner, second, third]);
      await Promise.all([cancel(owner, event), cancel(owner, event)]);
      expect(states(event)).toEqual({ cancelled: 1, offered: 1, waiting: 1 });
      expect(rowOf(event, second).state).toBe('offered');
      expect(noticesOf(second)).toEqual(['place-offered']);
      expect(noticesOf(third)).toEqual([]);
      expectWhole(event);
      const { viewer } = await third.must('event.show', { eventId: event._id });
      expect(viewer.own).toMatchObject({ state: 'waiting', position: 1 });
    });

    it('are told of before the row says so: whatever dies in between, nobody has an offer and never hears of it', async () => {
      const { event, owner, next } = await oneSeatTaken();
      await whileUnderWay(cancel(owner, event), () => {
        if (rowOf(event, next).state === 'offered') expect(noticesOf(next)).toEqual(['place-offered']);
      });
      expect(rowOf(event, next).state).toBe('offered');
    });

    it('that ran out are told of before the row says so', async () => {
      const { event, owner, next } = await oneSeatTaken();
      await cancel(owner, event);
      itIs(Number(rowOf(event, next).until));
      await whileUnderWay(cloud.tick('event'), () => {
        if (rowOf(event, next).state === 'lapsed') expect(noticesOf(next)).toContain('offer-passed-on');
      });
      expect(rowOf(event, next).state).toBe('lapsed');
    });

    it('go to the next when a family comes back before the clock saw that its offer ran out', async () => {
      const event = publish(anEvent('三个名额', { quotas: [{ group: 'anyone', places: 3 }], family }));
      const [owner, parent, ...singles] = guests(6) as [Phone, Phone, ...Phone[]];
      await register(owner, event, withChildren(2));
      await register(parent, event, withChildren(2));
      await queue(event, singles);
      await cancel(owner, event);
      expect(rowOf(event, parent).state).toBe('offered');
      itIs(Date.now() + 24 * HOUR_MS);
      expect(await register(parent, event, withChildren(2))).toMatchObject({ state: 'waiting' });
      expect(singles.map((phone) => rowOf(event, phone).state)).toEqual(['offered', 'offered', 'offered', 'waiting']);
      expectWhole(event);
    });

    it('can be taken until the last millisecond of the offer, and not at its end', async () => {
      const event = oneSeat();
      const [owner, second, third] = guests(3) as [Phone, Phone, Phone];
      await queue(event, [owner, second, third]);
      await cancel(owner, event);
      const { until } = rowOf(event, second);
      itIs(Number(until));
      expect(await accept(second, event)).toMatchObject({ refusal: 'offer-over' });
      itIs(Number(until) - 1);
      expect(await accept(second, event)).toMatchObject({ value: { state: 'confirmed', until: null } });
      expect(await accept(second, event)).toMatchObject({ value: { state: 'confirmed' } });
      expect(await accept(third, event)).toMatchObject({ refusal: 'no-offer' });
      expect(second.tripsOfLast()).toBeLessThanOrEqual(4);
      await passMinutes(5);
      expectWhole(event);
    });

    it('move on by the clock when the offer runs out: the next is offered them, and nobody twice', async () => {
      const event = oneSeat();
      const [owner, second, third] = guests(3) as [Phone, Phone, Phone];
      await queue(event, [owner, second, third]);
      await cancel(owner, event);
      await passMinutes(24 * 60);
      expect(rowOf(event, second).state).toBe('lapsed');
      expect(rowOf(event, third).state).toBe('offered');
      expect(noticesOf(second).sort()).toEqual(['offer-passed-on', 'place-offered']);
      expect(await accept(second, event)).toMatchObject({ refusal: 'offer-over' });
      expect(await register(second, event)).toMatchObject({ state: 'waiting', position: 1 });
      expectWhole(event);
    });

    it('are left by whoever cancels while they are being offered, and go on', async () => {
      const event = oneSeat();
      const [owner, second, third] = guests(3) as [Phone, Phone, Phone];
      await queue(event, [owner, second, third]);
      await Promise.all([cancel(owner, event), cancel(second, event)]);
      await passMinutes(3);
      expect(rowOf(event, third).state).toBe('offered');
      expect(states(event)).toEqual({ cancelled: 2, offered: 1 });
      expectWhole(event);
    });

    it('are not those of a person who cancelled: whoever comes back stands at the end', async () => {
      const { event, owner, next: second } = await oneSeatTaken();
      await cancel(owner, event);
      itIs(Date.now() + 1);
      expect(await register(owner, event)).toMatchObject({ state: 'waiting', position: 1 });
      await cancel(second, event);
      expect(rowOf(event, owner).state).toBe('offered');
      expectWhole(event);
    });

    it('late are asked why; after the beginning not at all', async () => {
      const event = oneSeat();
      const owner = cloud.as('owner');
      await register(owner, event);
      itIs(event.cancelBy);
      expect(await owner.ask('event.cancel', { eventId: event._id, reason: null })).toMatchObject({
        refusal: 'reason-needed',
      });
      itIs(event.startsAt);
      expect(await owner.ask('event.cancel', { eventId: event._id, reason: 'ill' })).toMatchObject({
        refusal: 'begun-already',
      });
      itIs(event.startsAt - 1);
      expect(await owner.must('event.cancel', { eventId: event._id, reason: 'ill' })).toMatchObject({
        state: 'cancelled',
      });
    });

    it('stay offered no longer than the event is away', async () => {
      const { event, owner, next: second } = await oneSeatTaken();
      itIs(event.startsAt - 10 * MINUTE_MS);
      await owner.must('event.cancel', { eventId: event._id, reason: 'ill' });
      expect(rowOf(event, second).until).toBe(event.startsAt);
      await passMinutes(10);
      expect(states(event)).toEqual({ cancelled: 1, lapsed: 1 });
      expectWhole(event);
    });
  });

  describe('of families', () => {
    const forFamilies = (places: number) => publish(anEvent('亲子', { family, quotas: [{ group: 'anyone', places }] }));

    it('are offered no longer than until the beginning, though the event was moved to begin earlier', async () => {
      const { event, owner, next } = await oneSeatTaken();
      await cancel(owner, event);
      const startsAt = EpochMs.parse(eventNow + 2 * HOUR_MS);
      const endsAt = EpochMs.parse(startsAt + HOUR_MS);
      change(event, { startsAt, endsAt, sessions: [{ startsAt, endsAt }], closesAt: startsAt, cancelBy: startsAt });
      const { viewer } = await next.must('event.show', { eventId: event._id });
      expect(viewer.own).toMatchObject({ state: 'offered', until: startsAt });
      itIs(startsAt);
      expect(await accept(next, event)).toMatchObject({ refusal: 'offer-over' });
      itIs(startsAt - 1);
      expect(await accept(next, event)).toMatchObject({ value: { state: 'confirmed' } });
    });

    it('are all or none: a family waits until it fits, and others pass it three times at most', async () => {
      const event = forFamilies(6);
      const singles = guests(6);
      for (const phone of singles) await register(phone, event);
      const parents = cloud.as('parents');
      itIs(Date.now() + 1);
      expect(await register(parents, event, withChildren(2))).toMatchObject({ state: 'waiting', people: 3 });
      const later = guests(5, 10);
      await queue(event, later);
      for (const phone of singles.slice(0, 3)) await cancel(phone, event);
      expect(later.map((phone) => rowOf(event, phone).state)).toEqual([
        'offered',
        'offered',
        'offered',
        'waiting',
        'waiting',
      ]);
      expect(stored(event).live).toMatchObject({ skips: { [parents.personId]: 3 }, keptFor: parents.personId });
      for (const phone of singles.slice(3, 5)) await cancel(phone, event);
      expect(later.slice(3).map((phone) => rowOf(event, phone).state)).toEqual(['waiting', 'waiting']);
      expect(stored(event).live.free).toEqual({ anyone: 2 });
      expect(await register(cloud.as('newcomer'), event)).toMatchObject({ state: 'waiting' });
      for (const phone of singles.slice(5)) await cancel(phone, event);
      expect(rowOf(event, parents)).toMatchObject({ state: 'offered', group: 'anyone' });
      expect(stored(event).live).toMatchObject({ free: { anyone: 0 }, skips: {}, keptFor: null });
      expectWhole(event);
    });

    it('let a newcomer pass who fits: that counts as well', async () => {
      const event = forFamilies(4);
      const singles = guests(2);
      for (const phone of singles) await register(phone, event);
      const parents = cloud.as('parents');
      expect(await register(parents, event, withChildren(2))).toMatchObject({ state: 'waiting', position: 1 });
      itIs(Date.now() + 1);
      expect(await register(cloud.as('newcomer'), event)).toMatchObject({ state: 'confirmed' });
      expect(stored(event).live.skips).toEqual({ [parents.personId]: 1 });
      expectWhole(event);
    });

    it('are kept no longer than a day before the beginning', async () => {
      const event = forFamilies(2);
      const [single, next] = guests(2) as [Phone, Phone];
      change(event, {
        live: { ...event.live, places: { anyone: 4 }, free: { anyone: 4 } },
        quotas: [{ group: 'anyone', places: 4 }],
      });
      const parents = cloud.as('parents');
      await register(single, event);
      const other = cloud.as('other');
      await register(other, event, withChildren(1));
      await register(parents, event, withChildren(3));
      const { live } = stored(event);
      change(event, { live: { ...live, skips: { [parents.personId]: 3 }, keptFor: parents.personId } });
      expect(await register(next, event)).toMatchObject({ state: 'waiting' });
      itIs(event.startsAt - 24 * HOUR_MS - 1);
      await passMinutes(0);
      expect(rowOf(event, next).state).toBe('waiting');
      itIs(event.startsAt - 24 * HOUR_MS);
      await passMinutes(0);
      expect(rowOf(event, next).state).toBe('offered');
      expectWhole(event);
    });

    it('are no longer kept for a family that left', async () => {
      const event = forFamilies(4);
      const [single, next] = guests(2) as [Phone, Phone];
      const parents = cloud.as('parents');
      await register(single, event);
      await register(parents, event, withChildren(3));
      const { live } = stored(event);
      change(event, { live: { ...live, skips: { [parents.personId]: 3 }, keptFor: parents.personId } });
      expect(await register(next, event)).toMatchObject({ state: 'waiting' });
      await cancel(parents, event);
      expect(rowOf(event, next).state).toBe('offered');
      expect(stored(event).live).toMatchObject({ skips: {}, keptFor: null });
      expectWhole(event);
    });
  });

  describe('that a crash left half done', () => {
    it('are finished by the same request sent again', async () => {
      const event = publish(anEvent('讲座'));
      const phone = cloud.as('crashed');
      const same = wish(event);
      await phone.must('event.register', same);
      cloud.store('registrations').remove({ eventId: event._id });
      expect(await phone.must('event.register', same)).toMatchObject({ state: 'confirmed' });
      expect(stored(event).live.free).toEqual({ anyone: 9 });
      expectWhole(event);
    });

    it('are finished by another request of the same person', async () => {
      const event = publish(anEvent('讲座'));
      const phone = cloud.as('crashed');
      await register(phone, event);
      cloud.store('registrations').remove({ eventId: event._id });
      expect(await register(phone, event)).toMatchObject({ state: 'confirmed' });
      expectWhole(event);
    });

    it('without a row are given on two minutes later, not before', async () => {
      const { event, owner, next } = await oneSeatTaken();
      cloud.store('registrations').remove({ personId: owner.personId });
      await passMinutes(1);
      expect(rowOf(event, next).state).toBe('waiting');
      await passMinutes(1);
      expect(rowOf(event, next).state).toBe('offered');
      expectWhole(event);
    });

    it('of a cancellation whose call died are given on by the clock, or by the person’s next tap', async () => {
      const { event, owner, next } = await oneSeatTaken();
      changeRow(event, owner, { state: 'cancelled', group: null });
      await cancel(owner, event);
      expect(rowOf(event, next).state).toBe('offered');
      expectWhole(event);
      await accept(next, event);
      changeRow(event, next, { state: 'cancelled', group: null });
      await passMinutes(3);
      expect(stored(event).live).toMatchObject({ free: { anyone: 1 }, holders: {} });
      expectWhole(event);
    });

    it('are the person’s who comes back after a cancellation whose call died: nothing leaks', async () => {
      const event = oneSeat();
      const owner = cloud.as('owner');
      await register(owner, event);
      changeRow(event, owner, { state: 'cancelled', group: null });
      expect(await register(owner, event)).toMatchObject({ state: 'confirmed' });
      expectWhole(event);
    });

    it('of an offer that never reached its row reach it, and the person is told', async () => {
      const { event, owner, next } = await oneSeatTaken();
      await cancel(owner, event);
      changeRow(event, next, { state: 'waiting', group: null, until: null });
      cloud.store('notices').remove({ personId: next.personId });
      expect((await next.must('event.show', { eventId: event._id })).viewer.own).toMatchObject({ state: 'offered' });
      await passMinutes(3);
      expect(rowOf(event, next).state).toBe('offered');
      expect(noticesOf(next)).toEqual(['place-offered']);
      expectWhole(event);
    });

    it('of an offer that was taken reach the row; of one that ended, too', async () => {
      const { event, owner, next } = await oneSeatTaken();
      await cancel(owner, event);
      const offered = rowOf(event, next);
      await accept(next, event);
      changeRow(event, next, { state: 'offered', until: offered.until });
      await passMinutes(3);
      expect(rowOf(event, next)).toMatchObject({ state: 'confirmed', until: null });
      expectWhole(event);
      const { live } = stored(event);
      change(event, { live: { ...live, holders: {}, free: { anyone: 1 } }, sweepAt: EpochMs.parse(Date.now()) });
      changeRow(event, next, { state: 'offered', until: offered.until });
      await passMinutes(1);
      expect(rowOf(event, next).state).toBe('lapsed');
      expectWhole(event);
    });

    it('that became free while nobody looked are offered to those who wait', async () => {
      const { event, owner, next } = await oneSeatTaken();
      const { live } = stored(event);
      cloud.store('registrations').remove({ personId: owner.personId });
      change(event, { live: { ...live, holders: {}, free: { anyone: 1 } }, sweepAt: EpochMs.parse(Date.now()) });
      await passMinutes(0);
      expect(rowOf(event, next).state).toBe('offered');
    });
  });

  it('are for one event at a time once somebody missed two; a called-off event does not count', async () => {
    const [one, other] = [publish(anEvent('甲')), publish(anEvent('乙'))];
    const phone = cloud.as('missed');
    const miss = (name: string, counts: boolean) => ({
      eventId: anEvent(name)._id,
      title: name,
      at: eventNow,
      expiresAt: eventNow + 86_400_000,
      counts,
    });
    cloud
      .store('event-guests')
      .insert({ _id: phone.personId, revision: 1, missed: [miss('a', true), miss('b', false)], purgeAt: eventNow });
    await register(phone, one);
    cloud.store('event-guests').remove({ _id: phone.personId });
    cloud
      .store('event-guests')
      .insert({ _id: phone.personId, revision: 1, missed: [miss('a', true), miss('b', true)], purgeAt: eventNow });
    expect(await phone.ask('event.register', wish(other))).toMatchObject({ refusal: 'one-at-a-time' });
    change(one, { state: 'cancelled' });
    expect(await register(phone, other)).toMatchObject({ state: 'confirmed' });
  });

  it('leave no more of who never had one, or let it run out, than of who gave it back: a name goes with the day', async () => {
    const event = oneSeat();
    const [owner, offered, waits] = guests(3) as [Phone, Phone, Phone];
    await queue(event, [owner, offered, waits]);
    await cancel(owner, event);
    const midnight = Date.parse('2026-11-29T00:00:00+08:00');
    await passMinutes(24 * 60);
    expect(rowOf(event, offered)).toMatchObject({ state: 'lapsed', purgeAt: midnight });
    itIs(event.startsAt);
    await passMinutes(1);
    expect(rowOf(event, waits)).toMatchObject({ state: 'lapsed', purgeAt: midnight });
    itIs(midnight);
    await passMinutes(1);
    for (const phone of [owner, offered, waits])
      expect(rowOf(event, phone)).toMatchObject({ sealedDetails: null, maskedName: '*' });
  });

  it('of two hundred people for twenty, families and quotas mixed, add up while every third leaves', async () => {
    const event = publish(
      anEvent('大家来', {
        family,
        quotas: [
          { group: 'men', places: 10 },
          { group: 'women', places: 10 },
        ],
      }),
    );
    const people = guests(200);
    const come = async (phone: Phone, nth: number): Promise<void> => {
      const size = nth % 5 === 0 ? withChildren(1 + (nth % 3)) : {};
      await register(phone, event, { quota: nth % 2 === 0 ? 'men' : 'women', ...size });
      if (nth % 10 < 3) await cancel(phone, event);
    };
    for (let from = 0; from < people.length; from += 40) {
      itIs(Date.now() + 1000);
      await Promise.all(people.slice(from, from + 40).map((phone, nth) => come(phone, from + nth)));
    }
    await passMinutes(3);
    await passMinutes(3);
    expectWhole(event);
    expect(states(event)['cancelled']).toBe(60);
    const { live } = stored(event);
    const waiting = rowsOf(event).filter(({ state }) => state === 'waiting');
    const fits = waiting.filter(({ groups, people: size }) => groups.some((group) => (live.free[group] ?? 0) >= size));
    expect(live.keptFor === null ? fits : []).toEqual([]);
  }, 120_000);
});
