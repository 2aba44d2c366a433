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

const HIDDEN = 'hidden';
const SHOWN = 'shown'.padEnd(HIDDEN.length);
const listPlace = (proposalId: ProposalId, side: Side): string => `match-list:${proposalId}:${side}`;

/** Whether a proposal is on one's list, of one length either way. */
export const sealedList = (proposalId: ProposalId, side: Side, isHidden: boolean): string =>
  seal(isHidden ? HIDDEN : SHOWN, listPlace(proposalId, side));

/** @throws when it was not sealed here for this side: the store was tampered with */
export function isHiddenBy(proposalId: ProposalId, side: Side, sealed: string): boolean {
  const opened = unseal(sealed, listPlace(proposalId, side));
  if (opened !== HIDDEN && opened !== SHOWN) throw new Error('A mark of a list does not open.');
  return opened === HIDDEN;
}
