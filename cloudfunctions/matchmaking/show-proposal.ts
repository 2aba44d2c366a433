import { agree, refuse } from '../../types/result';
import { proposals } from './proposal-records';
import { ownView, peopleIn } from './proposal-view';
import type { Handler } from './scene';
import { sideOf } from './two-sides';

/** Who looks at a card, and how often, is written nowhere. */
export const showProposal: Handler<'showProposal'> = async ({ proposalId }, { now, personId }) => {
  const proposal = await proposals.get(proposalId);
  const side = proposal === null ? null : sideOf(proposal, personId);
  if (proposal === null || side === null) return refuse('proposal-not-found');
  return agree({ proposal: ownView(proposal, side, await peopleIn([proposal]), now) });
};
