import * as fc from 'fast-check';
import { isTooDeep, MOST_JSON_LEVELS, nestsDeeper, parseBounded } from './bounded-json';

const nested = (levels: number, inside = '1'): string => `${'['.repeat(levels)}${inside}${']'.repeat(levels)}`;
const long = JSON.stringify('x'.repeat(10_000));

/** A text that counts how often it is looked at. */
function counted(text: string) {
  const looks = { count: 0 };
  const characters = {
    length: text.length,
    charCodeAt(at: number): number {
      looks.count += 1;
      return text.charCodeAt(at);
    },
  };
  return { characters, looks };
}

const depthOf = (value: unknown): number =>
  typeof value !== 'object' || value === null
    ? 0
    : 1 + Math.max(0, ...Object.values(value).map((inner) => depthOf(inner)));

it('nesting is told as one who has parsed it all would tell it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat({ max: 7 }), (value, levels) => {
      for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
        expect(nestsDeeper(text, levels)).toBe(depthOf(JSON.parse(text)) > levels);
      }
    }),
    { numRuns: 300 },
  );
});

it.each(['"[[[["', '"\\"[[["', '"\\\\"', '"\\\\\\"[[["', '{"[[[":"]]]"}'])(
  'brackets in a text are none, quotes and backslashes before them or not: %s',
  (text) => {
    expect(nestsDeeper(text, 1)).toBe(false);
    expect(nestsDeeper(`[${text},[]]`, 2)).toBe(false);
    expect(nestsDeeper(`[${text},[[]]]`, 2)).toBe(true);
  },
);

it('sixty million brackets cost no more than three hundred', () => {
  const looksAt = (text: string): number => {
    const { characters, looks } = counted(text);
    expect(nestsDeeper(characters, MOST_JSON_LEVELS)).toBe(true);
    return looks.count;
  };
  expect(looksAt('['.repeat(60_000_000))).toBe(looksAt('['.repeat(300)));
  expect(looksAt('{"a":'.repeat(1_000_000))).toBe(looksAt('{"a":'.repeat(300)));
});

it.each(['""'.repeat(5_000), '"\\"'.repeat(5_000), '[]'.repeat(5_000), '\\'.repeat(10_000)])(
  'no character of a text is looked at twice, however odd the text: %.10s',
  (text) => {
    const { characters, looks } = counted(text);
    nestsDeeper(characters, MOST_JSON_LEVELS);
    expect(looks.count).toBeLessThanOrEqual(text.length);
  },
);

it('up to the limit a long text is parsed, one level more is refused', () => {
  expect(depthOf(parseBounded(nested(MOST_JSON_LEVELS, long)))).toBe(MOST_JSON_LEVELS);
  expect(() => parseBounded(nested(MOST_JSON_LEVELS + 1, long))).toThrow(/nests deeper than 256 levels/);
  expect(isTooDeep('['.repeat(300))).toBe(false);
});
