import type { MatchAnswer } from '@contract/match-kind';
import type { ProposalView } from '@contract/match-proposal';
import { useState } from 'react';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { answerRefusals, proposalText as text } from './proposal-copy';

/** One's answer, given and changed until the day. What was kept is shown at once, before the proposal comes anew. */
export function useAnswering(proposal: ProposalView, refresh: () => Promise<void>) {
  const { proposalId } = proposal;
  const { step, run } = useDeed('matchmaking.answer', answerRefusals);
  const [isBusy, setBusy] = useState(false);
  const [kept, setKept] = useState<{ readonly over: ProposalView; readonly answer: MatchAnswer } | null>(null);
  const say = useSay();
  const onAnswer = async (answer: MatchAnswer) => {
    setBusy(true);
    const after = await run({ proposalId, answer });
    if (after.at === 'done') {
      setKept({ over: proposal, answer: after.value.answer });
      say(text.said[after.value.answer]);
    }
    if (after.at !== 'failed') await refresh();
    setBusy(false);
  };
  // It stands for the proposal that was answered, and gives way to whatever is read after it.
  const answer = kept?.over === proposal ? kept.answer : proposal.answer;
  return { answer, step, isBusy, onAnswer: (next: MatchAnswer) => void onAnswer(next) };
}

export type Answering = ReturnType<typeof useAnswering>;
