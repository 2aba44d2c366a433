import { PageCursor } from '../../types/paging';
import { agree } from '../../types/result';
import type { EventRecord } from './records';
import { eventLine, events } from './records';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';
import { summaryOf } from './view';

const PAGE_SIZE = 20;

/** Two round trips. What is to come is listed soonest first, what is over latest first. */
export const listDesk: Handler<'listDesk'> = async ({ which, cursor }, { standing }) => {
  const order = orders[which];
  const found = await events.findParts(
    {
      scope: { in: standing.unionsAs(ORGANISERS) },
      phase: which,
      ...(cursor ? { listKey: order === 'asc' ? { from: cursor } : { upTo: cursor } } : {}),
    },
    eventLine,
    { order: [['listKey', order]], limit: PAGE_SIZE + 1 },
  );
  const next = found[PAGE_SIZE]?.listKey;
  return agree({
    items: found.slice(0, PAGE_SIZE).map(summaryOf),
    next: next === undefined ? null : PageCursor.parse(next),
  });
};

const orders: Readonly<Record<EventRecord['phase'], 'asc' | 'desc'>> = {
  drafts: 'asc',
  'to-come': 'asc',
  over: 'desc',
};
