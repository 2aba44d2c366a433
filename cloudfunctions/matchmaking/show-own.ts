import { agree } from '../../types/result';
import { EpochMs } from '../../types/time';
import { unionsNow } from '../member/standing';
import { shownOwn } from './change-own';
import type { Profile } from './profile-records';
import { profiles } from './profile-records';
import { proposals } from './proposal-records';
import type { Handler } from './scene';
import { sideOf } from './two-sides';

/** More than can be open for one person at a time. */
const MOST_OPEN = 50;

/** Four round trips. */
export const showOwn: Handler<'showOwn'> = async (_nothing, { now, personId }) => {
  const [unions, kept, open] = await Promise.all([
    unionsNow([personId]),
    profiles.get(personId),
    proposals.find({ people: personId, state: 'open' }, { order: [['proposedAt', 'desc']], limit: MOST_OPEN }),
  ]);
  const profile = kept === null || unions.has(personId) ? kept : ranOut(kept, now);
  return agree({
    isMember: unions.get(personId)?.isMember ?? false,
    profile: profile === null ? null : (await shownOwn(profile, null, now)).profile,
    open: open.filter((proposal) => proposal.revealsAt > now && sideOf(proposal, personId) !== null).length,
  });
};

/** Of whoever left their union it has run out now, if not before; the timer writes that down within a day. */
const ranOut = (profile: Profile, now: EpochMs): Profile => ({
  ...profile,
  state: 'expired',
  expiresAt: EpochMs.parse(Math.min(profile.expiresAt, now)),
});
