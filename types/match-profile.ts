import * as z from 'zod/mini';
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
