import { agree, refuse } from '../../types/result';
import { caseToDecide, decidedBefore, decidedMeanwhile, deciderOf } from './case-at-hand';
import { change, refusalOf } from './change';
import { reject as rejected } from './enrolment';
import type { Handler } from './scene';

export const reject: Handler<'reject'> = async ({ caseId, reason, note }, { now, standing }) => {
  if (reason === 'other' && note === null) return refuse('note-needed');
  const found = await caseToDecide(caseId, 'enrolment', standing);
  if (!found.ok) return found;
  const before = decidedBefore(found.value, standing.personId, 'refused');
  if (before !== null) return agree({ decidedAt: before });
  const decider = deciderOf(standing, found.value, now);
  const changed = await change(found.value.subjectId, (member) => rejected(member, caseId, decider, { reason, note }));
  if (changed.ok) return agree({ decidedAt: now });
  const meanwhile = decidedMeanwhile(changed.member, caseId, standing.personId, 'refused');
  return meanwhile === null ? refusalOf(changed) : agree({ decidedAt: meanwhile });
};
