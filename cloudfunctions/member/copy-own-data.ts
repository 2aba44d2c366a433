import { agree } from '../../types/result';
import { shanghaiDay } from '../../types/time';
import { looksAt, recordLook } from '../review/ledger';
import { unseal } from '../runtime/sealed';
import { documentPlace, mobilePlace } from './draft';
import { loadMember } from './records';
import type { Handler } from './scene';

/** PIPL 45: a copy is whole, so here alone the person's own numbers leave in full, to that person. */
export const copyOwnData: Handler<'copyOwnData'> = async (_input, { now, personId }) => {
  const [member, looks] = await Promise.all([loadMember(personId), looksAt(personId)]);
  await recordLook({ subjectId: personId, at: now, actorId: personId, office: '', act: 'copy', purpose: null });
  const copy = {
    personId,
    copiedAt: new Date(now).toISOString(),
    form: member.form,
    mobile: member.mobile === null ? null : unseal(member.mobile.sealed, mobilePlace(personId)),
    document:
      member.document === null
        ? null
        : { kind: member.document.kind, number: unseal(member.document.sealed, documentPlace(personId)) },
    union: member.union,
    enrolment: member.enrolment,
    enrolmentHistory: member.enrolmentHistory,
    membership: member.membership,
    cardNumber: member.membership === null ? null : member.cardNumber,
    consents: member.consents,
    looks: looks.map(({ at, office, act, about, purpose }) => ({
      at: new Date(at).toISOString(),
      office,
      act,
      about: about ?? null,
      purpose,
    })),
  };
  return agree({ fileName: `工会驿站-我的数据-${shanghaiDay(now)}.json`, json: JSON.stringify(copy, null, 2) });
};
