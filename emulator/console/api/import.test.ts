import { existsSync, lstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { assembleCloud } from '../../cloud';
import { CloudError } from '../../cloud-error';
import type { RunningEmulator } from '../../emulator';
import { startEmulator } from '../../emulator';
import { openSqlite } from '../../store/sqlite';
import { buildProgram, startKillable } from '../../testing/killable-emulator';
import type { ImportReport } from './import';
import { importDataSet } from './import';
import type { ImportProgress } from './import-progress';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'import-'));
const indexes = [
  { name: 'by_code', keys: [['code', 1]], unique: true as const },
  { name: 'by_place', keys: [['place', '2dsphere']] },
] as const;

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({
    port: 0,
    dataFile: join(folder, 'data.sqlite'),
    collections: [
      { name: 'cards', indexes },
      { name: 'notes', indexes: [] },
    ],
    functions: { handlers: {} },
  });
});
beforeEach(() => emulator.reset());
afterAll(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

function dataSet(count: number, from = 0): string {
  const collections = [{ name: 'cards', indexes }];
  const header = { format: 'union-station-emulator', version: 1, exportedAt: '2024-01-01T00:00:00.000Z', collections };
  const lines = Array.from({ length: count }, (_one, at) => {
    const place = { type: 'Point', coordinates: [(at % 360) - 180, (at % 180) - 90] };
    return JSON.stringify({ collection: 'cards', document: { _id: `card-${from + at}`, code: from + at, place } });
  });
  return `${[JSON.stringify(header), ...lines].join('\n')}\n`;
}

const api = (address: string, path: string, body?: string): Promise<Response> =>
  fetch(`${address}/emulator/api${path}`, {
    ...(body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body }),
  });

async function imported(file: string, mode: 'add' | 'replace', isDryRun = false) {
  const response = await api(emulator.address, `/import?mode=${mode}&dry=${isDryRun}`, file);
  return { status: response.status, said: (await response.json()) as ImportReport & { readonly message?: string } };
}

/** Resolves once an import has taken over so many documents. */
async function reading(address: string, documents: number): Promise<void> {
  for (const end = Date.now() + 8_000; Date.now() < end;) {
    const progress = (await (await api(address, '/import')).json()) as ImportProgress;
    if (progress.at === 'reading' && progress.documents >= documents) return;
  }
  throw new Error('nobody was answered while the import went on');
}

async function countOver(address: string): Promise<number> {
  const asked = { action: 'database.calculateDocument', collectionName: 'cards', query: '{}' };
  const response = await fetch(`${address}/admin`, { method: 'POST', body: JSON.stringify(asked) });
  return ((await response.json()) as { data?: { total: number } }).data?.total ?? 0;
}

const count = (filter = {}): number => emulator.documents('cards').count(filter);

describe('while a data set is imported', () => {
  it.each(['replace', 'add'] as const)('others are answered, and see none of it before all of it: %s', async (mode) => {
    emulator.documents('cards').insertMany([{ _id: 'old', code: -1 }]);
    const whole = mode === 'add' ? 2_501 : 2_500;
    let isOver = false;
    const importing = imported(dataSet(2_500), mode).finally(() => {
      isOver = true;
    });
    const seen: number[] = [];
    await reading(emulator.address, 1);
    while (!isOver) seen.push(await countOver(emulator.address));
    expect((await importing).said).toMatchObject({ isImported: true, collections: [{ added: 2_500, after: whole }] });
    expect(seen.filter((number) => number === 1).length).toBeGreaterThan(1);
    expect(seen.filter((number) => number !== 1 && number !== whole)).toEqual([]);
    expect([count(), count({ code: 77 }), count({ _id: 'card-2499' })]).toEqual([whole, 1, 1]);
    const near = { place: { $geoWithin: { $centerSphere: [[-180, -90], 0.0001] } } };
    expect(count(near)).toBeGreaterThan(0);
    expect(await (await api(emulator.address, '/import')).json()).toEqual({ at: 'idle' });
  });

  it('a second one is refused', async () => {
    const first = imported(dataSet(3_000), 'replace');
    await reading(emulator.address, 1);
    expect(await imported(dataSet(1), 'add')).toMatchObject({ status: 409 });
    expect((await first).said.isImported).toBe(true);
  });

  it('whoever writes one of its documents first keeps it, and nothing is added', async () => {
    const importing = imported(dataSet(3_000), 'add');
    await reading(emulator.address, 500);
    emulator.documents('cards').insert({ _id: 'card-3', code: -3 });
    expect(await importing).toMatchObject({ status: 422, said: { message: expect.stringContaining('_id') as string } });
    expect([count(), emulator.documents('cards').get('card-3')]).toEqual([1, { _id: 'card-3', code: -3 }]);
  });

  it('a transaction that is begun meanwhile is waited for', async () => {
    const post = async (fields: object) =>
      (await fetch(`${emulator.address}/admin`, { method: 'POST', body: JSON.stringify(fields) })).json() as Promise<{
        transactionId: string;
      }>;
    let isOver = false;
    const importing = imported(dataSet(1_000), 'replace').finally(() => {
      isOver = true;
    });
    await reading(emulator.address, 1);
    const { transactionId } = await post({ action: 'database.startTransaction' });
    for (let at: string = 'reading'; at !== 'finishing';)
      ({ at } = (await (await api(emulator.address, '/import')).json()) as ImportProgress);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([isOver, count()]).toEqual([false, 0]);
    await post({ action: 'database.abortTransaction', transactionId });
    expect([(await importing).said.isImported, count()]).toEqual([true, 1_000]);
  });
});

