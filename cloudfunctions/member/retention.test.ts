import { NEVER } from '../../types/time';
import type { EnrolmentState } from '../../types/enrolment';
import { Purpose } from '../../types/consent';
import {
  aCardholder,
  aMember,
  aMembership,
  aReceipt,
  allConsents,
  anApplicant,
  at,
  later,
  noon,
  personId,
  signature,
} from './a-member';
import { leave } from './membership';
import type { Enrolment, Member, Membership } from './records';
import { Member as MemberSchema, blankMember, unclaimed } from './records';
import { KEPT_DAYS, purged, withPurge, withoutPurpose } from './retention';

const DAY_MS = 86_400_000;
const ended = (state: 'refused' | 'withdrawn'): Member =>
  aMember({
    enrolment: { state },
    enrolmentHistory: [
      { step: 'refuse', at: noon, office: '北蔡镇总工会', reasons: ['other'], note: '身份证 110105 不符' },
    ],
  });
const returned = (): Member => aMember({ identityKey: 'idcard:abc', enrolment: { state: 'returned', signature } });
const gone = (): Member => {
  const result = leave(aCardholder(), noon);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
};
const clearedAfter = (member: Member, days: number): Member | null => {
  const kept = withPurge(member, noon);
  return purged(kept, later(noon, days * DAY_MS));
};

describe('what somebody told us', () => {
  it.each([
    ['a draft that was never handed in', aMember(), 90],
    ['an application sent back and forgotten', returned(), 90],
    ['an application that was refused', ended('refused'), 180],
    ['an application that was withdrawn', ended('withdrawn'), 180],
    ['a membership that ended', gone(), 30],
  ])('is kept of %s up to the last millisecond and no longer', (_what, member, days) => {
    const kept = withPurge(member, noon);
    expect(kept.purgeAt).toBe(later(noon, days * DAY_MS));
    expect(purged(kept, later(noon, days * DAY_MS - 1))).toBeNull();
    expect(purged(kept, later(noon, days * DAY_MS))).not.toBeNull();
  });

  it('is kept ninety, a hundred and eighty and thirty days', () => {
    expect(KEPT_DAYS).toEqual({ draft: 90, ended: 180, left: 30 });
  });

  it('has a clock in every state, or is kept for a named reason', () => {
    const enrolments: Record<EnrolmentState, Enrolment> = {
      draft: { state: 'draft' },
      submitted: anApplicant().enrolment,
      returned: { state: 'returned', signature },
      approved: { state: 'approved', signature },
      refused: { state: 'refused' },
      withdrawn: { state: 'withdrawn' },
    };
    const withoutClock = Object.values(enrolments)
      .filter(
        (enrolment) =>
          withPurge(
            aMember({ enrolment, membership: enrolment.state === 'approved' ? aMembership('left') : null }),
            noon,
          ).purgeAt === NEVER,
      )
      .map(({ state }) => state);
    expect(withoutClock).toEqual(['submitted']); // A decision is owed.
    const memberships: Membership['state'][] = ['active', 'transferring', 'retained', 'suspended', 'left'];
    expect(memberships.filter((state) => withPurge(aCardholder(aMembership(state)), noon).purgeAt === NEVER)).toEqual([
      'active',
      'transferring',
      'retained',
      'suspended',
    ]); // A membership stands.
  });

  it('needs no clock before anything was told', () => {
    expect(withPurge({ ...blankMember(personId), consents: allConsents }, noon).purgeAt).toBe(NEVER);
  });

  it('counts from the last change', () => {
    expect(withPurge(withPurge(aMember(), noon), later(noon, 5)).purgeAt).toBe(later(noon, 5 + 90 * DAY_MS));
  });
});

describe('a record that was cleared', () => {
  it.each([
    ['a draft', aMember()],
    ['a returned application', returned()],
    ['a refused one', ended('refused')],
    ['a withdrawn one', ended('withdrawn')],
    ['a membership that ended', gone()],
    ['a second application, refused, of somebody who left', { ...ended('refused'), membership: aMembership('left') }],
    ['a second application, returned, of somebody who left', { ...returned(), membership: aMembership('left') }],
  ] satisfies [string, Member][])('holds of %s no number, no claim on the ID card and no note', (_what, member) => {
    const rest = clearedAfter(member, 180);
    const text = JSON.stringify(rest);
    for (const secret of ['sealed-number', 'sealed-mobile', '110105', '138****', 'idcard:', '飞快速递'])
      expect(text).not.toContain(secret);
    expect(rest).toMatchObject({
      mobile: null,
      document: null,
      union: null,
      identityKey: unclaimed(personId),
      purgeAt: NEVER,
    });
    expect(rest?.consents.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
    expect(rest?.enrolmentHistory.every(({ note }) => note === null)).toBe(true);
    expect(MemberSchema.parse(rest)).toEqual(rest);
    expect(['submitted', 'returned']).not.toContain(rest?.enrolment.state);
  });

  it('keeps of somebody who was a member the name, the number and the dates', () => {
    const rest = clearedAfter(gone(), 30);
    expect(rest).toMatchObject({
      form: { name: '王小明', occupation: null, workAreaId: null },
      cardNumber: '202612345678',
    });
    expect(rest?.membership).toEqual(gone().membership);
  });

  it('keeps of somebody who never became one no name', () => {
    expect(JSON.stringify(clearedAfter(ended('refused'), 180))).not.toContain('王小明');
  });

  it('has nothing more to clear', () => {
    const rest = clearedAfter(gone(), 30);
    expect(rest !== null && purged(rest, at('2099-01-01T00:00:00Z'))).toBeNull();
  });
});

describe('a consent that is taken back', () => {
  it('takes the ID card’s number with it', () => {
    expect(withoutPurpose(aMember(), 'identity-document')).toEqual({ ...aMember(), document: null });
  });

  it('takes name, mobile and work with it when it was the one for membership', () => {
    expect(withoutPurpose(aMember(), 'membership')).toEqual({
      ...aMember(),
      mobile: null,
      union: null,
      form: blankMember(personId).form,
    });
  });

  it('leaves the name of somebody who was a member on the roll', () => {
    expect(withoutPurpose(gone(), 'membership').form).toEqual({ ...blankMember(personId).form, name: '王小明' });
  });

  it('takes nothing with it when it was for news', () => {
    expect(withoutPurpose(aMember({ consents: [aReceipt('notices')] }), 'notices')).toEqual(
      aMember({ consents: [aReceipt('notices')] }),
    );
  });

  it('leaves nothing to hold once the last is gone', () => {
    const rest = Purpose.options.reduce((member, purpose) => withoutPurpose(member, purpose), aMember());
    expect(withPurge(rest, noon).purgeAt).toBe(NEVER);
    expect(rest).toMatchObject({ mobile: null, document: null, form: blankMember(personId).form });
  });
});
