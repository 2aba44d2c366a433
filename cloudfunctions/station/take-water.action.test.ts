import { RequestKey } from '../../types/evidence';
import { StationId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aStation } from '../testing/stations';
import { printedCode } from './station-code';

const id = StationId.parse('beicai-1');
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const noon = at('2026-11-20T12:00:00');
const MINUTE_MS = 60_000;
const key = (text: string | number): RequestKey => RequestKey.parse(String(text).padStart(22, '-'));
const none = { ok: false, refusal: 'none-left' };
const used = { ok: false, refusal: 'quota-used' };

describe('water by scan', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(noon);
    cloud
      .store('stations')
      .insertMany([
        aStation(id, { waterQuota: 2 }),
        aStation('beicai-2', { waterQuota: 2 }),
        aStation('generous', { waterQuota: 3 }),
        aStation('dry'),
      ]);
    cloud.appoint('head', 'station-head', 'beicai');
    cloud.appoint('helper', 'volunteer', 'beicai');
    cloud.appoint('stranger', 'station-head', 'weifang');
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const codeOf = (station: string): string => printedCode(String(cloud.store('stations').get(station)?.['doorCode']));
  const ask = (who: string, request: string | number, station: string = id) =>
    cloud.as(who).ask('station.takeWater', { code: codeOf(station), requestKey: key(request) });
  const take = (who: string, request: string | number, station: string = id) =>
    cloud.as(who).must('station.takeWater', { code: codeOf(station), requestKey: key(request) });
  const restock = (
    bottles: number,
    request: string | number = `restock ${bottles}`,
    who = 'helper',
    station: string = id,
  ) =>
    cloud.as(who).ask('station.restock', {
      stationId: StationId.parse(station),
      bottles,
      requestKey: key(String(request).replaceAll(' ', '_')),
    });
  const stock = (station: string = id) => {
    const stored = cloud.store('station-stock').get(station);
    if (stored === undefined) throw new Error('no stock');
    return stored;
  };
  const bottles = (station: string = id): unknown => stock(station)['bottles'];
  const supplyCases = () => cloud.store('cases').find({ kind: 'supply' });

  it('is one bottle, one less on the shelf, and one more given out this month', async () => {
    await restock(24);
    expect(await take('rider', 1)).toMatchObject({ stationId: id, takenToday: 1, dailyQuota: 2, at: noon });
    expect(stock()).toMatchObject({ bottles: 23, taken: { '2026-11': 1 } });
  });

  it('is the same bottle when the same request comes again, one after another or together', async () => {
    await restock(24);
    const first = await take('rider', 1);
    itIs(noon + 5_000);
    expect(await take('rider', 1)).toEqual(first);
    const together = await Promise.all([1, 2, 3, 4].map(() => take('courier', 1)));
    expect(new Set(together.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(bottles()).toBe(22);
  });

  it('is two bottles a day for a person, wherever they are taken', async () => {
    await restock(24);
    await restock(24, 'other', 'helper', 'beicai-2');
    await take('rider', 1);
    expect(await take('rider', 2, 'beicai-2')).toMatchObject({ takenToday: 2 });
    expect(await ask('rider', 3)).toEqual(used);
    itIs(at('2026-11-20T23:59:59.999'));
    expect(await ask('rider', 4)).toEqual(used);
    itIs(at('2026-11-21T00:00:00'));
    expect(await take('rider', 5)).toMatchObject({ takenToday: 1 });
  });

  it('is the quota of the station where one stands', async () => {
    await restock(24);
    await restock(24, 'other', 'helper', 'generous');
    for (const nth of [1, 2, 3]) await take('rider', nth, 'generous');
    expect(await ask('rider', 4)).toEqual(used);
  });

  it('is never more than the quota, on however many phones a person asks at once', async () => {
    await restock(24);
    await Promise.all([1, 2].map((nth) => ask('rider', nth)));
    await Promise.all([3, 4, 5, 6, 7].map((nth) => ask('rider', nth)));
    await Promise.all([1, 2, 3, 4].map((nth) => ask('rider', nth)));
    expect(cloud.store('water-takes').count({})).toBe(2);
    expect(bottles()).toBe(22);
  });

  it('gives the last ten bottles to ten of a hundred people, and the head one case', async () => {
    await restock(10);
    const people = Array.from({ length: 100 }, (_, nth) => `rider-${nth}`);
    const answers = await Promise.all(people.map((who) => ask(who, 1)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 90 }, () => none));
    expect(stock()).toMatchObject({ bottles: 0, taken: { '2026-11': 10 } });
    expect(supplyCases()).toEqual([expect.objectContaining({ _id: `supply:${id}:1`, state: 'pending' })]);
    expect(cloud.store('water-takes').count({})).toBe(10);
  });

  it('is for whoever shows the same key as another a bottle of their own', async () => {
    await restock(24);
    await take('rider', 'shared');
    await take('courier', 'shared');
    expect(bottles()).toBe(22);
  });

  it.each([
    ['a forged code', (): string => 's.H0M3S7VN.00000000', 'code-unreadable'],
    ['the code of a station that is gone', (): string => printedCode('H0M3S7VN'), 'station-not-found'],
    ['the code of a station that gives none', (): string => codeOf('dry'), 'no-scan-water'],
    ['a station with an empty shelf', (): string => codeOf('beicai-2'), 'none-left'],
  ] as const)('is not given for %s', async (_what, code: () => string, refusal) => {
    const wish = { code: code(), requestKey: key(1) };
    expect(await cloud.as('rider').ask('station.takeWater', wish)).toEqual({ ok: false, refusal });
    expect(cloud.store('water-takes').count({})).toBe(0);
  });

  it('is not given at another station for a request that was answered here', async () => {
    await restock(24);
    await restock(24, 'other', 'helper', 'beicai-2');
    await take('rider', 1);
    expect(await ask('rider', 1, 'beicai-2')).toEqual({ ok: false, refusal: 'other-station' });
    expect(bottles('beicai-2')).toBe(24);
  });

  it('costs a person nothing of the day when none is left', async () => {
    await restock(24, 'other', 'helper', 'beicai-2');
    for (const nth of [1, 2, 3]) expect(await ask('rider', nth)).toEqual(none);
    expect(await take('rider', 4, 'beicai-2')).toMatchObject({ takenToday: 1 });
  });

  it('is the same bottle when the answer got lost about midnight', async () => {
    await restock(24);
    itIs(at('2026-11-20T23:59:59.999'));
    const first = await take('rider', 1);
    itIs(at('2026-11-21T00:00:01'));
    expect(await take('rider', 1)).toEqual(first);
    expect(stock()).toMatchObject({ bottles: 23, taken: { '2026-11': 1 } });
  });

  describe('when everything died between the two steps', () => {
    /** As if the shelf had never been asked. */
    const undo = async () => {
      const before = stock();
      await take('rider', 1);
      cloud.store('station-stock').remove({ _id: id });
      cloud.store('station-stock').insert(before);
    };

    it('gives the bottle to whoever asks again, and takes one off the shelf', async () => {
      await restock(24);
      await undo();
      itIs(noon + 5 * MINUTE_MS);
      expect(await take('rider', 1)).toMatchObject({ takenToday: 1, at: noon });
      await take('rider', 1);
      expect(bottles()).toBe(23);
    });

    it('gives the person’s place to their next request when nobody asks again', async () => {
      await restock(24);
      await undo();
      await take('rider', 2);
      expect(await ask('rider', 3)).toEqual(used);
      itIs(noon + MINUTE_MS);
      expect(await take('rider', 3)).toMatchObject({ takenToday: 2 });
      expect(await ask('rider', 4)).toEqual(used);
      expect(await ask('rider', 1)).toEqual(used);
      expect(bottles()).toBe(22);
    });

    it('still tells the head that the shelf is empty when the last one’s request comes again', async () => {
      await restock(1);
      await take('rider', 1);
      cloud.store('cases').remove({ kind: 'supply' });
      await take('rider', 1);
      expect(supplyCases()).toHaveLength(1);
    });
  });

  describe('delivered', () => {
    it('counts once, however often the same request comes, about midnight too', async () => {
      expect(await restock(24, 'a')).toEqual({ ok: true, value: { bottles: 24 } });
      await Promise.all([1, 2, 3].map(() => restock(24, 'a')));
      itIs(at('2026-11-20T23:59:59.999'));
      await restock(6, 'b');
      itIs(at('2026-11-21T00:00:00'));
      expect(await restock(6, 'b')).toEqual({ ok: true, value: { bottles: 30 } });
      expect(bottles()).toBe(30);
    });

    it('counts the first delivery once when it arrives twice at the same moment', async () => {
      await Promise.all([1, 2, 3].map(() => restock(24, 'a')));
      expect(bottles()).toBe(24);
    });

    it('counts each of two that arrive at the same moment', async () => {
      await Promise.all([restock(24, 'a'), restock(12, 'b', 'head')]);
      expect(bottles()).toBe(36);
    });

    it('may be written off, and never below zero', async () => {
      await restock(24);
      expect(await restock(-25)).toEqual({ ok: false, refusal: 'below-zero' });
      expect(await restock(-20)).toEqual({ ok: true, value: { bottles: 4 } });
      expect(await restock(-4)).toEqual({ ok: true, value: { bottles: 0 } });
      expect(supplyCases()).toEqual([expect.objectContaining({ state: 'pending' })]);
      expect(await restock(-1, 'more')).toEqual({ ok: false, refusal: 'below-zero' });
      expect(await restock(-1, 'none', 'helper', 'beicai-2')).toEqual({ ok: false, refusal: 'below-zero' });
    });

    it('closes the case of the empty shelf, and the next time it is empty opens another', async () => {
      await restock(1, 'a');
      await take('rider', 1);
      await restock(1, 'b');
      await take('courier', 1);
      expect(supplyCases().map(({ _id, state, decidedBy }) => [_id, state, decidedBy])).toEqual([
        [`supply:${id}:1`, 'closed', 'helper'],
        [`supply:${id}:2`, 'pending', null],
      ]);
    });

    it('closes the case of a shelf on which nothing ever stood', async () => {
      await ask('rider', 1);
      expect(supplyCases()).toEqual([expect.objectContaining({ _id: `supply:${id}:0`, state: 'pending' })]);
      await restock(24);
      expect(supplyCases()).toEqual([expect.objectContaining({ _id: `supply:${id}:0`, state: 'closed' })]);
    });

    it('is written in the station’s history, once', async () => {
      await restock(24, 'a');
      await restock(24, 'a');
      expect(cloud.store('station-changes').find({ stationId: id })).toEqual([
        expect.objectContaining({ act: 'restocked', by: 'helper', office: '北蔡镇总工会' }),
      ]);
    });

    it('is for the station’s own people, and where bottles are given by scan', async () => {
      expect(await restock(24, 'a', 'stranger')).toEqual({ ok: false, refusal: 'outside-your-unions' });
      expect(await restock(24, 'a', 'helper', 'dry')).toEqual({ ok: false, refusal: 'no-scan-water' });
      expect(await restock(24, 'a', 'helper', 'nowhere')).toEqual({ ok: false, refusal: 'station-not-found' });
      expect(await restock(24, 'a', 'rider')).toEqual({ ok: false, refusal: 'not-allowed' });
      expect(cloud.store('station-stock').count({})).toBe(0);
    });

    it('loses no bottle when people take and helpers bring at the same time', async () => {
      await restock(20, 'a');
      const takes = Array.from({ length: 30 }, (_, nth) => ask(`rider-${nth}`, 1));
      const brought = [restock(5, 'b'), restock(5, 'c', 'head')];
      const taken = (await Promise.all(takes)).filter(({ ok }) => ok).length;
      const delivered = (await Promise.all(brought)).filter(({ ok }) => ok).length * 5;
      expect(bottles()).toBe(20 + delivered - taken);
      expect(stock()).toMatchObject({ taken: { '2026-11': taken } });
    });
  });

  it('is written down under nobody’s name or id', async () => {
    await restock(24);
    await take('rider', 1);
    expect(cloud.everythingWritten()).not.toContain(cloud.as('rider').personId);
  });
});

