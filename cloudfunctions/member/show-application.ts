import type { ApplicationView } from '../../types/application';
import type { UnionId } from '../../types/ids';
import { readIdCard } from '../../types/identity-document';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import { clockOf, recordLook } from '../review/ledger';
import { unseal } from '../runtime/sealed';
import type { PersonCase } from './case-at-hand';
import { STAFF, caseAtHand } from './case-at-hand';
import { ageOn, documentPlace } from './draft';
import { unionView } from './enrolment-view';
import { leftWhileSuspended } from './membership';
import { isMember } from './enrolment';
import type { ChosenUnion, Member } from './records';
import { readMember } from './records';
import type { Handler } from './scene';

/** Opening a file is a look at somebody's data: it is written down before the file is shown. */
export const showApplication: Handler<'showApplication'> = async ({ caseId }, { now, standing }) => {
  const found = await caseAtHand(caseId, standing);
  if (!found.ok) return found;
  const record = found.value;
  const member = await readMember(record.subjectId);
  if (member?.union == null) return refuse('case-not-found');
  // A decided case stays in the list, but the file is the person's present one: it moved on with the person.
  if (record.state === 'closed' && !standing.covers(presentOffices(member), STAFF))
    return refuse('outside-your-unions');
  const look = {
    subjectId: record.subjectId,
    at: now,
    actorId: standing.personId,
    office: standing.officeFor(record.scope, STAFF),
    act: 'view',
    purpose: record.kind,
  } as const;
  await recordLook(look, `view:${standing.personId}:${caseId}:${shanghaiDay(now)}`);
  const isOwn = record.subjectId === standing.personId;
  return agree(view(record, member, member.union, { now, decide: record.state === 'pending' && !isOwn }));
};

/** The unions that somebody belongs to today, or has applied to; the lowest first. */
const presentOffices = (member: Member): UnionId[] => {
  const offices = isMember(member) ? member.membership?.offices : member.union?.offices;
  return (offices ?? []).map((office) => office.unionId);
};

function view(
  record: PersonCase,
  member: Member,
  union: ChosenUnion,
  { now, decide }: { readonly now: EpochMs; readonly decide: boolean },
): ApplicationView {
  const { form, enrolment, membership } = member;
  const transfer = record.kind !== 'enrolment' && membership?.state === 'transferring' ? membership.transfer : null;
  return {
    caseId: record._id,
    kind: record.kind,
    open: record.state === 'pending',
    clock: clockOf(record, now),
    name: form.name ?? '',
    maskedMobile: member.mobile?.masked ?? '',
    documentKind: member.document?.kind ?? 'other',
    maskedNumber: member.document?.masked ?? '',
    age: ageOf(member, now),
    occupation: form.occupation,
    workRelation: form.workRelation,
    employerName: form.employerName,
    employerCode: form.employerCode,
    workArea: union.workArea,
    homeArea: union.homeArea,
    union: unionView(union),
    transfer:
      transfer === null
        ? null
        : { fromName: membership?.unionName ?? '', toName: transfer.to.name, reason: transfer.reason },
    leftWhileSuspended: leftWhileSuspended(member.membership),
    signedVersion: 'signature' in enrolment ? enrolment.signature.version : null,
    submittedAt: 'signature' in enrolment ? enrolment.signature.at : null,
    history: record.history,
    may: { decide },
  };
}

/** Years, by the ID card; null for other documents. The number itself stays here. */
function ageOf(member: Member, now: EpochMs): number | null {
  if (member.document?.kind !== 'id-card') return null;
  const number = unseal(member.document.sealed, documentPlace(member._id));
  const read = number === null ? null : readIdCard(number);
  return read?.ok === true ? ageOn(shanghaiDay(now), read.value.birthday) : null;
}
