import type { InputOf, ResultOf } from '../../types/contract';
import type { PersonId } from '../../types/ids';
import type { noticeContract } from '../../types/notice';
import { PageCursor } from '../../types/paging';
import { agree } from '../../types/result';
import { fingerprint } from '../runtime/sealed';
import { notices } from './records';

const PAGE_SIZE = 20;

/** Whose inbox it is stands at the end of every id and mark, and is not for a client to read. */
const tail = (personId: PersonId): string => `:${personId}`;

export async function listOwn(
  { cursor }: InputOf<typeof noticeContract.listOwn>,
  { personId }: { readonly personId: PersonId },
): Promise<ResultOf<typeof noticeContract.listOwn>> {
  const found = await notices.find(
    { personId, ...(cursor ? { listKey: { upTo: `${cursor}${tail(personId)}` } } : {}) },
    { order: [['listKey', 'desc']], limit: PAGE_SIZE + 1 },
  );
  const next = found[PAGE_SIZE]?.listKey;
  return agree({
    items: found
      .slice(0, PAGE_SIZE)
      .map(({ _id, kind, at, isRead, subject, eventId, shiftId, stationId, proposalId, when, words }) => ({
        noticeId: fingerprint('notice', _id),
        kind,
        at,
        isRead,
        subject,
        eventId,
        shiftId,
        stationId,
        proposalId,
        when,
        words,
      })),
    next: next === undefined ? null : PageCursor.parse(next.slice(0, -tail(personId).length)),
  });
}
