import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { collections } from '../cloudfunctions/runtime/collections';
import { anIdCard } from '../cloudfunctions/testing/made-up-id-card';
import type { LocalCloud } from '../emulator/local-cloud';
import { openLocalCloud } from '../emulator/local-cloud';
import { dutyCosts } from './bench-duty';
import { eventCosts } from './bench-events';
import { matchmakingCosts } from './bench-matchmaking';
import { stationCosts } from './bench-stations';
import { buildFunctions, functionsDirectory } from './build-functions';
import { freshKeys } from './local-keys';
import { root } from './places';
import type { LocalPersona } from './seed/personas';
import { join, seed } from './seed/seed';

/**
 * What the main actions cost: round trips (the union's bill), milliseconds without and with a cloud's distance, and
 * whether they stay flat as members come. Ratios within one run; the machine's own speed cancels out.
 */
const LATENCY_MS = 10;
const SIZES = [100, 400, 1_600] as const;
const REPEATS = 20;

type Probe = {
  readonly name: string;
  readonly domain: string;
  readonly action: string;
  readonly input: object;
  readonly openid: string;
};

const clerk = 'local-clerk';
const member = 'local-member';

const probes: readonly Probe[] = [
  { name: 'member.showSelf', domain: 'member', action: 'showSelf', input: {}, openid: member },
  { name: 'member.showCard', domain: 'member', action: 'showCard', input: {}, openid: member },
  { name: 'member.showEnrolment', domain: 'member', action: 'showEnrolment', input: {}, openid: 'local-applicant' },
  { name: 'member.findUnion', domain: 'member', action: 'findUnion', input: {}, openid: member },
  { name: 'member.showOwnData', domain: 'member', action: 'showOwnData', input: {}, openid: member },
  { name: 'review.listPending', domain: 'review', action: 'listPending', input: {}, openid: clerk },
  { name: 'station.listStreets', domain: 'station', action: 'listStreets', input: {}, openid: member },
  {
    name: 'station.figures',
    domain: 'station',
    action: 'figures',
    input: { district: '浦东新区' },
    openid: member,
  },
];

async function open(latencyMs: number): Promise<LocalCloud> {
  const environment = freshKeys();
  Object.assign(process.env, environment);
  const cloud = await openLocalCloud({
    dataFile: ':memory:',
    collections,
    functions: { directory: functionsDirectory },
    environment,
    strict: true,
    latencyMs,
  });
  await seed(cloud);
  return cloud;
}

async function measure(
  cloud: LocalCloud,
  { domain, action, input, openid }: Probe,
): Promise<{ ms: number; roundTrips: number }> {
  await cloud.call(domain, { action, input }, { openid });
  const started = performance.now();
  let roundTrips = 0;
  for (let nth = 0; nth < REPEATS; nth += 1)
    roundTrips = (await cloud.call(domain, { action, input }, { openid })).roundTrips;
  return { ms: (performance.now() - started) / REPEATS, roundTrips };
}

async function costs(): Promise<void> {
  const [near, far] = [await open(0), await open(LATENCY_MS)];
  const rows = [];
  for (const probe of probes) {
    const [here, away] = [await measure(near, probe), await measure(far, probe)];
    rows.push({
      action: probe.name,
      'round trips': here.roundTrips,
      'ms here': here.ms.toFixed(1),
      [`ms at ${LATENCY_MS} ms a trip`]: away.ms.toFixed(1),
    });
  }
  console.table(rows);
  near.close();
  far.close();
}

async function growth(): Promise<void> {
  const cloud = await open(0);
  const found = new Map<string, number[]>(probes.map(({ name }) => [name, []]));
  let members = 0;
  for (const size of SIZES) {
    const started = performance.now();
    const added = size - members;
    for (; members < size; members += 1) await join(cloud, `bench-${members}`, application(members));
    console.log(
      `${size} applicants: ${(added / ((performance.now() - started) / 1000)).toFixed(0)} complete enrolments a second (6 calls each, one after the other)`,
    );
    for (const probe of probes) found.get(probe.name)?.push((await measure(cloud, probe)).ms);
  }
  console.table(
    [...found].map(([action, times]) => ({
      action,
      ...Object.fromEntries(times.map((ms, place) => [`${SIZES[place] ?? ''}: ms`, ms.toFixed(1)])),
      ratio: ((times.at(-1) ?? 0) / (times[0] ?? 1)).toFixed(2),
    })),
  );
  cloud.close();
}

const application = (nth: number): NonNullable<LocalPersona['joined']>['application'] => ({
  name: '测试员',
  mobile: '13900001234',
  idCard: anIdCard(nth % 1000, `19${String(60 + Math.floor(nth / 1000)).padStart(2, '0')}0101`),
  occupation: 'courier',
  employerName: null,
  workAreaId: 'beicai',
});

async function main(): Promise<void> {
  const sizes = await buildFunctions();
  console.table([...sizes].map(([name, bytes]) => ({ function: name, 'bundle KB': Math.round(bytes / 1024) })));
  await costs();
  await growth();
  await stationCosts();
  await eventCosts();
  await dutyCosts();
  await matchmakingCosts();
  emulatorCosts();
}

/** The emulator has benches of its own, in a process of their own; `--quick` is for them. */
function emulatorCosts(): void {
  const bench = path.join(root, 'emulator/bench/bench.ts');
  spawnSync(process.execPath, ['--import', 'tsx', bench, ...process.argv.slice(2)], { stdio: 'inherit' });
}

void main();
