import type { benchActions } from '../../types/match-bench';
import type { HandlersOf } from './scene';
import { unwritten } from './unwritten';

type Part = Pick<
  typeof benchActions,
  'previewProposal' | 'propose' | 'withdrawProposal' | 'listStudioProposals' | 'listFollowUps' | 'doneFollowUp'
>;

export const proposingHandlers: HandlersOf<Part> = {
  previewProposal: unwritten,
  propose: unwritten,
  withdrawProposal: unwritten,
  listStudioProposals: unwritten,
  listFollowUps: unwritten,
  doneFollowUp: unwritten,
};
