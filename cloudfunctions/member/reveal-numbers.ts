import { agree, refuse } from '../../types/result';
import { recordLook } from '../review/ledger';
import { unseal } from '../runtime/sealed';
import { STAFF, caseAtHand } from './case-at-hand';
import { documentPlace, mobilePlace } from './draft';
import { readMember } from './records';
import type { Handler } from './scene';

/** Full numbers, for a named purpose, while the case waits. The person reads who looked, when and what for. */
export const revealNumbers: Handler<'revealNumbers'> = async ({ caseId, purpose }, { now, standing }) => {
  const found = await caseAtHand(caseId, standing);
  if (!found.ok) return found;
  const record = found.value;
  if (record.state === 'closed') return refuse('case-decided-already');
  const member = await readMember(record.subjectId);
  const number = member?.document ? unseal(member.document.sealed, documentPlace(member._id)) : null;
  const mobile = member?.mobile ? unseal(member.mobile.sealed, mobilePlace(member._id)) : null;
  if (number === null || mobile === null) return refuse('nothing-to-show');
  const office = standing.officeFor(record.scope, STAFF);
  await recordLook({
    subjectId: record.subjectId,
    at: now,
    actorId: standing.personId,
    office,
    act: 'reveal',
    purpose,
  });
  return agree({ number, mobile });
};
