import { RequestKey } from '../../types/evidence';
import { StationId } from '../../types/ids';
import type { Occupation } from '../../types/occupation';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aStation } from '../testing/stations';
import { forgottenAt } from './visit-days';
import { printedCode } from './station-code';

const [one, two, foreign] = ['beicai-1', 'beicai-2', 'weifang-1'].map((id) => StationId.parse(id)) as [
  StationId,
  StationId,
  StationId,
];
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const noon = at('2026-11-20T12:00:00');
const place = { longitude: 121.556, latitude: 31.179 };
const HOUR_MS = 3_600_000;

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openTestCloud();
});
beforeEach(() => {
  cloud.reset();
  itIs(noon);
  cloud
    .store('stations')
    .insertMany([aStation(one, { waterQuota: 2 }), aStation(two), aStation(foreign, { unionId: 'weifang' as never })]);
  cloud.appoint('chen', 'clerk', 'beicai');
  cloud.appoint('shen', 'administrator', 'pudong');
  cloud.appoint('helper', 'volunteer', 'beicai');
});
afterEach(() => {
  jest.useRealTimers();
});
afterAll(() => cloud.close());

const visit = (who: string, stationId = one, occupation: Occupation | null = null) =>
  cloud.as(who).must('station.checkIn', { code: null, stationId, place, occupation, visitorKey: null });
const visits = (count: number, stationId: StationId, occupation: Occupation | null) =>
  Promise.all(
    Array.from({ length: count }, (_, nth) => visit(`${stationId}-${occupation ?? ''}-${nth}`, stationId, occupation)),
  );
const key = (text: string | number): RequestKey => RequestKey.parse(String(text).padStart(22, '-'));
const drink = (who: string) =>
  cloud.as(who).must('station.takeWater', { code: printedCode(doorCode(one)), requestKey: key(1) });
const doorCode = (id: StationId): string => String(cloud.store('stations').get(id)?.['doorCode']);
const restock = (bottles: number, request: string) =>
  cloud.as('helper').must('station.restock', { stationId: one, bottles, requestKey: key(request) });

