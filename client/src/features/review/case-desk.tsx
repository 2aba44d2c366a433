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
  readonly onDecided?: (() => void) | undefined;
};

/** One case from reading it to the next. Give it the case's id as key: nothing of one case may show in another. */
export function CaseDesk({ caseId, onOpen, onDecided }: CaseDeskProps) {
  const { question, refresh } = useQuestion('member.showApplication', { caseId }, showApplicationWords);
  const decision = useDecision(caseId, async () => {
    await refresh();
    onDecided?.();
  });
  const reveal = useReveal(caseId);
  const next = useNextCase(caseId, decision.news !== null);
  return (
    <Asked question={question} skeletonRows={6}>
      {(application) => (
        <CaseSheet application={application} decision={decision} reveal={reveal} next={next} onOpen={onOpen} />
      )}
    </Asked>
  );
}
