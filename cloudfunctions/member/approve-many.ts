import { agree } from '../../types/result';
import { approve } from './approve';
import type { Handler } from './scene';

/** One after the other, so that a batch is no heavier on the database than a clerk who taps quickly. */
export const approveMany: Handler<'approveMany'> = async ({ caseIds, checks }, scene) => {
  const outcomes = [];
  for (const caseId of new Set(caseIds)) {
    const answer = await approve({ caseId, checks }, scene);
    outcomes.push({ caseId, outcome: answer.ok ? ('approved' as const) : answer.refusal });
  }
  return agree({ outcomes });
};
