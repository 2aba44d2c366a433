import { agree, refuse } from '../../types/result';
import { transaction } from '../runtime/database';
import { benchProposal } from './bench-proposal';
import { nextFollowUp, stageAt, stagesLeft } from './follow-ups';
import { Proposal } from './proposal-records';
import type { Handler } from './scene';
import { otherSide } from './two-sides';

/** One stage of one of the two was seen to. Said again, it is as it was. */
export const doneFollowUp: Handler<'doneFollowUp'> = async ({ proposalId, side, stage }, { now, standing }) => {
  const found = await benchProposal(standing, proposalId, now);
  if (!found.ok) return found;
  const first = decide(found.value);
  if (first !== 'write') return first;
  return transaction(async (tx) => {
    const seen = await tx.get('match-proposals', Proposal, proposalId);
    if (seen === null) return refuse('proposal-not-found');
    const decided = decide(seen);
    if (decided !== 'write') return decided;
    const done = [...seen[side].done, stage];
    const asked = [{ ...seen[side], done }, seen[otherSide(side)]];
    await tx.update('match-proposals', proposalId, {
      set: { [`${side}.done`]: done, followUpAt: nextFollowUp(seen.revealsAt, asked) },
    });
    return agree({ done: true });
  });

  function decide({ state, revealsAt, ...sides }: Proposal) {
    if (state === 'mutual' && sides[side].done.includes(stage)) return agree({ done: true });
    const isLeft = state === 'mutual' && stagesLeft(sides[side]).includes(stage);
    return isLeft && now >= stageAt(revealsAt, stage) ? 'write' : refuse('not-due');
  }
};
