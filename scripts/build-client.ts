/**
 * Builds the client and holds it to its budget.
 *
 *     tsx scripts/build-client.ts weapp             dist/weapp
 *     tsx scripts/build-client.ts h5 --emulator     dist/h5, with demonstration identities
 *     tsx scripts/build-client.ts h5                dist/h5-production, without a trace of them
 *
 * Nothing is built when nothing changed since the last time; `--force` builds all the same. Beyond the budget the command
 * fails, but for `--serve`, where somebody only wants to see the page.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { measureH5, measureWeapp, newerSyntax } from './client-budget';
import type { Measure } from './client-budget';
import { inputsDigest } from './inputs-digest';
import { root } from './places';

const inputs = [
  'client/src',
  'types',
  'config',
  'babel.config.js',
  'project.config.json',
  'package.json',
  'package-lock.json',
];
const seenByTheBuild = ['API_BASE', 'CLOUD_ENV', 'TILE_URL', 'TILE_ATTRIBUTION'] as const;

type Target = { readonly platform: 'weapp' | 'h5'; readonly emulator: boolean; readonly name: string };

function targetOf(words: readonly string[]): Target | null {
  const emulator = words.includes('--emulator');
  if (words[0] === 'weapp' && !emulator) return { platform: 'weapp', emulator, name: 'weapp' };
  if (words[0] === 'h5') return { platform: 'h5', emulator, name: emulator ? 'h5' : 'h5-production' };
  return null;
}

function inputsHash(target: Target): string {
  const environment = seenByTheBuild.map((name) => `${name}=${process.env[name] ?? ''}\n`);
  return inputsDigest(inputs, JSON.stringify(target) + environment.join(''));
}

function runTaro(target: Target, output: string): Promise<void> {
  const environment = {
    ...process.env,
    NODE_ENV: 'production',
    UNION_EMULATOR: target.emulator ? 'yes' : 'no',
    UNION_OUTPUT: output,
  };
  const taro = path.join(root, 'node_modules/.bin/taro');
  const child = spawn(taro, ['build', '--type', target.platform], { cwd: root, env: environment });
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      // Taro ends with 0 on some errors, so the result is looked at as well.
      const entry = path.join(root, output, target.platform === 'weapp' ? 'app.json' : 'index.html');
      if (code === 0 && existsSync(entry)) resolve();
      else reject(new Error(`the build failed\n${log.slice(-6_000)}`));
    });
  });
}

/** Built aside and put in place in one step: whoever reads the old output never sees half of a new one. */
async function build(target: Target, stamp: string, isServed: boolean): Promise<void> {
  const output = `dist/${target.name}`;
  const aside = `dist/.building-${target.name}-${process.pid}`;
  const hash = inputsHash(target);
  const startedAt = performance.now();
  // Long enough for somebody to wonder whether anything happens.
  if (isServed) console.log('正在构建网页，第一次约一两分钟…');
  try {
    await runTaro(target, aside);
    rmSync(stamp, { force: true });
    rmSync(path.join(root, output), { recursive: true, force: true });
    renameSync(path.join(root, aside), path.join(root, output));
  } finally {
    rmSync(path.join(root, aside), { recursive: true, force: true });
  }
  writeFileSync(stamp, hash);
  console.log(`${output}: built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

function print(measures: readonly Measure[]): void {
  for (const { what, bytes, atMost } of measures) {
    const mark = bytes <= atMost ? '  ' : '✗ ';
    console.log(`${mark}${what.padEnd(34)}${kilobytes(bytes).padStart(10)}  of ${kilobytes(atMost)}`);
  }
}

async function main(words: readonly string[]): Promise<number> {
  const target = targetOf(words);
  if (target === null) {
    console.error('usage: tsx scripts/build-client.ts weapp | h5 [--emulator] [--force]');
    return 2;
  }
  const output = path.join(root, 'dist', target.name);
  const stamp = `${output}.inputs`;
  mkdirSync(path.dirname(output), { recursive: true });
  const unchanged =
    existsSync(output) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === inputsHash(target) &&
    !words.includes('--force');
  if (unchanged) console.log(`dist/${target.name}: nothing changed`);
  else await build(target, stamp, words.includes('--serve'));

  const measures = target.platform === 'weapp' ? measureWeapp(output) : measureH5(output);
  print(measures);
  const tooNew = target.platform === 'weapp' ? newerSyntax(output) : [];
  for (const file of tooNew) console.error(`✗ newer than ES2019: ${file}`);
  const isOver = measures.some(({ bytes, atMost }) => bytes > atMost) && !words.includes('--serve');
  return isOver || tooNew.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (reason: unknown) => {
    console.error(reason instanceof Error ? reason.message : reason);
    process.exitCode = 1;
  },
);
