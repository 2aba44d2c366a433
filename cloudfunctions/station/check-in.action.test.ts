import type { InputFor } from '../../types/contracts';
import { VisitorKey } from '../../types/evidence';
import { StationId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aStation } from '../testing/stations';
import type { StationRecord } from './records';
import { printedCode, rotatingCode } from './station-code';
import { visitorMark } from './visit';

const id = StationId.parse('beicai-1');
const station = aStation(id);
const otherStation = aStation('beicai-2');
const atTheDoor = { longitude: 121.556, latitude: 31.179 };
const twoKilometresOff = { longitude: 121.577, latitude: 31.179 };
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const noon = at('2026-11-20T12:00:00');
const HOUR_MS = 3_600_000;
const key = (nth: number): VisitorKey => VisitorKey.parse(String(nth).padStart(22, 'k'));

type Wish = InputFor<'station.checkIn'>;
const aVisit = (more: Partial<Wish> = {}): Wish => ({
  code: null,
  stationId: null,
  place: null,
  occupation: null,
  visitorKey: null,
  ...more,
});
const tapped = (more: Partial<Wish> = {}): Wish => aVisit({ stationId: id, place: atTheDoor, ...more });
const scanned = (more: Partial<Wish> = {}): Wish => aVisit({ code: printedCode(station.doorCode), ...more });
const shownNow = (now: EpochMs = noon, more: Partial<Wish> = {}): Wish =>
  aVisit({ code: rotatingCode(station.doorCode, now), ...more });

