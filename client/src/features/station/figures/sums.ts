import type { FigureQuery } from '@contract/station-figures';
import type { Category } from '@contract/station-kind';
import type { ValueFor } from '@/use-question';
import { categoryName, featureName } from '../offer-words';
import { figuresText } from './figures-copy';

export type Figures = ValueFor<'station.figures'>;

/** A number, and what asks for the list behind it. */
export type Figure = { readonly name: string; readonly count: number; readonly query: FigureQuery };

/** A number and what it is the sum of. */
export type Sum = { readonly whole: Figure; readonly parts: readonly Figure[]; readonly agrees: boolean };

const nothing: FigureQuery = { tier: null, category: null, partner: null, outdoorOnly: false, industry: null };

/** Which categories are outdoor points: types/station-kind.ts once more, without its readers. */
const isOutdoor: Readonly<Record<Category, boolean>> = {
  relay: true,
  'courier-home': true,
  'red-petrol': true,
  'volunteer-point': true,
  'mother-baby': false,
  library: false,
  'health-point': false,
  'district-centre': false,
  'street-centre': false,
  'zone-station': false,
  'break-room': false,
  'outdoor-point': true,
};

export const tierFigures = ({ tiers }: Figures): readonly Figure[] =>
  tiers.map(({ tier, count }) => ({
    name: figuresText.tierNames[tier - 1] ?? String(tier),
    count,
    query: { ...nothing, tier },
  }));

/** The published sums, each checked as it is shown. */
export function sumsOf(figures: Figures): readonly Sum[] {
  const { tiers, categories, partners, outdoor } = figures;
  const points = tiers.find(({ tier }) => tier === 4)?.count ?? 0;
  const ofCategory = (category: Category, count: number): Figure => ({
    name: categoryName(category),
    count,
    query: { ...nothing, tier: 4, category },
  });
  const kinds = categories.map(({ category, count }) => ({ category, figure: ofCategory(category, count) }));
  const outdoorFigure: Figure = {
    name: figuresText.outdoor,
    count: outdoor,
    query: { ...nothing, outdoorOnly: true },
  };
  const volunteers = categories.find(({ category }) => category === 'volunteer-point');
  const lenders = partners.map(({ partner, count }): Figure => ({
    name: partner ?? figuresText.ownPlace,
    count,
    // An empty name asks for those that no firm lends.
    query: { ...nothing, partner: partner ?? '' },
  }));
  const outdoorKinds = kinds.filter(({ category }) => isOutdoor[category]).map(({ figure }) => figure);
  const otherKinds = kinds.filter(({ category }) => !isOutdoor[category]).map(({ figure }) => figure);
  const rooms = figures.rooms.map(({ industry, count }): Figure => ({
    name: industry === 'other' ? figuresText.otherIndustry : featureName(industry),
    count,
    query: { ...nothing, industry },
  }));
  const allRooms = { name: categoryName('break-room'), count: figures.breakRooms };
  return [
    sum({ name: figuresText.points, count: points, query: { ...nothing, tier: 4 } }, [outdoorFigure, ...otherKinds]),
    sum(outdoorFigure, outdoorKinds),
    ...(volunteers === undefined || lenders.length === 0
      ? []
      : [sum(ofCategory('volunteer-point', volunteers.count), lenders)]),
    ...(rooms.length === 0 ? [] : [sum({ ...allRooms, query: { ...nothing, category: 'break-room' } }, rooms)]),
  ];
}

const sum = (whole: Figure, parts: readonly Figure[]): Sum => ({
  whole,
  parts,
  agrees: parts.reduce((total, { count }) => total + count, 0) === whole.count,
});
