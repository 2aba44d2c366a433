import * as z from 'zod/mini';
import { PersonId, ProposalId } from '../../types/ids';
import { ProposalState } from '../../types/match-proposal';
import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import { Contended } from '../runtime/database';
import { proposals } from './proposal-records';
import type { Handler } from './scene';
import { sealedAnswer } from './sealed-answer';
import { sideOf } from './two-sides';

const Whose = z.object({ personId: PersonId, list: z.string() });
/** As much of a proposal as answering needs. Neither answer travels: what the other said cannot matter here. */
const excerpt = {
  schema: z.object({ _id: ProposalId, state: ProposalState, revealsAt: EpochMs, one: Whose, other: Whose }),
  fields: ['state', 'revealsAt', 'one.personId', 'one.list', 'other.personId', 'other.list'],
};

/** It is blocked meanwhile, or its day comes: then it is read anew, once. */
const TRIES = 2;

/** Writes one's own side and nothing else: every answer is the same two steps, whatever it is and was. */
export const answer: Handler<'answer'> = async ({ proposalId, answer: own }, { now, personId }) => {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const [proposal] = await proposals.findParts({ _id: proposalId }, excerpt, { limit: 1 });
    const side = proposal === undefined ? null : sideOf(proposal, personId);
    if (proposal === undefined || side === null) return refuse('proposal-not-found');
    if (proposal.state !== 'open' || now >= proposal.revealsAt) return refuse('too-late');
    const outcome = await proposals.update(
      // A block of the same moment is not undone.
      { _id: proposalId, state: 'open', [`${side}.list`]: proposal[side].list },
      { set: { [`${side}.answer`]: sealedAnswer(proposalId, side, own) } },
    );
    if (outcome === 'updated') return agree({ answer: own });
  }
  throw new Contended('The proposal changed every time.');
};
