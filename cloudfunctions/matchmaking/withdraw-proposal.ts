import { agree, refuse } from '../../types/result';
import { Contended } from '../runtime/database';
import { benchProposal } from './bench-proposal';
import { endedChange } from './ended';
import { proposals } from './proposal-records';
import type { Handler } from './scene';

/** It is revealed meanwhile, or ends otherwise: then it is read anew, once. */
const TRIES = 2;

/** Any matchmaker of the studio, up to its instant: nobody's answer is read, and the mark of the pair stays. */
export const withdrawProposal: Handler<'withdrawProposal'> = async ({ proposalId }, { now, standing }) => {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const found = await benchProposal(standing, proposalId, now);
    if (!found.ok) return found;
    const proposal = found.value;
    if (now >= proposal.revealsAt || proposal.state === 'mutual') return refuse('too-late');
    if (proposal.state === 'ended') return agree({ state: 'ended' });
    const outcome = await proposals.update({ _id: proposalId, state: 'open' }, endedChange(proposal));
    if (outcome === 'updated') return agree({ state: 'ended' });
  }
  throw new Contended('The proposal changed every time.');
};
