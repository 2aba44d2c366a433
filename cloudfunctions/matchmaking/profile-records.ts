import * as z from 'zod/mini';
import { PersonId, ProfileId, UnionId } from '../../types/ids';
import { HeldField, MatchConsent, ProfileForm, ProfileState } from '../../types/match-profile';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { collection } from '../runtime/database';
import { seal, unseal } from '../runtime/sealed';

/** One person in the pool of one studio: one person, one profile. */
export const Profile = z.object({
  _id: PersonId,
  profileId: ProfileId,
  studioId: UnionId,
  state: ProfileState,
  /** Rises with every change; a change names the one it was decided on. */
  revision: z.int(),
  /** `Said`, sealed for this profile. */
  sealed: z.string(),
  /** Nobody else sees these before somebody has looked at them. */
  held: z.array(HeldField),
  /** The studio while something is held; empty otherwise. */
  heldFor: z.array(UnionId),
  heldSince: z.nullable(EpochMs),
  hasPhoto: z.boolean(),
  consents: z.array(MatchConsent),
  statement: z.object({ version: z.string(), at: EpochMs }),
  stamp: z.nullable(z.object({ at: EpochMs })),
  /** The union whose member they were when it was last looked up. */
  unionId: UnionId,
  /** When that was: on joining, on renewing, and by the timer every day. */
  lookedUpAt: z._default(EpochMs, EpochMs.parse(0)),
  /** Null while active, or paused until they say so. */
  pausedUntil: z.nullable(ShanghaiDay),
  joinedAt: EpochMs,
  /** Out of the pool from then on. */
  expiresAt: EpochMs,
  /** What they were told of this half year: `expiring`. */
  told: z.array(z.string()),
  /** When somebody was proposed to them, those of the last weeks. */
  proposedAt: z.array(EpochMs),
  /** 0 where nobody ever was. */
  lastProposedAt: z.int(),
  dueAt: EpochMs,
});
export type Profile = z.infer<typeof Profile>;
export const profiles = collection('match-profiles', Profile);

/** What is sealed in a profile. */
export const Said = z.object({
  form: ProfileForm,
  turnedDown: z.array(z.object({ field: HeldField, reason: z.nullable(z.string()) })),
});
export type Said = z.infer<typeof Said>;

const placeOf = (profileId: ProfileId): string => `match-profile:${profileId}`;

export const sealedSaid = (profileId: ProfileId, said: Said): string => seal(JSON.stringify(said), placeOf(profileId));

/** @throws when it was not sealed here for this profile: the store was tampered with */
export function saidBy({ profileId, sealed }: Pick<Profile, 'profileId' | 'sealed'>): Said {
  const opened = unseal(sealed, placeOf(profileId));
  if (opened === null) throw new Error('A profile does not open.');
  return Said.parse(JSON.parse(opened));
}

export const consentsTo = ({ consents }: Pick<Profile, 'consents'>, purpose: MatchConsentPurpose): boolean =>
  consents.some((consent) => consent.purpose === purpose);
type MatchConsentPurpose = Profile['consents'][number]['purpose'];

/** A profile's pictures, each sealed for its place. */
export const ProfilePhoto = z.object({ _id: ProfileId, photo: z.string(), blurred: z.string() });
export type ProfilePhoto = z.infer<typeof ProfilePhoto>;
export const photos = collection('match-photos', ProfilePhoto);
