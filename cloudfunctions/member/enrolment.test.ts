import { NEVER } from '../../types/time';
import type { EnrolmentState, EnrolmentStep } from '../../types/enrolment';
import { applicationVersion } from '../../types/enrolment';
import { CaseId } from '../../types/ids';
import {
  aCardholder,
  aDecider,
  aMember,
  aMembership,
  aReceipt,
  allConsents,
  anApplicant,
  caseId,
  later,
  noon,
  signature,
} from './a-member';
import { missingFields } from './completeness';
import {
  approve,
  asDraft,
  enrolmentSteps,
  isMember,
  mayEdit,
  mayTake,
  reject,
  sendBack,
  submit,
  withdraw,
} from './enrolment';
import type { Enrolment, Member } from './records';
import { Member as MemberSchema, blankMember, unclaimed } from './records';

const states: Record<EnrolmentState, Enrolment> = {
  draft: { state: 'draft' },
  submitted: { state: 'submitted', caseId: caseId(), signature },
  returned: { state: 'returned', signature },
  approved: { state: 'approved', signature },
  refused: { state: 'refused' },
  withdrawn: { state: 'withdrawn' },
};
const allStates = Object.keys(states) as EnrolmentState[];
const allSteps: EnrolmentStep[] = ['submit', 'return', 'approve', 'refuse', 'withdraw', 'begin-again'];

/** Somebody in that state; an approved one has left again, so that the table alone speaks. */
const inState = (state: EnrolmentState): Member =>
  aMember({
    round: 1,
    enrolment: states[state],
    identityKey:
      state === 'submitted' || state === 'returned' ? 'idcard:abc' : unclaimed(blankMember(aMember()._id)._id),
    membership: state === 'approved' ? aMembership('left') : null,
  });

const noDetails = { reasons: ['other'] as const, note: '请补充' };
const steps: Record<EnrolmentStep, (member: Member) => { ok: boolean; value?: Member }> = {
  submit: (member) => submit(member, applicationVersion, noon),
  return: (member) => sendBack(member, caseId(), aDecider(), noDetails),
  approve: (member) => approve(member, caseId(), aDecider(), '202612345678'),
  refuse: (member) => reject(member, caseId(), aDecider(), { reason: 'other', note: '不符合' }),
  withdraw: (member) => withdraw(member, noon),
  'begin-again': (member) => ({ ok: mayTake(member, 'begin-again'), value: asDraft(member, noon) }),
};

describe('the way of an application', () => {
  it.each([
    ['draft', 'submit', 'submitted'],
    ['submitted', 'return', 'returned'],
    ['submitted', 'approve', 'approved'],
    ['submitted', 'refuse', 'refused'],
    ['submitted', 'withdraw', 'withdrawn'],
    ['returned', 'submit', 'submitted'],
    ['returned', 'withdraw', 'withdrawn'],
    ['approved', 'begin-again', 'draft'],
    ['refused', 'begin-again', 'draft'],
    ['withdrawn', 'begin-again', 'draft'],
  ] as const)('leads from %s by %s to %s', (from, step, to) => {
    const taken = steps[step](inState(from));
    expect(taken.ok).toBe(true);
    expect(taken.value?.enrolment.state).toBe(to);
    expect((enrolmentSteps[from] as Partial<Record<EnrolmentStep, string>>)[step]).toBe(to);
  });

  const missing = allStates.flatMap((from) =>
    allSteps.filter((step) => !(step in enrolmentSteps[from])).map((step) => [from, step] as const),
  );
  it.each(missing)('does not lead from %s by %s', (from, step) => {
    expect(mayTake(inState(from), step)).toBe(false);
    expect(steps[step](inState(from)).ok).toBe(false);
  });

  it('has ten arrows and no others', () => {
    expect(missing).toHaveLength(allStates.length * allSteps.length - 10);
  });

  it('reaches every state from a draft, and leaves nobody where there is no way on', () => {
    const reached = new Set<string>(['draft']);
    for (const state of reached)
      for (const next of Object.values(enrolmentSteps[state as EnrolmentState])) reached.add(next);
    expect([...reached].sort()).toEqual([...allStates].sort());
    const ends = allStates.filter((state) => Object.keys(enrolmentSteps[state]).length === 0);
    expect(ends).toEqual([]);
  });

  it('leaves a record that the store accepts after every step, and a history that only grows', () => {
    for (const from of allStates)
      for (const step of Object.keys(enrolmentSteps[from]) as (keyof typeof steps)[]) {
        const before = inState(from);
        const after = steps[step](before).value;
        expect(MemberSchema.parse(after)).toEqual(after);
        expect(after?.enrolmentHistory.slice(0, before.enrolmentHistory.length)).toEqual(before.enrolmentHistory);
        expect(after?.enrolmentHistory.at(-1)?.step).toBe(step);
      }
  });
});

