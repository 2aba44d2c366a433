import { agree, refuse } from '../../types/result';
import { Contended } from '../runtime/database';
import { nextFollowUp } from './follow-ups';
import { proposals } from './proposal-records';
import type { Handler } from './scene';
import { otherSide, sideOf } from './two-sides';

const TRIES = 2;

/** Only what is mutual is followed up: nothing is written before, so that nobody's hope is in the store. */
export const stopFollowUps: Handler<'stopFollowUps'> = async ({ proposalId }, { personId }) => {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const proposal = await proposals.get(proposalId);
    const side = proposal === null ? null : sideOf(proposal, personId);
    if (proposal === null || side === null) return refuse('proposal-not-found');
    if (proposal.state !== 'mutual' || !proposal[side].followsUp) return agree({ followsUp: false });
    const { revealsAt, followUpAt } = proposal;
    const asked = [{ ...proposal[side], followsUp: false }, proposal[otherSide(side)]];
    const outcome = await proposals.update(
      { _id: proposalId, state: 'mutual', followUpAt, [`${otherSide(side)}.followsUp`]: asked[1]?.followsUp ?? false },
      { set: { [`${side}.followsUp`]: false, followUpAt: nextFollowUp(revealsAt, asked) } },
    );
    if (outcome === 'updated') return agree({ followsUp: false });
  }
  throw new Contended('The proposal changed every time.');
};
