import { CaseId } from '../../types/ids';
import type { CardState, MembershipEvent } from '../../types/membership';
import { maskedName } from '../../types/person';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { takeAllBack } from './consents';
import type { Decider } from './enrolment';
import type { Member, Membership, NewPersonCase, Transfer } from './records';
import { unclaimed } from './records';

export type MembershipStep = Exclude<MembershipEvent['step'], 'approve' | 'release' | 'accept' | 'correct'>;

/**
 * The whole machine in one look. `transferring` goes back to where it came from when a side declines: `active`, or
 * `retained` for somebody whose union is gone.
 */
export const membershipSteps = {
  active: { 'request-transfer': 'transferring', suspend: 'suspended', retain: 'retained', leave: 'left' },
  transferring: {
    transfer: 'active',
    'decline-transfer': 'active',
    'cancel-transfer': 'active',
    suspend: 'suspended',
    leave: 'left',
  },
  retained: { 'request-transfer': 'transferring', restore: 'active', suspend: 'suspended', leave: 'left' },
  suspended: { restore: 'active', leave: 'left' },
  left: {},
} as const satisfies Record<Membership['state'], Partial<Record<MembershipStep, Membership['state']>>>;

export const mayStep = (membership: Membership, step: MembershipStep): boolean =>
  step in membershipSteps[membership.state];

/** Cards that open a door of a shared home: while it travels and while it is retained, a card stays good. */
export const opensDoors = (state: CardState): boolean =>
  state === 'active' || state === 'transferring' || state === 'retained';

/** Membership counts from the day of approval (会员会籍管理办法 Art. 5). */
export function issueCard(member: Member, decider: Decider): Membership {
  if (member.union === null) throw new Error('A membership needs a union.');
  return {
    state: 'active',
    unionId: member.union.unionId,
    unionName: member.union.name,
    offices: member.union.offices,
    since: decider.at,
    history: [
      ...(member.membership?.history ?? []),
      { step: 'approve', at: decider.at, office: decider.office, note: null },
    ],
  };
}

type Standing = Exclude<Membership, { state: 'left' }>;

/** The fields every state has, without those of one state. */
const carriedOn = ({ unionId, unionName, offices, since, history }: Membership) => ({
  unionId,
  unionName,
  offices,
  since,
  history,
});

const noting = (membership: Membership, event: MembershipEvent): ReturnType<typeof carriedOn> => ({
  ...carriedOn(membership),
  history: [...membership.history, event],
});

export type TransferTarget = Transfer['to'];

/** Both unions are asked; until both have said yes, nothing about the card changes. */
export function requestTransfer(
  membership: Membership,
  wish: { readonly to: TransferTarget; readonly reason: string; readonly round: number; readonly now: EpochMs },
): Result<Extract<Membership, { state: 'transferring' }>, 'transfer-not-possible' | 'same-union'> {
  if (membership.state !== 'active' && membership.state !== 'retained') return refuse('transfer-not-possible');
  if (wish.to.unionId === membership.unionId) return refuse('same-union');
  const { to, reason, round, now } = wish;
  return agree({
    ...noting(membership, { step: 'request-transfer', at: now, office: null, note: reason }),
    state: 'transferring',
    transfer: { round, to, reason, requestedAt: now, releasedAt: null, acceptedAt: null, returnsTo: membership.state },
  });
}

export type TransferSide = 'release' | 'accept';

/**
 * One side says yes. With the second yes the membership moves in the same instant: it belongs to one union before and
 * to one union after, and there is no instant of two or of none.
 */
export function confirmSide(
  membership: Membership,
  side: TransferSide,
  round: number,
  decider: Decider,
): Result<Membership, 'case-decided-already'> {
  if (membership.state !== 'transferring' || membership.transfer.round !== round) return refuse('case-decided-already');
  const { transfer } = membership;
  if ((side === 'release' ? transfer.releasedAt : transfer.acceptedAt) !== null) return refuse('case-decided-already');
  const noted = noting(membership, { step: side, at: decider.at, office: decider.office, note: null });
  const confirmed: Transfer =
    side === 'release' ? { ...transfer, releasedAt: decider.at } : { ...transfer, acceptedAt: decider.at };
  if (confirmed.releasedAt === null || confirmed.acceptedAt === null)
    return agree({ ...noted, state: 'transferring', transfer: confirmed });
  const { to } = transfer;
  return agree({
    ...noted,
    state: 'active',
    unionId: to.unionId,
    unionName: to.name,
    offices: to.offices,
    history: [...noted.history, { step: 'transfer', at: decider.at, office: to.name, note: null }],
  });
}

