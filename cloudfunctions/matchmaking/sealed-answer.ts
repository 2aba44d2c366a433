import type { MatchAnswer } from '../../types/match-kind';
import { answers } from '../../types/match-kind';
import { seal, unseal } from '../runtime/sealed';
import type { Side } from '../../types/match-kind';
import type { ProposalId } from '../../types/ids';

const LENGTH = Math.max(...answers.map((answer) => answer.length));

const placeOf = (proposalId: ProposalId, side: Side): string => `match-answer:${proposalId}:${side}`;

/**
 * An answer as it is stored: of one length whichever it is, with a fresh nonce each time, so that the store shows
 * neither what was answered nor whether anything was.
 */
export const sealedAnswer = (proposalId: ProposalId, side: Side, answer: MatchAnswer): string =>
  seal(answer.padEnd(LENGTH), placeOf(proposalId, side));

/** @throws when it was not sealed here for this side: the store was tampered with */
export function openedAnswer(proposalId: ProposalId, side: Side, sealed: string): MatchAnswer {
  const opened = unseal(sealed, placeOf(proposalId, side))?.trimEnd();
  const answer = answers.find((one) => one === opened);
  if (answer === undefined) throw new Error('An answer does not open.');
  return answer;
}

/** What else is sealed in a side of a proposal. */
export type SidePart = 'named' | 'words' | 'contact';
const partPlace = (proposalId: ProposalId, side: Side, part: SidePart): string =>
  `match-side:${proposalId}:${side}:${part}`;
export const sealedPart = (proposalId: ProposalId, side: Side, part: SidePart, text: string): string =>
  seal(text, partPlace(proposalId, side, part));
export const openedPart = (proposalId: ProposalId, side: Side, part: SidePart, sealed: string | null): string | null =>
  sealed === null ? null : unseal(sealed, partPlace(proposalId, side, part));
