import type { EventId, PersonId, ProposalId, ShiftId, StationId } from '../../types/ids';
import type { NoticeKind } from '../../types/notice';
import { EpochMs } from '../../types/time';
import type { NoticeRecord } from './records';
import { notices } from './records';

/** How long an inbox keeps what it was told. Milliseconds. */
const KEPT_MS = 180 * 86_400_000;

/** Something to tell somebody. */
export type News = {
  readonly to: PersonId;
  readonly kind: NoticeKind;
  /** What makes two tellings one, e.g. the event and the round: the same is told once. */
  readonly once: string;
  readonly at: EpochMs;
  readonly subject: string;
  readonly eventId: EventId | null;
  /** What a tap on it opens, where it is no event. */
  readonly shiftId?: ShiftId;
  readonly stationId?: StationId;
  readonly proposalId?: ProposalId;
  readonly when: EpochMs | null;
  readonly words: string | null;
};

/** The door through which other domains tell people something. One round trip, more only after a crash; safe to repeat. */
export async function tell(news: readonly News[]): Promise<void> {
  const records = news.map(noticeOf);
  if ((await notices.insertMany(records)) === 'inserted') return;
  // Some were told before: those that were not still are.
  for (const record of records) await notices.insert(record);
}

/**
 * The door through which a domain takes back what it told somebody who has left it. One round trip; safe to repeat.
 *
 * @param upTo what was told later stays: they may have come back
 * @returns how many lines of the inbox went
 */
export const forget = async (personId: PersonId, kinds: readonly NoticeKind[], upTo: EpochMs): Promise<number> =>
  kinds.length === 0 ? 0 : notices.removeAll({ personId, kind: { in: kinds }, at: { upTo } });

/** As an inbox keeps it. */
export const noticeOf = ({ to, kind, once, at, subject, when, words, ...about }: News): NoticeRecord => {
  const _id = `${kind}:${once}:${to}`;
  return {
    _id,
    personId: to,
    kind,
    at,
    listKey: `${String(at).padStart(15, '0')}:${_id}`,
    isRead: false,
    subject,
    eventId: about.eventId,
    shiftId: about.shiftId ?? null,
    stationId: about.stationId ?? null,
    proposalId: about.proposalId ?? null,
    when,
    words,
    purgeAt: EpochMs.parse(at + KEPT_MS),
  };
};
