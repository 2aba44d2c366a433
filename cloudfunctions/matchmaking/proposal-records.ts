import * as z from 'zod/mini';
import { EventId, PersonId, ProfileId, ProposalId, UnionId } from '../../types/ids';
import { matchFacts } from '../../types/match-kind';
import { FollowUpStage } from '../../types/match-proposing';
import { ProposalState } from '../../types/match-proposal';
import { EpochMs } from '../../types/time';
import { collection } from '../runtime/database';

/** One of the two. What is sealed is sealed for this proposal and this side. */
export const ProposalSide = z.object({
  personId: PersonId,
  /** Null for somebody of a mixer who has no profile. */
  profileId: z.nullable(ProfileId),
  /** What they are called, sealed; null once it has ended. */
  named: z.nullable(z.string()),
  /** Facts of this side that the matchmaker leaves out. */
  hides: z.array(z.enum(matchFacts)),
  /** What the matchmaker wrote to this side, sealed. */
  words: z.nullable(z.string()),
  /**
   * Sealed text of one length, whatever was answered, there from the beginning; null when its day has come. Written by
   * `answer`, read by nobody but its own side and the sweep of the day.
   */
  answer: z.nullable(z.string()),
  /** How this side is reached, sealed; there only while it is mutual. */
  contact: z.nullable(z.string()),
  /**
   * Sealed text of one length: whether it is gone from this side's list, because they blocked or reported, and from
   * nowhere else. Opened by `two-sides.ts`.
   */
  list: z.string(),
  followsUp: z.boolean(),
  /** Follow-ups that were seen to. */
  done: z.array(FollowUpStage),
  /** Follow-ups that this side was told of. */
  told: z.array(FollowUpStage),
});
export type ProposalSide = z.infer<typeof ProposalSide>;

export const Proposal = z.object({
  _id: ProposalId,
  studioId: UnionId,
  studioName: z.string(),
  state: ProposalState,
  source: z.enum(['bench', 'mixer']),
  eventId: z.nullable(EventId),
  by: PersonId,
  byName: z.string(),
  /** The `personId` of `one`, then of `other`. Of somebody who left, an id that is nobody's. */
  people: z.array(PersonId),
  one: ProposalSide,
  other: ProposalSide,
  /** `ProposalKeys`, sealed text of one length: they stay as they are when one of the two leaves. */
  keys: z.string(),
  proposedAt: EpochMs,
  /** When both hear, whoever answered when. */
  revealsAt: EpochMs,
  contactUntil: z.nullable(EpochMs),
  /** 15 digits of `proposedAt`, then the id. */
  listKey: z.string(),
  /** The earliest follow-up that is not done; `NEVER` when none is. */
  followUpAt: EpochMs,
  /** When the timer looks: its day, the end of the contact, a follow-up to tell of, the end of what is kept. */
  dueAt: EpochMs,
});
export type Proposal = z.infer<typeof Proposal>;
export const proposals = collection('match-proposals', Proposal);

/**
 * Two people who are not to be proposed to each other. Until when is sealed, so that the store does not tell those who
 * asked for it from all others. Read and written by `pair-marks.ts`.
 */
export const Pair = z.object({
  _id: z.string(),
  sealed: z.string(),
  /** When the timer looks whether it still holds. */
  lookAt: EpochMs,
});
export type Pair = z.infer<typeof Pair>;
export const pairs = collection('match-pairs', Pair);
