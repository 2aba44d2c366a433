import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { change, refusalOf } from './change';
import { isMember } from './enrolment';
import type { TransferTarget } from './membership';
import { requestTransfer as requested, transferCase } from './membership';
import { membershipView } from './membership-view';
import type { Member } from './records';
import { unions } from './records';
import type { Handler } from './scene';
import { followedBy } from './settling';

export const requestTransfer: Handler<'requestTransfer'> = async ({ toUnionId, reason }, { now, personId }) => {
  const union = await unions.get(toUnionId);
  if (union === null) return refuse('union-not-found');
  const to = { unionId: union._id, name: union.name, offices: union.offices };
  const changed = await change(personId, (member) => travelling(member, { to, reason, now }));
  if (!changed.ok && !isRepeated(changed.member, toUnionId, reason)) return refusalOf(changed);
  const view = membershipView(changed.member, [], now);
  return view === null ? refuse('not-a-member') : agree(view);
};

type Wish = { readonly to: TransferTarget; readonly reason: string; readonly now: EpochMs };

/** Both unions get a case with a clock of its own, written down with the request itself. */
function travelling(
  member: Member,
  wish: Wish,
): Result<Member, 'not-a-member' | 'transfer-not-possible' | 'same-union'> {
  if (member.membership === null || !isMember(member)) return refuse('not-a-member');
  const round = member.transfers + 1;
  const moving = requested(member.membership, { ...wish, round });
  if (!moving.ok) return moving;
  const next: Member = { ...member, transfers: round, membership: moving.value };
  const ask = (side: 'release' | 'accept') =>
    ({ act: 'open', fresh: transferCase(next, side, moving.value.transfer), at: wish.now }) as const;
  return agree(followedBy(next, [ask('release'), ask('accept')], wish.now));
}

/** The same wish again after a lost answer: it is on its way, and that is what was asked. */
const isRepeated = ({ membership }: Member, toUnionId: string, reason: string): boolean =>
  membership?.state === 'transferring' &&
  membership.transfer.to.unionId === toUnionId &&
  membership.transfer.reason === reason;