/** One side says no, and everything stays as it was. A side that said yes has had its say. */
export function declineSide(
  membership: Membership,
  side: TransferSide,
  round: number,
  decider: Decider & { readonly note: string },
): Result<Standing, 'case-decided-already'> {
  if (membership.state !== 'transferring' || membership.transfer.round !== round) return refuse('case-decided-already');
  const { transfer } = membership;
  if ((side === 'release' ? transfer.releasedAt : transfer.acceptedAt) !== null) return refuse('case-decided-already');
  const { at, office, note } = decider;
  const ended = endTransfer(membership, 'decline-transfer', { at, office, note });
  return ended.ok ? ended : refuse('case-decided-already');
}

/** A side says no, or the person thinks better of it: everything stays as it was. */
export function endTransfer(
  membership: Membership,
  step: 'decline-transfer' | 'cancel-transfer',
  why: { readonly at: EpochMs; readonly office: string | null; readonly note: string | null },
): Result<Standing, 'no-transfer'> {
  if (membership.state !== 'transferring') return refuse('no-transfer');
  return agree({ ...noting(membership, { step, ...why }), state: membership.transfer.returnsTo });
}

/** Staff keep the roll: each act is a named step with a reason. */
export function keepRoll(
  membership: Membership,
  step: 'suspend' | 'restore' | 'retain',
  why: { readonly at: EpochMs; readonly office: string; readonly note: string },
): Result<Standing, 'not-in-this-state'> {
  if (!mayStep(membership, step)) return refuse('not-in-this-state');
  const state = { suspend: 'suspended', restore: 'active', retain: 'retained' } as const satisfies Record<
    typeof step,
    string
  >;
  return agree({ ...noting(membership, { step, ...why }), state: state[step] });
}

export const stands = (membership: Pick<Membership, 'state'>): boolean => membership.state !== 'left';

/** A clerk sets right what a clerk compared. The ID card that is claimed changes with the document, in the same write. */
export function corrected(
  member: Member,
  right: { readonly name?: string | undefined; readonly document?: Member['document'] | undefined },
  why: { readonly at: EpochMs; readonly office: string; readonly note: string },
): Member {
  const { membership } = member;
  const document = right.document ?? member.document;
  const claims = membership !== null && stands(membership) && document !== null;
  return {
    ...member,
    form: { ...member.form, name: right.name ?? member.form.name },
    document,
    identityKey: claims ? document.key : member.identityKey,
    membership: membership && { ...membership, history: [...membership.history, { step: 'correct', ...why }] },
  };
}

/** Whether somebody's last membership ended while it was suspended. */
export function leftWhileSuspended(membership: Membership | null): boolean {
  const steps = (membership?.history ?? []).map(({ step }) => step);
  const left = steps.lastIndexOf('leave');
  const before = steps.slice(0, Math.max(left, 0));
  return (
    left >= 0 && before.lastIndexOf('suspend') > Math.max(before.lastIndexOf('restore'), before.lastIndexOf('approve'))
  );
}

/** Leaving is free (上海市工会条例 Art. 8): it asks nobody, and ends every consent with it. */
export function leave(member: Member, now: EpochMs): Result<Member, 'not-a-member'> {
  const { membership } = member;
  if (membership === null || membership.state === 'left') return refuse('not-a-member');
  return agree({
    ...member,
    identityKey: unclaimed(member._id),
    consents: takeAllBack(member.consents, now),
    membership: {
      ...noting(membership, { step: 'leave', at: now, office: null, note: null }),
      state: 'left',
      leftAt: now,
    },
  });
}

export const transferCaseId = (side: TransferSide, personId: string, round: number): CaseId =>
  CaseId.parse(`transfer-${side}:${personId}:${round}`);

/** The case on one side: the old union releases, the new one accepts. */
export const transferCase = (member: Member, side: TransferSide, transfer: Transfer): NewPersonCase => ({
  _id: transferCaseId(side, member._id, transfer.round),
  kind: `transfer-${side}`,
  subjectId: member._id,
  maskedName: maskedName(member.form.name ?? ''),
  occupation: member.form.occupation,
  offices: side === 'release' ? (member.membership?.offices ?? []) : transfer.to.offices,
});
