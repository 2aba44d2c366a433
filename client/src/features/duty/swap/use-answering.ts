import type { InputFor } from '@contract/contracts';
import type { SwapView } from '@contract/duty-shift';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { answerRefusals, swapPhrases } from './swap-copy';

export type SwapAnswer = InputFor<'duty.answerSwap'>['answer'];

/** The other's word, or the asker's second thoughts. Whatever the answer, how things stand is asked anew. */
export function useAnswering({ swapId }: SwapView, onChanged: () => void) {
  const { step, run } = useDeed('duty.answerSwap', answerRefusals);
  const confirm = useConfirm();
  const say = useSay();
  const onAnswer = async (answer: SwapAnswer) => {
    const { undoAsk: title, undoText: text, undo: yes, undoKeep: no } = swapPhrases;
    if (answer === 'undo' && !(await confirm({ title, text, yes, no }))) return;
    const after = await run({ swapId, answer });
    if (after.at === 'done') say(swapPhrases.answered[answer]);
    if (after.at === 'done') onChanged();
  };
  return { step, onAnswer: (answer: SwapAnswer) => void onAnswer(answer) };
}