describe('checking in at a station', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(noon);
    cloud.store('stations').insertMany([station, otherStation]);
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const checkIn = (who: string, wish: Wish) => cloud.as(who).must('station.checkIn', wish);
  const refusal = (who: string, wish: Wish) => cloud.as(who).ask('station.checkIn', wish);
  const stored = (): StationRecord => cloud.store('stations').get(id) as unknown as StationRecord;

  /** The counters of every month, after seeing that they agree with one another. */
  const counted = () =>
    cloud
      .store('station-use')
      .find({})
      .map((use) => {
        const sum = (field: string): number =>
          Object.values(use[field] as Record<string, number>).reduce((total, count) => total + count, 0);
        for (const field of ['days', 'groups', 'evidence']) expect(sum(field)).toBe(use['visits']);
        return { month: use['month'], visits: use['visits'], days: use['days'] };
      });
  const visits = (): number => counted().reduce((total, use) => total + Number(use.visits), 0);

  describe('what it rests on', () => {
    it.each([
      ['the changing code', () => shownNow(), 'rotating-code'],
      [
        'the changing code and a phone that is wrong about its place',
        () => shownNow(noon, { place: twoKilometresOff }),
        'rotating-code',
      ],
      ['the printed code and a phone close by', () => scanned({ place: atTheDoor }), 'code-and-near'],
      ['the printed code and a phone that says nothing', () => scanned(), 'door-code'],
      ['the printed code and a phone far away', () => scanned({ place: twoKilometresOff }), 'door-code'],
      ['a tap close by', () => tapped(), 'near'],
    ] as const)('is %s', async (_what, wish, evidence) => {
      expect(await checkIn('rider', wish())).toMatchObject({
        stationId: id,
        name: station.name,
        evidence,
        isNew: true,
      });
      expect(cloud.store('station-use').get(`${id}:2026-11`)).toMatchObject({ evidence: { [evidence]: 1 } });
    });

    it.each([
      ['a tap far away', () => tapped({ place: twoKilometresOff }), 'too-far'],
      ['a tap that says no place', () => tapped({ place: null }), 'place-needed'],
      ['a forged code', () => scanned({ code: `s.${station.doorCode}.00000000` }), 'code-unreadable'],
      ['a code that changed since', () => shownNow(EpochMs.parse(noon - 60_000)), 'code-expired'],
      [
        'the code of another station than the one picked',
        () => scanned({ stationId: otherStation._id }),
        'other-station',
      ],
      ['the code of a station that is gone', () => scanned({ code: printedCode('H0M3S7VN') }), 'station-not-found'],
      ['a station that is none', () => tapped({ stationId: StationId.parse('nowhere') }), 'station-not-found'],
      ['nothing at all', () => aVisit(), 'station-not-found'],
    ] as const)('is never %s', async (_what, wish, refused) => {
      expect(await refusal('rider', wish())).toEqual({ ok: false, refusal: refused });
      expect(cloud.store('station-use').count({})).toBe(0);
    });

    it('is a code where nobody surveyed the place', async () => {
      cloud.store('stations').insert(aStation('unsurveyed', { place: null }));
      const wish = tapped({ stationId: StationId.parse('unsurveyed') });
      expect(await refusal('rider', wish)).toEqual({ ok: false, refusal: 'code-needed' });
    });

    it('is told as it was counted when the same visit is shown better later', async () => {
      await checkIn('rider', tapped());
      expect(await checkIn('rider', shownNow())).toMatchObject({ evidence: 'near', isNew: false, visitedAt: noon });
    });
  });

  describe('by somebody who is not signed in', () => {
    const stranger = async (wish: Wish) =>
      (await cloud.nobody('station', { action: 'checkIn', input: wish })).result as Record<string, unknown>;

    it('counts once for a phone that drew a key and shows a code', async () => {
      expect(await stranger(scanned({ visitorKey: key(1) }))).toMatchObject({ value: { isNew: true } });
      expect(await stranger(scanned({ visitorKey: key(1) }))).toMatchObject({ value: { isNew: false } });
      expect(await stranger(scanned({ visitorKey: key(2) }))).toMatchObject({ value: { isNew: true } });
      expect(visits()).toBe(2);
    });

    it('needs a code, and a key', async () => {
      expect(await stranger(tapped({ visitorKey: key(1) }))).toMatchObject({ refusal: 'code-needed' });
      expect(await stranger(scanned())).toMatchObject({ refusal: 'visitor-unknown' });
      expect(cloud.store('station-use').count({})).toBe(0);
    });

    it('is no word of an open door', async () => {
      await stranger(shownNow(noon, { visitorKey: key(1) }));
      expect(stored().live.statements).toEqual({});
    });

    it('cannot pass for somebody who is', async () => {
      await checkIn('rider', scanned({ visitorKey: key(1) }));
      expect(await stranger(scanned({ visitorKey: key(1) }))).toMatchObject({ value: { isNew: true } });
    });
  });

  describe('once', () => {
    it('counts 500 people who arrive together and tap three times each as 500 visits', async () => {
      const people = Array.from({ length: 500 }, (_, nth) => `rider-${nth}`);
      const wishes = people.flatMap((who, nth) => {
        const wish = nth % 2 === 0 ? shownNow(noon, { occupation: 'courier' }) : tapped();
        return [1, 2, 3].map(() => checkIn(who, wish));
      });
      const answers = await Promise.all(wishes);
      expect(answers.filter(({ isNew }) => isNew)).toHaveLength(500);
      expect(counted()).toEqual([{ month: '2026-11', visits: 500, days: { '20': 500 } }]);
      expect(cloud.store('station-use').get(`${id}:2026-11`)).toMatchObject({ groups: { courier: 250, unknown: 250 } });
      expect(Object.keys(stored().live.statements).length).toBeLessThanOrEqual(3);
    });

    it('counts a retry after a lost answer with the first, and says when that was', async () => {
      await checkIn('rider', tapped());
      itIs(noon + 5_000);
      expect(await checkIn('rider', tapped())).toMatchObject({ isNew: false, visitedAt: noon });
      expect(visits()).toBe(1);
    });

    it('counts coming again when the cool-down is over, and not a millisecond earlier', async () => {
      await checkIn('rider', tapped());
      itIs(noon + 2 * HOUR_MS - 1);
      expect(await checkIn('rider', tapped())).toMatchObject({ isNew: false });
      itIs(noon + 2 * HOUR_MS);
      expect(await checkIn('rider', tapped())).toMatchObject({ isNew: true, visitedAt: noon + 2 * HOUR_MS });
      const again = await Promise.all([1, 2, 3].map(() => checkIn('rider', tapped())));
      expect(again.map(({ isNew }) => isNew)).toEqual([false, false, false]);
      expect(visits()).toBe(2);
    });

    it('counts coming again once, however often it is tapped together', async () => {
      await checkIn('rider', tapped());
      itIs(noon + 3 * HOUR_MS);
      const again = await Promise.all([1, 2, 3].map(() => checkIn('rider', tapped())));
      expect(again.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(visits()).toBe(2);
    });

    it('counts the same person at two stations twice', async () => {
      await checkIn('rider', scanned());
      await checkIn('rider', scanned({ code: printedCode(otherStation.doorCode) }));
      expect(visits()).toBe(2);
    });

    it('goes on in the middle of a month that another visitor began', async () => {
      await Promise.all(['a', 'b', 'c', 'd'].map((who) => checkIn(who, tapped())));
      expect(visits()).toBe(4);
    });
  });

  describe.each([
    ['midnight', '2026-11-20T23:59:59.999', '2026-11-21T00:00:00'],
    ['the end of a month', '2026-11-30T23:59:59.999', '2026-12-01T00:00:00'],
    ['the end of a year', '2026-12-31T23:59:59.999', '2027-01-01T00:00:00'],
  ])('about %s', (_when, before, after) => {
    it('is one visit before and after it', async () => {
      itIs(at(before));
      await checkIn('rider', tapped());
      itIs(at(after));
      expect(await checkIn('rider', tapped())).toMatchObject({ isNew: false, visitedAt: at(before) });
      itIs(at(before) + 2 * HOUR_MS);
      expect(await checkIn('rider', tapped())).toMatchObject({ isNew: true });
      expect(visits()).toBe(2);
    });

    it('is one visit when two taps meet about it, whichever arrives first', async () => {
      for (const order of ['before first', 'after first']) {
        cloud.store('station-use').remove({});
        const who = `rider ${order}`;
        const [first, second] = order === 'before first' ? [before, after] : [after, before];
        itIs(at(first));
        const one = checkIn(who, tapped());
        itIs(at(second));
        const other = checkIn(who, tapped());
        expect((await Promise.all([one, other])).filter(({ isNew }) => isNew)).toHaveLength(1);
      }
    });

    it('counts each of 60 people once who come in the first minute and tap three times', async () => {
      itIs(at(after));
      const people = Array.from({ length: 60 }, (_, nth) => `rider-${nth}`);
      await Promise.all(people.flatMap((who) => [1, 2, 3].map(() => cloud.as(who).ask('station.checkIn', tapped()))));
      // Whoever was told to try again does.
      await Promise.all(people.map((who) => checkIn(who, tapped())));
      expect(visits()).toBe(60);
    });

    it('is counted on the day on which it began', async () => {
      itIs(at(after));
      await checkIn('rider', tapped());
      const use = cloud.store('station-use').get(`${id}:${after.slice(0, 7)}`);
      expect(use).toMatchObject({ visits: 1, days: { [after.slice(8, 10)]: 1 } });
    });
  });

  it('counts a first visit of a month whose document was made a moment before', async () => {
    const made = {
      _id: `${id}:2026-11`,
      stationId: id,
      month: '2026-11',
      scope: station.scope,
      visits: 0,
      days: {},
      groups: {},
      evidence: {},
      visitors: {},
      purgeAt: noon,
    };
    cloud.store('station-use').insert(made);
    expect(await checkIn('rider', tapped())).toMatchObject({ isNew: true });
    expect(visits()).toBe(1);
  });

  it('takes up a visit of the new month that died between last month’s document and this one’s', async () => {
    const midnight = at('2026-12-01T00:00:00');
    itIs(midnight);
    await checkIn('rider', tapped());
    cloud.store('station-use').remove({ _id: `${id}:2026-12` });
    expect(await checkIn('rider', tapped())).toMatchObject({ isNew: true, visitedAt: midnight });
    expect(visits()).toBe(1);
  });

  describe('by the changing code, as word of an open door', () => {
    it('opens on the map what the table of hours says is closed, once two have come', async () => {
      const night = at('2026-11-20T21:00:00');
      itIs(night);
      expect((await checkIn('rider', shownNow(night))).status.state).toBe('doubtful');
      expect((await checkIn('courier', shownNow(night))).status.state).toBe('open');
      expect(Object.values(stored().live.statements)).toEqual([
        { says: 'open', at: night, atTheDoor: true },
        { says: 'open', at: night, atTheDoor: true },
      ]);
    });

    it('is heard from three and no more, until their word is stale', async () => {
      for (const who of ['a', 'b', 'c', 'd', 'e']) await checkIn(who, shownNow());
      expect(Object.keys(stored().live.statements)).toHaveLength(3);
      const later = EpochMs.parse(noon + HOUR_MS);
      itIs(later);
      await checkIn('f', shownNow(later));
      expect(Object.values(stored().live.statements)).toEqual([{ says: 'open', at: later, atTheDoor: true }]);
    });

    it('takes the place of what the same person said before', async () => {
      const report = { stationId: id, says: 'locked', place: atTheDoor, code: null } as const;
      expect((await cloud.as('rider').must('station.reportDoor', report)).status.state).toBe('doubtful');
      itIs(noon + 1_000);
      expect((await checkIn('rider', shownNow())).status.state).toBe('open');
      expect(Object.values(stored().live.statements)).toEqual([{ says: 'open', at: noon + 1_000, atTheDoor: true }]);
    });

    it('is not heard by the printed code, which a photograph would do for', async () => {
      await checkIn('rider', scanned({ place: atTheDoor }));
      expect(stored().live.statements).toEqual({});
    });
  });

  it('tells whether bottles may be taken by scan', async () => {
    expect(await checkIn('rider', tapped())).toMatchObject({ hasWater: false });
    cloud.store('stations').insert(aStation('with-water', { waterQuota: 2 }));
    const wish = tapped({ stationId: StationId.parse('with-water') });
    expect(await checkIn('rider', wish)).toMatchObject({ hasWater: true });
  });

  it('writes down nobody’s name and nobody’s place', async () => {
    await checkIn('rider', shownNow(noon, { place: { longitude: 121.5571357, latitude: 31.1791357 } }));
    const written = cloud.everythingWritten();
    expect(written).not.toContain('1357');
    expect(written).not.toContain(cloud.as('rider').personId);
    expect(visitorMark(id, cloud.as('rider').personId)).not.toBe(
      visitorMark(otherStation._id, cloud.as('rider').personId),
    );
  });
});
