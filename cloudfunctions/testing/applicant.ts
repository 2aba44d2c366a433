import { consentVersions } from '../../types/consent';
import { applicationVersion } from '../../types/enrolment';
import type { InputFor } from '../../types/contracts';
import { CaseId } from '../../types/ids';
import type { Phone } from './cloud';
import { anIdCard } from './made-up-id-card';

export const aDraft = (more: InputFor<'member.saveDraft'> = {}): InputFor<'member.saveDraft'> => ({
  occupation: 'food-delivery',
  workAreaId: 'beicai' as never,
  name: '李小飞',
  mobile: '13912345678',
  document: { kind: 'id-card', number: anIdCard(1) },
  ...more,
});

export const signature = { version: applicationVersion, agreed: true } as const;
export const allChecks = { qualifies: true, voluntary: true, complete: true } as const;

export const consentAll = (phone: Phone) =>
  phone.must('member.giveConsents', {
    consents: (['membership', 'identity-document'] as const).map((purpose) => ({
      purpose,
      version: consentVersions[purpose],
    })),
  });

/** Everything up to the last tap. */
export async function fillIn(phone: Phone, draft: InputFor<'member.saveDraft'> = aDraft()): Promise<void> {
  await consentAll(phone);
  await phone.must('member.saveDraft', draft);
  const { recommended } = await phone.must('member.findUnion', {});
  await phone.must('member.chooseUnion', { unionId: recommended.unionId, reason: null });
}

/** Hands in an application and says which case it became. */
export async function applyFor(phone: Phone, draft?: InputFor<'member.saveDraft'>): Promise<CaseId> {
  await fillIn(phone, draft);
  return (await phone.must('member.apply', signature)).clock.caseId;
}

/** A member of the union where the draft works, approved by somebody who may. */
export async function joinWith(phone: Phone, clerk: Phone, draft?: InputFor<'member.saveDraft'>): Promise<void> {
  const caseId = await applyFor(phone, draft);
  await clerk.must('member.approve', { caseId, checks: allChecks });
}

export const caseOf = (phone: Phone, round = 1): CaseId => CaseId.parse(`enrolment:${phone.personId}:${round}`);
