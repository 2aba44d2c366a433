import type { Side } from '../../types/match-kind';
import { sides } from '../../types/match-kind';
import { unionsNow } from '../member/standing';
import type { Unions } from './as-they-stand';
import { namedIn } from './looking';
import type { Proposal, ProposalSide } from './proposal-records';

/**
 * Proposals as a studio reads them: of whoever left their union there is nothing, whether the timer has come by or not.
 * What was open has ended, as the two read it themselves; of what was mutual the other is left. One round trip, none
 * for none.
 */
export async function atTheBench(found: readonly Proposal[]): Promise<Proposal[]> {
  const unions = await unionsNow(namedIn(found));
  return found.map((proposal) => withoutLeavers(proposal, unions));
}

function withoutLeavers(proposal: Proposal, unions: Unions): Proposal {
  const isGone = ({ personId, profileId }: ProposalSide): boolean => profileId !== null && !unions.has(personId);
  if (proposal.state === 'ended' || !sides.some((side) => isGone(proposal[side]))) return proposal;
  const left = (side: Side): ProposalSide =>
    isGone(proposal[side]) ? { ...proposal[side], profileId: null, named: null, followsUp: false } : proposal[side];
  return {
    ...proposal,
    state: proposal.state === 'open' ? 'ended' : proposal.state,
    one: left('one'),
    other: left('other'),
  };
}
