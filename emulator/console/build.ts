import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Esbuild from 'esbuild';

/** The page as a browser loads it: one script, one style sheet. `hash` changes with either. */
type PageBundle = { readonly script: string; readonly style: string; readonly hash: string };

const emulator = dirname(__dirname);
const parts = [join(emulator, 'console', 'page'), join(emulator, 'console', 'notation')];
const packages = ['react', 'react-dom', 'codemirror', '@codemirror/lang-json', '@codemirror/language', 'esbuild'];

let bundle: Promise<PageBundle> | undefined;

/**
 * Builds the page when it is first asked for, so that the emulator starts no slower for having one; takes less than two
 * seconds. What was built of the same sources before is taken from the cache.
 */
export function pageBundle(): Promise<PageBundle> {
  bundle ??= cachedOrBuilt().catch((error: unknown) => {
    // A source that could not be built may have been mended by the time of the next request.
    bundle = undefined;
    throw error;
  });
  return bundle;
}

async function cachedOrBuilt(): Promise<PageBundle> {
  const hash = await hashOfSources();
  const cache = cacheFolder();
  if (cache === undefined) return { ...(await build()), hash };
  const folder = join(cache, `console-${hash}`);
  const cached = await Promise.all([
    readFile(join(folder, SCRIPT), 'utf8'),
    readFile(join(folder, STYLE), 'utf8'),
  ]).catch(() => null);
  if (cached !== null) return { script: cached[0], style: cached[1], hash };
  const built = { ...(await build()), hash };
  // A cache that cannot be written is none, and no reason not to show the page.
  await keep(cache, folder, built).catch(() => undefined);
  return built;
}

const SCRIPT = 'page.js';
const STYLE = 'page.css';

/** The folder appears whole, whichever of two emulators is faster; what was built of older sources goes. */
async function keep(cache: string, folder: string, { script, style }: PageBundle): Promise<void> {
  const draft = join(cache, `draft-${randomUUID()}`);
  await mkdir(draft, { recursive: true });
  try {
    await writeFile(join(draft, SCRIPT), script);
    await writeFile(join(draft, STYLE), style);
    const old = (await readdir(cache)).filter((name) => name.startsWith('console-'));
    await rename(draft, folder);
    for (const name of old) if (join(cache, name) !== folder) await rm(join(cache, name), { recursive: true });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function build(): Promise<{ readonly script: string; readonly style: string }> {
  // Loaded only where it is needed: the emulator starts without it.
  const esbuild = createRequire(join(emulator, 'package.json'))('esbuild') as typeof Esbuild;
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(emulator, 'console', 'page', 'main.tsx')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome100', 'firefox100', 'safari15'],
    jsx: 'automatic',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: {},
    outdir: 'page',
    write: false,
    logLevel: 'silent',
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const require = createRequire(join(emulator, 'package.json'));
  for (const name of packages) hash.update(`${name} ${versionOf(require.resolve(name), name)}\n`);
  for (const part of parts) {
    const names = await readdir(part, { recursive: true });
    for (const name of names.filter((file) => /\.(tsx?|css)$/.test(file)).sort()) {
      hash.update(`${name}\n`).update(await readFile(join(part, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** A package may hide its package.json from `require`, but not from the disk. */
function versionOf(entry: string, name: string): string {
  const inside = join('node_modules', ...name.split('/'));
  const root = entry.slice(0, entry.lastIndexOf(inside) + inside.length);
  const { version } = createRequire(entry)(join(root, 'package.json')) as { version: string };
  return version;
}

/** Beside the packages. Not among temporary files, where somebody else could lay a script for this page. */
function cacheFolder(): string | undefined {
  for (let folder = emulator; folder !== dirname(folder); folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (existsSync(join(modules, 'react'))) return join(modules, '.cache', 'union-station-emulator');
  }
  return undefined;
}
