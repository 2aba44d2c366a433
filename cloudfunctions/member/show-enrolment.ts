import { agree } from '../../types/result';
import { clockOf, readCase } from '../review/ledger';
import { enrolmentView } from './enrolment-view';
import { loadMember } from './records';
import type { Handler } from './scene';
import { settle } from './settling';

export const showEnrolment: Handler<'showEnrolment'> = async (_input, { now, personId }) => {
  const member = await loadMember(personId);
  if (member.enrolment.state !== 'submitted') return agree(enrolmentView(member, null));
  const record = await readCase(member.enrolment.caseId);
  if (record === null) await settle(member);
  return agree(enrolmentView(member, record === null ? null : clockOf(record, now)));
};
