import type { PersonId, ProposalId } from '../../types/ids';
import type { Side } from '../../types/match-kind';
import type { ProposalSide } from './proposal-records';
import { isHiddenBy } from './sealed-answer';

/** As much of a proposal as says whose it is. */
export type TwoSides = {
  readonly _id: ProposalId;
  readonly one: Pick<ProposalSide, 'personId' | 'list'>;
  readonly other: Pick<ProposalSide, 'personId' | 'list'>;
};

type Held = { readonly [Which in Side]: Pick<ProposalSide, 'personId'> };

export const otherSide = (side: Side): Side => (side === 'one' ? 'other' : 'one');

/** Which of the two somebody is, gone from their list or not; null for everybody else. */
export const sideHeldBy = ({ one, other }: Held, personId: PersonId): Side | null =>
  one.personId === personId ? 'one' : other.personId === personId ? 'other' : null;

/** Which of the two somebody is; null for everybody else, and once it is gone from their list. */
export function sideOf(proposal: TwoSides, personId: PersonId): Side | null {
  const side = sideHeldBy(proposal, personId);
  return side === null || isHiddenBy(proposal._id, side, proposal[side].list) ? null : side;
}
