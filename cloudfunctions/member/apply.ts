import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { clockAtOpening, clockOf, readCase } from '../review/ledger';
import { change } from './change';
import { enrolmentCase, submit } from './enrolment';
import type { Member } from './records';
import type { Handler } from './scene';
import { settle } from './settling';

export const apply: Handler<'apply'> = async ({ version }, { now, personId }) => {
  const changed = await change(personId, (member) => submit(member, version, now));
  if (changed.ok) return handedIn(changed.member, now);
  if (changed.refusal === 'duplicate') return refuse('id-card-in-use');
  // The same tap twice, or a retry after a lost answer: it is handed in, and that is what was asked.
  if (changed.refusal === 'already-decided' && changed.member.enrolment.state === 'submitted')
    return handedIn(changed.member, now);
  return refuse(changed.refusal);
};

async function handedIn(member: Member, now: EpochMs): ReturnType<Handler<'apply'>> {
  if (member.enrolment.state !== 'submitted' || member.union === null) return refuse('already-decided');
  const { caseId, signature } = member.enrolment;
  const isFresh = signature.at === now;
  const record = isFresh ? null : await readCase(caseId);
  if (!isFresh && record === null) await settle(member);
  const clock =
    record === null ? clockAtOpening(enrolmentCase(member, member.union, caseId), signature.at) : clockOf(record, now);
  return clock === null ? refuse('already-decided') : agree({ state: 'submitted', clock });
}