describe('the codes for a screen', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await openTestCloud();
    cloud.store('stations').insert(aStation(id));
    cloud.appoint('helper', 'volunteer', 'beicai');
    cloud.appoint('stranger', 'station-head', 'weifang');
  });
  beforeEach(() => {
    itIs(noon);
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  it('are given to whoever looks after the station, and each is taken in its half minute', async () => {
    const { codes, asOf } = await cloud.as('helper').must('station.presenceCodes', { stationId: id });
    expect(asOf).toBe(noon);
    const last = codes.at(-1);
    itIs(last?.from ?? 0);
    const wish = { code: last?.code ?? '', stationId: null, place: null, occupation: null, visitorKey: null };
    expect(await cloud.as('rider').must('station.checkIn', wish)).toMatchObject({ evidence: 'rotating-code' });
  });

  it('are given to nobody else', async () => {
    const ask = (who: string, stationId = id) => cloud.as(who).ask('station.presenceCodes', { stationId });
    expect(await ask('stranger')).toEqual({ ok: false, refusal: 'outside-your-unions' });
    expect(await ask('rider')).toEqual({ ok: false, refusal: 'not-allowed' });
    expect(await ask('helper', StationId.parse('nowhere'))).toEqual({ ok: false, refusal: 'station-not-found' });
  });
});
