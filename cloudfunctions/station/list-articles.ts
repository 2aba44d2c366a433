import { PageCursor } from '../../types/paging';
import { agree } from '../../types/result';
import { standingOf } from '../member/standing';
import { shelfOf } from './article';
import { lineOf, onShelf } from './article-lists';
import type { Handler } from './scene';
import { PUBLISHERS } from './scene';

const PAGE_SIZE = 20;

/** Two round trips at once: the list, and whether whoever asks may add to it. */
export const listArticles: Handler<'listArticles'> = async ({ kind, stationId, cursor }, { now, personId }) => {
  const [found, standing] = await Promise.all([
    onShelf({ shelf: shelfOf(kind, stationId), upTo: cursor ?? null, most: PAGE_SIZE + 1 }, now),
    personId === null ? null : standingOf(personId, now),
  ]);
  const next = found[PAGE_SIZE]?.listKey;
  return agree({
    items: found.slice(0, PAGE_SIZE).map(lineOf),
    next: next === undefined ? null : PageCursor.parse(next),
    mayPublish: standing?.holds(PUBLISHERS) ?? false,
  });
};
