import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { CaseRecord } from '../review/ledger';
import { caseToDecide, decidedBefore, deciderOf } from './case-at-hand';
import { withdrawnCases } from './cancel-transfer';
import { change, refusalOf } from './change';
import type { Decider } from './enrolment';
import type { TransferSide } from './membership';
import { confirmSide, declineSide } from './membership';
import type { FollowUp, Member } from './records';
import type { Handler } from './scene';
import { followedBy } from './settling';

export const confirmTransfer: Handler<'confirmTransfer'> = async ({ caseId }, { now, standing }) => {
  const found = await caseToDecide(caseId, 'transfer', standing);
  if (!found.ok) return found;
  const before = decidedBefore(found.value, standing.personId, 'confirmed');
  if (before !== null) return agree({ decidedAt: before });
  const decider = deciderOf(standing, found.value, now);
  const changed = await change(found.value.subjectId, (member) => confirmed(member, found.value, decider));
  return changed.ok ? agree({ decidedAt: now }) : refusalOf(changed);
};

export const declineTransfer: Handler<'declineTransfer'> = async ({ caseId, note }, { now, standing }) => {
  const found = await caseToDecide(caseId, 'transfer', standing);
  if (!found.ok) return found;
  const before = decidedBefore(found.value, standing.personId, 'declined');
  if (before !== null) return agree({ decidedAt: before });
  const decider = deciderOf(standing, found.value, now);
  const changed = await change(found.value.subjectId, (member) => declined(member, found.value, decider, note));
  return changed.ok ? agree({ decidedAt: now }) : refusalOf(changed);
};

function confirmed(member: Member, record: CaseRecord, decider: Decider): Result<Member, 'case-decided-already'> {
  const part = partOf(record);
  if (member.membership === null || part === null) return refuse('case-decided-already');
  const next = confirmSide(member.membership, part.side, part.round, decider);
  if (!next.ok) return next;
  return agree(followedBy({ ...member, membership: next.value }, [closing(record, 'confirmed', decider)], decider.at));
}

/** A no of one side ends the transfer; the other side's case ends with it. */
function declined(
  member: Member,
  record: CaseRecord,
  decider: Decider,
  note: string,
): Result<Member, 'case-decided-already'> {
  const part = partOf(record);
  if (member.membership === null || part === null) return refuse('case-decided-already');
  const ended = declineSide(member.membership, part.side, part.round, { ...decider, note });
  if (!ended.ok) return ended;
  const others = withdrawnCases(member, decider.at).filter(
    (followUp) => followUp.act !== 'close' || followUp.caseId !== record._id,
  );
  return agree(
    followedBy({ ...member, membership: ended.value }, [closing(record, 'declined', decider), ...others], decider.at),
  );
}

const closing = (
  record: CaseRecord,
  outcome: 'confirmed' | 'declined',
  { personId, name, office, at }: Decider,
): FollowUp => ({
  act: 'close',
  caseId: record._id,
  closing: { outcome, by: name, byId: personId, office, at },
});

/** Which side of which transfer a case asks about; null for a case of another kind. */
function partOf(record: CaseRecord): { readonly side: TransferSide; readonly round: number } | null {
  if (record.kind === 'enrolment') return null;
  const round = Number(record._id.slice(record._id.lastIndexOf(':') + 1));
  return { side: record.kind === 'transfer-release' ? 'release' : 'accept', round };
}
