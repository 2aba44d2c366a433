import { PageCursor } from '../../types/paging';
import { agree } from '../../types/result';
import { WORTH_COMING_MS } from './duty-rules';
import { gapStage } from './gaps';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { seenShift } from './seen-shift';
import { shifts } from './shift-records';
import { shiftSummary } from './shift-view';

const PAGE_SIZE = 30;

/**
 * Two round trips. A shift that has begun is listed for half an hour more: somebody may still come.
 */
export const listGaps: Handler<'listGaps'> = async ({ cursor }, { now, standing }) => {
  const from = String(now - WORTH_COMING_MS).padStart(15, '0');
  const found = await shifts.findParts(
    {
      gapFor: { in: standing.unionsAs(HEADS) },
      listKey: { from: cursor !== undefined && cursor !== null && cursor > from ? cursor : from },
    },
    seenShift,
    { order: [['listKey', 'asc']], limit: PAGE_SIZE + 1 },
  );
  const next = found[PAGE_SIZE]?.listKey;
  return agree({
    items: found.slice(0, PAGE_SIZE).flatMap((shift) => {
      const gap = gapStage(shift, now);
      return gap === null ? [] : [{ shift: shiftSummary(shift), ...gap }];
    }),
    next: next === undefined ? null : PageCursor.parse(next),
  });
};
