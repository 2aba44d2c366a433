import { PageCursor } from '../../types/paging';
import { agree } from '../../types/result';
import { rowOf } from './export-row';
import { stations } from './records';
import type { Handler } from './scene';

const PAGE_SIZE = 200;
const EXPORTERS = ['clerk', 'administrator'] as const;

export const exportRows: Handler<'exportRows'> = async ({ cursor }, { standing }) => {
  const found = await stations.find(
    { scope: { in: standing.unionsAs(EXPORTERS) }, ...(cursor ? { listKey: { from: cursor } } : {}) },
    { order: [['listKey', 'asc']], limit: PAGE_SIZE + 1 },
  );
  const next = found[PAGE_SIZE]?.listKey;
  return agree({
    items: found.slice(0, PAGE_SIZE).map(rowOf),
    next: next === undefined ? null : PageCursor.parse(next),
  });
};
