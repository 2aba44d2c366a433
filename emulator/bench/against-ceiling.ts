import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SdkDatabase } from '../testing/sdk-database';
import type { Operation } from './operations';
import { THINGS, operationsOver, thing } from './operations';
import { median, perSecond, printTable, progress } from './rates';
import type { Server } from './servers';
import { can, databaseAt, recorded, startCeiling, startServing } from './servers';

const MANY = 32;

type Rounds = { readonly rounds: number; readonly ms: number; readonly only: RegExp };

type Compared = { readonly emulator: number; readonly ceiling: number; readonly ratio: number };

/**
 * The emulator against a server that does nothing, each in a process of its own, the real SDK in this one.
 *
 * They take turns in short rounds, each first as often as second, so that whatever else the machine does hits both.
 */
export async function compareWithCeiling({ rounds, ms, only }: Rounds): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const [emulator, ceiling] = [await startServing(join(folder, 'data.sqlite')), await startCeiling()];
  const database = databaseAt(emulator.address);
  await fill(database, 0, THINGS);
  const rows: string[][] = [];
  for (const [title, operation] of Object.entries(operationsOver(THINGS))) {
    if (!only.test(title)) continue;
    progress(`${title} …`);
    try {
      const many = await compared({ operation, emulator, ceiling, clients: MANY, rounds, ms });
      const one = await compared({ operation, emulator, ceiling, clients: 1, rounds, ms });
      rows.push([title, ...cells(many), ...cells(one)]);
    } catch (error) {
      rows.push([title, (error as Error).message.slice(0, 80)]);
    }
  }
  const columns = (clients: string): readonly string[] => [`emulator/s, ${clients}`, `ceiling/s`, 'ratio'];
  printTable(['HTTP', ...columns(`${MANY} at once`), ...columns('1')], rows);
  await emulator.end();
  ceiling.child.kill();
  await rm(folder, { recursive: true });
}

const cells = ({ emulator, ceiling, ratio }: Compared): string[] => [
  emulator.toFixed(0),
  ceiling.toFixed(0),
  ratio.toFixed(2),
];

async function compared(task: {
  readonly operation: Operation;
  readonly emulator: Server;
  readonly ceiling: Server;
  readonly clients: number;
  readonly rounds: number;
  readonly ms: number;
}): Promise<Compared> {
  const { operation, emulator, ceiling, clients, rounds, ms } = task;
  await can(ceiling, await recorded(emulator.address, (database) => operation(database, 0)));
  const [real, idle] = [databaseAt(emulator.address), databaseAt(ceiling.address)];
  const rates: { readonly emulator: number; readonly ceiling: number }[] = [];
  // The first round only warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const load = { clients, ms, from: round * 100_000 };
    const first = await perSecond(operation, round % 2 === 0 ? real : idle, load);
    const second = await perSecond(operation, round % 2 === 0 ? idle : real, load);
    if (round === 0) continue;
    rates.push(round % 2 === 0 ? { emulator: first, ceiling: second } : { emulator: second, ceiling: first });
  }
  return {
    emulator: median(rates.map((rate) => rate.emulator)),
    ceiling: median(rates.map((rate) => rate.ceiling)),
    ratio: median(rates.map((rate) => rate.emulator / rate.ceiling)),
  };
}

/** Adds the things of a range, 500 a request, and says how many went in per second. */
export async function fill(database: SdkDatabase, from: number, to: number): Promise<number> {
  const startedAt = performance.now();
  for (let at = from; at < to; at += 500) {
    const documents = Array.from({ length: Math.min(500, to - at) }, (_, next) => thing(at + next));
    await database.collection('things').add(documents);
    if ((at - from) % 100_000 === 99_500) progress(`  ${at + 500} documents`);
  }
  return ((to - from) / (performance.now() - startedAt)) * 1000;
}
