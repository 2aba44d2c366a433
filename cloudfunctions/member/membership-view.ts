import type { MembershipView, TransferView } from '../../types/membership';
import { CardNumber } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import type { CaseRecord } from '../review/ledger';
import { clockOf } from '../review/ledger';
import { isMember } from './enrolment';
import type { TransferSide } from './membership';
import { mayStep, transferCaseId } from './membership';
import type { Member, Transfer } from './records';

/** The membership as its owner reads it; null for somebody who has none. */
export function membershipView(member: Member, cases: readonly CaseRecord[], now: EpochMs): MembershipView | null {
  const { membership } = member;
  if (membership === null || !isMember(member)) return null;
  return {
    state: membership.state,
    unionId: membership.unionId,
    unionName: membership.unionName,
    cardNumber: CardNumber.parse(member.cardNumber),
    since: membership.since,
    transfer:
      membership.state === 'transferring'
        ? transferView(member, membership.transfer, { cases, now, from: membership.unionName })
        : null,
    history: membership.history,
    may: {
      requestTransfer: mayStep(membership, 'request-transfer'),
      cancelTransfer: mayStep(membership, 'cancel-transfer'),
      leave: mayStep(membership, 'leave'),
    },
  };
}

/** The cases in which the two unions are asked; none while nothing travels. */
export const transferCaseIds = ({ _id, membership }: Member): ReturnType<typeof transferCaseId>[] =>
  membership?.state === 'transferring'
    ? (['release', 'accept'] as const).map((side) => transferCaseId(side, _id, membership.transfer.round))
    : [];

type Scene = { readonly cases: readonly CaseRecord[]; readonly now: EpochMs; readonly from: string };

function transferView(member: Member, transfer: Transfer, { cases, now, from }: Scene): TransferView {
  const sideView = (side: TransferSide, office: string, confirmedAt: EpochMs | null): TransferView['release'] => {
    const record = cases.find((candidate) => candidate._id === transferCaseId(side, member._id, transfer.round));
    const clock = record === undefined || confirmedAt !== null ? null : clockOf(record, now);
    return { office: clock?.office ?? office, confirmedAt, clock };
  };
  return {
    fromName: from,
    toName: transfer.to.name,
    requestedAt: transfer.requestedAt,
    release: sideView('release', from, transfer.releasedAt),
    accept: sideView('accept', transfer.to.name, transfer.acceptedAt),
  };
}
