import { agree } from '../../types/result';
import { newId } from '../runtime/platform';
import { change, refusalOf } from './change';
import { give } from './consents';
import { withPurge } from './retention';
import type { Handler } from './scene';

export const giveConsents: Handler<'giveConsents'> = async ({ consents }, { now, personId }) => {
  const changed = await change(personId, (member) => {
    const given = give(member.consents, consents, { now, newReceiptNo: newId });
    return given.ok ? agree(withPurge({ ...member, consents: given.value }, now)) : given;
  });
  return changed.ok ? agree({ receipts: changed.member.consents }) : refusalOf(changed);
};
