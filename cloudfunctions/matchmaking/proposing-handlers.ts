import type { proposingActions } from '../../types/match-proposing';
import { doneFollowUp } from './done-follow-up';
import { listFollowUps } from './list-follow-ups';
import { listStudioProposals } from './list-studio-proposals';
import { previewProposal } from './preview-proposal';
import { propose } from './propose';
import type { HandlersOf } from './scene';
import { withdrawProposal } from './withdraw-proposal';

export const proposingHandlers: HandlersOf<typeof proposingActions> = {
  previewProposal,
  propose,
  withdrawProposal,
  listStudioProposals,
  listFollowUps,
  doneFollowUp,
};
