import type { PersonId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import { Contended } from '../runtime/database';
import { endedChange } from './ended';
import { openedKeys } from './proposal-keys';
import { proposals } from './proposal-records';
import { proposalsOfPair } from './proposals-of-pair';
import type { Handler } from './scene';
import { sideOf } from './two-sides';

const TRIES = 2;

/**
 * Everything mutual of the two ends for both at once, also what they chose at a mixer, and nobody is told: the mark of
 * the pair stays. Asked again, it is as it was.
 */
export const takeBack: Handler<'takeBack'> = async ({ proposalId }, { personId }) => {
  const proposal = await proposals.get(proposalId);
  const side = proposal === null ? null : sideOf(proposal, personId);
  if (proposal === null || side === null) return refuse('proposal-not-found');
  if (proposal.state === 'open') return refuse('not-mutual');
  await endMutual(personId, openedKeys(proposal).pair);
  return agree({ state: 'ended' });
};

async function endMutual(personId: PersonId, pair: string): Promise<void> {
  for (let nth = 0; nth <= TRIES; nth += 1) {
    const mutual = (await proposalsOfPair(personId, pair)).filter(({ state }) => state === 'mutual');
    if (mutual.length === 0) return;
    const outcomes = await Promise.all(
      mutual.map((line) => proposals.update({ _id: line._id, state: 'mutual' }, endedChange(line))),
    );
    if (outcomes.every((outcome) => outcome === 'updated')) return;
  }
  throw new Contended('The proposals changed every time.');
}
