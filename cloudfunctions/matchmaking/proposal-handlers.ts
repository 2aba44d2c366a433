import type { proposalActions } from '../../types/match-proposal';
import { report } from './report';
import type { HandlersOf } from './scene';
import { unwritten } from './unwritten';

export const proposalHandlers: HandlersOf<typeof proposalActions> = {
  listProposals: unwritten,
  showProposal: unwritten,
  showProposalPhoto: unwritten,
  answer: unwritten,
  takeBack: unwritten,
  stopFollowUps: unwritten,
  block: unwritten,
  report,
};
