import fc from 'fast-check';
import { writtenLines } from './written-lines';

/** A Chinese sign is as wide as two others. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (/[\u2e80-\uffef]/u.test(sign) ? 2 : 1), 0);

it('a line is broken between Chinese signs, and a word or a number stays in one piece', () => {
  expect(writtenLines('服务时长2026年', 10, widthOf)).toEqual(['服务时长', '2026年']);
});

it('no line begins with a comma or a full stop', () => {
  expect(writtenLines('服务时长，内容。', 8, widthOf)).toEqual(['服务时长，', '内容。']);
});

it('a word that is wider than the sheet is broken where it must be', () => {
  expect(writtenLines('a'.repeat(25), 10, widthOf)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]);
});

it('an empty text is one empty line', () => {
  expect(writtenLines('', 10, widthOf)).toEqual(['']);
});

it('nothing is lost and no line is wider than it may be, but for the punctuation at its end', () => {
  const texts = fc.string({ unit: fc.constantFrom('志', '愿', 'a', '9', ' ', '，', '）', '\u{20164}') });
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 30 }), (text, width) => {
      const lines = writtenLines(text, width, widthOf);
      expect(lines.join('')).toBe(text);
      for (const line of lines) expect(widthOf(line.replace(/[，）]+$/u, ''))).toBeLessThanOrEqual(width);
    }),
  );
});
