import { CardNumber } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import { caseToDecide, decidedBefore, decidedMeanwhile, deciderOf } from './case-at-hand';
import { drawCardNumber } from './card-number';
import { change } from './change';
import { approve as approved } from './enrolment';
import { loadMember } from './records';
import type { Handler } from './scene';

export const approve: Handler<'approve'> = async ({ caseId }, { now, standing }) => {
  const found = await caseToDecide(caseId, 'enrolment', standing);
  if (!found.ok) return found;
  const before = decidedBefore(found.value, standing.personId, 'approved');
  if (before !== null) {
    const number = CardNumber.safeParse((await loadMember(found.value.subjectId)).cardNumber);
    return number.success ? agree({ cardNumber: number.data, decidedAt: before }) : refuse('case-decided-already');
  }
  if (found.value.state === 'closed') return refuse('case-decided-already');
  const decider = deciderOf(standing, found.value, now);
  const cardNumber = drawCardNumber(now);
  const changed = await change(found.value.subjectId, (member) => approved(member, caseId, decider, cardNumber));
  if (changed.ok) return agree({ cardNumber, decidedAt: now });
  const meanwhile = decidedMeanwhile(changed.member, caseId, standing.personId, 'approved');
  const issued = CardNumber.safeParse(changed.member.cardNumber);
  if (meanwhile !== null && issued.success) return agree({ cardNumber: issued.data, decidedAt: meanwhile });
  // One number in ten million is taken already: the next try draws another.
  return refuse(changed.refusal === 'duplicate' ? 'changed-meanwhile' : changed.refusal);
};
