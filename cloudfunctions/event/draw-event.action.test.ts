import { EpochMs } from '../../types/time';
import { anEvent, eventNow } from '../testing/events';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aRegistration } from '../testing/registrations';
import { drawn, entriesDigest } from './draw';
import { drawEvent, drawsAt } from './draw-event';
import { newDraw } from './draw-seed';
import { EventRecord } from './records';
import { Registration, registrationId } from './registration-records';
import { DrawPage } from './series-records';

const LOTS = 4_000;

describe('the draw of an event', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => cloud.reset());
  afterAll(() => cloud.close());

  const people = (count: number) => Array.from({ length: count }, (_, nth) => cloud.as(`guest ${nth}`));
  const aDrawEvent = (more: Partial<EventRecord> = {}): EventRecord => {
    const event = anEvent('观影抽签', { places: 'draw', ...more });
    return { ...event, draw: newDraw(event._id) };
  };
  /** An event that `count` people entered, every third with two children. */
  const prepared = (count: number, more: Partial<EventRecord> = {}): EventRecord => {
    const event = aDrawEvent(more);
    cloud.store('events').insert(event);
    cloud.store('registrations').insertMany(people(count).map((phone, nth) => enteredBy(event, phone.personId, nth)));
    return event;
  };
  const enteredBy = (event: EventRecord, personId: Registration['personId'], nth: number): Registration =>
    aRegistration(event, personId, {
      state: 'entered',
      registeredAt: EpochMs.parse(event.opensAt + nth),
      people: nth % 3 === 0 ? 3 : 1,
    });
  const put = (collection: string, document: EventRecord | Registration): void => {
    cloud.store(collection).remove({ _id: document._id });
    cloud.store(collection).insert(document);
  };
  const stored = (event: EventRecord): EventRecord => EventRecord.parse(cloud.store('events').get(event._id));
  const rows = (): Registration[] =>
    cloud
      .store('registrations')
      .find({})
      .map((row) => Registration.parse(row));
  const afterClosing = (event: EventRecord): EpochMs => EpochMs.parse(event.closesAt + 120_000);
  const sweepOnce = (event: EventRecord, allowance = LOTS) =>
    cloud.inside(() => drawEvent(stored(event), afterClosing(event), allowance));
  const sweep = async (event: EventRecord): Promise<void> => {
    while ((await sweepOnce(event)) === 'again');
  };

  /** What the draw must have come to, made again from what anybody may read. */
  const expectWhole = (event: EventRecord): void => {
    const { live, quotas, draw } = stored(event);
    const entries = cloud
      .store('event-draws')
      .find({})
      .map((page) => DrawPage.parse(page))
      .filter(({ _id }) => _id.includes(draw?.entriesDigest ?? '?'))
      .flatMap((page) => page.entries);
    expect(draw).toMatchObject({ told: null, count: entries.length, entriesDigest: entriesDigest(entries) });
    const order = drawn(draw?.seed ?? '', entries, quotas);
    const byNumber = new Map(rows().map((row) => [row.lot, row]));
    order.forEach(({ lot, won }, index) => {
      const row = byNumber.get(lot);
      if (row?.state === 'cancelled') return;
      expect(row).toMatchObject({ state: won === null ? 'waiting' : 'confirmed', group: won, revision: 2 });
      if (won === null) expect(row?.orderKey).toBe(`${String(index + 1).padStart(15, '0')}:${lot}`);
      else expect(live.holders[row?.personId ?? '']).toMatchObject({ claim: row?.claim, until: null, group: won });
    });
    for (const { group, places } of quotas) {
      const held = Object.values(live.holders).filter((holder) => holder.group === group);
      expect((live.free[group] ?? 0) + held.reduce((sum, holder) => sum + holder.people, 0)).toBe(places);
    }
    const told = cloud.store('notices').find({});
    expect(told).toHaveLength(rows().filter(({ state }) => state !== 'cancelled').length);
  };

  it('gives the places by lot, lets everybody know, and can be made again by anybody', async () => {
    const event = prepared(40);
    await sweep(event);
    expectWhole(event);
    expect(stored(event).history).toMatchObject([{ act: 'drawn' }]);
    const won = rows().filter(({ state }) => state === 'confirmed');
    expect(cloud.store('notices').find({ kind: 'draw-won' })).toHaveLength(won.length);
    const [winner] = won;
    expect(winner?.steps.map(({ step }) => step)).toEqual(['enter', 'win']);
  });

  it('waits a minute and a half after registration closed, for requests that are still under way', async () => {
    const event = prepared(3);
    expect(drawsAt(event)).toBe(event.closesAt + 90_000);
    const at = (ms: number) => cloud.inside(() => drawEvent(stored(event), EpochMs.parse(event.closesAt + ms), LOTS));
    expect(await at(89_999)).toBe('nothing');
    expect(stored(event).draw?.drawnAt).toBeNull();
    expect(await at(90_000)).toBe('again');
    expect(stored(event).draw?.drawnAt).toBe(event.closesAt + 90_000);
  });

  it('keeps its seed sealed until then', async () => {
    const event = prepared(3);
    expect(stored(event).draw?.seed).toBeNull();
    await sweepOnce(event);
    const seed = stored(event).draw?.seed ?? '?';
    expect(seed).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(event)).not.toContain(seed);
  });

  it('leaves out who cancelled before', async () => {
    const event = prepared(5);
    const [gone] = rows();
    if (gone === undefined) throw new Error('Nobody entered.');
    put('registrations', { ...gone, state: 'cancelled' });
    await sweep(event);
    expect(stored(event).draw?.count).toBe(4);
    expect(stored(event).live.holders).not.toHaveProperty(gone.personId);
    expectWhole(event);
  });

  it('draws nothing of an event that was called off, and nothing twice', async () => {
    const event = prepared(5, { state: 'cancelled' });
    expect(await sweepOnce(event)).toBe('nothing');
    expect(stored(event).draw?.seed).toBeNull();
    put('events', { ...event, state: 'closed' });
    await sweep(event);
    const before = stored(event);
    expect(await sweepOnce(event)).toBe('nothing');
    expect(stored(event)).toEqual(before);
  });

  it('gives nobody a place when nobody entered, and says so with a digest of nothing', async () => {
    const event = prepared(0);
    await sweep(event);
    expect(stored(event).draw).toMatchObject({ count: 0, told: null, entriesDigest: entriesDigest([]) });
    expect(stored(event).live.free).toEqual({ anyone: 10 });
  });

  it('takes somebody who arrived after the draw to the end of the list', async () => {
    const event = prepared(30);
    await sweepOnce(event);
    const late = cloud.as('a slow line').personId;
    cloud.store('registrations').insert(enteredBy(event, late, 1));
    await sweep(event);
    const row = Registration.parse(cloud.store('registrations').get(registrationId(event._id, late)));
    expect(row).toMatchObject({ state: 'waiting' });
    const waiting = rows()
      .filter(({ state }) => state === 'waiting')
      .sort((one, other) => (one.orderKey < other.orderKey ? -1 : 1));
    expect(waiting[waiting.length - 1]?.personId).toBe(late);
    expect(stored(event).draw?.count).toBe(30);
    expect(cloud.store('notices').find({ personId: late })).toMatchObject([{ kind: 'draw-waiting' }]);

    const later = cloud.as('a slower line').personId;
    cloud.store('registrations').insert(enteredBy(event, later, 2));
    await sweep(event);
    expect(cloud.store('registrations').get(registrationId(event._id, later))).toMatchObject({ state: 'waiting' });
  });

  it('is one draw when two timers make it, even of different entries', async () => {
    const event = prepared(30);
    const early = stored(event);
    const at = afterClosing(event);
    const first = cloud.inside(() => drawEvent(early, at, LOTS));
    cloud.store('registrations').insert(enteredBy(event, cloud.as('just in time').personId, 1));
    await Promise.all([first, cloud.inside(() => drawEvent(early, at, LOTS))]);
    await Promise.all([sweep(event), sweep(event)]);
    expect(stored(event).history).toHaveLength(1);
    expect(rows().filter(({ state }) => state === 'entered')).toHaveLength(0);
    expectWhole(event);
  });

  it('goes on after a crash that left entries kept and nothing drawn', async () => {
    const event = prepared(30);
    await sweepOnce(event);
    put('events', event);
    await sweep(event);
    expect(cloud.store('event-draws').find({})).toHaveLength(1);
    expectWhole(event);
  });

  it('goes on after a crash that left some rows settled and nobody told', async () => {
    const event = prepared(250);
    await sweepOnce(event);
    const drawnEvent = stored(event);
    await sweepOnce(event, 1);
    expect(stored(event).draw?.told).toBe(100);
    // The machine died before it told anybody, and before it wrote down how far it came.
    for (const { _id } of cloud.store('notices').find({})) cloud.store('notices').remove({ _id });
    put('events', drawnEvent);
    await sweep(event);
    expectWhole(event);
  });

  it('lets whoever cancels between the draw and the word go in peace', async () => {
    const event = prepared(30);
    await sweepOnce(event);
    const [holder] = Object.keys(stored(event).live.holders);
    const row = rows().find(({ personId }) => personId === holder);
    if (row === undefined) throw new Error('Nobody won.');
    put('registrations', { ...row, state: 'cancelled', revision: 2 });
    await sweep(event);
    expect(cloud.store('registrations').get(row._id)).toMatchObject({ state: 'cancelled', revision: 2 });
    expect(cloud.store('notices').find({ personId: row.personId })).toHaveLength(0);
    expectWhole(event);
  });

  it('tells what is being told about the event first: the draw changes the order of its rows', async () => {
    const event = prepared(3);
    const telling = {
      key: 'k',
      kind: 'event-moved',
      to: 'everybody',
      words: null,
      when: null,
      at: eventNow,
      after: null,
    };
    cloud.store('events').update({ _id: event._id }, { $set: { tellings: [telling] } });
    expect(await sweepOnce(event)).toBe('nothing');
    expect(stored(event).draw?.drawnAt).toBeNull();
    put('events', event);
    await sweepOnce(event);
    cloud.store('events').update({ _id: event._id }, { $set: { tellings: [telling] } });
    expect(await sweepOnce(event)).toBe('again');
    expect(rows().every(({ state }) => state === 'entered')).toBe(true);
  });

  it('knows one’s own number in the draw, and not one that was given up or came after it', async () => {
    const event = prepared(3);
    const ownLot = async (): Promise<string | null> =>
      (await cloud.as('guest 1').must('event.showDraw', { eventId: event._id, page: 0 })).ownLot;
    const id = registrationId(event._id, cloud.as('guest 1').personId);
    const own = Registration.parse(cloud.store('registrations').get(id));
    expect(await ownLot()).toBe(own.lot);
    put('registrations', { ...own, state: 'cancelled', steps: [...own.steps, { at: eventNow, step: 'cancel' }] });
    expect(await ownLot()).toBeNull();
    put('registrations', own);
    await sweep(event);
    expect(await ownLot()).toBe(own.lot);
    const drawnRow = Registration.parse(cloud.store('registrations').get(id));
    put('registrations', { ...drawnRow, state: 'cancelled' });
    expect(await ownLot()).toBe(own.lot);
    put('registrations', {
      ...drawnRow,
      state: 'waiting',
      steps: [...drawnRow.steps, { at: eventNow, step: 'enter' }],
    });
    expect(await ownLot()).toBeNull();
  });

  it('shows anybody the promise before and everything after, and nobody a name', async () => {
    const event = prepared(1_200, { quotas: [{ group: 'anyone', places: 100 }] });
    const stranger = cloud.as('a stranger');
    const before = await stranger.must('event.showDraw', { eventId: event._id, page: 0 });
    expect(before).toMatchObject({ seed: null, entriesDigest: null, count: 0, entries: [], ownLot: null });
    expect(before).toMatchObject({ commitment: event.draw?.commitment, drawsAt: event.closesAt + 90_000 });
    await sweep(event);
    const pages = await Promise.all(
      [0, 1, 2].map((page) => stranger.must('event.showDraw', { eventId: event._id, page })),
    );
    expect(pages.map(({ entries }) => entries.length)).toEqual([1_000, 200, 0]);
    expect(pages[0]).toMatchObject({ count: 1_200, pages: 2, seed: stored(event).draw?.seed, drawsAt: null });
    expect(entriesDigest(pages.flatMap(({ entries }) => entries))).toBe(pages[0]?.entriesDigest);
    expect(JSON.stringify(pages)).not.toMatch(/李|飞|p[A-Za-z0-9_-]{22}/);
    const [row] = rows();
    const own = await cloud.as('guest 0').must('event.showDraw', { eventId: event._id, page: 0 });
    expect(rows().find(({ lot }) => lot === own.ownLot)?.personId).toBe(cloud.as('guest 0').personId);
    expect(row).toBeDefined();
  });

  it('has nothing to show of a draft, or of an event without a draw', async () => {
    const draft = aDrawEvent({ state: 'draft' });
    const plain = anEvent('讲座');
    cloud.store('events').insert(draft);
    cloud.store('events').insert(plain);
    const phone = cloud.as('a stranger');
    expect(await phone.ask('event.showDraw', { eventId: draft._id, page: 0 })).toMatchObject({
      refusal: 'event-not-found',
    });
    expect(await phone.ask('event.showDraw', { eventId: plain._id, page: 0 })).toMatchObject({ refusal: 'no-draw' });
  });

  it('settles two thousand entries within a few sweeps', async () => {
    const event = prepared(2_000, { quotas: [{ group: 'anyone', places: 200 }] });
    await sweepOnce(event);
    const drawnEvent = stored(event);
    expect(Object.values(drawnEvent.live.holders).reduce((sum, holder) => sum + holder.people, 0)).toBe(200);
    let sweeps = 1;
    while ((await sweepOnce(event, 1_000)) === 'again') sweeps += 1;
    expect(sweeps).toBeLessThanOrEqual(4);
    expectWhole(event);
  }, 60_000);
});
