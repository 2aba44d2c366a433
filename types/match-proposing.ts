import * as z from 'zod/mini';
import { contract } from './contract';
import { RequestKey } from './evidence';
import { ProfileId, ProposalId, UnionId } from './ids';
import { followUpStages, matchFacts, proposalStates, sides } from './match-kind';
import { MatchCard } from './match-proposal';
import { matchmakers } from './match-sitting';
import { PageCursor, page } from './paging';
import { EpochMs } from './time';

const lines = (most: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'missing'),
      z.maxLength(most, 'too-long'),
      z.regex(/^(?:[^\p{C}\u2028\u2029]|\n)*$/u, 'characters'),
    );

export const FollowUpStage = z.enum(followUpStages);

/** A follow-up that is due: one person of a pair that said yes. */
export const FollowUp = z.object({
  proposalId: ProposalId,
  side: z.enum(sides),
  /** Null for somebody of a mixer who has no profile. */
  profileId: z.nullable(ProfileId),
  calledName: z.string(),
  otherCalledName: z.string(),
  stage: FollowUpStage,
  dueAt: EpochMs,
});
export type FollowUp = z.infer<typeof FollowUp>;

/** A proposal as the studio reads it: whether it was mutual, and else nothing. */
export const StudioProposal = z.object({
  proposalId: ProposalId,
  state: z.enum(proposalStates),
  /** `profileId` is null for somebody of a mixer who has none. */
  one: z.object({ profileId: z.nullable(ProfileId), calledName: z.string() }),
  other: z.object({ profileId: z.nullable(ProfileId), calledName: z.string() }),
  byName: z.string(),
  proposedAt: EpochMs,
  revealsAt: EpochMs,
  mayWithdraw: z.boolean(),
});
export type StudioProposal = z.infer<typeof StudioProposal>;

const pair = { one: ProfileId, other: ProfileId };
/** Facts that the matchmaker leaves out of what the other side sees. Nobody can show more than somebody marked. */
const hidden = z.array(z.enum(matchFacts)).check(z.maxLength(13));

/** What a matchmaker proposes, and what becomes of it: a part of the bench. */
export const proposingActions = contract({
  previewProposal: {
    caller: matchmakers,
    isLook: true,
    input: z.object({ ...pair, hideOfOne: hidden, hideOfOther: hidden }),
    output: z.object({
      /** What `other` would see of `one`, and the other way round. */
      ofOne: MatchCard,
      ofOther: MatchCard,
      revealsAt: EpochMs,
    }),
    refusals: [
      'pledge-needed',
      'person-not-found',
      'outside-your-studio',
      'same-person',
      'not-available',
      'week-full',
      'not-this-pair',
    ],
    roundTrips: 10,
  },
  /**
   * Asks both. `not-this-pair` says nothing but that: it may be an earlier proposal, a wish, or that one of them asked
   * for it, and nobody can tell which.
   */
  propose: {
    caller: matchmakers,
    input: z.object({
      ...pair,
      hideOfOne: hidden,
      hideOfOther: hidden,
      wordsToOne: z.nullable(lines(120)),
      wordsToOther: z.nullable(lines(120)),
      requestKey: RequestKey,
    }),
    output: z.object({ proposalId: ProposalId, revealsAt: EpochMs }),
    refusals: [
      'pledge-needed',
      'person-not-found',
      'outside-your-studio',
      'same-person',
      'not-available',
      'week-full',
      'not-this-pair',
      'words-refused',
    ],
    /** Twenty, and the transaction anew each time that somebody else is quicker. */
    roundTrips: 48,
  },
  /** Ends it for both, as if nothing had come of it. */
  withdrawProposal: {
    caller: matchmakers,
    input: z.object({ proposalId: ProposalId }),
    output: z.object({ state: z.enum(proposalStates) }),
    refusals: ['pledge-needed', 'proposal-not-found', 'outside-your-studio', 'too-late'],
    roundTrips: 7,
  },
  listStudioProposals: {
    caller: matchmakers,
    isLook: true,
    input: z.object({ studioId: UnionId, cursor: z.optional(z.nullable(PageCursor)) }),
    output: page(StudioProposal),
    refusals: ['pledge-needed', 'studio-not-found', 'outside-your-studio'],
    roundTrips: 6,
  },

  listFollowUps: {
    caller: matchmakers,
    isLook: true,
    input: z.object({ studioId: UnionId }),
    output: z.object({ due: z.array(FollowUp), later: z.array(FollowUp) }),
    refusals: ['pledge-needed', 'studio-not-found', 'outside-your-studio'],
    roundTrips: 6,
  },
  doneFollowUp: {
    caller: matchmakers,
    input: z.object({ proposalId: ProposalId, side: z.enum(sides), stage: FollowUpStage }),
    output: z.object({ done: z.literal(true) }),
    refusals: ['pledge-needed', 'proposal-not-found', 'outside-your-studio', 'not-due'],
    /** Seven, and the transaction anew each time that somebody else is quicker. */
    roundTrips: 24,
  },
});
