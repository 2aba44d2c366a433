import type { PersonId } from '../../types/ids';
import type { OwnProfile } from '../../types/match-profile';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { keepProfile } from './keep-profile';
import { ownProfile } from './own-profile';
import type { Profile, Said } from './profile-records';
import { profiles, saidBy, sealedSaid } from './profile-records';
import { dueAtOf } from './profile-states';
import { studios } from './studio-records';

/** What becomes of a profile; what is not named stays. */
export type OwnChange = Partial<Omit<Profile, '_id' | 'profileId' | 'revision' | 'sealed' | 'dueAt'>> & {
  readonly said?: Said;
};

/** A change as it is stored: sealed anew where something else is said, and with when the timer looks next. */
export function written(profile: Profile, { said, ...fields }: OwnChange): Partial<Profile> {
  const sealed = said === undefined ? {} : { sealed: sealedSaid(profile.profileId, said) };
  return { ...fields, ...sealed, dueAt: dueAtOf({ ...profile, ...fields }) };
}

export type Own = { readonly profile: OwnProfile };

/** A matchmaker may look at the same profile in the same moment. */
const TRIES = 3;

/**
 * The owner of a profile changes it. Decided anew when somebody was quicker; null where nothing is to change.
 *
 * Three round trips as a rule.
 */
export async function changeOwn<Refusal extends string>(
  personId: PersonId,
  now: EpochMs,
  decide: (profile: Profile, said: Said) => Result<OwnChange | null, Refusal>,
): Promise<Result<Own, Refusal | 'not-joined' | 'changed-meanwhile'>> {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const profile = await profiles.get(personId);
    if (profile === null) return refuse('not-joined');
    const said = saidBy(profile);
    const decided = decide(profile, said);
    if (!decided.ok) return decided;
    const change = decided.value === null ? null : written(profile, decided.value);
    if (change === null) return agree(await shownOwn(profile, said, now));
    if (await keepProfile(profile, change)) return agree(await shownOwn(afterwards(profile, change), null, now));
  }
  return refuse('changed-meanwhile');
}

/** A profile as it is after `keepProfile`. */
export const afterwards = (profile: Profile, change: Partial<Profile>): Profile => ({
  ...profile,
  ...change,
  revision: profile.revision + 1,
});

/** One round trip. @param said null where it is not open yet */
export const shownOwn = async (profile: Profile, said: Said | null, now: EpochMs): Promise<Own> => ({
  profile: ownProfile(profile, said ?? saidBy(profile), await studios.get(profile.studioId), now),
});