describe('handing in', () => {
  const handedIn = (more: Partial<Member> = {}, version = applicationVersion) => submit(aMember(more), version, noon);
  const mustHandIn = (): Member => {
    const result = handedIn();
    if (!result.ok) throw new Error(result.refusal);
    return result.value;
  };

  it('claims the ID card and keeps what was signed and when', () => {
    expect(mustHandIn()).toMatchObject({
      identityKey: 'idcard:abc',
      round: 1,
      enrolment: { state: 'submitted', caseId: caseId(1), signature: { version: applicationVersion, at: noon } },
      purgeAt: NEVER,
    });
  });

  it('owes a decision to the chosen union, which learns a masked name only', () => {
    expect(mustHandIn().followUps).toEqual([
      {
        act: 'open',
        at: noon,
        fresh: expect.objectContaining({ _id: caseId(1), kind: 'enrolment', maskedName: '王*明' }) as unknown,
      },
    ]);
    expect(JSON.stringify(mustHandIn().followUps)).not.toContain('王小明');
  });

  it('opens another case each time, so that an old decision never meets a new application', () => {
    const again = submit({ ...mustHandIn(), enrolment: states.returned }, applicationVersion, noon);
    expect(again).toMatchObject({ ok: true, value: { round: 2, enrolment: { caseId: caseId(2) } } });
  });

  it('is refused to somebody who is a member already', () => {
    for (const state of ['active', 'transferring', 'retained', 'suspended'] as const)
      expect(submit(aCardholder(aMembership(state)), applicationVersion, noon)).toEqual({
        ok: false,
        refusal: 'already-member',
      });
  });

  it('is open to somebody who left and has filled in a new draft', () => {
    expect(submit(asDraft(aCardholder(aMembership('left')), noon), applicationVersion, noon).ok).toBe(true);
  });

  it.each([
    ['no consent at all', []],
    ['no consent to the ID card', [aReceipt('membership')]],
    ['a consent taken back', allConsents.map((receipt) => ({ ...receipt, withdrawnAt: noon }))],
    ['consent to an older text', allConsents.map((receipt) => ({ ...receipt, version: '2020-01' }))],
    ['consent to news only', [aReceipt('notices')]],
  ])('is refused with %s', (_what, consents) => {
    expect(handedIn({ consents })).toEqual({ ok: false, refusal: 'consent-needed' });
  });

  it('needs no consent to news', () => {
    expect(handedIn({ consents: [...allConsents, aReceipt('notices', { withdrawnAt: noon })] }).ok).toBe(true);
  });

  it('is refused when another text was signed than the one of today', () => {
    expect(handedIn({}, '2018-charter')).toEqual({ ok: false, refusal: 'application-text-changed' });
  });

  it.each([
    ['occupation', { form: { ...aMember().form, occupation: null } }],
    ['workAreaId', { form: { ...aMember().form, workAreaId: null } }],
    ['union', { union: null }],
    ['name', { form: { ...aMember().form, name: null } }],
    ['mobile', { mobile: null }],
    ['document', { document: null }],
  ] satisfies [string, Partial<Member>][])('is refused without %s, which is named as missing', (field, more) => {
    expect(missingFields(aMember(more))).toEqual([field]);
    expect(handedIn(more)).toEqual({ ok: false, refusal: 'application-incomplete' });
  });

  it('needs neither the employer nor the home nor the kind of work relation', () => {
    const form = { ...aMember().form, employerName: null, employerCode: null, homeAreaId: null, workRelation: null };
    expect(missingFields(aMember({ form }))).toEqual([]);
    expect(handedIn({ form }).ok).toBe(true);
  });

  it('lists what a blank form lacks in the order in which it is asked', () => {
    expect(missingFields(blankMember(aMember()._id))).toEqual([
      'occupation',
      'workAreaId',
      'union',
      'name',
      'mobile',
      'document',
    ]);
  });
});

