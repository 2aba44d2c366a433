import type { Purpose } from '../../types/consent';
import type { EpochMs } from '../../types/time';
import { EpochMs as asEpochMs, NEVER } from '../../types/time';
import type { Member } from './records';
import { blankMember, unclaimed } from './records';
import { takeAllBack } from './consents';

/**
 * How long what somebody told us is kept once it decides nothing any more. Days. Our own clocks under PIPL 19 ("the
 * shortest time necessary"); docs/decisions/0004.
 */
export const KEPT_DAYS = { draft: 90, ended: 180, left: 30 } as const;

const DAY_MS = 24 * 3_600_000;

/** The member with the day on which the next thing is deleted. Set anew with every change. */
export const withPurge = (member: Member, now: EpochMs): Member => ({ ...member, purgeAt: purgeAt(member, now) });

function purgeAt(member: Member, now: EpochMs): EpochMs {
  const inDays = (days: number, from: EpochMs = now): EpochMs => asEpochMs.parse(from + days * DAY_MS);
  if (member.membership !== null && member.membership.state !== 'left') return NEVER;
  switch (member.enrolment.state) {
    case 'submitted':
      return NEVER;
    case 'draft':
    case 'returned':
      return holdsSomething(member) ? inDays(KEPT_DAYS.draft) : NEVER;
    case 'refused':
    case 'withdrawn':
      // From the day it ended: a consent given or withdrawn since does not keep the rest longer.
      return inDays(KEPT_DAYS.ended, member.enrolmentHistory.at(-1)?.at);
    case 'approved':
      return inDays(KEPT_DAYS.left, member.membership?.leftAt);
  }
}

const holdsSomething = (member: Member): boolean =>
  member.mobile !== null || member.document !== null || Object.values(member.form).some((value) => value !== null);

/**
 * The record with everything gone that is kept no longer. Of somebody who left, name, number and dates stay: the roll of
 * members is what the union answers for. Null when nothing is due.
 */
export function purged(member: Member, now: EpochMs): Member | null {
  if (member.purgeAt > now) return null;
  const cleared: Member = {
    ...member,
    mobile: null,
    document: null,
    union: null,
    identityKey: unclaimed(member._id),
    consents: takeAllBack(member.consents, now),
    purgeAt: NEVER,
  };
  const enrolment = member.enrolment.state === 'returned' ? ({ state: 'withdrawn' } as const) : member.enrolment;
  return {
    ...cleared,
    form: formOnTheRoll(member),
    enrolment,
    enrolmentHistory: member.enrolmentHistory.map(withoutNote),
    membership: member.membership && { ...member.membership, history: member.membership.history.map(withoutNote) },
  };
}

/** What happened and when stays on the roll; what was written about it does not. */
const withoutNote = <Event extends object>(event: Event): Event & { note: null } => ({ ...event, note: null });

/** What a consent carried goes with the consent (PIPL 47), without waiting for a clock. */
export function withoutPurpose(member: Member, purpose: Purpose): Member {
  switch (purpose) {
    case 'identity-document':
      return { ...member, document: null };
    case 'membership':
      return { ...member, mobile: null, union: null, form: formOnTheRoll(member) };
    case 'notices':
      return member;
  }
}

/** Nothing, but for the name of somebody who was a member. */
const formOnTheRoll = (member: Member): Member['form'] => ({
  ...blankMember(member._id).form,
  name: member.membership === null ? null : member.form.name,
});
