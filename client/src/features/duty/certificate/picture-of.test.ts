import { aCertificate } from '../../../../testing/a-book';
import { lines, pictureOf } from './picture-of';
import { sheetOf } from './sheet';

const long = '曹路恒越广场户外服务站 驿站值守、清洁整理、便民服务（'.repeat(8);
const cells = Array.from({ length: 33 }, (_, down) =>
  Array.from({ length: 33 }, (_cell, right) => (down + right) % 2 === 0),
);
const drawn = (about: Parameters<typeof aCertificate>[0] = {}) => {
  const sheet = sheetOf(aCertificate(about));
  if (sheet === null) throw new Error('nobody signed it');
  return pictureOf(sheet, cells);
};

it('breaks a line before it is too wide, but never before a closing sign, and loses none', () => {
  const found = lines(long, 360, 36);
  expect(found.join('')).toBe(long);
  expect(found.every((line) => Array.from(line).filter((sign) => sign > 'ÿ').length <= 11)).toBe(true);
  expect(lines('值守（17次）', 120, 36)).toEqual(['值守', '（17次）']);
});

it('keeps everything within the frame, however much was done', () => {
  const { width, height, marks } = drawn({ content: Array.from({ length: 9 }, () => long) });
  const edges = marks.map((mark) => ('text' in mark ? [mark.x, mark.y] : [mark.x + mark.width, mark.y + mark.height]));
  expect(Math.max(...edges.map(([x = 0]) => x))).toBeLessThanOrEqual(width);
  const texts = marks.flatMap((mark) => ('text' in mark ? [mark.y] : []));
  expect(Math.max(...texts)).toBeLessThan(height - 60);
  expect(texts).toEqual([...texts].sort((one, other) => one - other));
});

it('has none of what no union has signed', () => {
  expect(sheetOf(aCertificate({ state: 'asked', code: null, issuer: null, number: null, issuedOn: null }))).toBeNull();
});
