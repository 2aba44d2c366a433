import * as z from 'zod/mini';
import { contract } from './contract';
import { SmallPhoto } from './duty-tap';
import { RequestKey } from './evidence';
import { ProposalId, WishId } from './ids';
import { answers, proposalStates, reportReasons } from './match-kind';
import { AgeWish, Gender, MatchContact } from './match-profile';
import { EpochMs } from './time';

export const MatchAnswer = z.enum(answers);
export const ProposalState = z.enum(proposalStates);

/** Somebody as the other side of a proposal reads them: what they marked for it and nothing beside. */
export const MatchCard = z.object({
  calledName: z.string(),
  gender: Gender,
  /** Years; null where it is not shown. */
  age: z.nullable(z.int()),
  /** `age` is never in it, and facts that are not shown are null. */
  facts: z.object({
    street: z.nullable(z.string()),
    hometown: z.nullable(z.string()),
    occupation: z.nullable(z.string()),
    shift: z.nullable(z.string()),
    restDays: z.nullable(z.array(z.int())),
    interests: z.nullable(z.array(z.string())),
    smokes: z.nullable(z.string()),
    history: z.nullable(z.string()),
    hasChildren: z.nullable(z.boolean()),
    about: z.nullable(z.string()),
    hopes: z.nullable(z.string()),
    ages: z.nullable(AgeWish),
  }),
  hasPhoto: z.boolean(),
  isStamped: z.boolean(),
});
export type MatchCard = z.infer<typeof MatchCard>;

/** One line of one's proposals. */
export const OwnProposal = z.object({
  proposalId: ProposalId,
  state: ProposalState,
  studioName: z.string(),
  proposedAt: EpochMs,
  /** When both hear whether it was mutual: the same instant whoever answers when. */
  revealsAt: EpochMs,
  /** What the other is called; null once it has ended. */
  calledName: z.nullable(z.string()),
  /** One's own, while it can be changed. */
  answer: z.nullable(MatchAnswer),
  fromMixer: z.boolean(),
});
export type OwnProposal = z.infer<typeof OwnProposal>;

/** One's own side. There is nothing in it that depends on what the other answered, but whether both said yes. */
export const ProposalView = z.object({
  ...OwnProposal.shape,
  /** Null once it has ended: what was shown is shown no more. Of a mixer there is none. */
  card: z.nullable(MatchCard),
  /** What the matchmaker wrote to the caller. */
  words: z.nullable(z.string()),
  /** What of oneself the other sees. */
  ownCard: z.nullable(MatchCard),
  contact: z.nullable(MatchContact),
  contactUntil: z.nullable(EpochMs),
  /** The studio asks after one until told not to. */
  followsUp: z.boolean(),
  mayReport: z.boolean(),
});
export type ProposalView = z.infer<typeof ProposalView>;

const which = z.object({ proposalId: ProposalId });

/**
 * What the two people of a proposal do. An answer is read by the sweep of its day alone: no action here looks at the
 * other's (docs/decisions/0018).
 */
export const proposalActions = contract({
  listProposals: {
    caller: 'person',
    input: z.object({}),
    output: z.object({ proposals: z.array(OwnProposal) }),
    refusals: [],
    roundTrips: 3,
  },
  showProposal: {
    caller: 'person',
    input: which,
    output: z.object({ proposal: ProposalView }),
    refusals: ['proposal-not-found'],
    roundTrips: 4,
  },
  /** The small blurred picture, or after a mutual yes the picture. */
  showProposalPhoto: {
    caller: 'person',
    input: which,
    output: z.object({ photo: z.nullable(SmallPhoto), isBlurred: z.boolean() }),
    refusals: ['proposal-not-found'],
    roundTrips: 4,
  },
  /** May be changed until the day of the proposal; nobody learns that it was. */
  answer: {
    caller: 'person',
    input: z.object({ proposalId: ProposalId, answer: MatchAnswer }),
    output: z.object({ answer: MatchAnswer }),
    refusals: ['proposal-not-found', 'too-late'],
    roundTrips: 3,
  },
  /** After a mutual yes: one's contact is shown no more, nor the other's. */
  takeBack: {
    caller: 'person',
    input: which,
    output: z.object({ state: ProposalState }),
    refusals: ['proposal-not-found', 'not-mutual'],
    roundTrips: 8,
  },
  /** The studio asks no more how it goes. */
  stopFollowUps: {
    caller: 'person',
    input: which,
    output: z.object({ followsUp: z.literal(false) }),
    refusals: ['proposal-not-found'],
    roundTrips: 4,
  },
  /** Never again, whatever anybody proposes. The other is told nothing, and sees nothing of it. */
  block: {
    caller: 'person',
    input: which,
    output: z.object({ blocked: z.literal(true) }),
    refusals: ['proposal-not-found'],
    roundTrips: 12,
  },
  /** Goes to the union's administrators, not to the matchmaker, with what was shown. Blocks as well. */
  report: {
    caller: 'person',
    input: z.object({
      proposalId: ProposalId,
      reason: z.enum(reportReasons),
      words: z
        .string()
        .check(
          z.trim(),
          z.minLength(4, 'too-short'),
          z.maxLength(500, 'too-long'),
          z.regex(/^(?:[^\p{C}\u2028\u2029]|\n)*$/u, 'characters'),
        ),
      /** A picture of the screen, for the administrators alone. */
      photo: z.nullable(SmallPhoto),
      requestKey: RequestKey,
    }),
    output: z.object({ reportId: WishId }),
    refusals: ['proposal-not-found', 'too-late', 'no-picture'],
    /** 15 as a rule; more when it is sent twice at once. */
    roundTrips: 24,
  },
});
