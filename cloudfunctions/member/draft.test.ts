import * as fc from 'fast-check';
import type { EnrolmentDraft } from '../../types/enrolment';
import { applicationVersion } from '../../types/enrolment';
import { PersonId, UnionId } from '../../types/ids';
import { ShanghaiDay, addDays, startOfDay } from '../../types/time';
import { fingerprint, seal, unseal } from '../runtime/sealed';
import { anIdCard } from '../testing/made-up-id-card';
import { aCardholder, aMember, aReceipt, allConsents, anApplicant, at, later, noon, personId } from './a-member';
import { WORKING_AGE, ageOn, documentPlace, fillIn, isTooYoung, mobilePlace } from './draft';
import { submit } from './enrolment';
import type { Member } from './records';
import { Member as MemberSchema, blankMember } from './records';

beforeAll(() => {
  process.env['SEALING_KEYS'] = `k1:${Buffer.alloc(32, 1).toString('base64')}`;
  process.env['FINGERPRINT_KEY'] = Buffer.alloc(32, 2).toString('base64');
});

const sealing = { seal, fingerprint };
const blank = (): Member => ({ ...blankMember(personId), consents: allConsents });
const fill = (member: Member, typed: EnrolmentDraft, now = noon) => fillIn(member, typed, now, sealing);
const mustFill = (member: Member, typed: EnrolmentDraft): Member => {
  const filled = fill(member, typed);
  if (!filled.ok) throw new Error(filled.refusal);
  return filled.value;
};
const day = (text: string): ShanghaiDay => ShanghaiDay.parse(text);
const bornOn = (birthday: string): string => anIdCard(1, birthday.replaceAll('-', ''));

describe('filling in', () => {
  it('takes fields alone and keeps the others', () => {
    const once = mustFill(blank(), { occupation: 'courier' });
    const twice = mustFill(once, { name: '王小明' });
    expect(twice.form).toEqual({ ...blank().form, occupation: 'courier', name: '王小明' });
  });

  it('clears an optional field by null, and leaves alone what was not sent', () => {
    const filled = mustFill(aMember(), { employerName: null, name: undefined });
    expect(filled.form).toMatchObject({ employerName: null, name: '王小明' });
  });

  it('stores no number in the open', () => {
    const filled = mustFill(blank(), {
      mobile: '13812345678',
      document: { kind: 'id-card', number: '11010519491231002X' },
    });
    const stored = JSON.stringify(filled);
    expect(stored).not.toContain('13812345678');
    expect(stored).not.toContain('19491231');
    expect(filled.mobile?.masked).toBe('138****5678');
    expect(filled.document?.masked).toBe('110105********002X');
    expect(unseal(filled.mobile?.sealed ?? '', mobilePlace(personId))).toBe('13812345678');
    expect(unseal(filled.document?.sealed ?? '', documentPlace(personId))).toBe('11010519491231002X');
    expect(unseal(filled.document?.sealed ?? '', documentPlace('p-other'))).toBeNull();
    expect(MemberSchema.parse(filled)).toEqual(filled);
  });

  it('knows the same card again on another phone, and tells a passport from a card', () => {
    const card = { kind: 'id-card', number: anIdCard(1) } as const;
    const keyOf = (member: Member, document: EnrolmentDraft['document']) =>
      mustFill(member, { document }).document?.key;
    expect(keyOf(blank(), card)).toBe(keyOf({ ...blank(), _id: PersonId.parse(`p${'b'.repeat(22)}`) }, card));
    expect(keyOf(blank(), card)).not.toBe(keyOf(blank(), { kind: 'id-card', number: anIdCard(2) }));
    expect(keyOf(blank(), { kind: 'other', number: card.number })).not.toBe(keyOf(blank(), card));
  });

  it('knows a permit again, with the brackets it is printed with or without', () => {
    const keyOf = (number: string) => mustFill(blank(), { document: { kind: 'other', number } }).document?.key;
    expect(keyOf('A123456(7)')).toBe(keyOf('A1234567'));
    expect(keyOf('A123456(7)')).not.toBe(keyOf('A123456(8)'));
  });

  it('needs consent to be a member before a single fact, and a consent of its own for the ID card', () => {
    const none = { ...blank(), consents: [] };
    expect(fill(none, { occupation: 'courier' })).toEqual({ ok: false, refusal: 'consent-needed' });
    expect(fill(none, {})).toEqual({ ok: false, refusal: 'consent-needed' });
    const half = { ...blank(), consents: [aReceipt('membership')] };
    expect(fill(half, { occupation: 'courier' }).ok).toBe(true);
    expect(fill(half, { document: { kind: 'other', number: 'E12345678' } })).toEqual({
      ok: false,
      refusal: 'consent-needed',
    });
    expect(fill({ ...blank(), consents: [aReceipt('identity-document')] }, { name: '王明' }).ok).toBe(false);
  });

  it('is closed while a decision is owed and while a membership stands', () => {
    expect(fill(anApplicant(), { name: '王明' })).toEqual({ ok: false, refusal: 'application-not-editable' });
    expect(fill(aCardholder(), { name: '王明' })).toEqual({ ok: false, refusal: 'application-not-editable' });
  });

  it('makes a draft again of what was refused, which can then be handed in', () => {
    const refused = aMember({ enrolment: { state: 'refused' }, round: 1 });
    const draft = mustFill(refused, {});
    expect(draft.enrolment).toEqual({ state: 'draft' });
    expect(submit(draft, applicationVersion, noon).ok).toBe(true);
  });

  it.each([
    ['the occupation', { occupation: 'domestic' }],
    ['the employer', { employerName: '别的公司' }],
    ['the employer’s code', { employerCode: '91350100M000100Y43' }],
    ['the area of work', { workAreaId: UnionId.parse('weifang') }],
    ['the area of home', { homeAreaId: UnionId.parse('weifang') }],
    ['the employer to none', { employerName: null }],
  ] satisfies [string, EnrolmentDraft][])('asks for the union anew when one changes %s', (_what, typed) => {
    expect(mustFill(aMember(), typed).union).toBeNull();
  });

  it.each([
    ['the name', { name: '王明' }],
    ['the mobile', { mobile: '13912345678' }],
    ['the work relation', { workRelation: null }],
    ['nothing', {}],
    [
      'the work to what it was',
      { occupation: 'courier', employerName: '飞快速递', workAreaId: UnionId.parse('beicai') },
    ],
  ] satisfies [string, EnrolmentDraft][])('keeps the chosen union when one changes %s', (_what, typed) => {
    expect(mustFill(aMember(), typed).union).toEqual(aMember().union);
  });
});

