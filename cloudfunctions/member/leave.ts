import { agree } from '../../types/result';
import { withdrawnCases } from './cancel-transfer';
import { change, refusalOf } from './change';
import { leave as left } from './membership';
import { withPurge } from './retention';
import type { Handler } from './scene';
import { followedBy } from './settling';

export const leave: Handler<'leave'> = async (_input, { now, personId }) => {
  const changed = await change(personId, (member) => {
    const gone = left(member, now);
    return gone.ok ? agree(followedBy(withPurge(gone.value, now), withdrawnCases(member, now), now)) : gone;
  });
  if (changed.ok) return agree({ leftAt: now });
  const { membership } = changed.member;
  return membership?.state === 'left' ? agree({ leftAt: membership.leftAt }) : refusalOf(changed);
};
