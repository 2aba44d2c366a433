import type { SmallPhoto } from '@contract/duty-tap';
import type { ProposalId } from '@contract/ids';
import type { ProposalView } from '@contract/match-proposal';
import type { Asking, Question, ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { showPhotoRefusals, showRefusals } from './proposal-copy';

export type Picture = { readonly photo: SmallPhoto | null; readonly isBlurred: boolean };
export type ShownProposal = {
  readonly proposal: ProposalView;
  /** Null where it did not come: the rest is shown without it. */
  readonly picture: Picture | null;
};

/** A proposal and the picture on its card, asked side by side and shown together. */
export function useProposal(proposalId: ProposalId | null): Asking<ShownProposal> {
  const input = proposalId === null ? null : { proposalId };
  const shown = useQuestion('matchmaking.showProposal', input, showRefusals);
  const picture = useQuestion('matchmaking.showProposalPhoto', input, showPhotoRefusals);
  return { question: together(shown.question, picture.question), refresh: shown.refresh };
}

function together(
  shown: Question<ValueFor<'matchmaking.showProposal'>>,
  picture: Question<Picture>,
): Question<ShownProposal> {
  if (shown.at !== 'loaded') return shown;
  if (picture.at === 'loading' && shown.value.proposal.card?.hasPhoto === true) return { at: 'loading' };
  const { proposal } = shown.value;
  return { at: 'loaded', value: { proposal, picture: picture.at === 'loaded' ? picture.value : null } };
}
