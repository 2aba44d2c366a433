import * as z from 'zod/mini';
import { contract } from './contract';
import { SmallPhoto } from './duty-tap';
import { ProfileId, UnionId } from './ids';
import {
  childWishes,
  genders,
  heldFields,
  interests,
  marriageHistories,
  matchLooks,
  matchPurposes,
  profileStates,
  seekings,
  seenBy,
  smokingHabits,
  workShifts,
} from './match-kind';
import { Occupation } from './occupation';
import { PageCursor, page } from './paging';
import { EpochMs, ShanghaiDay } from './time';

export const MatchPurpose = z.enum(matchPurposes);
export const Gender = z.enum(genders);
export const SeenBy = z.enum(seenBy);
export const Interest = z.enum(interests);
export const HeldField = z.enum(heldFields);
export const ProfileState = z.enum(profileStates);

const line = (most: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'missing'),
      z.maxLength(most, 'too-long'),
      z.regex(/^[^\p{C}\u2028\u2029]*$/u, 'characters'),
    );
const lines = (most: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'missing'),
      z.maxLength(most, 'too-long'),
      z.regex(/^(?:[^\p{C}\u2028\u2029]|\n)*$/u, 'characters'),
    );

/** A fact that somebody stated, and who sees it. */
const fact = <Value extends z.ZodMiniType>(value: Value) => z.nullable(z.object({ value, seenBy: SeenBy }));

/** The ages that somebody would like to meet. Years, both included. */
export const AgeWish = z.object({
  from: z.int().check(z.minimum(18), z.maximum(99)),
  upTo: z.int().check(z.minimum(18), z.maximum(99)),
});
export type AgeWish = z.infer<typeof AgeWish>;

const year = z.int().check(z.minimum(1930), z.maximum(2100));

/** Null where nothing was said. Only the year of birth has to be stated; who sees the age is one's own choice. */
export const MatchFacts = z.object({
  age: z.object({ value: year, seenBy: SeenBy }),
  street: fact(line(12)),
  hometown: fact(line(12)),
  occupation: fact(Occupation),
  shift: fact(z.enum(workShifts)),
  /** 1 Monday … 7 Sunday. */
  restDays: fact(z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7))),
  interests: fact(z.array(Interest).check(z.minLength(1), z.maxLength(8))),
  smokes: fact(z.enum(smokingHabits)),
  history: fact(z.enum(marriageHistories)),
  hasChildren: fact(z.boolean()),
  about: fact(lines(200)),
  hopes: fact(lines(200)),
  ages: fact(AgeWish),
});
export type MatchFacts = z.infer<typeof MatchFacts>;

/** How one is reached once both said yes; shown to nobody before, and never to a matchmaker. */
export const MatchContact = z.object({
  kind: z.enum(['mobile', 'wechat']),
  value: z.string().check(z.trim(), z.regex(/^(1[3-9]\d{9}|[A-Za-z][A-Za-z0-9_-]{5,19})$/, 'format')),
});
export type MatchContact = z.infer<typeof MatchContact>;

/** What somebody says of themselves when they join, and may change at any time. */
export const ProfileForm = z.object({
  /** What matchmakers and those who are proposed call one. No real name is asked for. */
  calledName: line(8),
  gender: Gender,
  facts: MatchFacts,
  contact: MatchContact,
  /** Read by the rule alone, shown to nobody, the matchmaker included. */
  seeks: z.nullable(z.enum(seekings)),
  /** The same. */
  children: z.nullable(z.enum(childWishes)),
  /** "Nobody of my own union": colleagues are left out. */
  notColleagues: z.boolean(),
});
export type ProfileForm = z.infer<typeof ProfileForm>;

export const MatchConsent = z.object({
  purpose: MatchPurpose,
  version: z.string(),
  receiptNo: z.string(),
  givenAt: EpochMs,
});

/** One's own profile, in full. */
export const OwnProfile = z.object({
  profileId: ProfileId,
  studioId: UnionId,
  studioName: z.string(),
  state: ProfileState,
  form: ProfileForm,
  hasPhoto: z.boolean(),
  /** Waits for somebody to look at it; others do not see it before. */
  held: z.array(HeldField),
  /** What somebody looked at and did not let through, to be written anew. */
  turnedDown: z.array(z.object({ field: HeldField, reason: z.nullable(z.string()) })),
  consents: z.array(MatchConsent),
  /** The union has seen a paper that says so. */
  isStamped: z.boolean(),
  needsStamp: z.boolean(),
  pausedUntil: z.nullable(ShanghaiDay),
  /** Hidden from that day on unless it is renewed, and deleted 30 days later. */
  expiresOn: ShanghaiDay,
  mayRenew: z.boolean(),
  joinedAt: EpochMs,
  /** Of a conversation that is answered; a save names the one it was made on. */
  revision: z.int(),
});
export type OwnProfile = z.infer<typeof OwnProfile>;

export const MatchLookView = z.object({
  at: EpochMs,
  act: z.enum(matchLooks),
  /** What the matchmaker is called, and the studio. */
  by: z.string(),
});
export type MatchLookView = z.infer<typeof MatchLookView>;

export const StudioView = z.object({
  studioId: UnionId,
  name: z.string(),
  about: z.string(),
  stationId: z.string(),
  stationName: z.string(),
  address: z.string(),
  phone: z.nullable(z.string()),
  room: z.nullable(z.string()),
  /** 1 Monday … 7 Sunday. */
  weekday: z.int(),
  /** Minutes after midnight. */
  from: z.int(),
  until: z.int(),
  needsStamp: z.boolean(),
  /** No new profiles where it is not. */
  isOpen: z.boolean(),
});
export type StudioView = z.infer<typeof StudioView>;

