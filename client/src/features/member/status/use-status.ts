import type { EnrolmentView } from '@contract/enrolment';
import { useConfirm } from '@/ui/confirm';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import type { Question } from '@/use-question';
import { useQuestion } from '@/use-question';
import { signInWords } from '../sign-in-words';
import { statusWords, withdrawRefusals } from '../status-copy';

export type Status = {
  readonly question: Question<EnrolmentView>;
  readonly withdrawing: DeedStepFor<'member.withdraw'>;
  readonly onWithdraw: () => void;
};

/** Where one's application stands, and taking it back. */
export function useStatus(): Status {
  const { question, refresh } = useQuestion('member.showEnrolment', {}, signInWords);
  const { step: withdrawing, run } = useDeed('member.withdraw', withdrawRefusals);
  const ask = useConfirm();
  const onWithdraw = async () => {
    const stays = question.at === 'loaded' && question.value.state === 'returned' ? 'returned' : 'submitted';
    if (!(await ask({ ...statusWords.ask, no: statusWords.stay[stays], danger: true }))) return;
    await run({});
    await refresh();
  };
  return { question, withdrawing, onWithdraw: () => void onWithdraw() };
}
