import type { PersonId } from '../../types/ids';
import type { NoticeKind } from '../../types/notice';
import type { EpochMs } from '../../types/time';
import type { News } from '../notice/inbox';
import type { ShiftRecord } from './shift-records';

/** Something to tell somebody about a shift: where and when it is. Told once for each shift, unless `once` says more. */
export const shiftNews = (
  { _id, stationId, stationName, startsAt }: Pick<ShiftRecord, '_id' | 'stationId' | 'stationName' | 'startsAt'>,
  kind: NoticeKind,
  to: PersonId,
  now: EpochMs,
): News => ({
  to,
  kind,
  once: _id,
  at: now,
  subject: stationName,
  eventId: null,
  shiftId: _id,
  stationId,
  when: startsAt,
  words: null,
});
