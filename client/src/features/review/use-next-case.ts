import type { CaseId } from '@contract/ids';
import type { CaseSummary } from '@contract/review';
import { useQuestion } from '@/use-question';

export type NextCase =
  | { readonly at: 'unknown' }
  | { readonly at: 'none' }
  | { readonly at: 'waiting'; readonly next: Pick<CaseSummary, 'caseId' | 'maskedName'> };

/** The application that waits most urgently after this one; asked once this one is decided. */
export function useNextCase(caseId: CaseId, decided: boolean): NextCase {
  const { question } = useQuestion('review.listPending', decided ? {} : null);
  if (!decided || question.at !== 'loaded') return { at: 'unknown' };
  const next = question.value.items.find(
    (item) => item.stationId === null && item.eventId === null && item.caseId !== caseId,
  );
  return next === undefined ? { at: 'none' } : { at: 'waiting', next };
}
