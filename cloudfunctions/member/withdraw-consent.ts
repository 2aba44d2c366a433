import { neededToJoin } from '../../types/consent';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { change, refusalOf } from './change';
import { takeBack } from './consents';
import { isMember } from './enrolment';
import { withPurge, withoutPurpose } from './retention';
import type { Handler } from './scene';
import type { Member } from './records';

type Refusal = 'leave-union-first' | 'withdraw-application-first' | 'consent-not-given';

/** What carries an application or a membership cannot be taken from under it: that has to end first, which is free. */
export const withdrawConsent: Handler<'withdrawConsent'> = async ({ purpose }, { now, personId }) => {
  const changed = await change(personId, (member): Result<Member, Refusal> => {
    const isNeeded = (neededToJoin as readonly string[]).includes(purpose);
    if (isNeeded && isMember(member)) return refuse('leave-union-first');
    const waits = member.enrolment.state === 'submitted' || member.enrolment.state === 'returned';
    if (isNeeded && waits) return refuse('withdraw-application-first');
    const receipts = takeBack(member.consents, purpose, now);
    if (!receipts.ok) return receipts;
    return agree(withPurge(withoutPurpose({ ...member, consents: receipts.value }, purpose), now));
  });
  // Asked again after a lost answer: it is withdrawn, and that is what was asked.
  const isDone = changed.member.consents.some((receipt) => receipt.purpose === purpose && receipt.withdrawnAt !== null);
  if (changed.ok || (changed.refusal === 'consent-not-given' && isDone))
    return agree({ receipts: changed.member.consents });
  return refusalOf(changed);
};
