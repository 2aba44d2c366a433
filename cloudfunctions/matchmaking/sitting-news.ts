import type { PersonId } from '../../types/ids';
import type { NoticeKind } from '../../types/notice';
import type { EpochMs } from '../../types/time';
import type { News } from '../notice/inbox';
import type { Sitting } from './sitting-records';

type SittingKind = Extract<NoticeKind, `sitting-${string}`>;

/** Something to tell somebody of their appointment. The studio is named, nobody else. Told once for each day and slot. */
export function sittingNews(
  { _id, slots, reason }: Pick<Sitting, '_id' | 'slots' | 'reason'>,
  studioName: string,
  kind: SittingKind,
  to: PersonId,
  now: EpochMs,
  slotId: string | null = slotOf(slots, to),
): News {
  return {
    to,
    kind,
    once: `${_id}:${slotId ?? ''}`,
    at: now,
    subject: studioName,
    eventId: null,
    when: slotId === null ? null : (slots[slotId]?.startsAt ?? null),
    words: kind === 'sitting-called-off' ? reason : null,
  };
}

const slotOf = (slots: Sitting['slots'], personId: PersonId): string | null =>
  Object.entries(slots).find(([, slot]) => slot.personId === personId)?.[0] ?? null;