describe('deciding', () => {
  it('approves with a card number, a membership from that instant and the office that gave it', () => {
    const decider = aDecider();
    expect(approve(anApplicant(), caseId(), decider, '202612345678')).toMatchObject({
      ok: true,
      value: {
        cardNumber: '202612345678',
        identityKey: 'idcard:abc',
        purgeAt: NEVER,
        enrolment: { state: 'approved', signature },
        membership: { state: 'active', unionId: 'beicai', since: decider.at },
      },
    });
  });

  it('keeps the history of an earlier membership when somebody comes back', () => {
    const back = approve(anApplicant({ membership: aMembership('left') }), caseId(), aDecider(), '202687654321');
    expect(back).toMatchObject({
      ok: true,
      value: {
        membership: {
          history: [
            { step: 'approve', at: noon },
            { step: 'approve', at: aDecider().at },
          ],
        },
      },
    });
  });

  it('tells the applicant which office decided and why, never which clerk', () => {
    const answered = reject(anApplicant(), caseId(), aDecider(), { reason: 'other', note: '不属于本区' });
    expect(answered).toMatchObject({
      value: { enrolmentHistory: [{ step: 'refuse', office: '北蔡镇总工会', reasons: ['other'], note: '不属于本区' }] },
    });
    if (answered.ok) expect(JSON.stringify(answered.value.enrolmentHistory)).not.toContain('陈干事');
  });

  it('keeps the ID card claimed while it is sent back, and frees it when refused or withdrawn', () => {
    const free = unclaimed(anApplicant()._id);
    expect(sendBack(anApplicant(), caseId(), aDecider(), noDetails)).toMatchObject({
      value: { identityKey: 'idcard:abc' },
    });
    expect(steps.refuse(anApplicant())).toMatchObject({ value: { identityKey: free } });
    expect(steps.withdraw(anApplicant())).toMatchObject({ value: { identityKey: free } });
  });

  it('closes the case with the decision itself', () => {
    for (const [step, outcome] of [
      ['approve', 'approved'],
      ['return', 'returned'],
      ['refuse', 'refused'],
      ['withdraw', 'withdrawn'],
    ] as const)
      expect(steps[step](anApplicant()).value?.followUps).toMatchObject([
        { act: 'close', caseId: caseId(), closing: { outcome } },
      ]);
  });

  it('is refused for a case of an earlier round or of somebody else', () => {
    const applicant = anApplicant();
    for (const other of [
      caseId(2),
      CaseId.parse(`enrolment:p${'z'.repeat(22)}:1`),
      CaseId.parse(`transfer-accept:${applicant._id}:1`),
    ]) {
      expect(approve(applicant, other, aDecider(), '202612345678')).toEqual({
        ok: false,
        refusal: 'case-decided-already',
      });
      expect(sendBack(applicant, other, aDecider(), noDetails).ok).toBe(false);
      expect(reject(applicant, other, aDecider(), { reason: 'other', note: 'x' }).ok).toBe(false);
    }
  });

  it('is done once: a second decision finds it decided', () => {
    for (const first of ['approve', 'return', 'refuse', 'withdraw'] as const) {
      const decided = steps[first](anApplicant()).value ?? anApplicant();
      for (const second of ['approve', 'return', 'refuse'] as const) expect(steps[second](decided).ok).toBe(false);
    }
  });
});

describe('withdrawing', () => {
  it('is possible while it waits or was sent back', () => {
    expect(withdraw(anApplicant(), noon).ok).toBe(true);
    expect(withdraw(inState('returned'), noon).ok).toBe(true);
  });

  it('is told apart: nothing handed in, or decided already', () => {
    expect(withdraw(inState('draft'), noon)).toEqual({ ok: false, refusal: 'nothing-to-withdraw' });
    expect(withdraw(inState('withdrawn'), noon)).toEqual({ ok: false, refusal: 'nothing-to-withdraw' });
    expect(withdraw(inState('approved'), noon)).toEqual({ ok: false, refusal: 'already-decided' });
    expect(withdraw(inState('refused'), noon)).toEqual({ ok: false, refusal: 'already-decided' });
  });
});

describe('writing a draft', () => {
  it.each([
    ['draft', true],
    ['submitted', false],
    ['returned', true],
    ['approved', true],
    ['refused', true],
    ['withdrawn', true],
  ] as const)('in the state %s, with no membership standing: %s', (state, may) => {
    expect(mayEdit(inState(state))).toBe(may);
  });

  it('is closed to a member until that member leaves', () => {
    for (const state of ['active', 'transferring', 'retained', 'suspended'] as const) {
      expect(isMember(aCardholder(aMembership(state)))).toBe(true);
      expect(mayEdit(aCardholder(aMembership(state)))).toBe(false);
    }
    expect(mayEdit(aCardholder(aMembership('left')))).toBe(true);
  });

  it('begins again after a refusal, and leaves a draft or a returned application what it is', () => {
    expect(asDraft(inState('refused'), later(noon, 1))).toMatchObject({
      enrolment: { state: 'draft' },
      enrolmentHistory: [{ step: 'begin-again', at: later(noon, 1) }],
    });
    for (const state of ['draft', 'returned', 'submitted'] as const)
      expect(asDraft(inState(state), noon)).toEqual(inState(state));
  });
});
