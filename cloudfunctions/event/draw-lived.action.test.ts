import { createHash } from 'node:crypto';
import type { RequestKey } from '../../types/evidence';
import type { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventNow } from '../testing/events';
import { newDraw } from './draw-seed';
import { EventRecord } from './records';
import { Registration, registrationId } from './registration-records';

const MINUTE_MS = 60_000;
const keyOf = (text: string): RequestKey => createHash('sha256').update(text).digest('base64url').slice(0, 22) as never;

/** From the first tap to the last offer, by the actions and the clock alone. */
describe('a draw, as people live it', () => {
  let cloud: TestCloud;
  let event: EventRecord;
  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(eventNow);
    const plain = anEvent('观影抽签', { places: 'draw', quotas: [{ group: 'anyone', places: 2 }] });
    event = { ...plain, draw: newDraw(plain._id), sweepAt: plain.closesAt };
    cloud.store('events').insert(event);
  });
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  const wish = (key: string) => ({
    eventId: event._id,
    requestKey: keyOf(key),
    slip: null,
    name: '李小飞',
    quota: null,
    children: [],
    guardianConsent: null,
    saysAge: false,
    answers: {},
  });
  const enter = (phone: Phone, key: string) => phone.must('event.register', wish(key));
  const stored = (): EventRecord => EventRecord.parse(cloud.store('events').get(event._id));
  const rowOf = (phone: Phone): Registration =>
    Registration.parse(cloud.store('registrations').get(registrationId(event._id, phone.personId)));
  const guests = (count: number): Phone[] => Array.from({ length: count }, (_, nth) => cloud.as(`guest ${nth}`));
  /** The timer rings every minute from an instant on. */
  const minutes = async (from: EpochMs, count: number): Promise<void> => {
    for (let minute = 0; minute < count; minute += 1) {
      itIs(from + minute * MINUTE_MS);
      expect(await cloud.tick('event')).toMatchObject({ sweep: { ok: true } });
    }
  };
  const draw = () => minutes(event.closesAt, 5);
  const expectWhole = (): void => {
    const { free, holders } = stored().live;
    const held = Object.values(holders).reduce((sum, { people }) => sum + people, 0);
    expect((free['anyone'] ?? 0) + held).toBe(2);
  };

  it('takes entries until one millisecond before closing, and none exactly at closing', async () => {
    itIs(event.closesAt - 1);
    expect(await enter(cloud.as('just in time'), 'a')).toMatchObject({ state: 'entered', position: null });
    itIs(event.closesAt);
    expect(await cloud.as('too late').ask('event.register', wish('b'))).toMatchObject({ refusal: 'closed' });
  });

  it('draws among those who are still in it, tells each, and the rest wait in the order that was drawn', async () => {
    const all = guests(6);
    for (const [nth, phone] of all.entries()) await enter(phone, `wish ${nth}`);
    const [gone, ...rest] = all;
    if (gone !== undefined) await gone.must('event.cancel', { eventId: event._id, reason: null });
    await draw();
    const states = rest.map((phone) => rowOf(phone).state).sort();
    expect(states).toEqual(['confirmed', 'confirmed', 'waiting', 'waiting', 'waiting']);
    expect(stored().draw).toMatchObject({ count: 5, told: null });
    const told = await Promise.all(rest.map((phone) => phone.must('notice.listOwn', {})));
    expect(
      told
        .map(({ items }) => items.map(({ kind }) => kind))
        .flat()
        .sort(),
    ).toEqual(['draw-waiting', 'draw-waiting', 'draw-waiting', 'draw-won', 'draw-won']);
    if (gone !== undefined) expect((await gone.must('notice.listOwn', {})).items).toHaveLength(0);
    expectWhole();
  });

  it('offers a place that is given back to the first of those who were not drawn', async () => {
    const all = guests(5);
    for (const [nth, phone] of all.entries()) await enter(phone, `wish ${nth}`);
    await draw();
    const winner = all.find((phone) => rowOf(phone).state === 'confirmed');
    const [next] = all
      .filter((phone) => rowOf(phone).state === 'waiting')
      .sort((one, other) => (rowOf(one).orderKey < rowOf(other).orderKey ? -1 : 1));
    if (winner === undefined || next === undefined) throw new Error('Nobody won, or nobody waits.');
    await winner.must('event.cancel', { eventId: event._id, reason: 'work' });
    expect(rowOf(next).state).toBe('offered');
    await next.must('event.acceptOffer', { eventId: event._id });
    expect(rowOf(next).state).toBe('confirmed');
    expectWhole();
    const shown = await winner.must('event.showDraw', { eventId: event._id, page: 0 });
    expect(shown.ownLot).toBe(rowOf(winner).lot);
  });

  it('gives everybody a place when there are enough', async () => {
    const all = guests(2);
    for (const [nth, phone] of all.entries()) await enter(phone, `wish ${nth}`);
    await draw();
    expect(all.map((phone) => rowOf(phone).state)).toEqual(['confirmed', 'confirmed']);
    expect(stored().live.free).toEqual({ anyone: 0 });
  });

  it('lets somebody cancel between the draw and the word of it: the place is not lost', async () => {
    const all = guests(4);
    for (const [nth, phone] of all.entries()) await enter(phone, `wish ${nth}`);
    // Up to the sweep that draws: rows and words follow in the next.
    await minutes(event.closesAt, 3);
    expect(stored().draw?.told).toBe(0);
    const winner = all.find((phone) => Object.hasOwn(stored().live.holders, phone.personId));
    await winner?.must('event.cancel', { eventId: event._id, reason: 'work' });
    await minutes((event.closesAt + 3 * MINUTE_MS) as EpochMs, 6);
    const states = all.map((phone) => rowOf(phone).state).sort();
    expect(states).toEqual(['cancelled', 'confirmed', 'offered', 'waiting']);
    expectWhole();
  });
});
