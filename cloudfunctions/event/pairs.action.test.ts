import { createHash } from 'node:crypto';
import { EventForm } from '../../types/event-form';
import type { RequestKey } from '../../types/evidence';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventIdOf, eventNow } from '../testing/events';
import { aStation } from '../testing/stations';
import { newDraw } from './draw-seed';
import type { Side } from './pairs';
import { sides } from './pairs';
import type { EventRecord, Live } from './records';
import type { Registration } from './registration-records';
import { freshLive } from './seat-acts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const keyOf = (text: string): RequestKey => createHash('sha256').update(text).digest('base64url').slice(0, 22) as never;
const half = (places: number) => sides.map((group) => ({ group, places }));

describe('a mixer in pairs', () => {
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

  const publish = (places: number, more: Parameters<typeof anEvent>[1] = {}): EventRecord => {
    const event = anEvent('联谊', { kind: 'mixer', quotas: half(places), ...more });
    cloud.store('events').insert(event);
    return event;
  };
  const people = (side: Side, count: number, from = 0): Phone[] =>
    Array.from({ length: count }, (_, nth) => cloud.as(`${side}-${nth + from}`));
  const wishOf = (event: EventRecord, side: Side) => ({
    eventId: event._id,
    requestKey: keyOf(`wish-${(wishes += 1)}`),
    slip: null,
    name: '李小飞',
    quota: side,
    children: [],
    guardianConsent: null,
    saysAge: false,
    answers: {},
  });
  const register = (phone: Phone, event: EventRecord, side: Side) => phone.must('event.register', wishOf(event, side));
  /** One after the other, a millisecond apart. */
  const queue = async (event: EventRecord, side: Side, phones: readonly Phone[]): Promise<void> => {
    for (const phone of phones) {
      itIs(Date.now() + 1);
      await register(phone, event, side);
    }
  };
  const stored = (event: EventRecord): EventRecord => cloud.store('events').get(event._id) as unknown as EventRecord;
  const rowsOf = (event: EventRecord): Registration[] =>
    cloud.store('registrations').find({ eventId: event._id }) as unknown as Registration[];
  const rowOf = (event: EventRecord, phone: Phone): Registration => {
    const row = rowsOf(event).find(({ personId }) => personId === phone.personId);
    if (row === undefined) throw new Error('No row.');
    return row;
  };
  const states = (event: EventRecord): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { state, groups } of rowsOf(event)) {
      const name = `${groups.join()} ${state}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  };
  const changeRow = (event: EventRecord, phone: Phone, more: Partial<Registration>): void => {
    const row = rowOf(event, phone);
    cloud.store('registrations').remove({ _id: row._id });
    cloud.store('registrations').insert({ ...row, ...more });
  };
  const change = (event: EventRecord, more: Partial<EventRecord>): void => {
    const now = stored(event);
    cloud.store('events').remove({ _id: event._id });
    cloud.store('events').insert({ ...now, ...more });
  };
  const passMinutes = async (minutes: number): Promise<void> => {
    itIs(Date.now() + minutes * MINUTE_MS);
    for (let nth = 0; nth < 3; nth += 1) expect(await cloud.tick('event')).toMatchObject({ sweep: { ok: true } });
  };
  const cancel = (phone: Phone, event: EventRecord) => phone.must('event.cancel', { eventId: event._id, reason: null });
  const ownOf = async (phone: Phone, event: EventRecord) =>
    (await phone.must('event.show', { eventId: event._id })).viewer.own;
  const noticesOf = (phone: Phone): string[] =>
    cloud
      .store('notices')
      .find({ personId: phone.personId })
      .map(({ kind }) => String(kind));
  const form = (event: EventRecord, more: object) => EventForm.parse({ ...stored(event), ...more });
  const saved = async (event: EventRecord, more: object) => {
    cloud.appoint('clerk', 'clerk', 'beicai');
    if (cloud.store('stations').find({}).length === 0) cloud.store('stations').insert(aStation('beicai-1'));
    return cloud.as('clerk').ask('event.save', {
      eventId: event._id,
      revision: stored(event).revision,
      form: form(event, more),
      requestKey: keyOf(`save-${(wishes += 1)}`),
    });
  };
  /** Holders and rows say the same. */
  const expectWhole = (event: EventRecord): void => {
    const rows = rowsOf(event).filter(({ state }) => state === 'confirmed' || state === 'offered');
    const asHeld = rows.map(({ personId, claim, group, until }) => [personId, { claim, group, until }]);
    const holders = Object.entries(stored(event).live.holders);
    expect(Object.fromEntries(asHeld)).toEqual(
      Object.fromEntries(holders.map(([personId, { claim, group, until }]) => [personId, { claim, group, until }])),
    );
  };
  const heldBy = ({ places, free }: Live, side: Side): number => (places[side] ?? 0) - (free[side] ?? 0);
  const held = (event: EventRecord): readonly number[] => sides.map((side) => heldBy(stored(event).live, side));
  /** Looks at the store at every instant between two writes. */
  const whileUnderWay = async (call: Promise<unknown>, look: () => void): Promise<void> => {
    let isDone = false;
    const ended = call.finally(() => (isDone = true));
    for (let turn = 0; !isDone; turn += 1) {
      look();
      await (turn % 200 === 199 ? new Promise((resolve) => setImmediate(resolve)) : Promise.resolve());
    }
    await ended;
  };
  /** No gift ever made the difference between the sides larger; it may have grown where somebody left. */
  const neverTilts = (event: EventRecord): (() => void) => {
    let turn = -1;
    let before: Live | null = null;
    return () => {
      const { live } = stored(event);
      if (live.turn === turn) return;
      const [was, is] = [before ?? live, live].map((one) => heldBy(one, 'men') - heldBy(one, 'women'));
      const gave = sides.some((side) => heldBy(live, side) > heldBy(before ?? live, side));
      if (gave) expect(Math.abs(is ?? 0)).toBeLessThanOrEqual(Math.abs(was ?? 0));
      turn = live.turn;
      before = live;
    };
  };

  it('of forty men and forty women at once takes twenty of each, and at every instant as many men as women', async () => {
    const event = publish(20);
    const women = people('women', 40);
    const asked = people('men', 40).flatMap((man, nth) => {
      const woman = women[nth];
      return [register(man, event, 'men'), ...(woman === undefined ? [] : [register(woman, event, 'women')])];
    });
    await whileUnderWay(Promise.all(asked), () => {
      const { live } = stored(event);
      expect(heldBy(live, 'men')).toBe(heldBy(live, 'women'));
    });
    // All pairs are made by then; the rows of some follow with the next minute.
    expect(held(event)).toEqual([20, 20]);
    await passMinutes(1);
    expect(states(event)).toEqual({
      'men confirmed': 20,
      'women confirmed': 20,
      'men waiting': 20,
      'women waiting': 20,
    });
    expectWhole(event);
    const first = (side: Side) =>
      rowsOf(event)
        .filter(({ groups }) => groups.includes(side))
        .sort((one, other) => (one.orderKey < other.orderKey ? -1 : 1))
        .map(({ state }) => state);
    for (const side of sides) expect(first(side).lastIndexOf('confirmed')).toBeLessThan(first(side).indexOf('waiting'));
  }, 60_000);

  it('gives nobody a place while only men register, and tells each that a partner is missing and who is before them', async () => {
    const event = publish(2);
    const men = people('men', 3) as [Phone, Phone, Phone];
    await queue(event, 'men', men);
    await passMinutes(10);
    expect(held(event)).toEqual([0, 0]);
    expect(states(event)).toEqual({ 'men waiting': 3 });
    expect(await ownOf(men[0], event)).toMatchObject({ state: 'waiting', waitsFor: 'partner', position: 1 });
    expect(await ownOf(men[1], event)).toMatchObject({ state: 'waiting', waitsFor: 'partner', position: 2 });
    // Even with women the third would have to wait.
    expect(await ownOf(men[2], event)).toMatchObject({ state: 'waiting', waitsFor: 'place', position: 3 });
    const { registrations } = await men[0].must('event.listOwn', {});
    expect(registrations).toMatchObject([{ event: { inPairs: true }, own: { waitsFor: 'partner' } }]);
    const { event: shown } = await men[0].must('event.show', { eventId: event._id });
    expect(shown).toMatchObject({ inPairs: true, waiting: null });
  });

  it('finds the one woman behind a hundred and twenty men, who has a place at once together with the first of them', async () => {
    const event = publish(20);
    await Promise.all(people('men', 119, 1).map((man) => register(man, event, 'men')));
    itIs(Date.now() - 1);
    const [first] = people('men', 1) as [Phone];
    await register(first, event, 'men');
    itIs(Date.now() + MINUTE_MS);
    const [woman] = people('women', 1) as [Phone];
    expect(await register(woman, event, 'women')).toMatchObject({ state: 'confirmed', quota: 'women', waitsFor: null });
    expect(rowOf(event, first).state).toBe('confirmed');
    expect(noticesOf(first)).toEqual(['place-given']);
    expect(held(event)).toEqual([1, 1]);
    expectWhole(event);
  }, 60_000);

  it('asks whoever has waited longer than an offer stands, and confirms at once who said yes a moment ago', async () => {
    const event = publish(5);
    const [early, late] = people('men', 2) as [Phone, Phone];
    await queue(event, 'men', [early]);
    // Offers of that time stand for 24 hours.
    itIs(Date.now() + 24 * HOUR_MS);
    await queue(event, 'men', [late]);
    await queue(event, 'women', people('women', 2));
    expect(rowOf(event, early)).toMatchObject({ state: 'offered', until: Date.now() - 1 + 24 * HOUR_MS });
    expect(noticesOf(early)).toEqual(['place-offered']);
    expect(rowOf(event, late).state).toBe('confirmed');
    expect(noticesOf(late)).toEqual(['place-given']);
    expectWhole(event);
  });

  it('goes on with the next of the same side when an offer runs out or somebody leaves, and never with a second', async () => {
    const event = publish(2);
    const men = people('men', 5) as [Phone, Phone, Phone, Phone, Phone];
    const women = people('women', 4) as [Phone, Phone, Phone, Phone];
    await queue(event, 'men', men);
    await queue(event, 'women', women);
    expect(held(event)).toEqual([2, 2]);
    const look = neverTilts(event);
    await whileUnderWay(cancel(men[0], event), look);
    expect(rowOf(event, men[2]).state).toBe('offered');
    expect(held(event)).toEqual([2, 2]);
    itIs(Number(rowOf(event, men[2]).until));
    await whileUnderWay(passMinutes(0), look);
    expect(rowOf(event, men[2]).state).toBe('lapsed');
    expect(rowOf(event, men[3]).state).toBe('offered');
    expect(states(event)).toMatchObject({ 'women confirmed': 2, 'women waiting': 2, 'men waiting': 1 });
    expectWhole(event);
  });

  it('takes nobody’s place when the other side leaves; the next of that side has it at once, nobody else before', async () => {
    const event = publish(5);
    const men = people('men', 3) as [Phone, Phone, Phone];
    const women = people('women', 2) as [Phone, Phone];
    await queue(event, 'men', men);
    await queue(event, 'women', women);
    expect(held(event)).toEqual([2, 2]);
    await Promise.all(women.map((woman) => cancel(woman, event)));
    await passMinutes(10);
    expect(held(event)).toEqual([2, 0]);
    expect(rowOf(event, men[2]).state).toBe('waiting');
    await queue(event, 'women', people('women', 2, 2));
    expect(held(event)).toEqual([2, 2]);
    expect(states(event)).toMatchObject({ 'women confirmed': 2, 'men waiting': 1 });
    await queue(event, 'women', people('women', 1, 4));
    expect(held(event)).toEqual([3, 3]);
    expectWhole(event);
  });

  it('never tilts while sixty people come and every third leaves, whatever meets', async () => {
    const event = publish(12);
    const look = neverTilts(event);
    const come = async (nth: number): Promise<void> => {
      const phone = cloud.as(`anybody-${nth}`);
      await register(phone, event, nth % 5 < 3 ? 'men' : 'women');
      if (nth % 3 === 0) await cancel(phone, event);
    };
    for (let from = 0; from < 60; from += 20) {
      itIs(Date.now() + 1000);
      await whileUnderWay(Promise.all(Array.from({ length: 20 }, (_, nth) => come(from + nth))), look);
    }
    await whileUnderWay(passMinutes(3), look);
    await whileUnderWay(passMinutes(3), look);
    expectWhole(event);
    const waits = (side: Side) =>
      rowsOf(event).some(({ state, groups }) => state === 'waiting' && groups.includes(side));
    const { free } = stored(event).live;
    const isRoom = (side: Side) => waits(side) && (free[side] ?? 0) > 0;
    expect(isRoom('men') && isRoom('women')).toBe(false);
  }, 60_000);

  describe('after a crash', () => {
    it('of the call that joined the list last, two who wait for each other are found within minutes', async () => {
      const event = publish(5, { sweepAt: eventNow });
      await passMinutes(0);
      const { sweepAt } = stored(event);
      const [man] = people('men', 1) as [Phone];
      const [woman] = people('women', 1) as [Phone];
      await queue(event, 'men', [man]);
      await queue(event, 'women', [woman]);
      // As if nothing had come after her row.
      for (const phone of [man, woman]) changeRow(event, phone, { state: 'waiting', group: null });
      change(event, { live: { ...event.live }, sweepAt });
      await passMinutes(4);
      expect(held(event)).toEqual([0, 0]);
      await passMinutes(1);
      expect(states(event)).toEqual({ 'men confirmed': 1, 'women confirmed': 1 });
      expectWhole(event);
    });

    it('between act and rows, the rows follow with their places and both are told', async () => {
      const event = publish(5);
      const [man] = people('men', 1) as [Phone];
      const [woman] = people('women', 1) as [Phone];
      await queue(event, 'men', [man]);
      await queue(event, 'women', [woman]);
      for (const phone of [man, woman]) changeRow(event, phone, { state: 'waiting', group: null });
      cloud.store('notices').remove({ personId: man.personId });
      expect(await ownOf(man, event)).toMatchObject({ state: 'confirmed', quota: 'men' });
      await passMinutes(3);
      expect(states(event)).toEqual({ 'men confirmed': 1, 'women confirmed': 1 });
      expect(noticesOf(man)).toEqual(['place-given']);
      expectWhole(event);
    });

    it('the same request sent again makes the pair', async () => {
      const event = publish(5);
      const [man] = people('men', 1) as [Phone];
      const [woman] = people('women', 1) as [Phone];
      await queue(event, 'men', [man]);
      const same = wishOf(event, 'women');
      await woman.must('event.register', same);
      for (const phone of [man, woman]) changeRow(event, phone, { state: 'waiting', group: null });
      change(event, { live: { ...event.live } });
      expect(await woman.must('event.register', same)).toMatchObject({ state: 'confirmed' });
      expect(held(event)).toEqual([1, 1]);
    });
  });

  it('draws as many men as women, and everybody else waits and pairs up', async () => {
    const drawn = publish(5, {
      places: 'draw',
      draw: await cloud.inside(() => Promise.resolve(newDraw(eventIdOf('联谊'), true))),
    });
    await queue(drawn, 'men', people('men', 9));
    await queue(drawn, 'women', people('women', 3));
    expect(states(drawn)).toEqual({ 'men entered': 9, 'women entered': 3 });
    change(drawn, { sweepAt: eventNow });
    await passMinutes(1);
    // Until registration ends there is nothing to look for.
    expect(stored(drawn).sweepAt).toBe(drawn.closesAt);
    itIs(drawn.closesAt);
    change(drawn, { sweepAt: drawn.closesAt });
    await passMinutes(2);
    expect(held(drawn)).toEqual([3, 3]);
    expect(states(drawn)).toEqual({ 'men confirmed': 3, 'women confirmed': 3, 'men waiting': 6 });
    const { inPairs, quotas } = await cloud.as('anybody').must('event.showDraw', { eventId: drawn._id, page: 0 });
    expect([inPairs, quotas]).toEqual([true, half(5)]);
    const woman = people('women', 3).find((phone) => rowOf(drawn, phone).state === 'confirmed');
    if (woman === undefined) throw new Error('Nobody won.');
    await woman.must('event.cancel', { eventId: drawn._id, reason: 'work' });
    await passMinutes(2);
    expect(held(drawn)).toEqual([3, 2]);
  });

  it('promises no pairs where a draw was promised without them', async () => {
    const promised = async (inPairs: boolean) => {
      const id = inPairs ? '成对的' : '从前的';
      const draw = await cloud.inside(() => Promise.resolve(newDraw(eventIdOf(id), inPairs)));
      const event = anEvent(id, { kind: 'mixer', quotas: half(5), places: 'draw', draw });
      cloud.store('events').insert(event);
      return (await cloud.as('anybody').must('event.show', { eventId: event._id })).event.inPairs;
    };
    expect([await promised(true), await promised(false)]).toEqual([true, false]);
  });

  it('takes more pairs when it is made larger, in the order of the list', async () => {
    const event = publish(1);
    await queue(event, 'men', people('men', 3));
    await queue(event, 'women', people('women', 3));
    expect(held(event)).toEqual([1, 1]);
    expect(await saved(event, { quotas: half(2) })).toMatchObject({ ok: true });
    await passMinutes(1);
    expect(held(event)).toEqual([2, 2]);
    expect(rowOf(event, cloud.as('men-1')).state).toBe('confirmed');
    expectWhole(event);
  });

  it('stays in pairs, or not, once somebody has registered', async () => {
    const event = publish(2);
    expect(await saved(event, { kind: 'lecture' })).toMatchObject({ ok: true });
    expect(await saved(event, { kind: 'mixer' })).toMatchObject({ ok: true });
    await queue(event, 'men', people('men', 1));
    expect(await saved(event, { kind: 'lecture' })).toMatchObject({ refusal: 'pairs-fixed' });
    expect(await saved(event, { title: '周末联谊' })).toMatchObject({ ok: true });
  });

  it('leaves nobody waiting for places that went while they were on their way', async () => {
    const event = publish(2);
    const [man] = people('men', 1) as [Phone];
    let answer: unknown;
    let hasChanged = false;
    const call = man.ask('event.register', wishOf(event, 'men')).then((said) => (answer = said));
    await whileUnderWay(call, () => {
      if (hasChanged || rowsOf(event).length === 0) return;
      hasChanged = true;
      const quotas = [{ group: 'anyone' as const, places: 4 }];
      change(event, { quotas, live: freshLive(quotas) });
    });
    expect(answer).toEqual({ ok: false, refusal: 'no-quota-for-you' });
    expect(states(event)).toEqual({ 'men cancelled': 1 });
    expect(await register(man, event, 'men')).toMatchObject({ state: 'confirmed', quota: 'anyone' });
  });

  it('says both sides to the clerk', async () => {
    cloud.appoint('clerk', 'clerk', 'beicai');
    const event = publish(2);
    await queue(event, 'men', people('men', 4));
    await queue(event, 'women', people('women', 1));
    const { event: shown, figures } = await cloud.as('clerk').must('event.showDesk', { eventId: event._id });
    expect(shown.inPairs).toBe(true);
    expect(figures).toMatchObject({ confirmed: 2, waiting: 3 });
    expect(figures.sides).toEqual([
      { group: 'men', confirmed: 1, offered: 0, waiting: 3 },
      { group: 'women', confirmed: 1, offered: 0, waiting: 0 },
    ]);
  });

  it('costs five round trips on the list and ten with a partner, with the page’s slip', async () => {
    const event = publish(20);
    const phones = [...people('men', 1), ...people('women', 1)] as [Phone, Phone];
    const trips: number[] = [];
    for (const [nth, side] of sides.entries()) {
      const phone = phones[nth] as Phone;
      const { viewer } = await phone.must('event.show', { eventId: event._id });
      await phone.must('event.register', { ...wishOf(event, side), slip: viewer.slip });
      trips.push(phone.tripsOfLast());
    }
    expect(trips).toEqual([5, 10]);
  });

  it('costs no more than the contract says where an offer ran out, a hundred wait, and events were missed before', async () => {
    const event = publish(2);
    const men = people('men', 110);
    await Promise.all(men.map((man) => register(man, event, 'men')));
    // They have waited longer than an offer stands: the first is asked.
    itIs(Date.now() + 25 * HOUR_MS);
    const [woman] = people('women', 1) as [Phone];
    await register(woman, event, 'women');
    const back = men.find((man) => rowOf(event, man).state === 'offered');
    if (back === undefined) throw new Error('Nobody was asked.');
    itIs(Number(rowOf(event, back).until));
    const missed = ['1', '2'].map((name) => ({ eventId: eventIdOf(name), title: name, at: 0, counts: true }));
    const inAYear = Date.now() + 365 * 24 * HOUR_MS;
    cloud.store('event-guests').insert({
      _id: back.personId,
      revision: 1,
      missed: missed.map((one) => ({ ...one, expiresAt: inAYear })),
      purgeAt: inAYear,
    });
    const off = anEvent('取消的', { state: 'cancelled' });
    cloud.store('events').insert(off);
    const elsewhere = { _id: `${off._id}:${back.personId}`, eventId: off._id, lot: '00000000', state: 'confirmed' };
    cloud.store('registrations').insert({ ...rowOf(event, back), ...elsewhere });
    // Whoever was asked in vain joins at the end; the place goes to the next of their side.
    expect(await register(back, event, 'men')).toMatchObject({ state: 'waiting', position: 110 });
    expect(held(event)).toEqual([1, 1]);
    await passMinutes(1);
    expect(states(event)).toMatchObject({ 'men offered': 1, 'women confirmed': 1 });
    expectWhole(event);
  }, 60_000);
});
