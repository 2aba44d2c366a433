import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';

/** A size of the built client and the most it may be. Bytes. */
export type Measure = { readonly what: string; readonly bytes: number; readonly atMost: number };

const KB = 1000;
const startUpScripts = ['runtime.js', 'taro.js', 'vendors.js', 'common.js', 'app.js'];
const startUpStyles = ['app.wxss', 'app-origin.wxss', 'common.wxss'];

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

const sizes = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0);
const gzipped = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);

/** A phone downloads the main package before it shows anything, and a sub-package when one opens it. */
export function measureWeapp(output: string): Measure[] {
  const app = JSON.parse(readFileSync(path.join(output, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] };
  const packages = (app.subPackages ?? []).map(({ root }) => root);
  const files = filesUnder(output);
  const inPackage = (root: string) =>
    files.filter((file) => path.relative(output, file).startsWith(`${root}${path.sep}`));
  const main = files.filter(
    (file) => !packages.some((root) => path.relative(output, file).startsWith(`${root}${path.sep}`)),
  );
  const present = (names: readonly string[]) => main.filter((file) => names.includes(path.relative(output, file)));
  return [
    { what: 'main package', bytes: sizes(main), atMost: 500 * KB },
    { what: 'start-up scripts', bytes: sizes(present(startUpScripts)), atMost: 300 * KB },
    { what: 'start-up scripts, gzip', bytes: gzipped(present(startUpScripts)), atMost: 95 * KB },
    { what: 'vendors.js', bytes: sizes(present(['vendors.js'])), atMost: 40 * KB },
    // The kit's styles and those that several pages share: about 4 KB on the way to a phone.
    { what: 'app.wxss with what it imports', bytes: sizes(present(startUpStyles)), atMost: 15 * KB },
    ...packages.map((root) => ({ what: root, bytes: sizes(inPackage(root)), atMost: 150 * KB })),
  ];
}

/** What a browser fetches before the first page: the document, and the scripts and styles it names. */
export function measureH5(output: string): Measure[] {
  const page = path.join(output, 'index.html');
  const named = Array.from(
    readFileSync(page, 'utf8').matchAll(/(?:src|href)="?([^"\s>]+\.(?:js|css))/g),
    ([, file = '']) => path.join(output, file),
  );
  const initial = [page, ...named];
  const pieces = filesUnder(output).filter((file) => /\.(js|css)$/.test(file));
  return [
    { what: 'initial, gzip', bytes: gzipped(initial), atMost: 130 * KB },
    {
      // A page comes when it is opened, with what it shares with others: the map's library is the largest piece.
      what: 'largest piece that comes later, gzip',
      bytes: Math.max(0, ...pieces.filter((file) => !initial.includes(file)).map((file) => gzipped([file]))),
      atMost: 50 * KB,
    },
    {
      // Nobody fetches all of it. It grows with the number of pages: 76 of them, some 8 KB each beside the first fetch.
      what: 'all scripts and styles, gzip',
      bytes: gzipped(pieces),
      atMost: 680 * KB,
    },
  ];
}

/** Files that an iPhone of 2019 could not read. */
export function newerSyntax(output: string): string[] {
  return filesUnder(output)
    .filter((file) => file.endsWith('.js'))
    .filter((file) => !reads(file))
    .map((file) => path.relative(output, file));
}

function reads(file: string): boolean {
  try {
    parse(readFileSync(file, 'utf8'), { ecmaVersion: 2019, sourceType: 'script' });
    return true;
  } catch (reason) {
    if (reason instanceof SyntaxError) return false;
    throw reason;
  }
}
