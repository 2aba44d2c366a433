import type { Opening } from '../../types/opening';
import { Offer } from '../../types/station-view';
import type { Tally, TallyBefore } from './tally-records';

/**
 * How many stations have exactly which offers, in a short text: a view of a province reads thousands of these counts.
 *
 * Notation 2: `acf34 bd`. One word a sort: a letter for each offer, then how many stations; one is not written.
 * Stations that offer nothing are a number alone. Another notation needs another number and a way to read this one.
 */
export const NOTATION = 2 as const;

/** Written into stored texts: a letter keeps its meaning for ever, and a new offer takes one that nothing had. */
const letters = {
  aircon: 'a',
  fridge: 'b',
  water: 'c',
  charging: 'd',
  seating: 'e',
  microwave: 'f',
  toilet: 'g',
  wifi: 'h',
  'first-aid': 'i',
  'sewing-kit': 'j',
  'blood-pressure': 'k',
  books: 'l',
  recliner: 'm',
  'nursing-room': 'n',
  fitness: 'o',
  shower: 'p',
  laundry: 'q',
  lockers: 'r',
  ice: 's',
  canteen: 't',
  dormitory: 'u',
  training: 'v',
  relay: 'w',
  'courier-home': 'x',
  'red-petrol': 'y',
  'volunteer-point': 'z',
  'mother-baby': 'A',
  library: 'B',
  'health-point': 'C',
  'break-room': 'D',
  'driver-home': 'E',
  gym: 'F',
  smart: 'G',
  'all-day': 'H',
  'shared-home': 'I',
  meals: 'J',
  'battery-swap': 'K',
  'scan-water': 'L',
  finest: 'M',
  'room-public': 'N',
  'room-building': 'O',
  'room-transport': 'P',
  'room-energy': 'Q',
  'room-making': 'R',
} as const satisfies Readonly<Record<Offer, string>>;

export type Sorts = Tally['sorts'];

/** One station. */
export const sortsOfOne = (opening: Opening, offers: readonly Offer[]): Sorts => [
  { opening: JSON.stringify(opening), stations: textOf([[lettersOf(offers), 1]]) },
];

export function mergedSorts(parts: readonly Sorts[]): Sorts {
  const byOpening = new Map<string, Map<string, number>>();
  for (const { opening, stations } of parts.flat()) {
    const counts = byOpening.get(opening) ?? new Map<string, number>();
    for (const word of stations.split(' ')) add(counts, word);
    byOpening.set(opening, counts);
  }
  return [...byOpening]
    .map(([opening, counts]) => ({ opening, stations: textOf([...counts]) }))
    .sort((one, other) => (one.opening < other.opening ? -1 : 1));
}

/** The first notation: offers by name between commas, and hours by a key. An offer that is no more is nobody's wish. */
export const sortsOfBefore = ({ sorts, hours }: Pick<TallyBefore, 'sorts' | 'hours'>): Sorts =>
  mergedSorts(
    sorts.map((sort) => {
      const opening = hours.find(({ key }) => key === sort.hours)?.opening;
      if (opening === undefined) throw new Error(`The tally names hours that it does not hold: ${sort.hours}.`);
      const offers = Offer.options.filter((offer) => sort.offers.includes(`,${offer},`));
      return [{ opening: JSON.stringify(opening), stations: textOf([[lettersOf(offers), sort.count]]) }];
    }),
  );

/** How many of these stations have every offer. */
export function countWith(stations: string, wanted: readonly Offer[]): number {
  const needed = wanted.map((offer) => letters[offer]);
  return stations
    .split(' ')
    .filter((word) => needed.every((letter) => word.includes(letter)))
    .reduce((sum, word) => sum + countIn(word), 0);
}

function add(counts: Map<string, number>, word: string): void {
  const sort = word.replace(/\d+$/, '');
  counts.set(sort, (counts.get(sort) ?? 0) + countIn(word));
}

const countIn = (word: string): number => Number(/\d+$/.exec(word)?.[0] ?? 1);

/** In the order of the texts, so that counting in another order ends with the same. */
const textOf = (counts: readonly (readonly [sort: string, count: number])[]): string =>
  counts
    .map(([sort, count]) => (count === 1 && sort !== '' ? sort : `${sort}${count}`))
    .sort()
    .join(' ');

const lettersOf = (offers: readonly Offer[]): string =>
  [...new Set(offers.map((offer) => letters[offer]))].sort().join('');
