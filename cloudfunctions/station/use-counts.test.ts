import * as fc from 'fast-check';
import type { GroupCount, ShownCount } from './use-counts';
import { SMALLEST_SHOWN, shownGroups, sumOfShown } from './use-counts';

const names = ['courier', 'food', 'taxi', 'sanitation'] as const;
type Name = (typeof names)[number];
const counts = (...visits: number[]): GroupCount<Name>[] =>
  names.slice(0, visits.length).map((group, nth) => ({ group, visits: visits[nth] ?? 0 }));
const shown = (...visits: number[]) =>
  Object.fromEntries(shownGroups(counts(...visits)).map(({ group, visits: n }) => [group, n]));
const totalOf = (all: readonly { visits: number | null }[]): number =>
  all.reduce((sum, { visits }) => sum + (visits ?? 0), 0);

describe('visits by group', () => {
  it('shows groups of five, and not of four', () => {
    expect(shown(5, 4, 4, 0)).toEqual({ courier: 5, food: null, taxi: null, sanitation: null });
  });

  it('leaves out groups without a visit when nothing is hidden', () => {
    expect(shown(7, 5, 0, 0)).toEqual({ courier: 7, food: 5 });
    expect(shown(0, 0, 0, 0)).toEqual({});
  });

  it('hides groups without a visit with the small ones, so that one visit may be anybody’s', () => {
    expect(shown(1, 0, 9, 0)).toEqual({ taxi: 9, courier: null, food: null, sanitation: null });
  });

  it('hides the next smallest with a group that would be hidden alone', () => {
    expect(shown(4, 6, 9, 12)).toEqual({ sanitation: 12, taxi: 9, courier: null, food: null });
  });

  it('hides the next smallest with groups that must all be four', () => {
    expect(shown(4, 4, 9, 12)).toEqual({ sanitation: 12, courier: null, food: null, taxi: null });
  });

  it('hides all of the same size, so that the order of the list tells nothing', () => {
    expect(shown(3, 5, 5, 9)).toEqual({ sanitation: 9, courier: null, food: null, taxi: null });
  });

  it('shows the largest first', () => {
    expect(shownGroups(counts(5, 9, 7, 6)).map(({ visits }) => visits)).toEqual([9, 7, 6, 5]);
  });

  const few = fc.nat(8);
  const worlds = fc.oneof(fc.tuple(few, few, few), fc.tuple(few, few, few, few));

  it('never shows a number below five, and nothing but true numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }), (visits) => {
        const truth = counts(...visits);
        for (const { group, visits: told } of shownGroups(truth)) {
          if (told === null) continue;
          expect(told).toBeGreaterThanOrEqual(SMALLEST_SHOWN);
          expect(told).toBe(truth.find((count) => count.group === group)?.visits);
        }
      }),
    );
  });

  it('never tells a hidden number, even to somebody who knows the total and how numbers are hidden', () => {
    fc.assert(
      fc.property(worlds, (visits) => {
        const truth = counts(...visits);
        const report = shownGroups(truth);
        const possible = worldsLike(report, truth.length, totalOf(truth));
        expect(possible.length).toBeGreaterThan(0);
        for (const { group, visits: told } of report) {
          if (told !== null) continue;
          const nth = names.indexOf(group);
          expect(new Set(possible.map((world) => world[nth])).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('visits by group of several stations', () => {
  const sum = (...stations: number[][]) => sumOfShown(stations.map((visits) => shownGroups(counts(...visits))));

  it('are the sum of what each station shows, the largest first', () => {
    expect(sum([5, 9, 0, 0], [7, 6, 0, 20])).toEqual([
      { group: 'sanitation', visits: 20 },
      { group: 'food', visits: 15 },
      { group: 'courier', visits: 12 },
    ]);
  });

  it('leave out what a station hides, and are hidden where every station hides them', () => {
    expect(sum([3, 8, 2, 0], [9, 7, 4, 0])).toEqual([
      { group: 'food', visits: 15 },
      { group: 'courier', visits: 9 },
      { group: 'taxi', visits: null },
      { group: 'sanitation', visits: null },
    ]);
  });

  it('of one station are its own, and of none are none', () => {
    const visits = fc.array(fc.nat(12), { minLength: 4, maxLength: 4 });
    fc.assert(fc.property(visits, (one) => expect(sum(one)).toEqual(shownGroups(counts(...one)))));
    expect(sum()).toEqual([]);
  });

  it('less those of all other stations never tell what one hides: they are what it shows', () => {
    const visits = fc.array(fc.nat(12), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(visits, visits, (one, other) => {
        const [both, rest, own] = [sum([...one], [...other]), sum(other), sum(one)].map(
          (report) => new Map(report.map(({ group, visits: told }) => [group, told ?? 0])),
        );
        for (const name of names) expect((both?.get(name) ?? 0) - (rest?.get(name) ?? 0)).toBe(own?.get(name) ?? 0);
      }),
    );
  });
});

/** Every way in which the visits may have been, for whoever reads a report: all that would have given the same one. */
function worldsLike(report: readonly ShownCount<Name>[], groups: number, total: number): number[][] {
  const wanted = JSON.stringify(byName(report));
  return allWorlds(groups, total).filter((world) => JSON.stringify(byName(shownGroups(counts(...world)))) === wanted);
}

const byName = (report: readonly ShownCount<Name>[]) =>
  [...report].sort((one, other) => (one.group < other.group ? -1 : 1));

const allWorlds = (groups: number, total: number): number[][] =>
  groups === 1
    ? [[total]]
    : Array.from({ length: total + 1 }, (_, first) => first).flatMap((first) =>
        allWorlds(groups - 1, total - first).map((rest) => [first, ...rest]),
      );
