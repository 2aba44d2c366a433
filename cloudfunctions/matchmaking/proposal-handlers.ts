import type { proposalActions } from '../../types/match-proposal';
import { answer } from './answer';
import { block } from './block';
import { listProposals } from './list-proposals';
import { report } from './report';
import { showProposal } from './show-proposal';
import { showProposalPhoto } from './show-proposal-photo';
import { stopFollowUps } from './stop-follow-ups';
import { takeBack } from './take-back';
import type { HandlersOf } from './scene';

export const proposalHandlers: HandlersOf<typeof proposalActions> = {
  listProposals,
  showProposal,
  showProposalPhoto,
  answer,
  takeBack,
  stopFollowUps,
  block,
  report,
};
