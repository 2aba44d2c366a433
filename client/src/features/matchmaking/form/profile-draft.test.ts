import fc from 'fast-check';
import {
  childWishes,
  genders,
  interests,
  marriageHistories,
  matchFacts,
  seekings,
  seenBy,
  smokingHabits,
  workShifts,
} from '@contract/match-kind';
import { ProfileForm } from '@contract/match-profile';
import { occupations } from '@contract/occupation';
import { aProfile, someFacts } from '../../../../testing/a-profile';
import { aboutProblems, contactProblems, refusedProblems } from './draft-problems';
import { draftOf, emptyDraft, formOf, withoutSensitive } from './profile-draft';
import { summaryOf } from './said-of';

const words = (most: number) =>
  fc.string({ minLength: 1, maxLength: most, unit: fc.constantFrom('好', '爱', '走', '1') });
const said = <Value>(value: fc.Arbitrary<Value>) => fc.record({ value, seenBy: fc.constantFrom(...seenBy) });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(said(value), { nil: null });
const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });

const forms: fc.Arbitrary<ProfileForm> = fc.record({
  calledName: words(8),
  gender: fc.constantFrom(...genders),
  facts: fc.record({
    age: said(fc.integer({ min: 1930, max: 2008 })),
    street: maybe(words(12)),
    hometown: maybe(words(12)),
    occupation: maybe(fc.constantFrom(...occupations.map(({ code }) => code))),
    shift: maybe(fc.constantFrom(...workShifts)),
    restDays: maybe(days),
    interests: maybe(fc.uniqueArray(fc.constantFrom(...interests), { minLength: 1, maxLength: 8 })),
    smokes: maybe(fc.constantFrom(...smokingHabits)),
    history: maybe(fc.constantFrom(...marriageHistories)),
    hasChildren: maybe(fc.boolean()),
    about: maybe(words(200)),
    hopes: maybe(words(200)),
    ages: maybe(
      fc
        .tuple(fc.integer({ min: 18, max: 60 }), fc.integer({ min: 0, max: 39 }))
        .map(([from, more]) => ({ from, upTo: from + more })),
    ),
  }),
  contact: fc.constantFrom(
    { kind: 'mobile' as const, value: '13900001234' },
    { kind: 'wechat' as const, value: 'chen_beicai' },
  ),
  seeks: fc.option(fc.constantFrom(...seekings), { nil: null }),
  children: fc.option(fc.constantFrom(...childWishes), { nil: null }),
  notColleagues: fc.boolean(),
});

it('sends again what was said before, whatever it was, if nothing is changed', () => {
  fc.assert(
    fc.property(forms, (form) => {
      expect(formOf(draftOf(form))).toEqual(form);
      expect(ProfileForm.safeParse(formOf(draftOf(form))).success).toBe(true);
      expect({ ...aboutProblems(draftOf(form), 2026), ...contactProblems(draftOf(form)) }).toEqual({});
    }),
  );
});

it('never shows where one lives before both said yes, nor marriages and children to anybody but the studio, unless one says so', () => {
  expect(emptyDraft.seenBy).toMatchObject({ street: 'mutual', history: 'studio', hasChildren: 'studio' });
  expect(Object.keys(emptyDraft.seenBy).sort()).toEqual([...matchFacts].sort());
});

it('says nothing that needs a consent where it is not given', () => {
  fc.assert(
    fc.property(forms, (form) => {
      const sent = formOf(withoutSensitive(draftOf(form)));
      expect(sent).toMatchObject({ seeks: null, children: null, facts: { history: null, hasChildren: null } });
    }),
  );
});

describe('what keeps a form from being sent', () => {
  const draft = draftOf(aProfile().form);

  it.each([
    ['nobody is called anything', { calledName: ' ' }, 'calledName'],
    ['no gender is chosen', { gender: null }, 'gender'],
    ['the year has two digits', { birthYear: '94' }, 'birthYear'],
    ['the year is to come', { birthYear: '2030' }, 'birthYear'],
    ['somebody is seventeen', { birthYear: '2009' }, 'birthYear'],
    ['one of two ages is missing', { agesUpTo: '' }, 'agesUpTo'],
    ['an age is no adult’s', { agesFrom: '17' }, 'agesFrom'],
    ['the ages are the wrong way round', { agesFrom: '40', agesUpTo: '30' }, 'agesUpTo'],
  ] as const)('%s', (_, change, field) => {
    expect(Object.keys(aboutProblems({ ...draft, ...change }, 2026))).toEqual([field]);
  });

  it('lets somebody in who becomes eighteen this year, and leaves the ages out where neither is written', () => {
    expect(aboutProblems({ ...draft, birthYear: '2008', agesFrom: '', agesUpTo: ' ' }, 2026)).toEqual({});
    expect(formOf({ ...draft, agesFrom: '', agesUpTo: ' ' })?.facts.ages).toBeNull();
  });

  it.each([
    ['mobile', '1390000123'],
    ['mobile', 'chen_beicai'],
    ['wechat', '13900001234'],
    ['wechat', 'chen'],
    ['wechat', ''],
  ] as const)('a %s that is written %s', (contactKind, contact) => {
    expect(contactProblems({ ...draft, contactKind, contact })).toHaveProperty('contact');
  });
});

it('shows what the server found where it was typed', () => {
  const found = {
    'form.facts.about.value': '含有不能使用的字符',
    calledName: '内容过长',
    'form.contact.value': '格式不对',
    'form.facts.age.value': '太小',
  };
  expect(refusedProblems('input-invalid', found)).toEqual({
    about: '含有不能使用的字符',
    calledName: '内容过长',
    contact: '格式不对',
    birthYear: '太小',
  });
  expect(refusedProblems('words-refused', { hopes: '格式不对' })).toEqual({
    hopes: '这里的话不合适给别人看，请改一改',
  });
});

it('names what of a folded part is filled in', () => {
  const draft = draftOf({ ...aProfile().form, facts: someFacts });
  expect(summaryOf(draft, ['occupation', 'shift', 'restDays'])).toBe('已填：职业、休息日');
  expect(summaryOf(emptyDraft, ['about', 'hopes', 'ages'])).toBe('还没有填，不填也可以');
});
