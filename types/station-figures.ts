import * as z from 'zod/mini';
import { contract } from './contract';
import { PageCursor, page } from './paging';
import { Category, RoomIndustry } from './station-kind';
import { StationSummary } from './station-view';

/**
 * What one may count and open the list of; all that is asked together. Null means "not asked".
 *
 * The list behind a tier is `{ tier }`, behind a category `{ tier: 4, category }`, behind the outdoor points
 * `{ outdoorOnly: true }`, behind an industry's break rooms `{ industry }`, behind a firm's points `{ partner }`; `''`
 * asks for those that no firm lends.
 */
export const FigureQuery = z.object({
  tier: z.nullable(z.int().check(z.minimum(1), z.maximum(4))),
  category: z.nullable(Category),
  partner: z.nullable(z.string().check(z.trim(), z.maxLength(30))),
  /** The outdoor kinds of tier 4 together. */
  outdoorOnly: z.boolean(),
  /** Of break rooms, which are outside of the tiers. */
  industry: z.nullable(RoomIndustry),
});
export type FigureQuery = z.infer<typeof FigureQuery>;

const district = z.string().check(z.trim(), z.minLength(1, 'missing'), z.maxLength(20, 'too-long'));

export const figureActions = contract({
  /** The figures a district publishes: each is a query whose list can be opened, and they add up. */
  figures: {
    caller: 'anyone',
    input: z.object({ district }),
    output: z.object({
      district: z.string(),
      tiers: z.array(z.object({ tier: z.int(), count: z.int() })),
      /** Tier 4 by category: they add up to the whole of tier 4. */
      categories: z.array(z.object({ category: Category, count: z.int() })),
      /** Volunteer points by the firm that lends the outlet; null: its own. They add up to that category. */
      partners: z.array(z.object({ partner: z.nullable(z.string()), count: z.int() })),
      /** The outdoor kinds among `categories` together. */
      outdoor: z.int(),
      /** Break rooms by industry: they add up to that category, in whatever tier. */
      rooms: z.array(z.object({ industry: RoomIndustry, count: z.int() })),
      /** All break rooms. */
      breakRooms: z.int(),
    }),
    refusals: [],
    roundTrips: 1,
  },
  /** The list behind a figure. */
  listFigure: {
    caller: 'anyone',
    input: z.object({ district, query: FigureQuery, cursor: z.optional(z.nullable(PageCursor)) }),
    output: page(StationSummary),
    refusals: [],
    roundTrips: 1,
  },
});
