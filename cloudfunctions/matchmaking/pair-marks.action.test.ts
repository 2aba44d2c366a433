import * as fc from 'fast-check';
import type { PersonId } from '../../types/ids';
import { EpochMs, NEVER } from '../../types/time';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { matchNow } from '../testing/matchmaking';
import type { PoolWorld } from '../testing/pool-world';
import { DAY, poolWorld } from '../testing/pool-world';
import { pairKeyOf } from './ids';
import { lengthOf, markNever, markProposed, pairMarks, purgePairs, untilOf } from './pair-marks';

describe('the mark of two people', () => {
  let cloud: TestCloud;
  let world: PoolWorld;
  let [fang, qiang, liu]: PersonId[] = [];

  beforeAll(async () => {
    cloud = await openTestCloud();
    world = poolWorld(cloud);
  });
  beforeEach(() => {
    world.open();
    [fang, qiang, liu] = ['小芳', '阿强', '大刘'].map((name) => cloud.as(name).personId);
  });
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  const at = (days: number): EpochMs => EpochMs.parse(matchNow + days * DAY);
  const inside = <Value>(act: (one: PersonId, other: PersonId) => Promise<Value>): Promise<Value> => {
    if (fang === undefined || qiang === undefined) throw new Error('There is nobody.');
    const [one, other] = [fang, qiang];
    return cloud.inside(() => act(one, other));
  };
  const marked = (now: EpochMs) =>
    inside((one, other) => pairMarks(one, liu === undefined ? [other] : [other, liu], now));
  const heldFrom = (days: number): EpochMs =>
    EpochMs.parse(at(days) + lengthOf(pairKeyOf(fang as PersonId, qiang as PersonId), at(days)));
  const untils = (): EpochMs[] => world.pairs().map(untilOf);

  it('holds as long as was drawn from a proposal on, whichever is named first', async () => {
    await inside((one, other) => markProposed(other, one, matchNow));
    const over = heldFrom(0);
    expect([...(await marked(EpochMs.parse(over - 1)))]).toEqual([qiang]);
    expect([...(await marked(over))]).toEqual([]);
  });

  it('holds between half a year and a year, drawn anew each time, and nobody can tell how long', () => {
    const keys = fc.string({ minLength: 43, maxLength: 43 });
    const drawn = new Set<number>();
    fc.assert(
      fc.property(keys, fc.integer({ min: 0, max: 5_000 }), (key, day) => {
        const days = lengthOf(key, at(day)) / DAY;
        drawn.add(days);
        return Number.isInteger(days) && days >= 180 && days <= 365;
      }),
    );
    expect(drawn.size).toBeGreaterThan(20);
    const ofOnePair = [0, 365, 730, 1_095].map((day) => lengthOf('the same two', at(day)));
    expect(new Set(ofOnePair).size).toBeGreaterThan(1);
  });

  it('names nobody', async () => {
    await inside((one, other) => markNever(pairKeyOf(one, other), matchNow));
    const text = JSON.stringify(world.pairs());
    for (const who of [fang, qiang]) expect(text).not.toContain(who);
    expect(text).not.toContain(String(NEVER));
  });

  it('that holds for ever is never shortened, not by two who are proposed at that moment', async () => {
    await inside((one, other) => markProposed(one, other, matchNow));
    await inside((one, other) =>
      Promise.all([markNever(pairKeyOf(one, other), matchNow), markProposed(one, other, at(1))]),
    );
    expect(untils()).toEqual([NEVER]);
    await inside((one, other) => markProposed(one, other, at(2)));
    expect(untils()).toEqual([NEVER]);
  });

  it('is made longer by a later proposal, and not shorter by one that comes late', async () => {
    await inside((one, other) => markProposed(one, other, at(10)));
    await inside((one, other) => markProposed(one, other, matchNow));
    const longest = Math.max(heldFrom(0), heldFrom(10));
    expect(untils()).toEqual([longest]);
    await inside((one, other) => markProposed(one, other, at(20)));
    expect(untils()).toEqual([Math.max(longest, heldFrom(20))]);
  });

  it('goes when it holds no more; one that holds is looked at again as late as any', async () => {
    await inside((one, other) => markNever(pairKeyOf(one, other), matchNow));
    await inside((one) => (liu === undefined ? Promise.resolve() : markProposed(one, liu, matchNow)));
    expect(await cloud.inside(() => purgePairs(EpochMs.parse(at(365) - 1), 10))).toBe(0);
    expect(await cloud.inside(() => purgePairs(at(365), 10))).toBe(2);
    expect(untils()).toEqual([NEVER]);
    expect(world.pairs()).toMatchObject([{ lookAt: at(730) }]);
    expect(await cloud.inside(() => purgePairs(at(365), 10))).toBe(0);
  });
});
