import * as z from 'zod/mini';
import { NoticeKind } from '../../types/notice';
import { EventId, PersonId, ProposalId, ShiftId, StationId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { collection } from '../runtime/database';

export const NoticeRecord = z.object({
  /** `<kind>:<what it is about>:<which time>:<person>`: a retry tells nobody twice. */
  _id: z.string(),
  personId: PersonId,
  kind: NoticeKind,
  at: EpochMs,
  /** `at` and id as one text: the order of the inbox, and a page's mark. */
  listKey: z.string(),
  isRead: z.boolean(),
  subject: z.string(),
  eventId: z.nullable(EventId),
  shiftId: z._default(z.nullable(ShiftId), null),
  stationId: z._default(z.nullable(StationId), null),
  proposalId: z._default(z.nullable(ProposalId), null),
  when: z.nullable(EpochMs),
  words: z.nullable(z.string()),
  purgeAt: EpochMs,
});
export type NoticeRecord = z.infer<typeof NoticeRecord>;
export const notices = collection('notices', NoticeRecord);
