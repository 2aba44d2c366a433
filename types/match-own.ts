import * as z from 'zod/mini';
import { contract } from './contract';
import { SmallPhoto } from './duty-tap';
import { UnionId } from './ids';
import { MatchLookView, MatchPurpose, OwnProfile, ProfileForm, StudioView } from './match-profile';
import { PageCursor, page } from './paging';
import { ShanghaiDay } from './time';

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
    /** Six as a rule; more where somebody comes back while what they left is still being erased. */
    roundTrips: 60,
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
    /** Eight as a rule; more where a matchmaker decides on the same profile in the same moment. */
    roundTrips: 40,
  },
  removePhoto: {
    caller: 'person',
    input: nothing,
    output: z.object({ profile: OwnProfile }),
    refusals: ['not-joined', 'changed-meanwhile'],
    roundTrips: 40,
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
    roundTrips: 8,
  },
  /** What the purpose was for goes in the same minute. `pool` is taken back by leaving. */
  takeConsentBack: {
    caller: 'person',
    input: z.object({ purpose: z.enum(['proposals', 'suggestions', 'photo', 'sensitive']) }),
    output: z.object({ profile: OwnProfile }),
    refusals: ['not-joined', 'changed-meanwhile'],
    /** Each proposal that is open ends. */
    roundTrips: 80,
  },
  /** No new proposals until that day, or until one says so. */
  pause: {
    caller: 'person',
    input: z.object({ until: z.nullable(ShanghaiDay) }),
    output: z.object({ profile: OwnProfile }),
    refusals: ['not-joined', 'until-past', 'changed-meanwhile'],
    roundTrips: 8,
  },
  resume: {
    caller: 'person',
    input: nothing,
    output: z.object({ profile: OwnProfile }),
    refusals: ['not-joined', 'members-only', 'changed-meanwhile'],
    roundTrips: 8,
  },
  /** Half a year more. The statement is made anew. */
  renew: {
    caller: 'person',
    input: z.object({ statement: z.object({ version: Version, isSingle: z.literal(true), isOfAge: z.literal(true) }) }),
    output: z.object({ profile: OwnProfile }),
    refusals: ['not-joined', 'members-only', 'statement-changed', 'too-early', 'changed-meanwhile'],
    roundTrips: 8,
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
    roundTrips: 400,
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
    roundTrips: 40,
  },
});
