import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import tcb from '@cloudbase/node-sdk';
import type { SdkDatabase } from '../testing/sdk-database';

const ROUNDS = 3;
const WRITERS = 16;
const ACCOUNTS = 24;
const START = 1000;

jest.setTimeout(120_000);

let folder: string;
let running: ChildProcess | undefined;

// Without these the SDK looks for the platform it runs on, over the network, at every request. SILENCE keeps it from
// warning of slow requests when in truth they were killed.
const platform = {
  SILENCE: 'true',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'local-env',
};

beforeAll(async () => {
  Object.assign(process.env, platform);
  folder = await mkdtemp(join(tmpdir(), 'crash-'));
  const collections = ['accounts', 'transfers'].map((name) => ({ name, indexes: [{ name: 'n', keys: [['n', 1]] }] }));
  await writeFile(join(folder, 'collections.js'), `exports.collections = ${JSON.stringify(collections)};`);
});

afterAll(async () => {
  running?.kill('SIGKILL');
  for (const name of Object.keys(platform)) Reflect.deleteProperty(process.env, name);
  await rm(folder, { recursive: true });
});

/** A whole emulator in a process of its own, on the same file each time. */
async function start(): Promise<SdkDatabase> {
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', join(__dirname, '../serve.ts'), '--functions', folder, '--port', '0'],
      ...['--data', join(folder, 'data.sqlite'), '--collections', join(folder, 'collections.js')],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  running = child;
  for await (const line of createInterface({ input: child.stdout })) {
    const [, address] = /^emulator at (\S+)$/.exec(line) ?? [];
    if (address === undefined) continue;
    const app = tcb.init({ env: 'local-env', secretId: 'x', secretKey: 'x', serviceUrl: `${address}/admin` });
    return app.database() as unknown as SdkDatabase;
  }
  throw new Error('the emulator ended before it listened');
}

async function kill(): Promise<void> {
  const child = running;
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** One unit from one account to the next and a note of it: three documents, in one transaction. */
async function transfer(database: SdkDatabase, id: string, from: string, to: string): Promise<void> {
  await database.runTransaction(async (transaction) => {
    const accounts = transaction.collection('accounts');
    const [source, target] = [(await accounts.doc(from).get()).data, (await accounts.doc(to).get()).data];
    await accounts.doc(from).update({ n: Number(source?.['n']) - 1 });
    await accounts.doc(to).update({ n: Number(target?.['n']) + 1 });
    await transaction.collection('transfers').add({ _id: id, from, to });
  });
}

describe('an emulator that is killed while 16 writers are at work', () => {
  it('loses nothing it acknowledged and keeps nothing half-written, round after round', async () => {
    const acknowledged = new Set<string>();
    let database = await start();
    await database
      .collection('accounts')
      .add(Array.from({ length: ACCOUNTS }, (_, at) => ({ _id: `a${at}`, n: START })));

    for (let round = 0; round < ROUNDS; round += 1) {
      const wanted = acknowledged.size + 40 + 15 * round;
      let isKilled: Promise<void> | undefined;
      const writer = async (number: number): Promise<void> => {
        for (let turn = 0; ; turn += 1) {
          const id = `${round}-${number}-${turn}`;
          const from = (number + turn) % ACCOUNTS;
          try {
            await transfer(database, id, `a${from}`, `a${(from + 1 + (turn % (ACCOUNTS - 1))) % ACCOUNTS}`);
          } catch (error) {
            if ((error as { code?: string }).code === 'DATABASE_TRANSACTION_CONFLICT') continue;
            return;
          }
          acknowledged.add(id);
          // Killed by one writer while the other fifteen are somewhere in the middle.
          if (acknowledged.size >= wanted) isKilled ??= kill();
        }
      };
      await Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)));
      await isKilled;
      database = await start();

      const transfers = await everything(database, 'transfers');
      const accounts = await everything(database, 'accounts');
      const known = new Set(transfers.map(({ _id }) => _id));
      expect([...acknowledged].filter((id) => !known.has(id))).toEqual([]);
      const expected = new Map(accounts.map(({ _id }) => [_id, START]));
      for (const { from, to } of transfers) {
        expected.set(String(from), (expected.get(String(from)) ?? 0) - 1);
        expected.set(String(to), (expected.get(String(to)) ?? 0) + 1);
      }
      expect(new Map(accounts.map(({ _id, n }) => [_id, n]))).toEqual(expected);
      expect(acknowledged.size).toBeGreaterThanOrEqual(wanted);
    }
    await kill();
  });
});

async function everything(database: SdkDatabase, name: string) {
  const { data } = await database.collection(name).limit(1000).get();
  expect(data.length).toBeLessThan(1000);
  return data;
}
