import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill } from './against-ceiling';
import { operationsOver } from './operations';
import { median, perSecond, printTable, progress } from './rates';
import { databaseAt, memoryOf, startServing } from './servers';

const CLIENTS = 8;
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;

/**
 * What indexed work costs the emulator as its file grows, in its own processor time: a busy machine stretches only the
 * clock. One process serves all sizes, so what it has in memory at the end is what so many documents make it need.
 */
export async function measureGrowth(sizes: readonly number[], { ms }: { readonly ms: number }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const file = join(folder, 'data.sqlite');
  let server = await startServing(file);
  const costs = new Map<string, number[]>();
  const facts: Readonly<Record<'load' | 'file' | 'memory', string[]>> = { load: [], file: [], memory: [] };
  for (const [at, size] of sizes.entries()) {
    progress(`${size} documents …`);
    const rate = await fill(databaseAt(server.address), sizes[at - 1] ?? 0, size);
    facts.load.push(`${rate.toFixed(0)} /s`);
    for (const [title, operation] of Object.entries(operationsOver(size))) {
      const taken = await microsecondsOf(() =>
        perSecond(operation, databaseAt(server.address), { clients: CLIENTS, ms, from: 0 }),
      );
      costs.set(title, [...(costs.get(title) ?? []), taken]);
    }
    const memory = await memoryOf(server);
    facts.memory.push(megabytes(memory.mostRssBytes));
    facts.file.push(megabytes((await stat(file)).size));
  }

  async function microsecondsOf(run: () => Promise<number>): Promise<number> {
    await run();
    const figures: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const [before, startedAt] = [(await memoryOf(server)).cpuMs, performance.now()];
      const rate = await run();
      const done = (rate * (performance.now() - startedAt)) / 1000;
      figures.push((((await memoryOf(server)).cpuMs - before) * 1000) / done);
    }
    return median(figures);
  }

  const names = sizes.map((size) => `${size} documents`);
  printTable(
    ['microseconds of the emulator’s processor', ...names, 'last to first'],
    [...costs].map(([title, figures]) => [
      title,
      ...figures.map((figure) => figure.toFixed(0)),
      ((figures[figures.length - 1] ?? NaN) / (figures[0] ?? NaN)).toFixed(2),
    ]),
  );
  await server.end();
  const startedAt = performance.now();
  server = await startServing(file);
  await perSecond(
    operationsOver(sizes[sizes.length - 1] ?? 1)['get by _id'] ?? (() => Promise.resolve()),
    databaseAt(server.address),
    { clients: 1, ms: 300, from: 0 },
  );
  const again = await memoryOf(server);
  progress(`opened again after ${(performance.now() - startedAt - 300).toFixed(0)} ms`);
  printTable(
    ['growth', ...names],
    [
      ['loaded, 500 a request', ...facts.load],
      ['data file', ...facts.file],
      ['most memory so far (RSS)', ...facts.memory],
      ['memory of a fresh process on the last file', ...sizes.slice(1).map(() => ''), megabytes(again.rssBytes)],
    ],
  );
  await server.end();
  await rm(folder, { recursive: true });
}
