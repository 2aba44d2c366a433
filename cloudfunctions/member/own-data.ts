import type { HeldField, LookView, OwnDataView } from '../../types/own-data';
import { occupations } from '../../types/occupation';
import type { ShanghaiDay } from '../../types/time';
import { shanghaiDay, NEVER } from '../../types/time';
import type { looksAt } from '../review/ledger';
import { isMember } from './enrolment';
import type { Member } from './records';

type Looks = Awaited<ReturnType<typeof looksAt>>;

/** What is held of somebody, why, until when, and who looked. Numbers masked: the copy holds them in full. */
export const ownDataView = (member: Member, looks: Looks): OwnDataView => ({
  held: heldFields(member),
  consents: member.consents,
  looks: looks.flatMap(lookView),
  may: { correct: isMember(member) },
});

const lookView = ({ at, office, act, about, purpose }: Looks[number]): LookView[] =>
  act === 'view' || act === 'reveal' || act === 'find' || act === 'export'
    ? [{ at, office, act, about: about ?? null, purpose }]
    : [];

function heldFields(member: Member): HeldField[] {
  const { form, mobile, document, union, membership, enrolment } = member;
  const keptUntil = clockName(member);
  const deletedOn: ShanghaiDay | null = member.purgeAt === NEVER ? null : shanghaiDay(member.purgeAt);
  const personal = (
    field: HeldField['field'],
    shown: string | null,
    purpose: HeldField['purpose'] = 'membership',
  ): HeldField[] => (shown === null ? [] : [{ field, shown, purpose, keptUntil, deletedOn }]);
  const record = (field: HeldField['field'], shown: string | null): HeldField[] =>
    shown === null ? [] : [{ field, shown, purpose: 'membership', keptUntil: 'membership-record', deletedOn: null }];
  const occupation = occupations.find(({ code }) => code === form.occupation)?.name ?? null;
  return [
    ...(membership === null ? personal('name', form.name) : record('name', form.name)),
    ...personal('mobile', mobile?.masked ?? null),
    ...personal('document', document?.masked ?? null, 'identity-document'),
    ...personal('occupation', occupation),
    ...personal('workRelation', form.workRelation),
    ...personal('employer', form.employerName ?? form.employerCode),
    ...personal('workArea', union?.workArea ?? null),
    ...personal('homeArea', union?.homeArea ?? null),
    ...('signature' in enrolment ? personal('signature', enrolment.signature.version) : []),
    ...record('membership', membership === null ? null : `${membership.unionName} ${member.cardNumber}`),
  ];
}

function clockName(member: Member): HeldField['keptUntil'] {
  if (isMember(member)) return 'while-member';
  const { state } = member.enrolment;
  // Approved and no member any more. Whoever left and applies anew is under the clock of the new application.
  if (state === 'approved') return 'left-30-days';
  return state === 'refused' || state === 'withdrawn' ? 'refused-180-days' : 'draft-90-days';
}