describe('the age of sixteen', () => {
  const sixteenOn = startOfDay(day('2026-03-09'));

  it('is reached on the birthday, from midnight in Shanghai', () => {
    const number = bornOn('2010-03-09');
    expect(isTooYoung(number, later(sixteenOn, -1))).toBe(true);
    expect(isTooYoung(number, sixteenOn)).toBe(false);
    expect(WORKING_AGE).toBe(16);
  });

  it('keeps the number of somebody younger out of the record altogether', () => {
    const document = { kind: 'id-card', number: bornOn('2010-03-10') } as const;
    expect(fill(blank(), { document }, sixteenOn)).toEqual({ ok: false, refusal: 'too-young' });
    expect(fill(blank(), { document }, later(sixteenOn, 86_400_000)).ok).toBe(true);
  });

  it('is reached on 1 March by somebody born on 29 February, in a common year', () => {
    expect(ageOn(day('2026-02-28'), day('2008-02-29'))).toBe(17);
    expect(ageOn(day('2026-03-01'), day('2008-02-29'))).toBe(18);
    expect(ageOn(day('2028-02-29'), day('2012-02-29'))).toBe(16);
    expect(ageOn(day('2028-02-28'), day('2012-02-29'))).toBe(15);
  });

  it('is not reached by somebody whose card says they are not born yet', () => {
    expect(isTooYoung(bornOn('2030-01-01'), at('2026-03-09T00:00:00Z'))).toBe(true);
  });

  it('rises by one a year, on one day, and never falls', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(day('1960-01-01'), count));
    fc.assert(
      fc.property(days, fc.nat(30_000), (birthday, lived) => {
        const today = addDays(birthday, lived);
        const grown = ageOn(addDays(today, 1), birthday) - ageOn(today, birthday);
        expect([0, 1]).toContain(grown);
        expect(ageOn(birthday, birthday)).toBe(0);
        expect(Math.abs(ageOn(today, birthday) - lived / 365.2425)).toBeLessThan(1.01);
      }),
    );
  });
});
