import type { benchActions } from '../../types/match-bench';
import { doneFollowUp } from './done-follow-up';
import { listFollowUps } from './list-follow-ups';
import { listStudioProposals } from './list-studio-proposals';
import { previewProposal } from './preview-proposal';
import { propose } from './propose';
import type { HandlersOf } from './scene';
import { withdrawProposal } from './withdraw-proposal';

type Part = Pick<
  typeof benchActions,
  'previewProposal' | 'propose' | 'withdrawProposal' | 'listStudioProposals' | 'listFollowUps' | 'doneFollowUp'
>;

export const proposingHandlers: HandlersOf<Part> = {
  previewProposal,
  propose,
  withdrawProposal,
  listStudioProposals,
  listFollowUps,
  doneFollowUp,
};
