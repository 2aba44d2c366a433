import type { CaseId } from '@contract/ids';
import { useState } from 'react';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { answerRatingWords, deskText } from './desk-copy';

const words = deskText.answer;

export type Answering = {
  readonly step: DeedStepFor<'event.answerRating'>;
  readonly text: string;
  readonly problem: string | undefined;
  readonly onText: (text: string) => void;
  readonly onSend: () => void;
};

/** What the union says to those who rated an event low. Sent again, the same words are the same answer. */
export function useAnswering(caseId: CaseId, reread: () => Promise<void>): Answering {
  const { step, run, reset } = useDeed('event.answerRating', answerRatingWords);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const ask = useConfirm();
  const say = useSay();

  const onSend = async () => {
    const answer = text.trim();
    setProblem(answer.length < 2 ? words.missing : undefined);
    if (answer.length < 2 || step.at === 'sending' || !(await ask(words.ask))) return;
    const after = await run({ caseId, answer });
    // With the case goes the panel: what came of it is said where it stays.
    if (after.at === 'done') say(words.done);
    if (after.at === 'refused') say(after.text);
    if (after.at === 'done' || after.at === 'refused') await reread();
  };
  return {
    step,
    text,
    problem,
    onText: (next) => {
      setProblem(undefined);
      reset();
      setText(next);
    },
    onSend: () => void onSend(),
  };
}
