import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { change, refusalOf } from './change';
import { isMember } from './enrolment';
import { endTransfer } from './membership';
import { membershipView, transferCaseIds } from './membership-view';
import type { FollowUp, Member } from './records';
import type { Handler } from './scene';
import { followedBy } from './settling';

export const cancelTransfer: Handler<'cancelTransfer'> = async (_input, { now, personId }) => {
  const changed = await change(personId, (member) => stayed(member, now));
  // The same wish again after a lost answer: it is cancelled, and that is what was asked.
  const isDone = changed.member.membership?.history.at(-1)?.step === 'cancel-transfer';
  if (!changed.ok && !isDone) return refusalOf(changed);
  const view = membershipView(changed.member, [], now);
  return view === null ? refuse('not-a-member') : agree(view);
};

function stayed(member: Member, now: EpochMs): Result<Member, 'not-a-member' | 'no-transfer'> {
  if (member.membership === null || !isMember(member)) return refuse('not-a-member');
  const ended = endTransfer(member.membership, 'cancel-transfer', { at: now, office: null, note: null });
  if (!ended.ok) return ended;
  return agree(followedBy({ ...member, membership: ended.value }, withdrawnCases(member, now), now));
}

/** The cases of a transfer that ends without a decision; those decided already stay as they are. */
export const withdrawnCases = (member: Member, now: EpochMs): FollowUp[] =>
  transferCaseIds(member).map((caseId) => ({
    act: 'close',
    caseId,
    closing: { outcome: 'withdrawn', by: null, byId: null, office: member.membership?.unionName ?? '', at: now },
  }));
