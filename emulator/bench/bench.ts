import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import tcb from '@cloudbase/node-sdk';
import { openLocalCloud } from '../local-cloud';
import { measurePlaces } from './places';
import type { SdkDatabase } from '../testing/sdk-database';
import { sdkDatabase } from '../testing/sdk-database';

/**
 * What the database does in a second, through the real SDK: in this process and over HTTP to a process of its own,
 * one request after another and 32 at a time; and geo queries. `tsx emulator/bench/bench.ts`, with `places` behind it
 * geo queries only. Figures are for comparison with themselves on one machine.
 */
const DOCUMENTS = 12_000;
const SECONDS = 1.5;
const collections = [
  {
    name: 'things',
    indexes: [
      { name: 'code', keys: [['code', 1]], unique: true },
      {
        name: 'queue',
        keys: [
          ['state', 1],
          ['at', -1],
        ],
      },
    ],
  },
] as const;

type Operation = (database: SdkDatabase, turn: number) => Promise<unknown>;

const pick = (turn: number): number => (turn * 7919) % DOCUMENTS;
const things = (database: SdkDatabase) => database.collection('things');

const operations: Readonly<Record<string, Operation>> = {
  'read by _id': (database, turn) =>
    things(database)
      .doc(`t${pick(turn)}`)
      .get(),
  'read by a unique field': (database, turn) =>
    things(database)
      .where({ code: `c${pick(turn)}` })
      .get(),
  'first 20 of a queue, sorted': (database, turn) =>
    things(database)
      .where({ state: `s${turn % 8}` })
      .orderBy('at', 'desc')
      .limit(20)
      .get(),
  'add one': (database) => things(database).add({ code: crypto.randomUUID(), state: 'new', at: 0 }),
  'add one to a field': (database, turn) =>
    things(database)
      .doc(`t${pick(turn)}`)
      .update({ n: database.command.inc(1) }),
  'conditional update': (database, turn) =>
    things(database)
      .where({ _id: `t${pick(turn)}`, n: database.command.lt(1e9) })
      .update({ n: database.command.inc(1) }),
  'transaction: read and update': (database, turn) =>
    database.runTransaction(async (transaction) => {
      const document = transaction.collection('things').doc(`t${pick(turn)}`);
      const { data } = await document.get();
      await document.update({ n: Number(data?.['n']) + 1 });
    }),
};

async function perSecond(operation: Operation, database: SdkDatabase, width: number): Promise<number> {
  let done = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + SECONDS * 1000;
  const worker = async (number: number): Promise<void> => {
    for (let turn = number; performance.now() < endsAt; turn += width) {
      await operation(database, turn);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: width }, (_, number) => worker(number)));
  return Math.round((done / (performance.now() - startedAt)) * 1000);
}

async function measure(database: SdkDatabase): Promise<Readonly<Record<string, readonly [number, number]>>> {
  for (let from = 0; from < DOCUMENTS; from += 500) {
    await things(database).add(Array.from({ length: 500 }, (_, at) => aThing(from + at)));
  }
  const rates: Record<string, readonly [number, number]> = {};
  for (const [title, operation] of Object.entries(operations)) {
    rates[title] = [await perSecond(operation, database, 1), await perSecond(operation, database, 32)];
  }
  return rates;
}

function aThing(number: number) {
  const text = '上海市浦东新区北蔡镇驿站'.repeat(12);
  return { _id: `t${number}`, code: `c${number}`, state: `s${number % 8}`, at: (number * 31) % 100_000, n: 0, text };
}

async function inThisProcess(file: string) {
  const cloud = await openLocalCloud({ dataFile: file, collections, functions: { handlers: {} } });
  const rates = await cloud.runAs({ console: true }, () => measure(sdkDatabase()));
  cloud.close();
  return rates;
}

async function overHttp(folder: string) {
  await writeFile(join(folder, 'collections.js'), `exports.collections = ${JSON.stringify(collections)};`);
  const flags = ['--functions', folder, '--data', join(folder, 'http.sqlite'), '--port', '0'];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, '../serve.ts'), ...flags, '--collections', join(folder, 'collections.js')],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const [, address] = /^emulator at (\S+)$/.exec(line) ?? [];
      if (address === undefined) continue;
      Object.assign(process.env, {
        TENCENTCLOUD_RUNENV: 'SCF',
        TENCENTCLOUD_REGION: 'ap-shanghai',
        SCF_NAMESPACE: 'local-env',
      });
      const app = tcb.init({ env: 'local-env', secretId: 'x', secretKey: 'x', serviceUrl: `${address}/admin` });
      return await measure(app.database() as unknown as SdkDatabase);
    }
    throw new Error('the emulator ended before it listened');
  } finally {
    child.kill();
    if (child.exitCode === null) await once(child, 'exit');
  }
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

async function benchPlaces(): Promise<void> {
  const counts = [1782, 12_000, 120_000];
  const columns = [];
  for (const points of counts) columns.push(await measurePlaces(points));
  console.log(row(['milliseconds of processor time', ...counts.map((points) => `${points} points`)]));
  console.log(row(['---', '--:', '--:', '--:']));
  for (const title of Object.keys(columns[0] ?? {})) {
    console.log(row([title, ...columns.map((column) => column[title] ?? '')]));
  }
}

async function benchRequests(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const [hooked, http] = [await inThisProcess(join(folder, 'hook.sqlite')), await overHttp(folder)];
  console.log(row(['operations per second', 'in process, 1', 'in process, 32', 'HTTP, 1', 'HTTP, 32']));
  console.log(row(['---', '--:', '--:', '--:', '--:']));
  for (const title of Object.keys(operations))
    console.log(row([title, ...(hooked[title] ?? []), ...(http[title] ?? [])]));
  await rm(folder, { recursive: true });
}

async function bench(): Promise<void> {
  if (process.argv[2] !== 'places') await benchRequests();
  console.log();
  await benchPlaces();
}

void bench();
