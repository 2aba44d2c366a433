import { agree, refuse } from '../../types/result';
import { readCases } from '../review/ledger';
import { membershipView, transferCaseIds } from './membership-view';
import { readMember } from './records';
import type { Handler } from './scene';

export const showMembership: Handler<'showMembership'> = async (_input, { now, personId }) => {
  const member = await readMember(personId);
  if (member === null) return refuse('not-a-member');
  const ids = transferCaseIds(member);
  const view = membershipView(member, ids.length === 0 ? [] : await readCases(ids), now);
  return view === null ? refuse('not-a-member') : agree(view);
};
