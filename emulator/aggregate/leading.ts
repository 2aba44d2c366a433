import type { Scope } from '../expression/expression';
import { withVariables } from '../expression/variables';
import type { Condition } from '../query/condition';
import type { Order } from '../query/plan';
import type { BsonDocument, Value } from '../values/value';
import { conditionsImplied } from './implied';
import { parseMatch } from './match';
import { parseOrder } from './sort';
import type { Origin } from './pipeline';
import { limitOf, skipOf } from './slices';

/**
 * The first stages of a pipeline, `$match` `$sort` `$skip` `$limit`, as one query: so they are answered by an index, and
 * no more is read than is wanted.
 */
export type Leading = {
  readonly matches: readonly { readonly operand: Value; readonly condition: Condition }[];
  readonly order: Order;
  readonly offset: number;
  readonly limit: number;
};

/** What a stage asks of the collection it begins with, and how many documents it wants at most. */
export type Asked = { readonly condition: Condition; readonly limit: number };

type Named = {
  readonly name: string;
  readonly operand: Value;
  readonly asked: Asked | undefined;
};

/** How many stages a query can stand for, and that query. */
export function splitLeading(stages: readonly Named[]): { readonly leading: Leading; readonly length: number } {
  const [first, ...others] = stages;
  if (first?.asked !== undefined) {
    const { condition } = first.asked;
    const limit = Math.min(first.asked.limit, mostWanted(others));
    return { leading: { ...nothing, matches: [{ operand: null, condition }], limit }, length: 0 };
  }
  let leading = nothing;
  let length = 0;
  for (const stage of stages) {
    const next = absorbed(leading, stage);
    if (next === undefined) break;
    leading = next;
    length += 1;
  }
  return { leading, length };
}

const nothing: Leading = { matches: [], order: [], offset: 0, limit: Infinity };

/** How many documents the next stages look at, if they are `$skip` and `$limit`. */
function mostWanted(stages: readonly Named[]): number {
  let page = nothing;
  for (const stage of stages) {
    const next = stage.name === '$skip' || stage.name === '$limit' ? absorbed(page, stage) : undefined;
    if (next === undefined) break;
    page = next;
  }
  return page.offset + page.limit;
}

function absorbed(leading: Leading, { name, operand }: Named): Leading | undefined {
  const { matches, order, offset, limit } = leading;
  const isWhole = offset === 0 && limit === Infinity;
  switch (name) {
    case '$match':
      return isWhole ? { ...leading, matches: [...matches, { operand, condition: parseMatch(operand) }] } : undefined;
    case '$sort':
      return isWhole && order.length === 0 ? { ...leading, order: parseOrder(operand) } : undefined;
    case '$skip':
      return { ...leading, offset: offset + skipOf(operand), limit: Math.max(0, limit - skipOf(operand)) };
    case '$limit':
      return { ...leading, limit: Math.min(limit, limitOf(operand)) };
    default:
      return undefined;
  }
}

/** The documents that the first stages let through. */
export function* readLeading(
  { matches, order, offset, limit }: Leading,
  { sources, collection, also }: Origin,
  variables: Scope,
): Generator<BsonDocument> {
  const parts = [
    ...(also === undefined ? [] : [also]),
    ...matches.flatMap(({ operand, condition }) => [...conditionsImplied(operand, variables), condition]),
  ];
  const [only] = parts;
  const condition: Condition = parts.length === 1 && only !== undefined ? only : { at: 'and', parts };
  yield* withVariables(variables, () => sources.read(collection, { condition, order, offset, limit }));
}
