import type { CaseId } from '@contract/ids';
import type { CaseSummary } from '@contract/review';
import { useState } from 'react';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import { batchOutcomes, queueText } from './queue-copy';

/** As many as the action takes at once. */
export const MOST_AT_ONCE = 20;

export type BatchResult = {
  readonly caseId: CaseId;
  readonly maskedName: string;
  readonly approved: boolean;
  readonly text: string;
};

export type Batch = {
  readonly choosing: boolean;
  readonly chosen: readonly CaseId[];
  readonly results: readonly BatchResult[];
  readonly step: DeedStepFor<'member.approveMany'>;
  readonly onStart: () => void;
  readonly onStop: () => void;
  readonly onToggle: (caseId: CaseId) => void;
  readonly onApprove: (items: readonly CaseSummary[]) => void;
  readonly onCloseResults: () => void;
};

/** Several applications approved with one press, each with its own outcome. */
export function useBatch(refresh: () => Promise<void>): Batch {
  const [choosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState<readonly CaseId[]>([]);
  const [results, setResults] = useState<readonly BatchResult[]>([]);
  const { step, run, reset } = useDeed('member.approveMany', {});
  const ask = useConfirm();
  const say = useSay();

  const onToggle = (caseId: CaseId) => {
    reset();
    if (chosen.includes(caseId)) setChosen(chosen.filter((other) => other !== caseId));
    else if (chosen.length >= MOST_AT_ONCE) say(queueText.batch.most);
    else setChosen([...chosen, caseId]);
  };

  const onApprove = async (items: readonly CaseSummary[]) => {
    // What is no longer in the queue was decided meanwhile and is not sent.
    const wanted = items.filter(({ caseId }) => chosen.includes(caseId));
    if (wanted.length === 0) {
      say(queueText.batch.chooseFirst);
      return;
    }
    if (step.at === 'sending' || !(await ask(queueText.batch.ask(wanted.length)))) return;
    const caseIds = wanted.map(({ caseId }) => caseId);
    const after = await run({ caseIds, checks: { qualifies: true, voluntary: true, complete: true } });
    if (after.at !== 'done') return;
    setResults(
      after.value.outcomes.map(({ caseId, outcome }) => ({
        caseId,
        maskedName: wanted.find((item) => item.caseId === caseId)?.maskedName ?? '',
        approved: outcome === 'approved',
        text: batchOutcomes[outcome],
      })),
    );
    setChosen([]);
    setChoosing(false);
    say(queueText.batch.concluded(after.value.outcomes.filter(({ outcome }) => outcome === 'approved').length));
    await refresh();
  };

  return {
    choosing,
    chosen,
    results,
    step,
    onStart: () => {
      reset();
      setResults([]);
      setChoosing(true);
    },
    onStop: () => {
      setChoosing(false);
      setChosen([]);
    },
    onToggle,
    onApprove: (items) => void onApprove(items),
    onCloseResults: () => setResults([]),
  };
}
