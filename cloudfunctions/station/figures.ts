import * as z from 'zod/mini';
import type { FigureQuery } from '../../types/station-figures';
import { agree } from '../../types/result';
import { Category, RoomIndustry, categories } from '../../types/station-kind';
import type { Excerpt } from '../runtime/database';
import type { Handler } from './scene';
import { Tally, tallies } from './tally-records';

const Street = z.pick(Tally, { _id: true, figures: true });
const street: Excerpt<z.infer<typeof Street>> = { schema: Street, fields: Object.keys(Street.shape) };

/** Far more than any district has. */
const MOST_STREETS = 1_000;
/** The character after `:`: where the ids of a district's streets end. */
const AFTER_COLON = ';';

/** Counted street by street whenever a station changes, so a figure costs no more than a look at the streets. */
export const figures: Handler<'figures'> = async ({ district }) => {
  const streets = await tallies.findParts(
    { kind: 'street', _id: { from: `street:${district}:`, before: `street:${district}${AFTER_COLON}` } },
    street,
    { limit: MOST_STREETS },
  );
  const totals = sumOf(streets.flatMap((one) => one.figures));
  const total = (figure: string): number => totals.get(figure) ?? 0;
  const points = Category.options.map((category) => ({ category, count: total(`point:${category}`) }));
  const outdoor = points.filter(({ category }) => categories.some((one) => one.outdoor && one.code === category));
  return agree({
    district,
    tiers: [1, 2, 3, 4].map((tier) => ({ tier, count: total(`tier:${tier}`) })),
    categories: points.filter(({ count }) => count > 0),
    partners: [...totals]
      .flatMap(([figure, count]) => (figure.startsWith(PARTNER) ? [{ partner: partnerOf(figure), count }] : []))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count),
    outdoor: outdoor.reduce((sum, { count }) => sum + count, 0),
    rooms: RoomIndustry.options
      .map((industry) => ({ industry, count: total(`industry:${industry}`) }))
      .filter(({ count }) => count > 0),
    breakRooms: total('category:break-room'),
  });
};

/** What a station's `figures` must hold to be in a list; one of `any` where nothing was asked. */
export function keysOf(district: string, query: FigureQuery): { all: string[] } | { any: string[] } {
  const { tier, category, partner, outdoorOnly, industry } = query;
  const isPointKind = tier === 4 && category !== null;
  const all = [
    ...(partner === null ? [] : [`${PARTNER}${partner}`]),
    ...(isPointKind ? [`point:${category}`] : category === null ? [] : [`category:${category}`]),
    ...(outdoorOnly ? ['outdoor'] : []),
    ...(industry === null ? [] : [`industry:${industry}`]),
    ...(tier === null || isPointKind ? [] : [`tier:${tier}`]),
  ];
  const within = (figure: string): string => `${district}|${figure}`;
  // Every station has one category, so all of them together are the district.
  if (all.length === 0) return { any: Category.options.map((one) => within(`category:${one}`)) };
  return { all: all.map(within) };
}

const PARTNER = 'partner:';
const partnerOf = (figure: string): string | null => (figure === PARTNER ? null : figure.slice(PARTNER.length));

function sumOf(all: readonly { readonly figure: string; readonly count: number }[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { figure, count } of all) totals.set(figure, (totals.get(figure) ?? 0) + count);
  return totals;
}
