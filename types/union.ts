import * as z from 'zod/mini';
import { UnionId } from './ids';

/** A street, town or development zone that a person may live or work in. The code is the id of its union. */
export const Area = z.object({ id: UnionId, name: z.string() });
export type Area = z.infer<typeof Area>;

/** `district` above `street` above `federation` (an industry in an area) and `grassroots` (one employer). */
export const UnionLevel = z.enum(['district', 'street', 'federation', 'grassroots']);
export type UnionLevel = z.infer<typeof UnionLevel>;

/**
 * Why this union, in the order in which a rule wins: the employer's own union, the industry's federation where one
 * works, the street of work, the street of home, and at last the district, which takes everybody nobody else takes.
 * `own-choice` is a union that no rule names: the person looked it up and gave a reason.
 */
export const RoutingRule = z.enum(['employer', 'industry', 'work-area', 'home-area', 'district', 'own-choice']);
export type RoutingRule = z.infer<typeof RoutingRule>;

export const UnionChoice = z.object({ unionId: UnionId, name: z.string(), level: UnionLevel, rule: RoutingRule });
export type UnionChoice = z.infer<typeof UnionChoice>;

export const UnionSummary = z.object({
  unionId: UnionId,
  name: z.string(),
  level: UnionLevel,
  parentName: z.nullable(z.string()),
});
export type UnionSummary = z.infer<typeof UnionSummary>;
