import * as z from 'zod/mini';
import { contract } from './contract';
import { EventId, ProposalId, ShiftId, StationId } from './ids';
import { PageCursor, page } from './paging';
import { EpochMs } from './time';

/** Everything that the union may have to tell somebody; the client has the words for each. */
export const noticeKinds = [
  'place-offered',
  'offer-passed-on',
  'place-given',
  'draw-won',
  'draw-waiting',
  'event-moved',
  'event-cancelled',
  'event-tomorrow',
  'event-soon',
  'event-message',
  'event-missed',
  'excuse-answered',
  'rating-answered',
  // Of duty at a station.
  'shift-assigned',
  'shift-unassigned',
  'shift-called-off',
  'shift-tomorrow',
  'shift-gap',
  'shift-call',
  'standby-called',
  'shift-late',
  'shift-missed',
  'shift-excuse-answered',
  'clock-forgotten',
  'swap-asked',
  'swap-answered',
  'swap-waits-for-head',
  'volunteer-answered',
  'hours-entered',
  'hours-answered',
  'certificate-answered',
  'certificate-revoked',
  'supply-expired',
  'incident-reported',
  'need-reported',
  'steward-answered',
  // Of the matchmaking studio. The subject is the studio or the event, never a person.
  'match-proposed',
  'match-mutual',
  'match-follow-up',
  'match-held-answered',
  'match-expiring',
  'match-expired',
  'match-left-union',
  'match-removed',
  'sitting-tomorrow',
  'sitting-called-off',
  'sitting-missed',
  'mixer-cards',
  'mixer-told',
  'match-report-made',
  'match-report-answered',
] as const;
export const NoticeKind = z.enum(noticeKinds);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** A line of somebody's inbox. */
export const Notice = z.object({
  /** Tells lines apart, and nothing else. */
  noticeId: z.string(),
  kind: NoticeKind,
  at: EpochMs,
  isRead: z.boolean(),
  /** What it is about, by name. */
  subject: z.string(),
  eventId: z.nullable(EventId),
  shiftId: z.nullable(ShiftId),
  stationId: z.nullable(StationId),
  proposalId: z.nullable(ProposalId),
  /** When it begins, or until when something stands. */
  when: z.nullable(EpochMs),
  /** What staff wrote: a message, a reason, an answer. Shown as text, never as anything else. */
  words: z.nullable(z.string()),
});
export type Notice = z.infer<typeof Notice>;

export const noticeContract = contract({
  /** One's inbox, latest first. */
  listOwn: {
    caller: 'person',
    input: z.object({ cursor: z.optional(z.nullable(PageCursor)) }),
    output: page(Notice),
    refusals: [],
    roundTrips: 1,
  },
  countUnread: {
    caller: 'person',
    input: z.object({}),
    /** At most 99 are counted. */
    output: z.object({ unread: z.int() }),
    refusals: [],
    roundTrips: 1,
  },
  /** Everything up to an instant has been read. */
  markRead: {
    caller: 'person',
    input: z.object({ upTo: EpochMs }),
    output: z.object({ unread: z.int() }),
    refusals: [],
    roundTrips: 110,
  },
  purgeOld: {
    caller: 'timer',
    input: z.object({}),
    output: z.object({ purged: z.int() }),
    refusals: [],
    roundTrips: 202,
  },
});
