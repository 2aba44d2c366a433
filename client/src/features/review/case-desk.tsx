import type { CaseId } from '@contract/ids';
import { Asked } from '@/ui/asked';
import { useQuestion } from '@/use-question';
import { CaseSheet } from './case-sheet';
import { showApplicationWords } from './copy';
import { useDecision } from './use-decision';
import { useNextCase } from './use-next-case';
import { useReveal } from './use-reveal';

export type CaseDeskProps = {
  readonly caseId: CaseId;
  /** Goes on to another case. */
  readonly onOpen: (caseId: CaseId) => void;
  /** Back to the list; left out where the list lies beside the case. */
  readonly onBack?: (() => void) | undefined;
  readonly onDecided?: (() => void) | undefined;
};

/** One case from reading it to the next. Give it the case's id as key: nothing of one case may show in another. */
export function CaseDesk({ caseId, onOpen, onBack, onDecided }: CaseDeskProps) {
  const { question, refresh } = useQuestion('member.showApplication', { caseId }, showApplicationWords);
  const decision = useDecision(caseId, { reread: refresh, onDecided: () => onDecided?.() });
  const reveal = useReveal(caseId);
  const next = useNextCase(caseId, decision.news !== null);
  return (
    <Asked question={question} skeletonRows={6}>
      {(application) => (
        <CaseSheet
          application={decision.news === null ? application : { ...application, open: false, clock: null }}
          {...{ decision, reveal, next, onOpen, onBack }}
        />
      )}
    </Asked>
  );
}
