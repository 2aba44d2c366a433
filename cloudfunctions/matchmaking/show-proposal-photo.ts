import { agree, refuse } from '../../types/result';
import { photos } from './profile-records';
import { proposals } from './proposal-records';
import { ownView, peopleIn } from './proposal-view';
import type { Handler } from './scene';
import { openedPhoto } from './sealed-photo';
import { otherSide, sideOf } from './two-sides';

/** The card says whether there is one; where it shows none, none is read. */
export const showProposalPhoto: Handler<'showProposalPhoto'> = async ({ proposalId }, { now, personId }) => {
  const proposal = await proposals.get(proposalId);
  const side = proposal === null ? null : sideOf(proposal, personId);
  if (proposal === null || side === null) return refuse('proposal-not-found');
  const { profileId } = proposal[otherSide(side)];
  const { card, state } = ownView(proposal, side, await peopleIn([proposal]), now);
  const isBlurred = state !== 'mutual';
  const stored = card?.hasPhoto === true && profileId !== null ? await photos.get(profileId) : null;
  return agree({ photo: stored === null ? null : openedPhoto(stored, isBlurred ? 'blurred' : 'photo'), isBlurred });
};
