import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDurableLog } from './durable-log';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log-'));
  await writeFile(join(folder, 'log'), 'something');
});

afterAll(() => rm(folder, { recursive: true }));

const say = (reason: Error): Error => new Error(`lost: ${reason.message}`);

describe('a durable log', () => {
  it('tells everybody who waits, however many commits came together', async () => {
    const log = openDurableLog(join(folder, 'log'), say);
    const answers = Array.from({ length: 50 }, () => {
      log.written();
      return log.settled();
    });
    await expect(Promise.all(answers)).resolves.toHaveLength(50);
    log.written();
    log.settleNow();
    await expect(log.settled()).resolves.toBeUndefined();
    log.close();
  });

  it('has nothing to wait for without a file', async () => {
    const log = openDurableLog(undefined, say);
    log.written();
    await expect(log.settled()).resolves.toBeUndefined();
    log.close();
  });

  // A device that can be opened and never be brought to a disk.
  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('tells everybody who waits when the disk cannot, and everybody after them', async () => {
    const log = openDurableLog('/dev/full', say);
    log.written();
    const first = log.settled();
    log.written();
    await expect(Promise.all([first, log.settled()])).rejects.toThrow(/^lost: .*fdatasync/);
    await expect(log.settled()).rejects.toThrow(/^lost: /);
    expect(() => log.settleNow()).toThrow(/^lost: /);
    log.close();
  });
});
