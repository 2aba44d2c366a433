import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { bringFilesBeside } from './function-files';
import { inputsDigest } from './inputs-digest';
import { root } from './places';

/** Each domain is one cloud function: one bundle with everything in it, nothing to install in the cloud. */
export const functionNames = (): string[] =>
  readdirSync(path.join(root, 'cloudfunctions')).filter((name) =>
    existsSync(path.join(root, 'cloudfunctions', name, 'index.ts')),
  );

export const functionsDirectory = path.join(root, 'dist', 'cloudfunctions');

const inputs = [
  ...['cloudfunctions', 'types', 'package-lock.json', 'tsconfig.json'],
  ...['scripts/build-functions.ts', 'scripts/function-files.ts'],
];
const stamp = `${functionsDirectory}.inputs`;

const built = (name: string): string => path.join(functionsDirectory, name, 'index.js');

/** @returns sizes of the bundles in bytes, by function */
export async function buildFunctions(): Promise<ReadonlyMap<string, number>> {
  const names = functionNames();
  const digest = inputsDigest(inputs, '');
  mkdirSync(functionsDirectory, { recursive: true });
  writeFileSync(stamp, 'being built');
  await Promise.all(names.map(bundle));
  writeFileSync(stamp, digest);
  return new Map(names.map((name) => [name, statSync(built(name)).size]));
}

/** Builds them where anything they are made of has changed: a start takes half as long without. */
export async function bringFunctionsUpToDate(): Promise<void> {
  const areThere = functionNames().every((name) => existsSync(built(name))) && existsSync(stamp);
  if (areThere && readFileSync(stamp, 'utf8') === inputsDigest(inputs, '')) return;
  await buildFunctions();
}

async function bundle(name: string): Promise<void> {
  const folder = path.join(functionsDirectory, name);
  mkdirSync(folder, { recursive: true });
  const bundled = await build({
    entryPoints: [path.join(root, 'cloudfunctions', name, 'index.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    // The runtime that every tool of the platform offers: docs/deploy.md.
    target: 'node20',
    minify: true,
    keepNames: true,
    charset: 'utf8',
    logLevel: 'error',
    // What was written as a module asks where it is; in a bundle that is the bundle.
    define: { 'import.meta.url': 'whereThisIs' },
    banner: { js: "const whereThisIs=require('node:url').pathToFileURL(__filename).href;" },
  });
  replace(built(name), bundled.outputFiles[0]?.text ?? '');
  bringFilesBeside(name, folder);
  replace(path.join(folder, 'package.json'), `${JSON.stringify({ name, main: 'index.js', private: true })}\n`);
}

/** Left alone when nothing changed: a station that is being served may be reading it. */
function replace(file: string, text: string): void {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

if (require.main === module) {
  void buildFunctions().then((sizes) => {
    for (const [name, bytes] of sizes) console.log(`${name.padEnd(12)} ${(bytes / 1024).toFixed(0).padStart(6)} KB`);
  });
}
