import type { PersonId } from '../../types/ids';
import { EpochMs, NEVER } from '../../types/time';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { matchNow } from '../testing/matchmaking';
import type { PoolWorld } from '../testing/pool-world';
import { DAY, poolWorld } from '../testing/pool-world';
import { markNever, markProposed, pairMarks, purgePairs, untilOf } from './pair-marks';

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
  const untils = (): EpochMs[] => world.pairs().map(untilOf);

  it('holds half a year from a proposal on, whichever is named first', async () => {
    await inside((one, other) => markProposed(other, one, matchNow));
    expect([...(await marked(EpochMs.parse(at(180) - 1)))]).toEqual([qiang]);
    expect([...(await marked(at(180)))]).toEqual([]);
  });

  it('names nobody', async () => {
    await inside((one, other) => markNever(one, other, matchNow));
    const text = JSON.stringify(world.pairs());
    for (const who of [fang, qiang]) expect(text).not.toContain(who);
    expect(text).not.toContain(String(NEVER));
  });

  it('that holds for ever is never shortened, not by two who are proposed at that moment', async () => {
    await inside((one, other) => markProposed(one, other, matchNow));
    await inside((one, other) => Promise.all([markNever(one, other, matchNow), markProposed(one, other, at(1))]));
    expect(untils()).toEqual([NEVER]);
    await inside((one, other) => markProposed(one, other, at(2)));
    expect(untils()).toEqual([NEVER]);
  });

  it('is made longer by a later proposal, and not shorter by one that comes late', async () => {
    await inside((one, other) => markProposed(one, other, at(10)));
    await inside((one, other) => markProposed(one, other, matchNow));
    expect(untils()).toEqual([at(190)]);
    await inside((one, other) => markProposed(one, other, at(20)));
    expect(untils()).toEqual([at(200)]);
  });

  it('goes when it holds no more; one that holds is looked at again as late as any', async () => {
    await inside((one, other) => markNever(one, other, matchNow));
    await inside((one) => (liu === undefined ? Promise.resolve() : markProposed(one, liu, matchNow)));
    expect(await cloud.inside(() => purgePairs(EpochMs.parse(at(180) - 1), 10))).toBe(0);
    expect(await cloud.inside(() => purgePairs(at(180), 10))).toBe(2);
    expect(untils()).toEqual([NEVER]);
    expect(world.pairs()).toMatchObject([{ lookAt: at(360) }]);
    expect(await cloud.inside(() => purgePairs(at(180), 10))).toBe(0);
  });
});