it.each(['replace', 'add'] as const)('a dry run tells what the import tells, and leaves nothing: %s', async (mode) => {
  emulator.documents('cards').insert({ _id: 'old', code: -1 });
  const [dry, wet] = [await imported(dataSet(50), mode, true), await imported(dataSet(50), mode)];
  expect(dry.said).toEqual({ ...wet.said, isImported: false });
  expect(count({ code: 49 })).toBe(1);
  // One more of each: a key that is taken is told by its line, before the last step.
  const again = await imported(dataSet(2, 49), 'add', true);
  expect(again.said).toMatchObject({ problemCount: 1, problems: [{ line: 2 }] });
});

it('nothing hidden stays in the file', async () => {
  await imported(dataSet(1_500), 'replace');
  await imported(dataSet(1_500), 'replace');
  await imported(dataSet(10, 2_000), 'add', true);
  await imported(`${dataSet(10, 3_000)}nonsense\n`, 'replace');
  await emulator.stop();
  const sqlite = openSqlite(join(folder, 'data.sqlite'));
  const rows = (table: string): unknown => sqlite.first(`SELECT count(*) AS n FROM ${table}`)?.['n'];
  const spheres = sqlite.all("SELECT 1 FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'").length;
  expect([rows('collection'), rows('document'), rows('entry'), rows('"index"'), rows('staged'), spheres]).toEqual([
    2, 1_500, 3_000, 2, 0, 1,
  ]);
  sqlite.close();
  emulator = await startEmulator({
    port: 0,
    dataFile: join(folder, 'data.sqlite'),
    collections: [{ name: 'cards', indexes }],
    functions: { handlers: {} },
  });
});

const openFiles = existsSync('/proc/self/fd') ? it : it.skip;

openFiles('a set that is refused, halfway or at its first line, leaves no file open', async () => {
  await imported('nonsense\n', 'replace');
  await imported(`${dataSet(5)}nonsense\n`, 'replace');
  const open = readdirSync('/proc/self/fd').map((number) => `/proc/self/fd/${number}`);
  // One of them is that of the list itself.
  const names = open.filter((path) => lstatSync(path, { throwIfNoEntry: false })).map((path) => readlinkSync(path));
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => name.includes('import.ndjson'))).toEqual([]);
});

describe('a disk that takes no more', () => {
  const full = new CloudError('SYS_ERR', 'the disk is full');
  const refuses = (): never => {
    throw full;
  };
  const importWith = async (faults: object) => {
    const options = { dataFile: ':memory:', collections: [{ name: 'cards', indexes }], functions: { handlers: {} } };
    const cloud = assembleCloud(options, () => '', false);
    const stuck = { ...cloud, store: { ...cloud.store, ...faults } };
    const wish = { mode: 'replace', isDryRun: false } as const;
    return importDataSet(stuck, Readable.from([Buffer.from(dataSet(3))]), wish, () => undefined).finally(() =>
      cloud.local.close(),
    );
  };

  it('is not the fault of the line that came to it', async () => {
    await expect(importWith({ insert: refuses })).rejects.toBe(full);
  });

  it('undoes no import that is done already, if what it replaced stays a while', async () => {
    expect(await importWith({ dropSome: refuses })).toMatchObject({ isImported: true, collections: [{ after: 3 }] });
  });
});

describe('kill -9', () => {
  it('in the middle of an import leaves nothing of it, later all', async () => {
    const program = await buildProgram(folder);
    // What those who are killed leave behind goes with it.
    process.env['TMPDIR'] = folder;
    const file = join(folder, 'killed.sqlite');
    const seen: number[] = [];
    for (const documents of [1, 1_000, 2_500, Infinity]) {
      const running = await startKillable(program, file);
      seen.push(await countOver(running.address));
      const importing = api(running.address, '/import?mode=replace&dry=false', dataSet(3_000)).catch(() => undefined);
      if (documents === Infinity) await importing;
      else await reading(running.address, documents);
      await running.kill();
      await importing;
    }
    const last = await startKillable(program, file);
    seen.push(await countOver(last.address));
    expect(seen).toEqual([0, 0, 0, 0, 3_000]);
    await last.stop();
    const sqlite = openSqlite(file);
    const rows = (table: string): unknown => sqlite.first(`SELECT count(*) AS n FROM ${table}`)?.['n'];
    expect([rows('document'), rows('entry'), rows('staged')]).toEqual([3_000, 6_000, 0]);
    sqlite.close();
  });
});
