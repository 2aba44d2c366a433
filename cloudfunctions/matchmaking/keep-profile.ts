import type { Profile } from './profile-records';
import { profiles } from './profile-records';

/**
 * Writes a change of a profile if it is still the one that was read: of one who left and came back, the revision alone
 * would not tell. One round trip.
 */
export const keepProfile = async (
  { _id, profileId, revision }: Profile,
  change: Partial<Omit<Profile, '_id' | 'profileId' | 'revision'>>,
): Promise<boolean> =>
  (await profiles.update({ _id, profileId, revision }, { set: { ...change, revision: revision + 1 } })) === 'updated';
