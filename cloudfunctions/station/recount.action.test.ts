import fc from 'fast-check';
import { allDay, aStation } from '../testing/stations';
import type { StationRecord } from './records';
import { recount } from './recount';
import { tallyNetwork } from './tally-network';
import { countStations, parentOf } from './station-tallies';
import type { Tally } from './tally-records';
import { tallyBefore } from '../testing/tallies-before';
import { openLocalCloud } from '../../emulator/local-cloud';
import type { LocalCloud } from '../../emulator/local-cloud';
import { collections } from '../runtime/collections';

const plenty = () => ({ trips: 1_000 });
const at = (longitude: number, latitude: number) => ({
  place: { type: 'Point' as const, coordinates: [longitude, latitude] as [number, number] },
});

describe('counting squares and streets anew', () => {
  let cloud: LocalCloud;
  const inside = <Value>(act: () => Promise<Value>): Promise<Value> => cloud.runAs({ console: true }, act);
  const put = (...all: readonly StationRecord[]): void => {
    for (const { _id } of all) cloud.documents('stations').remove({ _id });
    cloud.documents('stations').insertMany(all);
  };
  const tally = (id: string): Tally => {
    const [found] = cloud.documents('station-tallies').find({ _id: id });
    if (found === undefined) throw new Error(`no ${id}`);
    return found as never;
  };
  /** What a tally must say, counted the slow way. */
  const naive = (id: string): Pick<Tally, 'count' | 'figures' | 'sorts'> => {
    const all = cloud.documents('stations').find({}) as never as StationRecord[];
    const within = all.filter((station) => station.tallies.some((own) => chain(own).includes(id)));
    return canonical(countStations(within));
  };
  const stored = (id: string) => canonical(tally(id));

  beforeAll(async () => {
    cloud = await openLocalCloud({ dataFile: ':memory:', collections, functions: { handlers: {} }, strict: true });
  });
  beforeEach(() => cloud.reset());
  afterAll(() => cloud.close());

  it('counts a station in its street, its square and every larger square', async () => {
    const one = aStation('one');
    put(one, aStation('two', at(121.5, 31.2)));
    expect(await inside(() => recount([...one.tallies, ...aStation('two', at(121.5, 31.2)).tallies], plenty()))).toBe(
      true,
    );
    expect(tally('street:浦东新区:北蔡镇').count).toBe(2);
    for (const id of one.tallies.flatMap(chain)) expect(stored(id)).toEqual(naive(id));
    expect(one.tallies.flatMap(chain)).toHaveLength(6);
  });

  it('leaves nothing behind where a station went away', async () => {
    const here = aStation('one');
    const there = aStation('one', { ...at(121.9, 31.05), street: '老港镇' });
    put(here);
    await inside(() => recount(here.tallies, plenty()));
    put(there);
    await inside(() => recount([...here.tallies, ...there.tallies], plenty()));
    for (const id of [...here.tallies, ...there.tallies].flatMap(chain)) expect(stored(id)).toEqual(naive(id));
    expect(tally('street:浦东新区:北蔡镇').count).toBe(0);
    expect(tally('street:浦东新区:老港镇').count).toBe(1);
  });

  it('takes twelve round trips for a station that stays where it is', async () => {
    const one = aStation('one');
    put(one);
    const allowance = { trips: 12 };
    expect(await inside(() => recount(one.tallies, allowance))).toBe(true);
    expect(allowance.trips).toBe(0);
  });

  it('says so when the allowance ends before the largest square', async () => {
    const one = aStation('one');
    put(one);
    expect(await inside(() => recount(one.tallies, { trips: 11 }))).toBe(false);
  });

  it('goes on from squares in the notation before, and leaves none of it where it counted', async () => {
    const stations = [aStation('one'), aStation('two', { opening: allDay, features: ['driver-home'] })];
    put(...stations);
    cloud.documents('station-tallies').insertMany(tallyNetwork(stations).map((one) => tallyBefore(one, stations)));
    const third = aStation('three', at(121.9, 31.05));
    put(third);
    await inside(() => recount(third.tallies, plenty()));
    for (const id of third.tallies.flatMap(chain)) {
      expect(stored(id)).toEqual(naive(id));
      expect(tally(id)).not.toHaveProperty('hours');
    }
  });

  it('misses no change that comes in while others are counting', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 60 }), { minLength: 2, maxLength: 3 }), async (turns) => {
        cloud.reset();
        await inside(() => recount(aStation('s-0').tallies, plenty()));
        await Promise.all(
          turns.map(async (turn, nth) => {
            for (let waited = 0; waited < turn; waited += 1) await Promise.resolve();
            const station = aStation(`s-${nth}`);
            put(station);
            await inside(() => recount(station.tallies, plenty()));
          }),
        );
        for (const id of aStation('s-0').tallies.flatMap(chain)) expect(tally(id).count).toBe(turns.length);
      }),
      { numRuns: 25 },
    );
  });

  it('ends with what a slow count says, whatever moves while fifty count at once', async () => {
    const places = fc.record({
      longitude: fc.double({ min: 121.4, max: 121.7, noNaN: true }),
      latitude: fc.double({ min: 31, max: 31.3, noNaN: true }),
      street: fc.constantFrom('北蔡镇', '金桥镇'),
      broken: fc.boolean(),
      /** Turns of the event loop before it moves: some move while others look. */
      turns: fc.nat({ max: 20 }),
    });
    const moved = (
      { longitude, latitude, street, broken }: { longitude: number; latitude: number; street: string; broken: boolean },
      nth: number,
    ) =>
      aStation(`s-${nth}`, {
        ...at(longitude, latitude),
        street,
        facilities: [{ code: 'water', count: 1, state: broken ? 'broken' : 'ok', checkedAt: null }],
      });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(places, places), { minLength: 50, maxLength: 50 }), async (moves) => {
        cloud.reset();
        const before = moves.map(([from], nth) => moved(from, nth));
        const after = moves.map(([, to], nth) => moved(to, nth));
        put(...before);
        await inside(() =>
          recount(
            before.flatMap(({ tallies }) => tallies),
            plenty(),
          ),
        );
        await Promise.all(
          after.map(async (station, nth) => {
            for (let turn = 0; turn < (moves[nth]?.[1].turns ?? 0); turn += 1)
              await new Promise((resolve) => setImmediate(resolve));
            put(station);
            await inside(() => recount([...(before[nth]?.tallies ?? []), ...station.tallies], plenty()));
          }),
        );
        const ids = new Set([...before, ...after].flatMap(({ tallies }) => tallies).flatMap(chain));
        for (const id of ids) expect(stored(id)).toEqual(naive(id));
      }),
      { numRuns: 1 },
    );
  });
});

/** A tally and all that hold it. */
const chain = (id: string): string[] => {
  const upper = parentOf(id);
  return upper === null ? [id] : [id, ...chain(upper)];
};

/** What a count says, in one order. */
const canonical = ({ count, figures, sorts }: Pick<Tally, 'count' | 'figures' | 'sorts'>) => ({
  count,
  figures: [...figures].sort((one, other) => one.figure.localeCompare(other.figure)),
  sorts,
});
