import { spawnSync } from 'node:child_process';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyData, readData, tears } from '../testing/damage';
import { brokenPromises, emptyLedger, foundIn, seedAccounts, workUntilKilled } from '../testing/durable-work';
import { buildProgram, startKillable } from '../testing/killable-emulator';
import { printTable, progress } from './rates';

/**
 * The long form of `engine/durability.test.ts`: `tsx emulator/bench/durability.ts [--rounds 20] [--writes 1000]`.
 * Ends with code 1 when a promise was broken.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, writes: { type: 'string', default: '1000' } },
});

const [rounds, writes] = [Number(values.rounds), Number(values.writes)];
const broken: string[] = [];

async function killRounds(program: string, folder: string): Promise<readonly (string | number)[]> {
  const file = join(folder, 'killed.sqlite');
  const ledger = emptyLedger();
  const first = await startKillable(program, file);
  await seedAccounts(first);
  await first.kill();
  for (let round = 0; round < rounds; round += 1) {
    await workUntilKilled(await startKillable(program, file), file, ledger, {
      round: `r${round}`,
      wanted: writes,
    });
    const after = await startKillable(program, file);
    broken.push(...brokenPromises(await foundIn(after), ledger));
    await after.kill();
    progress(`killed ${round + 1} times, ${broken.length} promises broken`);
  }
  const acknowledged = ledger.transfers.size + ledger.notes.size + ledger.seats.acknowledged;
  return [`kill -9, ${rounds} rounds`, acknowledged, broken.length];
}

async function tornRounds(program: string, folder: string): Promise<readonly (string | number)[]> {
  const before = broken.length;
  let torn = 0;
  for (let round = 0; round < rounds; round += 1) {
    const [file, copy] = [join(folder, `torn-${round}.sqlite`), join(folder, 'torn-copy.sqlite')];
    const ledger = emptyLedger();
    const emulator = await startKillable(program, file);
    await seedAccounts(emulator);
    const seeded = statSync(`${file}-wal`).size;
    await workUntilKilled(emulator, file, ledger, { round: 'r', wanted: 80, onlyTransfers: true });
    const { size } = statSync(`${file}-wal`);
    for (const tear of Object.values(tears)) {
      const at = (seeded + (size - seeded) * Math.random()) / size;
      copyData(file, copy);
      tear(`${copy}-wal`, at, Math.random);
      broken.push(...brokenPromises(readData(copy), ledger, Math.floor(size * at)));
      torn += 1;
    }
    progress(`torn ${torn} times, ${broken.length} promises broken`);
  }
  return ['torn write-ahead logs', torn, broken.length - before];
}

/** A real disk of four megabytes that is really full: only where one may be mounted. */
async function fullDisk(program: string, folder: string): Promise<readonly (string | number)[]> {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'none', disk]).status !== 0) {
    return ['a full disk: none may be mounted here', 0, 0];
  }
  const before = broken.length;
  const file = join(disk, 'data.sqlite');
  const emulator = await startKillable(program, file);
  try {
    const notes = emulator.database.collection('notes');
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(2_500_000));
    const added: string[] = [];
    const refusals: Error[] = [];
    for (let at = 0; at < 400; at += 1) {
      await notes.add({ _id: `n${at}`, n: at, text: 'x'.repeat(5000) }).then(
        ({ id }) => added.push(id),
        (error: unknown) => refusals.push(error as Error),
      );
    }
    if (refusals.length === 0) broken.push('the disk was never full');
    if (!refusals.every(({ message }) => /磁盘已满|磁盘出错/.test(message))) broken.push('a full disk was not said');
    const read = async () => (await notes.limit(1000).get()).data.map(({ _id }) => _id);
    if (String(await read()) !== String(added)) broken.push('a full disk changed what is read');
    rmSync(ballast);
    await notes.add({ _id: 'room', n: 1 }).catch(() => broken.push('there is room again and nothing can be written'));
    await emulator.kill();
    const after = await startKillable(program, file);
    const kept = (await after.database.collection('notes').limit(1000).get()).data.map(({ _id }) => _id);
    if (String(kept) !== String([...added, 'room'])) broken.push('a full disk lost what was acknowledged');
    await after.kill();
    progress(`a full disk refused ${refusals.length} writes: ${refusals[0]?.message ?? ''}`);
    return ['a full disk: writes', added.length + 1, broken.length - before];
  } finally {
    await emulator.kill();
    spawnSync('umount', [disk]);
  }
}

async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'durability-'));
  const program = await buildProgram(folder);
  const rows = [await killRounds(program, folder), await tornRounds(program, folder), await fullDisk(program, folder)];
  printTable(['durability', 'acknowledged or tried', 'promises broken'], rows);
  for (const one of broken.slice(0, 20)) console.log(one);
  await rm(folder, { recursive: true });
  if (broken.length > 0) process.exitCode = 1;
}

void run();
