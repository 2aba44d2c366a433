import type { CaseId, PersonId } from '../../types/ids';
import type { CaseOutcome } from '../../types/review';
import { PersonCaseKind } from '../../types/review';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { CaseRecord } from '../review/ledger';
import { readCase } from '../review/ledger';
import type { Decider } from './enrolment';
import type { Member } from './records';
import type { Standing } from './standing';

/** Who decides for a union. */
export const STAFF = ['clerk', 'administrator'] as const;

/** A person's case; what a station owes is none of this domain's business. */
export type PersonCase = CaseRecord & { readonly subjectId: PersonId; readonly kind: PersonCaseKind };

const isPersonCase = (record: CaseRecord): record is PersonCase =>
  record.subjectId !== null && PersonCaseKind.safeParse(record.kind).success;

/** A case that lies before the caller's union or one below it. One round trip. */
export async function caseAtHand(
  id: CaseId,
  standing: Standing,
): Promise<Result<PersonCase, 'case-not-found' | 'outside-your-unions'>> {
  const record = await readCase(id);
  if (record === null || !isPersonCase(record)) return refuse('case-not-found');
  return standing.covers(record.scope, STAFF) ? agree(record) : refuse('outside-your-unions');
}

/** The same, for a decision of that sort: nobody decides on themselves. */
export async function caseToDecide(
  id: CaseId,
  sort: 'enrolment' | 'transfer',
  standing: Standing,
): Promise<Result<PersonCase, 'case-not-found' | 'outside-your-unions' | 'own-application'>> {
  const found = await caseAtHand(id, standing);
  if (found.ok && !found.value.kind.startsWith(sort)) return refuse('case-not-found');
  return found.ok && found.value.subjectId === standing.personId ? refuse('own-application') : found;
}

export const deciderOf = (standing: Standing, record: CaseRecord, at: EpochMs): Decider => ({
  personId: standing.personId,
  name: standing.name,
  office: standing.officeFor(record.scope, STAFF),
  at,
});

/** Whether this very decision was already made by this very person: a retry after a lost answer hears yes again. */
export const decidedBefore = (record: CaseRecord, by: PersonId, outcome: CaseOutcome): EpochMs | null =>
  record.state === 'closed' && record.decidedById === by && record.outcome === outcome ? record.decidedAt : null;

/** The same, where everything stopped before the case was closed: the member's record says whose decision it was. */
export function decidedMeanwhile(member: Member, caseId: CaseId, by: PersonId, outcome: CaseOutcome): EpochMs | null {
  for (const followUp of member.followUps)
    if (followUp.act === 'close' && followUp.caseId === caseId && followUp.closing.byId === by)
      return followUp.closing.outcome === outcome ? followUp.closing.at : null;
  return null;
}
