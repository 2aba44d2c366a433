import * as fc from 'fast-check';
import { ApprovalChecks, EnrolmentDraft, ShortText } from './enrolment';

describe('a short text of one’s own', () => {
  it.each([
    ['line breaks and tabs', ' 跟单位\n\t说好了 ', '跟单位 说好了'],
    ['control characters', 'a\u0000b\u001bc', 'a b c'],
    ['a right-to-left override', '通过\u202e', '通过'],
    ['zero-width characters', '同\u200b意\ufeff', '同 意'],
    ['half a character', '同\ud842意', '同 意'],
  ])('keeps its words and loses %s', (_what, typed, kept) => {
    expect(ShortText.parse(typed)).toBe(kept);
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \u3000\n'],
    ['zero-width spaces', '\u200b\u200b'],
    ['letters nobody can see', 'ㅤㅤ'],
    ['braille blanks', '\u2800'],
  ])('is missing when it is %s', (_what, typed) => {
    expect(ShortText.safeParse(typed).error?.issues.map(({ message }) => message)).toContain('missing');
  });

  it('is kept as text when it looks like markup: it is only ever shown as text', () => {
    expect(ShortText.parse('<b>加急</b>')).toBe('<b>加急</b>');
  });

  it('holds two hundred characters and not one more', () => {
    expect(ShortText.safeParse('字'.repeat(200)).success).toBe(true);
    expect(ShortText.safeParse('字'.repeat(201)).success).toBe(false);
    expect(ShortText.safeParse('字'.repeat(10_000)).success).toBe(false);
  });

  it('is the same text when it is sent again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const read = ShortText.safeParse(typed);
        if (read.success) expect(ShortText.parse(read.data)).toBe(read.data);
      }),
    );
  });
});

describe('a draft', () => {
  it('may hold one field alone, and null clears an optional one', () => {
    expect(EnrolmentDraft.parse({})).toEqual({});
    expect(EnrolmentDraft.parse({ employerName: null })).toEqual({ employerName: null });
    expect(EnrolmentDraft.safeParse({ name: null }).success).toBe(false);
  });

  it('takes in nothing that is not asked: no religion, no wage, no state of its own', () => {
    expect(EnrolmentDraft.parse({ name: '王明', religion: 'x', wage: 1, state: 'approved', round: 9 })).toEqual({
      name: '王明',
    });
  });
});

describe('the three points of an approval', () => {
  it('must all hold', () => {
    expect(ApprovalChecks.safeParse({ qualifies: true, voluntary: true, complete: true }).success).toBe(true);
    for (const point of ['qualifies', 'voluntary', 'complete'])
      for (const answer of [false, undefined, 'true', 1])
        expect(
          ApprovalChecks.safeParse({ qualifies: true, voluntary: true, complete: true, [point]: answer }).success,
        ).toBe(false);
  });
});
