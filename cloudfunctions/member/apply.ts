import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { CaseRecord } from '../review/ledger';
import { clockAtOpening, clockOf, readCase } from '../review/ledger';
import { change } from './change';
import { enrolmentCase, submit } from './enrolment';
import type { Member } from './records';
import type { Handler } from './scene';
import { settle } from './settling';

export const apply: Handler<'apply'> = async ({ version }, { now, personId }) => {
  const changed = await change(personId, (member) => submit(member, version, now));
  if (changed.ok) return handedIn(changed.member, null, now);
  if (changed.refusal === 'duplicate') return refuse('id-card-in-use');
  const { enrolment } = changed.member;
  if (changed.refusal !== 'already-decided' || enrolment.state !== 'submitted') return refuse(changed.refusal);
  // The same tap twice, or a retry after a lost answer: it is handed in, and that is what was asked.
  if (changed.overtaken) return handedIn(changed.member, null, now);
  const record = await readCase(enrolment.caseId);
  if (record === null) await settle(changed.member);
  return handedIn(changed.member, record, now);
};

/** @param record the case, or null while it is as it was opened */
function handedIn(member: Member, record: CaseRecord | null, now: EpochMs): Awaited<ReturnType<Handler<'apply'>>> {
  if (member.enrolment.state !== 'submitted' || member.union === null) return refuse('already-decided');
  const { caseId, signature } = member.enrolment;
  const clock =
    record === null ? clockAtOpening(enrolmentCase(member, member.union, caseId), signature.at) : clockOf(record, now);
  return clock === null ? refuse('already-decided') : agree({ state: 'submitted', clock });
}
