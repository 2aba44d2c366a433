import type { ConsentReceipt, Purpose } from '../../types/consent';
import { consentVersions, neededToJoin } from '../../types/consent';
import { applicationVersion } from '../../types/enrolment';
import { CaseId, PersonId, UnionId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import type { Decider } from './enrolment';
import type { ChosenUnion, Member, Membership, Transfer, UnionRecord } from './records';
import { blankMember } from './records';

/** Builders for the rule tests: fixed, valid, and silent about everything the test is not about. */

export const at = (text: string): EpochMs => EpochMs.parse(Date.parse(text));
export const later = (instant: EpochMs, ms: number): EpochMs => EpochMs.parse(instant + ms);
export const noon = at('2026-03-09T04:00:00Z');
export const personId = PersonId.parse(`p${'a'.repeat(22)}`);

export const anOffice = (id: string) => ({ unionId: UnionId.parse(id), name: `${id}工会` });
export const officesOf = (...ids: string[]) => ids.map(anOffice);

export const aReceipt = (purpose: Purpose, more: Partial<ConsentReceipt> = {}): ConsentReceipt => ({
  purpose,
  version: consentVersions[purpose],
  receiptNo: `receipt-${purpose}`,
  givenAt: noon,
  withdrawnAt: null,
  ...more,
});

export const allConsents = neededToJoin.map((purpose) => aReceipt(purpose));

export const aChoice = (id = 'beicai'): ChosenUnion => ({
  ...anOffice(id),
  level: 'street',
  rule: 'work-area',
  recommended: true,
  reason: null,
  offices: officesOf(id, 'pudong'),
  workArea: '北蔡镇',
  homeArea: null,
});

/** Somebody who has filled in everything and not yet handed it in. */
export const aMember = (more: Partial<Member> = {}): Member => ({
  ...blankMember(personId),
  revision: 1,
  consents: allConsents,
  form: {
    occupation: 'courier',
    workRelation: 'platform-managed',
    employerName: '飞快速递',
    employerCode: null,
    workAreaId: UnionId.parse('beicai'),
    homeAreaId: null,
    name: '王小明',
  },
  mobile: { sealed: 'sealed-mobile', masked: '138****5678' },
  document: { kind: 'id-card', sealed: 'sealed-number', masked: '110105********002X', key: 'idcard:abc' },
  union: aChoice(),
  ...more,
});

export const caseId = (round = 1): CaseId => CaseId.parse(`enrolment:${personId}:${round}`);
export const signature = { version: applicationVersion, at: noon };

export const anApplicant = (more: Partial<Member> = {}): Member =>
  aMember({
    round: 1,
    identityKey: 'idcard:abc',
    enrolment: { state: 'submitted', caseId: caseId(), signature },
    ...more,
  });

export const aDecider = (more: Partial<Decider> = {}): Decider => ({
  personId: PersonId.parse(`p${'c'.repeat(22)}`),
  name: '陈干事',
  office: '北蔡镇总工会',
  at: later(noon, 3_600_000),
  ...more,
});

const fields = {
  unionId: UnionId.parse('beicai'),
  unionName: 'beicai工会',
  offices: officesOf('beicai', 'pudong'),
  since: noon,
  history: [{ step: 'approve' as const, at: noon, office: '北蔡镇总工会', note: null }],
};

export const aTransfer = (more: Partial<Transfer> = {}): Transfer => ({
  round: 1,
  to: { ...anOffice('weifang'), offices: officesOf('weifang', 'pudong') },
  reason: '换了单位',
  requestedAt: noon,
  releasedAt: null,
  acceptedAt: null,
  returnsTo: 'active',
  ...more,
});

export function aMembership(state: Membership['state'] = 'active'): Membership {
  if (state === 'transferring') return { ...fields, state, transfer: aTransfer() };
  if (state === 'left') return { ...fields, state, leftAt: noon };
  return { ...fields, state };
}

/** Somebody with a card. */
export const aCardholder = (membership: Membership = aMembership()): Member =>
  aMember({
    round: 1,
    identityKey: 'idcard:abc',
    cardNumber: '202612345678',
    enrolment: { state: 'approved', signature },
    membership,
  });

export const aUnion = (id: string, more: Partial<UnionRecord> = {}): UnionRecord => ({
  _id: UnionId.parse(id),
  name: `${id}工会`,
  areaName: null,
  level: 'street',
  rank: 1,
  parentId: UnionId.parse('pudong'),
  offices: officesOf(id, 'pudong'),
  serves: [],
  ...more,
});
