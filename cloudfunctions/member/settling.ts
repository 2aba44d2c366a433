import { EpochMs, NEVER } from '../../types/time';
import { closeCase, openCase } from '../review/ledger';
import type { FollowUp, Member } from './records';
import { saveMember } from './records';

/** How long a decision's own call has to do its follow-ups before the timer does them. Milliseconds. */
const GRACE_MS = 60_000;

/**
 * Writes down, with the decision itself, which cases must be opened or closed after it. A crash in between then loses
 * nothing: whoever comes next, the timer at the latest, does the rest.
 */
export const followedBy = (member: Member, followUps: readonly FollowUp[], now: EpochMs): Member => ({
  ...member,
  followUps: [...member.followUps, ...followUps],
  unsettledAt: EpochMs.parse(now + GRACE_MS),
});

/** Does what is written down, in order; every act is safe to repeat. One round trip each, and one to cross them off. */
export async function settle(stored: Member): Promise<void> {
  if (stored.followUps.length === 0) return;
  for (const followUp of stored.followUps) await carryOut(followUp);
  // Overtaken: somebody changed the record since and carries the list on; doing it again there is harmless.
  await saveMember(stored, { ...stored, followUps: [], unsettledAt: NEVER });
}

const carryOut = (followUp: FollowUp): Promise<void> =>
  followUp.act === 'close' ? closeCase(followUp.caseId, followUp.closing) : openCase(followUp.fresh, followUp.at);
