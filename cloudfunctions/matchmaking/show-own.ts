import { agree } from '../../types/result';
import { guestFacts } from '../member/standing';
import { shownOwn } from './change-own';
import { profiles } from './profile-records';
import { proposals } from './proposal-records';
import type { Handler } from './scene';
import { sideOf } from './two-sides';

/** More than can be open for one person at a time. */
const MOST_OPEN = 50;

/** Four round trips. */
export const showOwn: Handler<'showOwn'> = async (_nothing, { now, personId }) => {
  const [guest, profile, open] = await Promise.all([
    guestFacts(personId),
    profiles.get(personId),
    proposals.find({ people: personId, state: 'open' }, { order: [['proposedAt', 'desc']], limit: MOST_OPEN }),
  ]);
  return agree({
    isMember: guest.isMember,
    profile: profile === null ? null : (await shownOwn(profile, null, now)).profile,
    open: open.filter((proposal) => proposal.revealsAt > now && sideOf(proposal, personId) !== null).length,
  });
};
