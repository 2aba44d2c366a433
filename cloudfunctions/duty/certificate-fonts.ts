import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';

/**
 * Noto Sans SC comes in a hundred slices, each for some signs: only those that a text needs are opened and embedded.
 * A built function has them beside it (scripts/function-files.ts); here they are where they were installed.
 */
const BESIDE = { list: path.join(__dirname, 'noto-sans-sc.json'), files: __dirname };
const PACKAGE = path.join(__dirname, '..', '..', 'node_modules', '@fontsource', 'noto-sans-sc');
const INSTALLED = { list: path.join(PACKAGE, 'unicode.json'), files: path.join(PACKAGE, 'files') };

/** Those of other scripts do not go with the function. */
const carried = /^(\d+|latin|latin-ext)$/;

/** Slices as the package lists them: `[119]` or `latin`, with ranges as a style sheet writes them. */
const Slices = z.record(z.string(), z.string());

type Slice = { readonly name: string; readonly first: number; readonly last: number };

let slices: readonly Slice[] | null = null;

/** Signs that were asked for before: a sheet asks for the same few hundred again and again. */
const known = new Map<string, string | null>();

/** The slice that has a sign; null where none has it. */
export function sliceOf(sign: string): string | null {
  const before = known.get(sign);
  if (before !== undefined) return before;
  slices ??= readSlices();
  const point = sign.codePointAt(0) ?? 0;
  const found = slices.find(({ first, last }) => first <= point && point <= last)?.name ?? null;
  known.set(sign, found);
  return found;
}

/** A slice as the file of a font. */
export const readSlice = (name: string): Buffer =>
  readFileSync(path.join(place().files, `noto-sans-sc-${name}-400-normal.woff`));

const place = (): typeof BESIDE => (existsSync(BESIDE.list) ? BESIDE : INSTALLED);

function readSlices(): Slice[] {
  const listed = Slices.parse(JSON.parse(readFileSync(place().list, 'utf8')));
  return Object.entries(listed).flatMap(([label, ranges]) => {
    const name = label.replace(/[[\]]/g, '');
    if (!carried.test(name)) return [];
    return ranges.split(',').map((range) => {
      const [first = 0, last = first] = range
        .trim()
        .replace(/^U\+/i, '')
        .split('-')
        .map((hex) => parseInt(hex, 16));
      return { name, first, last };
    });
  });
}
