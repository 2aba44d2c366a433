import type { PersonId } from '../../types/ids';
import type { ProposalState, Side } from '../../types/match-kind';
import { agree, refuse } from '../../types/result';
import { Contended } from '../runtime/database';
import type { Change } from '../runtime/filter';
import { endedChange } from './ended';
import { markNever } from './pair-marks';
import { openedKeys } from './proposal-keys';
import type { Proposal } from './proposal-records';
import { proposals } from './proposal-records';
import { proposalsOfPair } from './proposals-of-pair';
import type { Handler } from './scene';
import { sealedAnswer, sealedList } from './sealed-answer';
import { sideHeldBy } from './two-sides';

/** Asking again hears the same, gone from one's list as it is. */
export const block: Handler<'block'> = async ({ proposalId }, { personId }) => {
  const proposal = await proposals.get(proposalId);
  const side = proposal === null ? null : sideHeldBy(proposal, personId);
  if (proposal === null || side === null) return refuse('proposal-not-found');
  await blocked(proposal, side);
  return agree({ blocked: true });
};

/** A proposal changes its state twice at most. */
const TRIES = 3;

/**
 * The two are never proposed to each other again, and every proposal of theirs is gone from this side's list. To one
 * that is open this side's answer is no, and everybody else reads on what they read; one that is mutual ends for both,
 * as when one takes their contact back. Safe to repeat.
 */
export async function blocked(proposal: Proposal, side: Side): Promise<void> {
  // Before anything else: what a call that dies leaves undone is only one's own list.
  const { personId } = proposal[side];
  // The other may have left and be nobody here: the mark is that of whom they were, and holds when they come back.
  const { pair } = openedKeys(proposal);
  await markNever(pair, proposal.proposedAt);
  // Read after the mark, so that whatever is made of the two from then on has seen it.
  const lines = await proposalsOfPair(personId, pair);
  await Promise.all(lines.map((line) => setAside(line, personId)));
}

async function setAside(line: Proposal, personId: PersonId): Promise<void> {
  let read: Proposal | null = line;
  for (let nth = 0; read !== null; nth += 1) {
    const { _id, state } = read;
    const side = sideHeldBy(read, personId);
    if (side === null) return;
    const outcome = await proposals.update({ _id, state }, asideChange[state](read, side));
    if (outcome === 'updated') return;
    if (nth === TRIES) throw new Contended('The proposal changed every time.');
    read = await proposals.get(_id);
  }
}

const asideChange: Readonly<Record<ProposalState, (proposal: Proposal, side: Side) => Change>> = {
  open: ({ _id }, side) => ({ set: { ...hidden(_id, side), [`${side}.answer`]: sealedAnswer(_id, side, 'no') } }),
  mutual: (proposal, side) => ({ set: { ...endedChange(proposal).set, ...hidden(proposal._id, side) } }),
  ended: ({ _id }, side) => ({ set: hidden(_id, side) }),
};

const hidden = (proposalId: Proposal['_id'], side: Side): Readonly<Record<string, string>> => ({
  [`${side}.list`]: sealedList(proposalId, side, true),
});
