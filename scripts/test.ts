import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { browser } from './browser';
import { checks } from './check';
import { run } from './run';
import type { Step } from './side-by-side';
import { sideBySide } from './side-by-side';

/** Rules and actions must not care where the machine stands. */
const zones = ['UTC', 'Asia/Shanghai', 'America/New_York'] as const;
const zoneProjects = ['types', 'cloudfunctions', 'client'];
/** What knows no calendar of its own: processes, browsers, durability. */
const onceProjects = ['emulator', 'scripts', 'e2e'];
/** How long a browser is busy at a stretch, what a phone does at once: nothing else may want the processor. */
const aloneProjects = ['weapp', 'alone'];
/**
 * Who may do what, who learns what, which of many at once is first: minutes of work that no calendar of the machine is in.
 * What the same actions do with days and hours other tests ask in every zone.
 */
const onceWithin = '(indistinguishable|contact|hostile|access|mixer-quiet|-races)\\.action\\.test\\.ts$';
const elsewhereOnly = ['--testPathIgnorePatterns', '/node_modules/', onceWithin];
/** Two even on a machine of two processors, where Jest by itself takes one. */
const TWO_AT_ONCE = '--maxWorkers=2';

const script = (name: string, ...words: readonly string[]): readonly string[] => [
  ...['--import', 'tsx', path.join('scripts', name)],
  ...words,
];
const builds: readonly Step[] = [
  { name: 'mini-program built', words: script('build-client.ts', 'weapp') },
  { name: 'H5 built', words: script('build-client.ts', 'h5', '--emulator') },
  { name: 'H5 built for production', words: script('build-client.ts', 'h5') },
  { name: 'functions built', words: script('build-functions.ts') },
];

const count = { passed: 0, failed: 0 };

async function main(): Promise<void> {
  const [longest, ...others] = checks;
  const { passed, failed } = await sideBySide(longest === undefined ? builds : [longest, ...builds, ...others]);
  count.passed += passed;
  count.failed += failed;
  const [here, ...elsewhere] = zones;
  const environment = { TZ: here, BROWSER_PATH: await browser() };
  await jest(['--runInBand', '--selectProjects', ...aloneProjects], environment);
  await jest([TWO_AT_ONCE, '--selectProjects', ...onceProjects, ...zoneProjects], environment);
  for (const zone of elsewhere)
    await jest([TWO_AT_ONCE, ...elsewhereOnly, '--selectProjects', ...zoneProjects], { TZ: zone });
  console.log(`\n${count.passed} passed, ${count.failed} failed`);
  process.exit(count.failed === 0 ? 0 : 1);
}

/** Runs Jest and adds what it counted; a suite that could not even start is a failure. */
async function jest(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'union-station-'));
  const report = path.join(folder, 'jest.json');
  console.log(`\n— jest ${words.join(' ')} (TZ=${environment['TZ'] ?? ''})`);
  const program = 'node_modules/jest/bin/jest.js';
  await run(process.execPath, [program, '--json', `--outputFile=${report}`, '--silent', ...words], environment).catch(
    () => undefined,
  );
  try {
    const result = JSON.parse(readFileSync(report, 'utf8')) as Report;
    count.passed += result.numPassedTests;
    count.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  } catch {
    console.error('Jest ended without a report.');
    count.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
};

main().catch((error: unknown) => {
  console.error(error);
  console.log(`\n${count.passed} passed, ${count.failed + 1} failed`);
  process.exit(1);
});
