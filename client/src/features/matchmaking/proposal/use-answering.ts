import type { MatchAnswer } from '@contract/match-kind';
import type { ProposalView } from '@contract/match-proposal';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { answerRefusals, proposalText as text } from './proposal-copy';

/** One's answer, given and changed until the day. */
export function useAnswering({ proposalId }: ProposalView, refresh: () => Promise<void>) {
  const { step, run } = useDeed('matchmaking.answer', answerRefusals);
  const say = useSay();
  const onAnswer = async (answer: MatchAnswer) => {
    const after = await run({ proposalId, answer });
    if (after.at === 'done') say(text.said[after.value.answer]);
    if (after.at !== 'failed') await refresh();
  };
  return { step, onAnswer: (answer: MatchAnswer) => void onAnswer(answer) };
}

export type Answering = ReturnType<typeof useAnswering>;
