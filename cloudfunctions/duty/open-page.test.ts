import * as fc from 'fast-check';
import type { OpenPlace, Ranked } from './open-page';
import { cursorTo, pageOf, rankOf, readCursor } from './open-page';

const keyOf = (at: number, nth: number): string => `${String(at).padStart(15, '0')}:d${String(nth).padStart(11, '0')}`;

const lines = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 30 }),
      distance: fc.option(fc.integer({ min: 0, max: 5 })),
      isMine: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((some) =>
    some
      .map(({ at, distance, isMine }, nth) => {
        const listKey = keyOf(at, nth);
        return { listKey, rank: rankOf(isMine, distance, listKey) };
      })
      .sort((one, other) => (one.listKey < other.listKey ? -1 : 1)),
  );
const sizes = fc.record({ window: fc.integer({ min: 1, max: 12 }), page: fc.integer({ min: 1, max: 12 }) });

/** Pages until the end, each mark sent as text and read again; `gone` says what is taken after each page. */
function pagesOf(
  all: readonly Ranked[],
  size: { readonly window: number; readonly page: number },
  gone: (line: Ranked) => boolean = () => false,
): (readonly Ranked[])[] {
  const pages: (readonly Ranked[])[] = [];
  let at: OpenPlace | null = { from: '0'.repeat(15), before: null, rank: null };
  while (at !== null) {
    const { from, before }: OpenPlace = at;
    const left = pages.length === 0 ? all : all.filter((line) => !gone(line));
    const range = left.filter(({ listKey }) => listKey >= from && (before === null || listKey < before));
    const page: ReturnType<typeof pageOf> = pageOf(range.slice(0, size.window + 1), at, size);
    pages.push(page.lines);
    at = page.next === null ? null : readBack(page.next);
    if (pages.length > 2 * all.length + 2) throw new Error('It never ends.');
  }
  return pages;
}

function readBack(next: OpenPlace): OpenPlace {
  const read = readCursor(cursorTo(next));
  if (read === null) throw new Error(`${cursorTo(next)} begins anew.`);
  return read;
}

describe('pages of open shifts', () => {
  it('together are the whole list, no shift twice, and none but the last is empty', () => {
    fc.assert(
      fc.property(lines, sizes, (all, size) => {
        const pages = pagesOf(all, size);
        const seen = pages.flat();
        expect([...seen].sort((one, other) => (one.listKey < other.listKey ? -1 : 1))).toEqual(all);
        expect(pages.slice(1).every((page) => page.length > 0)).toBe(true);
        const first = all.slice(0, size.window).map(({ rank }) => rank);
        expect(pages[0]?.map(({ rank }) => rank)).toEqual(first.sort().slice(0, size.page));
      }),
    );
  });

  it('lose no shift to another that somebody takes after the first page', () => {
    fc.assert(
      fc.property(lines, sizes, fc.integer({ min: 2, max: 5 }), (all, size, nth) => {
        const isGone = (line: Ranked): boolean => all.indexOf(line) % nth === 0;
        const seen = pagesOf(all, size, isGone).flat();
        expect(new Set(seen).size).toBe(seen.length);
        expect(all.filter((line) => !isGone(line) && !seen.includes(line))).toEqual([]);
      }),
    );
  });

  it('go on by a mark that fits into a cursor and reads as it was written', () => {
    const [from, before] = [keyOf(1, 1), keyOf(2, 2)];
    for (const rank of [null, rankOf(true, null, from), rankOf(false, 12, before)])
      for (const end of rank === null ? [null] : [null, before])
        expect(readCursor(cursorTo({ from, before: end, rank }))).toEqual({ from, before: end, rank });
    for (const text of [null, undefined, '', 'x', `${from}/`, `${from}/${before}`, `${from}//1:1:${from}`, `${from}\n`])
      expect(readCursor(text)).toBeNull();
  });
});
