import { agree, refuse } from '../../types/result';
import { Contended } from '../runtime/database';
import { endedChange } from './ended';
import { proposals } from './proposal-records';
import type { Handler } from './scene';
import { sideOf } from './two-sides';

const TRIES = 2;

/** Ends for both at once, and nobody is told: the mark of the pair stays. Asked again, it is as it was. */
export const takeBack: Handler<'takeBack'> = async ({ proposalId }, { personId }) => {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const proposal = await proposals.get(proposalId);
    if (proposal === null || sideOf(proposal, personId) === null) return refuse('proposal-not-found');
    if (proposal.state === 'open') return refuse('not-mutual');
    if (proposal.state === 'ended') return agree({ state: 'ended' });
    const outcome = await proposals.update({ _id: proposalId, state: 'mutual' }, endedChange(proposal));
    if (outcome === 'updated') return agree({ state: 'ended' });
  }
  throw new Contended('The proposal changed every time.');
};
