import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { filesIn } from './disk-files';

const ROUNDS = 2;
const BYTES = 400_000;

/** Puts one file over and over, its bytes all of one number, and says each number once the file is stored. */
const writer = (directory: string, from: number): string => `
  const { filesIn } = require(${JSON.stringify(join(__dirname, 'disk-files.ts'))});
  const files = filesIn(() => ${JSON.stringify(directory)});
  (async () => {
    for (let number = ${from}; ; number += 1) {
      await files.put('file', Buffer.alloc(${BYTES}, number % 256), 'text/plain');
      console.log(number);
    }
  })();
`;

it('a kill while a file is replaced leaves a whole one, and none that was acknowledged is lost', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'storage-kill-'));
  let acknowledged = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', writer(directory, acknowledged + 1)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const from = acknowledged;
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged = Number(line);
      // Somewhere between two acknowledgements.
      if (acknowledged >= from + 7) setTimeout(() => child.kill('SIGKILL'), round);
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');

    const files = filesIn(() => directory);
    const [stored] = await files.list('');
    const content = await files.read(stored?.fileId ?? '');
    expect(content?.byteLength).toBe(BYTES);
    expect(new Set(content).size).toBe(1);
    expect([acknowledged % 256, (acknowledged + 1) % 256]).toContain(content?.[0]);
    expect(await readdir(join(directory, 'objects'))).toHaveLength(1);
  }
  await rm(directory, { recursive: true });
});