describe('a month in figures', () => {
  const report = (stationId: StationId | null, month = '2026-11', who = 'chen') =>
    cloud.as(who).must('station.useReport', { stationId, month });

  it('adds up: days, groups and evidence to all visits, and every day that has begun is named', async () => {
    await visits(6, one, 'courier');
    itIs(at('2026-11-21T12:00:00'));
    await visits(7, one, 'food-delivery');
    const { visits: all, days, groups, evidence, stations } = await report(one);
    expect({ all, stations }).toEqual({ all: 13, stations: 1 });
    expect(days).toHaveLength(21);
    expect(days.filter((day) => day.visits > 0)).toEqual([
      { day: '2026-11-20', visits: 6 },
      { day: '2026-11-21', visits: 7 },
    ]);
    expect(groups).toEqual([
      { occupation: 'food-delivery', visits: 7 },
      { occupation: 'courier', visits: 6 },
    ]);
    expect(evidence).toEqual([{ evidence: 'near', visits: 13 }]);
  });

  it('hides groups under five, and the next smallest where one would be told by the total', async () => {
    await visits(6, one, 'courier');
    await visits(1, one, 'taxi-driver');
    const { visits: all, groups } = await report(one);
    expect(all).toBe(7);
    expect(groups.filter((group) => group.visits !== null)).toEqual([{ occupation: 'courier', visits: 6 }]);
    expect(groups).toContainEqual({ occupation: 'taxi-driver', visits: null });
    expect(groups).toContainEqual({ occupation: null, visits: null });
  });

  it('of a union tells nothing of a station that the station’s own hides', async () => {
    await visits(3, one, 'courier');
    await visits(8, one, 'food-delivery');
    await visits(2, one, null);
    await visits(9, two, 'courier');
    await visits(7, two, 'food-delivery');
    await visits(9, two, null);
    const toldOf = ({ groups }: Awaited<ReturnType<typeof report>>) =>
      groups.filter(({ visits: told }) => told !== null);
    const [union, own, other] = [await report(null), await report(one), await report(two)];
    expect(union.visits).toBe(38);
    expect(toldOf(own)).toEqual([{ occupation: 'food-delivery', visits: 8 }]);
    expect(new Map(toldOf(other).map(({ occupation, visits: told }) => [occupation, told]))).toEqual(
      new Map([
        ['courier', 9],
        [null, 9],
        ['food-delivery', 7],
      ] as const),
    );
    // Less the other station's, what is left is the eight that the station shows itself.
    expect(new Map(toldOf(union).map(({ occupation, visits: told }) => [occupation, told]))).toEqual(
      new Map([
        ['food-delivery', 15],
        ['courier', 9],
        [null, 9],
      ] as const),
    );
    expect(union.groups.filter(({ visits: told }) => told === null).length).toBeGreaterThan(0);
  });

  it('is of the caller’s unions and those below, each station once', async () => {
    await visits(5, one, 'courier');
    await visits(5, two, 'courier');
    await visits(5, foreign, 'courier');
    expect(await report(null)).toMatchObject({ stations: 2, visits: 10 });
    expect(await report(null, '2026-11', 'shen')).toMatchObject({ stations: 3, visits: 15 });
    const rolesOf = (name: string) => cloud.store('staff').find({ name })[0]?.['roles'] as object[];
    const both = { name: 'both', roles: [...rolesOf('chen'), ...rolesOf('shen')], unionIds: ['beicai'] };
    cloud.store('staff').insert({ _id: cloud.as('both').personId, ...both });
    expect(await report(null, '2026-11', 'both')).toMatchObject({ stations: 3, visits: 15 });
    expect(await report(null, '2026-10')).toMatchObject({ stations: 0, visits: 0, groups: [] });
  });

  it('counts the bottles that were given out, of one station and of all', async () => {
    await restock(24, 'a');
    await Promise.all(['a', 'b', 'c'].map(drink));
    expect(await report(one)).toMatchObject({ bottles: 3 });
    expect(await report(null)).toMatchObject({ bottles: 3 });
    expect(await report(two)).toMatchObject({ bottles: 0 });
    itIs(at('2026-12-01T12:00:00'));
    await drink('a');
    expect(await report(null, '2026-12')).toMatchObject({ bottles: 1 });
    expect(await report(null)).toMatchObject({ bottles: 3 });
  });

  it('is for those who keep the list of a union’s stations', async () => {
    const ask = (who: string, stationId: StationId) =>
      cloud.as(who).ask('station.useReport', { stationId, month: '2026-11' });
    expect(await ask('chen', foreign)).toEqual({ ok: false, refusal: 'outside-your-unions' });
    expect(await ask('helper', one)).toEqual({ ok: false, refusal: 'not-allowed' });
    expect(await ask('chen', StationId.parse('nowhere'))).toEqual({ ok: false, refusal: 'station-not-found' });
  });

  it('reads more stations than one page brings', async () => {
    await visit('rider');
    const [use] = cloud.store('station-use').find({});
    const many = Array.from({ length: 2_500 }, (_, nth) => {
      const stationId = `st-${String(nth).padStart(4, '0')}`;
      return { ...use, _id: `${stationId}:2026-11`, stationId };
    });
    cloud.store('station-use').insertMany(many);
    expect(await report(null)).toMatchObject({ stations: 2_501, visits: 2_501 });
  });
});

