import { PageCursor } from '../../types/paging';
import { agree } from '../../types/result';
import type { Condition } from '../runtime/filter';
import { keysOf } from './figures';
import { stations } from './records';
import type { Handler } from './scene';
import { listed, summaryOf } from './view';

const PAGE_SIZE = 20;

export const listFigure: Handler<'listFigure'> = async ({ district, query, cursor }, { now }) => {
  const found = await stations.findParts(
    { figures: condition(keysOf(district, query)), ...(cursor ? { listKey: { from: cursor } } : {}) },
    listed,
    { order: [['listKey', 'asc']], limit: PAGE_SIZE + 1 },
  );
  const next = found[PAGE_SIZE]?.listKey;
  return agree({
    items: found.slice(0, PAGE_SIZE).map((station) => summaryOf(station, null, now)),
    next: next === undefined ? null : PageCursor.parse(next),
  });
};

function condition(keys: ReturnType<typeof keysOf>): Condition {
  if ('any' in keys) return { in: keys.any };
  const [first = '', ...others] = keys.all;
  // One value asked for by equality lets the index give the order as well.
  return others.length === 0 ? first : { all: [first, ...others] };
}
