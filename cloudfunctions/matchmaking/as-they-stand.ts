import type { Belongs } from '../member/standing';
import { unionsNow } from '../member/standing';
import type { PersonId } from '../../types/ids';
import type { Profile } from './profile-records';

/** Of which union each of some people is a member today; whoever left is not in it. */
export type Unions = ReadonlyMap<PersonId, Belongs>;

/** A profile as it stands: of whoever left their union it has run out, whether the timer has come by or not. */
export const asItStands = <Part extends Pick<Profile, '_id' | 'state'>>(profile: Part, unions: Unions): Part =>
  unions.has(profile._id) ? profile : { ...profile, state: 'expired' };

/** Profiles as they stand at this instant. One round trip, none for none. */
export async function asTheyStand<Part extends Pick<Profile, '_id' | 'state'>>(
  found: readonly Part[],
): Promise<Part[]> {
  const unions = await unionsNow(found.map(({ _id }) => _id));
  return found.map((profile) => asItStands(profile, unions));
}
