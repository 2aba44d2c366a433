import type { PersonId } from '../../types/ids';
import type { Side } from '../../types/match-kind';
import type { Proposal } from './proposal-records';

export const otherSide = (side: Side): Side => (side === 'one' ? 'other' : 'one');

/** Which of the two somebody is; null for everybody else, and once it is gone from their list. */
export function sideOf(proposal: Pick<Proposal, 'one' | 'other'>, personId: PersonId): Side | null {
  const side = proposal.one.personId === personId ? 'one' : proposal.other.personId === personId ? 'other' : null;
  return side === null || proposal[side].isHidden ? null : side;
}
