import type { ProposalId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Standing } from '../member/standing';
import { pledgeStands, studiosOf } from './bench-door';
import type { Proposal } from './proposal-records';
import { proposals } from './proposal-records';
import { pledges } from './studio-records';
import { sideHeldBy } from './two-sides';

/**
 * A proposal of a studio at whose bench the caller may sit; one of another studio is not there, nor one to the caller.
 * Without a pledge every id is answered alike. Two round trips at once.
 */
export async function benchProposal(
  standing: Standing,
  proposalId: ProposalId,
  now: EpochMs,
): Promise<Result<Proposal, 'pledge-needed' | 'proposal-not-found'>> {
  const [pledge, proposal] = await Promise.all([pledges.get(standing.personId), proposals.get(proposalId)]);
  if (!pledgeStands(pledge, now)) return refuse('pledge-needed');
  if (proposal === null || !studiosOf(standing).includes(proposal.studioId)) return refuse('proposal-not-found');
  return sideHeldBy(proposal, standing.personId) === null ? agree(proposal) : refuse('proposal-not-found');
}
