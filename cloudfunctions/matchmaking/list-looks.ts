import { PageCursor } from '../../types/paging';
import { agree } from '../../types/result';
import { looks } from './look-records';
import type { Handler } from './scene';

const PAGE_SIZE = 20;

export const listLooks: Handler<'listLooks'> = async ({ cursor }, { personId }) => {
  const found = await looks.find(
    { subjectId: personId, ...(cursor ? { listKey: { upTo: cursor } } : {}) },
    { order: [['listKey', 'desc']], limit: PAGE_SIZE + 1 },
  );
  const next = found[PAGE_SIZE]?.listKey;
  return agree({
    items: found.slice(0, PAGE_SIZE).map(({ at, act, by }) => ({ at, act, by })),
    next: next === undefined ? null : PageCursor.parse(next),
  });
};
