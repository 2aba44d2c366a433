import fc from 'fast-check';
import { Opening } from '../../types/opening';
import { Offer } from '../../types/station-view';
import { allDay, nineToFive } from '../testing/stations';
import type { Sorts } from './tally-sorts';
import { countWith, mergedSorts, sortsOfBefore, sortsOfOne } from './tally-sorts';

type Counted = { readonly opening: Opening; readonly offers: readonly Offer[] };

const station = fc.record({
  opening: fc.constantFrom(allDay, nineToFive),
  offers: fc.subarray([...Offer.options], { maxLength: 9 }),
});
const sortsOf = (stations: readonly Counted[]): Sorts =>
  mergedSorts(stations.map(({ opening, offers }) => sortsOfOne(opening, offers)));
const asked = (sorts: Sorts, opening: Opening, wanted: readonly Offer[]): number =>
  sorts
    .filter((one) => one.opening === JSON.stringify(opening))
    .reduce((sum, { stations }) => sum + countWith(stations, wanted), 0);

describe('the offers of a square in a short text', () => {
  it('is written as its notation says', () => {
    const offers: Offer[] = ['water', 'aircon', 'mother-baby'];
    expect(
      sortsOf(
        [...Array.from({ length: 34 }, () => offers), ['fridge' as const], []].map((one) => ({
          opening: allDay,
          offers: one,
        })),
      ),
    ).toEqual([{ opening: JSON.stringify(allDay), stations: '1 Aac34 b' }]);
  });

  it('has a letter of its own for everything that one may look for', () => {
    const letters = Offer.options.map((offer) => sortsOfOne(allDay, [offer])[0]?.stations);
    expect(new Set(letters).size).toBe(Offer.options.length);
    for (const letter of letters) expect(letter).toMatch(/^[A-Za-z]$/);
  });

  it('answers every wish as a look at each station would, however the squares were put together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(station, { maxLength: 12 }), { maxLength: 6 }),
        fc.subarray([...Offer.options], { maxLength: 3 }),
        (squares, wanted) => {
          const all = squares.flat();
          const sorts = mergedSorts(squares.map(sortsOf));
          for (const opening of [allDay, nineToFive])
            expect(asked(sorts, opening, wanted)).toBe(
              all.filter((one) => one.opening === opening && wanted.every((offer) => one.offers.includes(offer)))
                .length,
            );
          expect(sortsOf(all.toReversed())).toEqual(sorts);
          for (const { opening } of sorts) expect(Opening.parse(JSON.parse(opening))).toEqual(JSON.parse(opening));
        },
      ),
    );
  });

  it('reads what was counted in the notation before, but for an offer that is no more', () => {
    const before = {
      sorts: [
        { offers: ',water,charging,', hours: 'one', count: 3 },
        { offers: ',water,fax,', hours: 'two', count: 1 },
        { offers: ',,', hours: 'two', count: 7 },
      ],
      hours: [
        { key: 'one', opening: allDay },
        { key: 'two', opening: nineToFive },
      ],
    };
    const sorts = sortsOfBefore(before);
    expect(asked(sorts, allDay, ['charging', 'water'])).toBe(3);
    expect(asked(sorts, nineToFive, ['water'])).toBe(1);
    expect(asked(sorts, nineToFive, [])).toBe(8);
  });
});
