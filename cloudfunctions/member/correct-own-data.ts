import { agree, refuse } from '../../types/result';
import { looksAt } from '../review/ledger';
import { seal } from '../runtime/sealed';
import { change, refusalOf } from './change';
import { sealedMobile } from './draft';
import { isMember } from './enrolment';
import { ownDataView } from './own-data';
import type { Handler } from './scene';

/** What changes in a working life. Name and document were compared by a clerk, so they are corrected by one. */
export const correctOwnData: Handler<'correctOwnData'> = async ({ mobile, ...stated }, { personId }) => {
  const changed = await change(personId, (member) => {
    if (!isMember(member)) return refuse('not-a-member');
    const given = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
    return agree({
      ...member,
      form: { ...member.form, ...given },
      mobile: mobile === undefined ? member.mobile : sealedMobile(personId, mobile, { seal }),
    });
  });
  return changed.ok ? agree(ownDataView(changed.member, await looksAt(personId))) : refusalOf(changed);
};
