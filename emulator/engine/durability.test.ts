import { spawnSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyData, harms, readData, tears } from '../testing/damage';
import { brokenPromises, emptyLedger, foundIn, seedAccounts, workUntilKilled } from '../testing/durable-work';
import type { KillableEmulator } from '../testing/killable-emulator';
import { buildProgram, startKillable } from '../testing/killable-emulator';

let folder: string;
let program: string;
let running: KillableEmulator[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'durability-'));
  await chmod(folder, 0o755);
  program = await buildProgram(folder);
});

afterEach(async () => {
  await Promise.all(running.map((emulator) => emulator.kill()));
  running = [];
});

afterAll(() => rm(folder, { recursive: true }));

async function start(file: string, as: { readonly uid?: number } = {}): Promise<KillableEmulator> {
  const emulator = await startKillable(program, file, as);
  running.push(emulator);
  return emulator;
}

/** A row of numbers in [0, 1) that is the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('an emulator that is killed while 16 writers transfer, add and take seats', () => {
  it('keeps every promise, and opens its file again at once', async () => {
    const file = join(folder, 'killed.sqlite');
    const ledger = emptyLedger();
    const first = await start(file);
    await seedAccounts(first);
    await first.kill();
    for (let round = 0; round < 3; round += 1) {
      await workUntilKilled(await start(file), file, ledger, { round: `r${round}`, wanted: 150 });
      const next = await start(file);
      expect(brokenPromises(await foundIn(next), ledger)).toEqual([]);
      await next.stop();
    }
    expect(ledger.transfers.size).toBeGreaterThan(10);
    expect(ledger.notes.size).toBeGreaterThan(10);
  });

  it('has whole transactions only, and all from before the tear, when the end of its log is torn', async () => {
    const file = join(folder, 'torn.sqlite');
    const ledger = emptyLedger();
    const emulator = await start(file);
    await seedAccounts(emulator);
    const seeded = statSync(`${file}-wal`).size;
    await workUntilKilled(emulator, file, ledger, { round: 'r', wanted: 80, onlyTransfers: true });
    const size = statSync(`${file}-wal`).size;
    const random = numbers(7);
    const torn = join(folder, 'torn-copy.sqlite');
    const lost: number[] = [];
    for (const [name, tear] of Object.entries(tears)) {
      for (let turn = 0; turn < 4; turn += 1) {
        const at = (seeded + (size - seeded) * random()) / size;
        copyData(file, torn);
        tear(`${torn}-wal`, at, random);
        const found = readData(torn);
        expect({ name, broken: brokenPromises(found, ledger, Math.floor(size * at)) }).toEqual({ name, broken: [] });
        lost.push(ledger.transfers.size - found.transfers.length);
      }
    }
    expect(Math.max(...lost)).toBeGreaterThan(0);
  });
});

describe('a data file', () => {
  it.each(Object.entries(harms))('that %s is refused in a sentence, or answers what it always did', async (_, harm) => {
    const [file, harmed] = [join(folder, 'whole.sqlite'), join(folder, 'harmed.sqlite')];
    rmSync(file, { force: true });
    const emulator = await start(file);
    await seedAccounts(emulator);
    await emulator.database
      .collection('notes')
      .add(Array.from({ length: 400 }, (_each, at) => ({ _id: `n${at}`, n: at, text: `note ${at} `.repeat(20) })));
    await emulator.stop();
    copyData(file, harmed);
    const whole = readData(harmed);
    const random = numbers(11);
    let refusals = 0;
    for (let turn = 0; turn < 6; turn += 1) {
      copyData(file, harmed);
      harm(harmed, random(), random);
      try {
        expect(readData(harmed)).toEqual(whole);
      } catch (error) {
        expect((error as Error).message).toMatch(/^数据文件 .*harmed\.sqlite 已损坏/);
        refusals += 1;
      }
    }
    expect(refusals).toBeGreaterThan(4);
  });

  it('is held by one emulator at a time, and by nobody once that was killed', async () => {
    const file = join(folder, 'held.sqlite');
    const first = await start(file);
    await expect(start(file)).rejects.toThrow(/数据文件 .*held\.sqlite 正被另一个进程使用/);
    await first.database.collection('notes').add({ _id: 'still here', n: 1 });
    await first.kill();
    const next = await start(file);
    await expect(next.database.collection('notes').count()).resolves.toMatchObject({ total: 1 });
  });

  it('in a folder that may not be written is refused in a sentence', async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed);
    const first = await start(join(closed, 'data.sqlite'));
    await first.stop();
    await chmod(join(closed, 'data.sqlite'), 0o444);
    await chmod(closed, 0o555);
    // Nobody's number: to the one who may do everything nothing is closed.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    await expect(start(join(closed, 'data.sqlite'), nobody)).rejects.toThrow(/数据文件 .*(只能读|打不开)/);
    await expect(start(join(closed, 'other.sqlite'), nobody)).rejects.toThrow(/数据文件 .*(只能读|打不开)/);
    await chmod(closed, 0o755);
  });
});

const limits = spawnSync('prlimit', ['--version']).status === 0 ? it : it.skip;

describe('a disk that takes no more', () => {
  limits('fails writes in a sentence, answers reads, and takes writes again when there is room', async () => {
    const file = join(folder, 'full.sqlite');
    const emulator = await start(file);
    const notes = emulator.database.collection('notes');
    const limit = (bytes: string): void => {
      expect(spawnSync('prlimit', ['--pid', String(emulator.child.pid), `--fsize=${bytes}:`]).status).toBe(0);
    };
    await notes.add({ _id: 'first', n: 0 });
    limit(String(statSync(`${file}-wal`).size + 100_000));
    const added: string[] = ['first'];
    const refusals: unknown[] = [];
    for (let at = 0; at < 60; at += 1) {
      await notes.add({ _id: `n${at}`, n: at, text: 'x'.repeat(5000) }).then(
        ({ id }) => added.push(id),
        (error: unknown) => refusals.push(error),
      );
    }
    expect(added.length).toBeGreaterThan(3);
    expect(refusals.length).toBeGreaterThan(3);
    expect(refusals[0]).toMatchObject({
      code: 'SYS_ERR',
      message: expect.stringMatching(/full\.sqlite.*(磁盘出错|磁盘已满)/) as string,
    });
    const names = async () => (await notes.limit(1000).get()).data.map(({ _id }) => _id);
    expect(await names()).toEqual(added);
    limit('unlimited');
    await notes.add({ _id: 'room again', n: 1 });
    await emulator.kill();
    const after = await (await start(file)).database.collection('notes').limit(1000).get();
    expect(after.data.map(({ _id }) => _id)).toEqual([...added, 'room again']);
  });
});
