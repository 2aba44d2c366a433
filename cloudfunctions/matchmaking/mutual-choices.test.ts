import * as fc from 'fast-check';
import { mutualPairs } from './mutual-choices';

const cards = (of: Readonly<Record<number, readonly number[]>>): Map<number, readonly number[]> =>
  new Map(Object.entries(of).map(([number, chosen]) => [Number(number), chosen]));

describe('who chose each other', () => {
  it('is a pair where each named the other, whoever is read first', () => {
    expect(mutualPairs(cards({ 7: [3], 3: [7] }))).toEqual([[3, 7]]);
    expect(mutualPairs(cards({ 3: [7], 7: [3] }))).toEqual([[3, 7]]);
  });

  it('is nobody where one named the other alone', () => {
    expect(mutualPairs(cards({ 3: [7], 7: [] }))).toEqual([]);
    expect(mutualPairs(cards({ 3: [], 7: [3] }))).toEqual([]);
    expect(mutualPairs(cards({ 3: [7], 7: [5], 5: [3] }))).toEqual([]);
  });

  it('is nobody with oneself, nor with a number that nobody has any more', () => {
    expect(mutualPairs(cards({ 3: [3, 9] }))).toEqual([]);
  });

  it('names a pair once, though one of them named the other twice', () => {
    expect(mutualPairs(cards({ 3: [7, 7], 7: [3, 3] }))).toEqual([[3, 7]]);
  });

  const mixer = fc.integer({ min: 2, max: 40 }).chain((people) =>
    fc.array(fc.uniqueArray(fc.integer({ min: 1, max: people }), { maxLength: 3 }), {
      minLength: people,
      maxLength: people,
    }),
  );
  const mapOf = (chosen: readonly (readonly number[])[]): Map<number, readonly number[]> =>
    new Map(chosen.map((numbers, nth) => [nth + 1, numbers]));

  it('is exactly those who named each other, of any cards', () => {
    fc.assert(
      fc.property(mixer, (chosen) => {
        const expected: [number, number][] = [];
        for (let one = 1; one <= chosen.length; one += 1)
          for (let other = one + 1; other <= chosen.length; other += 1)
            if (chosen[one - 1]?.includes(other) === true && chosen[other - 1]?.includes(one) === true)
              expected.push([one, other]);
        expect(mutualPairs(mapOf(chosen))).toEqual(expected);
      }),
    );
  });

  it('does not change by a choice that is not returned', () => {
    fc.assert(
      fc.property(mixer, fc.nat(), fc.nat(), (chosen, who, whom) => {
        const one = who % chosen.length;
        const other = whom % chosen.length;
        fc.pre(one !== other && chosen[other]?.includes(one + 1) !== true);
        const without = chosen.map((numbers, nth) =>
          nth === one ? numbers.filter((no) => no !== other + 1) : numbers,
        );
        const withIt = without.map((numbers, nth) => (nth === one ? [...numbers, other + 1] : numbers));
        expect(mutualPairs(mapOf(withIt))).toEqual(mutualPairs(mapOf(without)));
      }),
    );
  });

  it('does not depend on the order in which cards are read', () => {
    fc.assert(
      fc.property(mixer, (chosen) => {
        const backwards = new Map([...mapOf(chosen)].reverse().map(([no, its]) => [no, [...its].reverse()]));
        expect(mutualPairs(backwards)).toEqual(mutualPairs(mapOf(chosen)));
      }),
    );
  });
});
