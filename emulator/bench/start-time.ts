import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median, printTable } from './rates';

const command = join(__dirname, '../bin/union-station-emulator.mjs');
const MOST_MS = 60_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** From the command's start to its first answer, in an empty project. The first start of all may have to build. */
export async function measureStart(times: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'start-'));
  const figures: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    const port = await freePort();
    const flags = ['--functions', folder, '--data', join(folder, 'data.sqlite'), '--port', String(port)];
    const startedAt = performance.now();
    const child = spawn(process.execPath, [command, ...flags], { cwd: folder, stdio: 'ignore' });
    while (!(await answers(port))) {
      if (child.exitCode !== null || performance.now() - startedAt > MOST_MS) throw new Error('it did not start');
      await pause(5);
    }
    figures.push(performance.now() - startedAt);
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  const [first = NaN, ...rest] = figures;
  const ms = (figure: number): string => `${figure.toFixed(0)} ms`;
  printTable(
    ['start to the first answer', 'first', 'median', 'slowest'],
    [[`${times} starts of the command`, ms(first), ms(median(rest)), ms(Math.max(...rest))]],
  );
  await rm(folder, { recursive: true });
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/emulator/health`)).ok;
  } catch {
    // Nobody listens there yet.
    return false;
  }
}
