import * as fc from 'fast-check';
import { MobileNumber, PersonName, maskedMobile, maskedName } from './person';

const problemsOf = (result: { error?: { issues: readonly { message: string }[] } | undefined }): string[] =>
  result.error?.issues.map(({ message }) => message) ?? [];

describe('a mobile number', () => {
  it.each([
    ['plain', '13800138000'],
    ['with +86', '+8613800138000'],
    ['with +86 and spaces', '+86 138 0013 8000'],
    ['with 86', '8613800138000'],
    ['with hyphens', '138-0013-8000'],
    ['with full-width digits', '１３８００１３８０００'],
    ['with a full-width plus', '＋８６１３８００１３８０００'],
    ['with wide spaces around', '\u3000138\u00a000138000 '],
  ])('is understood %s', (_how, typed) => {
    expect(MobileNumber.parse(typed)).toBe('13800138000');
  });

  it('may have any prefix: numbers move between carriers and new ones are given out', () => {
    for (const prefix of ['134', '142', '154', '166', '170', '194', '199'])
      expect(MobileNumber.safeParse(`${prefix}12345678`).success).toBe(true);
  });

  it.each([
    '',
    '1380013800',
    '138001380000',
    '12800138000',
    '02158880000',
    '+85291234567',
    '+1 650 253 0000',
    '13800138OOO',
    '1380013800\u0660',
    '138001380\u200b00',
    '+86+8613800138000',
    '9'.repeat(10_000),
  ])('is refused as %p', (typed) => {
    expect(MobileNumber.safeParse(typed).success).toBe(false);
  });

  it('is masked so that the middle four are gone', () => {
    expect(maskedMobile('13812345678')).toBe('138****5678');
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (mobile) => {
        expect(maskedMobile(mobile)).toBe(`${mobile.slice(0, 3)}****${mobile.slice(7)}`);
        expect(maskedMobile(mobile).replace(/\D/g, '')).toHaveLength(7);
      }),
    );
  });
});

describe('a name', () => {
  it.each([
    ['of two', '王明'],
    ['of four', '欧阳娜娜'],
    ['with a rare character outside the basic plane', '𠮷田𬎆'],
    ['with a character of Extension G', '𰻞明'],
    ['with the zero that is a character', '李〇一'],
    ['of a minority, with a middle dot', '阿卜杜拉·买买提'],
    ['in Latin letters', "Jean-Luc O'Neill Jr."],
    ['in Arabic letters', 'مەمەت'],
    ['in Tibetan letters', 'བསྟན་འཛིན'.replace('་', ' ')],
    ['with letters that carry marks', 'Nguyễn Thị Ánh'],
  ])('is taken as it is %s', (_how, name) => {
    expect(PersonName.parse(name)).toBe(name);
  });

  it.each(['阿卜杜拉•买买提', '阿卜杜拉・买买提', '阿卜杜拉∙买买提', '阿卜杜拉‧买买提', '阿卜杜拉･买买提'])(
    'has one middle dot, whichever the keyboard gave: %s',
    (typed) => {
      expect(PersonName.parse(typed)).toBe('阿卜杜拉·买买提');
    },
  );

  it('is trimmed and has single spaces', () => {
    expect(PersonName.parse('  Ana \t  María\u3000Ruiz ')).toBe('Ana María Ruiz');
  });

  it.each([
    ['one character', '王'],
    ['one rare character', '𠮷'],
    ['nothing', ''],
    ['spaces only', ' \u3000 '],
  ])('is too short with %s', (_what, name) => {
    expect(problemsOf(PersonName.safeParse(name))).toContain('too-short');
  });

  it.each([
    ['a control character', '王\u0000明'],
    ['an escape', '王\u001b[31m明'],
    ['a zero-width space', '王\u200b明'],
    ['a zero-width joiner', '王\u200d明'],
    ['a right-to-left override', '王\u202e明'],
    ['an isolate', '王\u2066明'],
    ['half a character', '王\ud842明'],
    ['letters that nobody can see', 'ㅤㅤ'],
    ['an invisible letter inside', '王\u115f明'],
    ['another invisible letter', '王\uffa0明'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['an ampersand', '王&明'],
    ['digits', '王明2'],
    ['a formula', '=cmd|明'],
    ['an emoji', '王明😀'],
    ['a dot first', '·王明'],
    ['a mark first', '\u0301王明'],
  ])('is refused with %s', (_what, name) => {
    expect(PersonName.safeParse(name).success).toBe(false);
  });

  it('is refused at ten thousand characters without reading them', () => {
    expect(problemsOf(PersonName.safeParse('王'.repeat(10_000)))).toContain('too-long');
  });

  it('is the same name when it is sent again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        const read = PersonName.safeParse(typed);
        if (read.success) expect(PersonName.parse(read.data)).toBe(read.data);
      }),
    );
  });
});

describe('a masked name', () => {
  it.each([
    ['王明', '王*'],
    ['王小明', '王*明'],
    ['欧阳娜娜', '欧**娜'],
    ['阿卜杜拉·买买提江', '阿***江'],
    ['𠮷小𬎆', '𠮷*𬎆'],
    ['𠮷田', '𠮷*'],
    ['', '*'],
  ])('shows of %s no more than %s', (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });

  it('never shows more than two characters nor half of one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 2, maxLength: 40 }), (name) => {
        const shown = Array.from(maskedName(name).replaceAll('*', ''));
        expect(shown.length).toBeLessThanOrEqual(2);
        expect(() => encodeURIComponent(maskedName(name))).not.toThrow();
      }),
    );
  });
});
