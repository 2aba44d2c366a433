import type { InputOf, ResultOf } from '../../types/contract';
import type { PersonId } from '../../types/ids';
import type { noticeContract } from '../../types/notice';
import { agree } from '../../types/result';
import type { NoticeRecord } from './records';
import { notices } from './records';

/** More than a badge shows. */
const MOST = 99;

const unreadOf = (personId: PersonId): Promise<NoticeRecord[]> =>
  notices.find({ personId, isRead: false }, { order: [['listKey', 'desc']], limit: MOST });

export async function countUnread(
  _input: unknown,
  { personId }: { readonly personId: PersonId },
): Promise<ResultOf<typeof noticeContract.countUnread>> {
  return agree({ unread: (await unreadOf(personId)).length });
}

export async function markRead(
  { upTo }: InputOf<typeof noticeContract.markRead>,
  { personId }: { readonly personId: PersonId },
): Promise<ResultOf<typeof noticeContract.markRead>> {
  const unread = await unreadOf(personId);
  const seen = unread.filter(({ at }) => at <= upTo);
  for (const { _id } of seen) await notices.update({ _id }, { set: { isRead: true } });
  return agree({ unread: unread.length - seen.length });
}
