import type { EnrolmentDraft } from '../../types/enrolment';
import { maskedNumber, readIdCard, withoutBrackets } from '../../types/identity-document';
import { maskedMobile } from '../../types/person';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs, ShanghaiDay } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import { consentsTo } from './consents';
import { asDraft, mayEdit } from './enrolment';
import type { Member } from './records';
import { withPurge } from './retention';

/** 劳动法 Art. 15: nobody is employed before sixteen. Years. */
export const WORKING_AGE = 16;

/** How numbers are sealed and fingerprinted: given from outside, so that the rule stays pure. */
export type Sealing = {
  seal(text: string, place: string): string;
  fingerprint(kind: string, text: string): string;
};

export type DraftRefusal = 'consent-needed' | 'application-not-editable' | 'too-young';

/** Takes in what was typed: fields come alone or together, and null clears an optional one. */
export function fillIn(
  member: Member,
  typed: EnrolmentDraft,
  now: EpochMs,
  sealing: Sealing,
): Result<Member, DraftRefusal> {
  if (!mayEdit(member)) return refuse('application-not-editable');
  if (!consentsTo(member.consents, 'membership')) return refuse('consent-needed');
  if (typed.document !== undefined && !consentsTo(member.consents, 'identity-document'))
    return refuse('consent-needed');
  if (typed.document?.kind === 'id-card' && isTooYoung(typed.document.number, now)) return refuse('too-young');
  const { mobile, document, ...rest } = typed;
  const stated = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const draft = asDraft(member, now);
  const filled: Member = {
    ...draft,
    form: { ...draft.form, ...stated },
    mobile: mobile === undefined ? draft.mobile : sealedMobile(member._id, mobile, sealing),
    document: document === undefined ? draft.document : sealedDocument(member._id, document, sealing),
  };
  return agree(withPurge(keepsUnion(draft, filled) ? filled : { ...filled, union: null }, now));
}

export const sealedMobile = (
  personId: string,
  mobile: string,
  sealing: Pick<Sealing, 'seal'>,
): NonNullable<Member['mobile']> => ({
  sealed: sealing.seal(mobile, mobilePlace(personId)),
  masked: maskedMobile(mobile),
});

export const sealedDocument = (
  personId: string,
  { kind, number }: NonNullable<EnrolmentDraft['document']>,
  sealing: Sealing,
): NonNullable<Member['document']> => ({
  kind,
  sealed: sealing.seal(number, documentPlace(personId)),
  masked: maskedNumber(number),
  key: `${kind === 'id-card' ? 'idcard' : 'document'}:${sealing.fingerprint(`document:${kind}`, withoutBrackets(number))}`,
});

/** Where a sealed number belongs; it opens nowhere else. */
export const mobilePlace = (personId: string): string => `members/${personId}/mobile`;
export const documentPlace = (personId: string): string => `members/${personId}/document`;

/** A union was found for the work stated then; other work may belong to another union. */
const keepsUnion = (before: Member, after: Member): boolean =>
  (['occupation', 'employerName', 'employerCode', 'workAreaId', 'homeAreaId'] as const).every(
    (field) => before.form[field] === after.form[field],
  );

export function isTooYoung(idCard: string, now: EpochMs): boolean {
  const read = readIdCard(idCard);
  return read.ok && ageOn(shanghaiDay(now), read.value.birthday) < WORKING_AGE;
}

/** Full years on a day; somebody born on 29 February is a year older on 1 March of a common year. */
export function ageOn(day: ShanghaiDay, birthday: ShanghaiDay): number {
  const years = Number(day.slice(0, 4)) - Number(birthday.slice(0, 4));
  return day.slice(5) < birthday.slice(5) ? years - 1 : years;
}
