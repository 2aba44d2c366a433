import type { ProfileId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Standing } from '../member/standing';
import { unionsNow } from '../member/standing';
import { pledgeStands, studiosOf } from './bench-door';
import { isInPool } from './pool';
import type { Profile } from './profile-records';
import { profiles } from './profile-records';
import { partnersOf } from './proposals-of-pair';
import { pledges } from './studio-records';

/** Somebody of a pool, and whether their card opens doors, looked up as it is asked. */
export type BenchPerson = { readonly profile: Profile; readonly isMember: boolean };

/**
 * Somebody of a pool at whose bench the caller may sit, and who is still a member: whoever left their union is not
 * found, whether the timer has come by or not. Four round trips, in two steps.
 */
export async function benchPerson(
  standing: Standing,
  profileId: ProfileId,
  now: EpochMs,
): Promise<Result<BenchPerson, 'pledge-needed' | 'person-not-found'>> {
  const found = await benchProfile(standing, profileId, now);
  if (!found.ok) return found;
  const profile = found.value;
  const belongs = (await unionsNow([profile._id])).get(profile._id);
  return belongs === undefined ? refuse('person-not-found') : agree({ profile, isMember: belongs.isMember });
}

/**
 * A profile of a pool at whose bench the caller may sit, for whoever asks by themselves whether its owner left their
 * union. Not found are those of other studios, those who let their profile run out, and the caller's own person: nobody
 * stamps, reviews or notes what concerns themselves. So is whoever is proposed to the caller: of them the caller reads
 * what everybody reads of whom they are proposed.
 *
 * Without a pledge every id is answered alike, so that none can be tried. Three round trips at once.
 */
export async function benchProfile(
  standing: Standing,
  profileId: ProfileId,
  now: EpochMs,
): Promise<Result<Profile, 'pledge-needed' | 'person-not-found'>> {
  const [pledge, profile, own] = await Promise.all([
    pledges.get(standing.personId),
    profileNamed(profileId),
    partnersOf(standing.personId),
  ]);
  if (!pledgeStands(pledge, now)) return refuse('pledge-needed');
  if (profile === null || !isInPool(profile, now)) return refuse('person-not-found');
  if (!studiosOf(standing).includes(profile.studioId)) return refuse('person-not-found');
  return profile._id === standing.personId || own.has(profile._id) ? refuse('person-not-found') : agree(profile);
}

/** One round trip. */
export async function profileNamed(profileId: ProfileId): Promise<Profile | null> {
  const [found] = await profiles.find({ profileId }, { limit: 1 });
  return found ?? null;
}
