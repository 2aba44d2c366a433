import { agree, refuse } from '../../types/result';
import { caseToDecide, decidedBefore, decidedMeanwhile, deciderOf } from './case-at-hand';
import { change, refusalOf } from './change';
import { sendBack as sentBack } from './enrolment';
import type { Handler } from './scene';

export const sendBack: Handler<'sendBack'> = async ({ caseId, reasons, note }, { now, standing }) => {
  if (reasons.includes('other') && note === null) return refuse('note-needed');
  const found = await caseToDecide(caseId, 'enrolment', standing);
  if (!found.ok) return found;
  const before = decidedBefore(found.value, standing.personId, 'returned');
  if (before !== null) return agree({ decidedAt: before });
  const decider = deciderOf(standing, found.value, now);
  const changed = await change(found.value.subjectId, (member) => sentBack(member, caseId, decider, { reasons, note }));
  if (changed.ok) return agree({ decidedAt: now });
  const meanwhile = decidedMeanwhile(changed.member, caseId, standing.personId, 'returned');
  return meanwhile === null ? refusalOf(changed) : agree({ decidedAt: meanwhile });
};
