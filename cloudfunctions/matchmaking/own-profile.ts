import type { OwnProfile } from '../../types/match-profile';
import type { EpochMs } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import type { Profile, Said } from './profile-records';
import { mayRenew, stateAt } from './profile-states';
import type { Studio } from './studio-records';

/** A profile as the person reads it whose it is. */
export function ownProfile(profile: Profile, said: Said, studio: Studio | null, now: EpochMs): OwnProfile {
  const state = stateAt(profile, now);
  return {
    profileId: profile.profileId,
    studioId: profile.studioId,
    studioName: studio?.form.name ?? '',
    state,
    form: said.form,
    hasPhoto: profile.hasPhoto,
    held: profile.held,
    turnedDown: said.turnedDown,
    consents: profile.consents,
    isStamped: profile.stamp !== null,
    needsStamp: studio?.form.needsStamp ?? false,
    pausedUntil: state === 'paused' ? profile.pausedUntil : null,
    expiresOn: shanghaiDay(profile.expiresAt),
    mayRenew: mayRenew(profile, now),
    joinedAt: profile.joinedAt,
    revision: profile.revision,
  };
}
