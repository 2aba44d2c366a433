import type { EnrolmentEvent, EnrolmentState, EnrolmentStep, RejectReason, ReturnReason } from '../../types/enrolment';
import { applicationVersion } from '../../types/enrolment';
import type { PersonId } from '../../types/ids';
import { CaseId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { maskedName } from '../../types/person';
import { missingFields } from './completeness';
import { hasNeededConsents } from './consents';
import { issueCard } from './membership';
import type { ChosenUnion, Member, NewPersonCase } from './records';
import { unclaimed } from './records';
import { withPurge } from './retention';
import { followedBy } from './settling';

/** The whole machine in one look. A refused or withdrawn person begins again; leaving the union begins again too. */
export const enrolmentSteps = {
  draft: { submit: 'submitted' },
  submitted: { return: 'returned', approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', withdraw: 'withdrawn' },
  approved: { 'begin-again': 'draft' },
  refused: { 'begin-again': 'draft' },
  withdrawn: { 'begin-again': 'draft' },
} as const satisfies Record<EnrolmentState, Partial<Record<EnrolmentStep, EnrolmentState>>>;

export const mayTake = (member: Member, step: EnrolmentStep): boolean => step in enrolmentSteps[member.enrolment.state];

/** While a membership stands, nobody applies a second time. */
export const isMember = (member: Member): boolean => member.membership !== null && member.membership.state !== 'left';

/** A draft may be written while nothing waits for a decision and no membership stands. */
export const mayEdit = (member: Member): boolean =>
  !isMember(member) && (mayTake(member, 'submit') || mayTake(member, 'begin-again'));

/** The member as one who begins to write: a refused, withdrawn or ended application becomes a draft again. */
export const asDraft = (member: Member, now: EpochMs): Member =>
  mayTake(member, 'begin-again')
    ? { ...noted(member, { step: 'begin-again', at: now }), enrolment: { state: 'draft' } }
    : member;

type Submission = Result<
  Member,
  'already-decided' | 'already-member' | 'consent-needed' | 'application-incomplete' | 'application-text-changed'
>;

/**
 * Hands the draft in. From here the ID card is claimed: `identityKey` is unique in the store, so of two phones with one
 * card exactly one gets through.
 */
export function submit(member: Member, version: string, now: EpochMs): Submission {
  if (isMember(member)) return refuse('already-member');
  if (!mayTake(member, 'submit')) return refuse('already-decided');
  if (!hasNeededConsents(member.consents)) return refuse('consent-needed');
  if (version !== applicationVersion) return refuse('application-text-changed');
  const { document, union } = member;
  if (document === null || union === null || missingFields(member).length > 0) return refuse('application-incomplete');
  const round = member.round + 1;
  const caseId = CaseId.parse(`enrolment:${member._id}:${round}`);
  const submitted: Member = {
    ...noted(member, { step: 'submit', at: now, office: union.name }),
    round,
    identityKey: document.key,
    enrolment: { state: 'submitted', caseId, signature: { version, at: now } },
  };
  return agree(
    followedBy(
      withPurge(submitted, now),
      [{ act: 'open', fresh: enrolmentCase(submitted, union, caseId), at: now }],
      now,
    ),
  );
}

export const enrolmentCase = (member: Member, union: ChosenUnion, caseId: CaseId): NewPersonCase => ({
  _id: caseId,
  kind: 'enrolment',
  subjectId: member._id,
  maskedName: maskedName(member.form.name ?? ''),
  occupation: member.form.occupation,
  offices: union.offices,
});

/** Who decides, in whose name: what the case's history and the person's history will say. */
export type Decider = {
  readonly personId: PersonId | null;
  readonly name: string | null;
  readonly office: string;
  readonly at: EpochMs;
};

type Decision = Result<Member, 'case-decided-already'>;

/** Approval issues the card number and begins the membership on the same instant. */
export function approve(member: Member, caseId: CaseId, decider: Decider, cardNumber: string): Decision {
  if (!awaits(member, caseId)) return refuse('case-decided-already');
  const approved: Member = {
    ...noted(member, { step: 'approve', at: decider.at, office: decider.office }),
    enrolment: { state: 'approved', signature: member.enrolment.signature },
    cardNumber,
    membership: issueCard(member, decider),
  };
  return agree(closing(approved, caseId, 'approved', decider));
}

export function sendBack(
  member: Member,
  caseId: CaseId,
  decider: Decider,
  answer: { readonly reasons: readonly ReturnReason[]; readonly note: string | null },
): Decision {
  if (!awaits(member, caseId)) return refuse('case-decided-already');
  const returned: Member = {
    ...noted(member, { step: 'return', at: decider.at, office: decider.office, ...answer }),
    enrolment: { state: 'returned', signature: member.enrolment.signature },
  };
  return agree(closing(returned, caseId, 'returned', decider));
}

/** Refusing frees the ID card: the person may apply again, or another way. */
export function reject(
  member: Member,
  caseId: CaseId,
  decider: Decider,
  answer: { readonly reason: RejectReason; readonly note: string | null },
): Decision {
  if (!awaits(member, caseId)) return refuse('case-decided-already');
  const refused: Member = {
    ...noted(member, {
      step: 'refuse',
      at: decider.at,
      office: decider.office,
      reasons: [answer.reason],
      note: answer.note,
    }),
    identityKey: unclaimed(member._id),
    enrolment: { state: 'refused' },
  };
  return agree(closing(refused, caseId, 'refused', decider));
}

export function withdraw(member: Member, now: EpochMs): Result<Member, 'nothing-to-withdraw' | 'already-decided'> {
  if (member.enrolment.state === 'approved' || member.enrolment.state === 'refused') return refuse('already-decided');
  if (!mayTake(member, 'withdraw')) return refuse('nothing-to-withdraw');
  const withdrawn: Member = {
    ...noted(member, { step: 'withdraw', at: now }),
    identityKey: unclaimed(member._id),
    enrolment: { state: 'withdrawn' },
  };
  if (member.enrolment.state !== 'submitted') return agree(withPurge(withdrawn, now));
  const oneself = { personId: null, name: null, office: member.union?.name ?? '', at: now };
  return agree(closing(withdrawn, member.enrolment.caseId, 'withdrawn', oneself));
}

type Submitted = Member & { enrolment: { state: 'submitted' } };

const awaits = (member: Member, caseId: CaseId): member is Submitted =>
  member.enrolment.state === 'submitted' && member.enrolment.caseId === caseId;

const closing = (
  member: Member,
  caseId: CaseId,
  outcome: 'approved' | 'returned' | 'refused' | 'withdrawn',
  { personId, name, office, at }: Decider,
): Member =>
  followedBy(
    withPurge(member, at),
    [{ act: 'close', caseId, closing: { outcome, by: name, byId: personId, office, at } }],
    at,
  );

type Note = Pick<EnrolmentEvent, 'step' | 'at'> & {
  readonly office?: string;
  readonly reasons?: readonly string[];
  readonly note?: string | null;
};

const noted = (member: Member, { step, at, office, reasons, note }: Note): Member => ({
  ...member,
  enrolmentHistory: [
    ...member.enrolmentHistory,
    { step, at, office: office ?? null, reasons: [...(reasons ?? [])], note: note ?? null },
  ],
});