describe('what the timer forgets', () => {
  /** As the timer would: inside a call of the platform's clock. */
  const purge = async (now: EpochMs): Promise<void> => {
    itIs(now);
    await cloud.tick('station');
  };
  const use = (month = '2026-11') => cloud.store('station-use').get(`${one}:${month}`);

  it('is who visited, once nobody can be on a visit of that day any more; the counters stay', async () => {
    await visits(6, one, 'courier');
    const before = use();
    const over = forgottenAt(noon);
    expect(over).toBe(at('2026-11-21T02:10:00'));
    await purge(EpochMs.parse(over - 1));
    expect(use()).toEqual(before);
    await purge(over);
    expect(use()).toMatchObject({ visits: 6, days: { '20': 6 }, groups: { courier: 6 }, visitors: {} });
    expect(use()?.['purgeAt']).toBe(at('2026-11-22T02:10:00'));
  });

  it('is yesterday and not today', async () => {
    await visit('rider');
    itIs(at('2026-11-21T01:00:00'));
    await visit('courier');
    await purge(at('2026-11-21T02:10:00'));
    expect(Object.keys(use()?.['visitors'] as object)).toEqual(['21']);
  });

  it('is nothing more of a month that is over', async () => {
    itIs(at('2026-11-30T23:30:00'));
    await visit('rider');
    itIs(at('2026-12-01T00:30:00'));
    await visit('courier');
    await purge(at('2026-12-01T02:10:00'));
    expect(use()).toMatchObject({ visits: 1, visitors: {} });
    expect(Object.keys(use('2026-12')?.['visitors'] as object)).toEqual(['01']);
    await purge(at('2026-12-02T02:10:00'));
    expect(use('2026-12')).toMatchObject({ visits: 1, visitors: {} });
    expect(cloud.store('station-use').count({ purgeAt: { $lt: at('2027-02-01T00:00:00') } })).toBe(1);
  });

  it('is the bottles of a person’s day and the requests of a shelf, whose counts stay', async () => {
    await restock(24, 'a');
    await drink('rider');
    await purge(at('2026-11-21T02:10:00'));
    expect(cloud.store('water-takes').count({})).toBe(0);
    expect(cloud.store('station-stock').get(one)).toMatchObject({ bottles: 23, taken: { '2026-11': 1 }, done: {} });
  });

  it('is a grant of a door after 30 days, and a report of one when its time has come', async () => {
    const grant = { _id: 'n1', stationId: one, doorId: 'd', personId: cloud.as('rider').personId, at: noon };
    cloud.store('door-grants').insert({ ...grant, purgeAt: noon + HOUR_MS });
    await purge(EpochMs.parse(noon + HOUR_MS - 1));
    expect(cloud.store('door-grants').count({})).toBe(1);
    await purge(EpochMs.parse(noon + HOUR_MS));
    expect(cloud.store('door-grants').count({})).toBe(0);
  });

  describe('and what it puts right', () => {
    const supply = () =>
      cloud
        .store('cases')
        .find({ kind: 'supply' })
        .map(({ _id, state }) => [_id, state]);

    it('is an empty shelf of which nobody told the head', async () => {
      await restock(1, 'a');
      await drink('rider');
      cloud.store('cases').remove({ kind: 'supply' });
      await purge(EpochMs.parse(noon + 60_000));
      expect(supply()).toEqual([[`supply:${one}:1`, 'pending']]);
    });

    it('is a filled shelf whose case nobody closed', async () => {
      await restock(1, 'a');
      await drink('rider');
      const [empty] = cloud.store('cases').find({ kind: 'supply' });
      await restock(24, 'b');
      cloud.store('cases').remove({ kind: 'supply' });
      cloud.store('cases').insert(empty as never);
      await purge(EpochMs.parse(noon + 60_000));
      expect(supply()).toEqual([[`supply:${one}:1`, 'closed']]);
    });
  });

  it('is done twice without harm', async () => {
    await visits(3, one, null);
    await restock(2, 'a');
    await drink('rider');
    const state = () => ['station-use', 'station-stock', 'cases'].map((name) => cloud.store(name).find({}));
    await purge(at('2026-11-21T02:10:00'));
    const once = state();
    await purge(at('2026-11-21T02:10:00'));
    expect(state()).toEqual(once);
  });
});
