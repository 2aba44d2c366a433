import { agree } from '../../types/result';
import { looksAt } from '../review/ledger';
import { ownDataView } from './own-data';
import { loadMember } from './records';
import type { Handler } from './scene';

export const showOwnData: Handler<'showOwnData'> = async (_input, { personId }) => {
  const [member, looks] = await Promise.all([loadMember(personId), looksAt(personId)]);
  return agree(ownDataView(member, looks));
};
