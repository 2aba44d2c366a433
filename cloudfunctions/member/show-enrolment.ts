import { agree } from '../../types/result';
import { clockAtOpening, clockOf, readCase } from '../review/ledger';
import { enrolmentCase } from './enrolment';
import { enrolmentView } from './enrolment-view';
import { loadMember } from './records';
import type { Handler } from './scene';
import { settle } from './settling';

export const showEnrolment: Handler<'showEnrolment'> = async (_input, { now, personId }) => {
  const member = await loadMember(personId);
  const { enrolment, union } = member;
  if (enrolment.state !== 'submitted' || union === null) return agree(enrolmentView(member, null));
  const record = await readCase(enrolment.caseId);
  if (record !== null) return agree(enrolmentView(member, clockOf(record, now)));
  // Handed in, and everything stopped before the case was opened: whoever looks first opens it.
  await settle(member);
  const clock = clockAtOpening(enrolmentCase(member, union, enrolment.caseId), enrolment.signature.at);
  return agree(enrolmentView(member, clock));
};