const Version = z.string().check(z.maxLength(20));
const nothing = z.object({});

/** What the owner of a profile does. Nobody reads here who is not that person. */
export const profileActions = contract({
  /** Studios there are, with the one of one's own union first. Nobody signs in to look. */
  listStudios: {
    caller: 'anyone',
    input: nothing,
    output: z.object({ studios: z.array(StudioView) }),
    refusals: [],
    roundTrips: 2,
  },
  /** Where one stands with the studio. */
  showOwn: {
    caller: 'person',
    input: nothing,
    output: z.object({
      isMember: z.boolean(),
      profile: z.nullable(OwnProfile),
      /** Proposals that can still be answered. */
      open: z.int(),
    }),
    refusals: [],
    roundTrips: 5,
  },
  /** Members of a union who attest that they are single and of age. Asking again hears of the first. */
  join: {
    caller: 'person',
    input: z.object({
      studioId: UnionId,
      statement: z.object({ version: Version, isSingle: z.literal(true), isOfAge: z.literal(true) }),
      consents: z.array(z.object({ purpose: MatchPurpose, version: Version })).check(z.maxLength(5)),
      form: ProfileForm,
    }),
    output: z.object({ profile: OwnProfile }),
    refusals: [
      'members-only',
      'studio-not-found',
      'studio-closed',
      'statement-changed',
      'consent-text-changed',
      'consent-needed',
      'too-young',
      'ages-wrong',
      'words-refused',
      'removed-before',
    ],
    roundTrips: 8,
  },
  saveProfile: {
    caller: 'person',
    input: z.object({ form: ProfileForm, revision: z.int() }),
    output: z.object({ profile: OwnProfile }),
    refusals: ['not-joined', 'consent-needed', 'too-young', 'ages-wrong', 'words-refused', 'changed-meanwhile'],
    roundTrips: 6,
  },
  /** A small picture and a very small one of the same, which is all that others see before both said yes. */
  savePhoto: {
    caller: 'person',
    input: z.object({ photo: SmallPhoto, blurred: SmallPhoto }),
    output: z.object({ profile: OwnProfile }),
    refusals: ['not-joined', 'consent-needed', 'no-picture', 'changed-meanwhile'],
    roundTrips: 6,
  },
  removePhoto: {
    caller: 'person',
    input: nothing,
    output: z.object({ profile: OwnProfile }),
    refusals: ['not-joined', 'changed-meanwhile'],
    roundTrips: 5,
  },
  showOwnPhoto: {
    caller: 'person',
    input: nothing,
    output: z.object({ photo: z.nullable(SmallPhoto), blurred: z.nullable(SmallPhoto) }),
    refusals: ['not-joined'],
    roundTrips: 2,
  },
  agreeTo: {
    caller: 'person',
    input: z.object({ purpose: MatchPurpose, version: Version }),
    output: z.object({ profile: OwnProfile }),
    refusals: ['not-joined', 'consent-text-changed', 'changed-meanwhile'],
    roundTrips: 4,
  },
  /** What the purpose was for goes in the same minute. `pool` is taken back by leaving. */
  takeConsentBack: {
    caller: 'person',
    input: z.object({ purpose: z.enum(['proposals', 'suggestions', 'photo', 'sensitive']) }),
    output: z.object({ profile: OwnProfile }),
    refusals: ['not-joined', 'changed-meanwhile'],
    /** Each proposal that is open ends. */
    roundTrips: 60,
  },
  /** No new proposals until that day, or until one says so. */
  pause: {
    caller: 'person',
    input: z.object({ until: z.nullable(ShanghaiDay) }),
    output: z.object({ profile: OwnProfile }),
    refusals: ['not-joined', 'until-past', 'changed-meanwhile'],
    roundTrips: 4,
  },
  resume: {
    caller: 'person',
    input: nothing,
    output: z.object({ profile: OwnProfile }),
    refusals: ['not-joined', 'members-only', 'changed-meanwhile'],
    roundTrips: 5,
  },
  /** Half a year more. The statement is made anew. */
  renew: {
    caller: 'person',
    input: z.object({ statement: z.object({ version: Version, isSingle: z.literal(true), isOfAge: z.literal(true) }) }),
    output: z.object({ profile: OwnProfile }),
    refusals: ['not-joined', 'members-only', 'statement-changed', 'too-early', 'changed-meanwhile'],
    roundTrips: 5,
  },
  /**
   * Everything goes at once: profile, picture, notes, proposals, looks, bookings, messages. What stays is evidence of a
   * report, sealed, and marks that cannot be traced back to anybody. Safe to repeat.
   */
  leave: {
    caller: 'person',
    input: z.object({ understood: z.literal(true) }),
    output: z.object({ left: z.literal(true) }),
    refusals: [],
    roundTrips: 900,
  },
  /** Who looked at one's profile, latest first: every look of every matchmaker. */
  listLooks: {
    caller: 'person',
    input: z.object({ cursor: z.optional(z.nullable(PageCursor)) }),
    output: page(MatchLookView),
    refusals: [],
    roundTrips: 1,
  },
  /** Everything held of one here, in full, for oneself alone: a part of the copy of one's data. */
  copyOwn: {
    caller: 'person',
    input: nothing,
    output: z.object({ json: z.string() }),
    refusals: [],
    roundTrips: 8,
  },
});
