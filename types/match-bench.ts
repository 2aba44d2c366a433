import * as z from 'zod/mini';
import { contract } from './contract';
import { SmallPhoto } from './duty-tap';
import { RequestKey } from './evidence';
import { ProfileId, UnionId, WishId } from './ids';
import { matchFacts, matchReasons } from './match-kind';
import { Gender, HeldField, Interest, ProfileState } from './match-profile';
import { MatchCard } from './match-proposal';
import { proposingActions } from './match-proposing';
import { matchmakers } from './match-sitting';
import { PageCursor, page } from './paging';
import { EpochMs, ShanghaiDay } from './time';

const lines = (most: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'missing'),
      z.maxLength(most, 'too-long'),
      z.regex(/^(?:[^\p{C}\u2028\u2029]|\n)*$/u, 'characters'),
    );

export const MatchReason = z.enum(matchReasons);

/** Why nobody can be proposed to somebody today, where it is about that one person and no secret. */
export const NotNowProposed = z.enum(['paused', 'expired', 'proposals-off', 'stamp-needed', 'week-full']);
export type NotNowProposed = z.infer<typeof NotNowProposed>;

/** One line of the pool. */
export const PoolRow = z.object({
  profileId: ProfileId,
  calledName: z.string(),
  gender: Gender,
  age: z.int(),
  street: z.nullable(z.string()),
  occupation: z.nullable(z.string()),
  interests: z.array(Interest),
  isStamped: z.boolean(),
  /** The last time that somebody was proposed to them, by anybody. */
  lastProposedAt: z.nullable(EpochMs),
  notNow: z.nullable(NotNowProposed),
});
export type PoolRow = z.infer<typeof PoolRow>;

export const Suggestion = z.object({ row: PoolRow, reasons: z.array(MatchReason) });
export type Suggestion = z.infer<typeof Suggestion>;

/** A keyed digest of something that waits to be looked at. Opaque to the client: hand it back unread. */
export const HeldMark = z.string().check(z.maxLength(60));

const Note = z.object({ noteId: WishId, words: z.string(), at: EpochMs });

/**
 * What a matchmaker does, for the studio of their own union, with a pledge that has not run out. Each time a profile is
 * shown it is written down for the person it is of.
 */
export const benchActions = contract({
  ...proposingActions,

  /** What is to be done today. */
  showBench: {
    caller: matchmakers,
    input: z.object({}),
    output: z.object({
      studios: z.array(z.object({ studioId: UnionId, name: z.string(), stationName: z.string() })),
      pledge: z.object({ isSigned: z.boolean(), until: z.nullable(ShanghaiDay), version: z.string() }),
      /** Of all studios of the caller; null without a pledge. */
      counts: z.nullable(z.object({ profiles: z.int(), held: z.int(), followUps: z.int(), open: z.int() })),
      nextSitting: z.nullable(z.object({ studioId: UnionId, day: ShanghaiDay, booked: z.int() })),
    }),
    refusals: [],
    roundTrips: 10,
  },
  /** To keep what is read here to oneself; for a year, or as long as the role. */
  signPledge: {
    caller: matchmakers,
    input: z.object({ version: z.string().check(z.maxLength(20)), agreed: z.literal(true) }),
    output: z.object({ until: ShanghaiDay }),
    refusals: ['pledge-changed'],
    roundTrips: 3,
  },
  /** By what people themselves stated, in the order in which they were last thought of, the longest ago first. */
  searchPool: {
    caller: matchmakers,
    isLook: true,
    input: z.object({
      studioId: UnionId,
      gender: z.nullable(Gender),
      ageFrom: z.nullable(z.int()),
      ageUpTo: z.nullable(z.int()),
      interests: z.array(Interest).check(z.maxLength(8)),
      /** In what they are called, in their street, home town, about and hopes. */
      text: z.nullable(z.string().check(z.trim(), z.maxLength(20, 'too-long'))),
      cursor: z.optional(z.nullable(PageCursor)),
    }),
    output: z.object({
      ...page(PoolRow).shape,
      /** With the first page; null later. */
      total: z.nullable(z.int()),
    }),
    refusals: ['pledge-needed', 'studio-not-found', 'outside-your-studio'],
    roundTrips: 6,
  },
  showPerson: {
    caller: matchmakers,
    isLook: true,
    input: z.object({ profileId: ProfileId }),
    output: z.object({
      row: PoolRow,
      state: ProfileState,
      card: MatchCard,
      /** Facts that only the studio sees are never shown to anybody else. */
      studioOnly: z.array(z.enum(matchFacts)),
      joinedAt: EpochMs,
      /** Membership and union, looked up as it is asked. */
      isMember: z.boolean(),
      suggestionsOn: z.boolean(),
      /** The caller's own. */
      notes: z.array(Note),
    }),
    refusals: ['pledge-needed', 'person-not-found'],
    roundTrips: 8,
  },
  /** People of the same studio who may fit, each with why. Whoever switched suggestions off is in none. */
  suggest: {
    caller: matchmakers,
    isLook: true,
    input: z.object({ profileId: ProfileId }),
    output: z.object({ suggestions: z.array(Suggestion) }),
    refusals: ['pledge-needed', 'person-not-found', 'suggestions-off'],
    roundTrips: 9,
  },
  /** For the writer's own eyes. Goes when the person leaves. */
  saveNote: {
    caller: matchmakers,
    input: z.object({ profileId: ProfileId, words: lines(300), requestKey: RequestKey }),
    output: z.object({ note: Note }),
    refusals: ['pledge-needed', 'person-not-found', 'too-many-notes'],
    roundTrips: 9,
  },
  removeNote: {
    caller: matchmakers,
    input: z.object({ noteId: WishId }),
    output: z.object({ removed: z.literal(true) }),
    refusals: ['note-not-found'],
    roundTrips: 4,
  },
  /** The paper that the person's union stamped was seen, or was not after all. */
  stamp: {
    caller: matchmakers,
    input: z.object({ profileId: ProfileId, seen: z.boolean() }),
    output: z.object({ isStamped: z.boolean() }),
    refusals: ['pledge-needed', 'person-not-found', 'changed-meanwhile'],
    /** More than a few only while several people work on one person. */
    roundTrips: 16,
  },

  /** Words and pictures that a person has to look at before anybody else sees them. */
  listHeld: {
    caller: matchmakers,
    isLook: true,
    input: z.object({ studioId: UnionId }),
    output: z.object({
      held: z.array(
        z.object({
          profileId: ProfileId,
          field: HeldField,
          words: z.nullable(z.string()),
          photo: z.nullable(SmallPhoto),
          /** The very small one that was sent with it, which is all that others see at first. */
          blurred: z.nullable(SmallPhoto),
          since: EpochMs,
          /** Of these very words, or these two pictures: a decision names what it was made on. */
          mark: HeldMark,
        }),
      ),
    }),
    refusals: ['pledge-needed', 'studio-not-found', 'outside-your-studio'],
    roundTrips: 8,
  },
  /** `mark` is of what was shown: what was written since is looked at anew. What is not agreed to is deleted. */
  decideHeld: {
    caller: matchmakers,
    input: z.object({
      profileId: ProfileId,
      field: HeldField,
      mark: HeldMark,
      agree: z.boolean(),
      reason: z.nullable(lines(100)),
    }),
    /** Of this person. */
    output: z.object({ left: z.int() }),
    refusals: [
      'pledge-needed',
      'person-not-found',
      'nothing-held',
      'reason-needed',
      'words-refused',
      'changed-meanwhile',
    ],
    /** More than a few only while several people work on one person. */
    roundTrips: 24,
  },
});
