import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../scripts/places';
import { consentVersions } from '../types/consent';
import type { Served } from './served';
import { ask, serve } from './served';

type Ended = { readonly code: number | null; readonly said: string };

const start = (...words: string[]): Promise<Ended> => {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'scripts', 'start.ts'), ...words], {
    cwd: root,
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said: said.trim() })));
};

describe('npm start', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'union-station-'));
  const dataFile = path.join(folder, 'data.sqlite');
  let served: Served;

  beforeAll(async () => {
    served = await serve(dataFile, 0);
  });
  afterAll(async () => {
    await served.kill('SIGINT');
    rmSync(folder, { recursive: true, force: true });
  });

  const startedTwice = (...more: string[]) => start('--data', dataFile, ...more);

  it('says in one sentence that its port is in use, started twice', async () => {
    const { code, said } = await startedTwice('--port', String(served.port));
    expect(code).toBe(1);
    expect(said).toMatch(/^端口已被占用：.*$/);
  });

  it('takes no data from under a start that is at work, --fresh or not', async () => {
    for (const more of [
      ['--port', String(served.port), '--fresh'],
      ['--port', '0', '--fresh'],
      ['--port', '0'],
    ]) {
      const { code, said } = await startedTwice(...more);
      expect([code, said.split('\n').length]).toEqual([1, 1]);
    }
    await served.kill('SIGINT');
    served = await serve(dataFile, 0);
    expect(await ask(served.address, 'persona:member', 'member.showCard', {})).toMatchObject({ ok: true });
  });

  it.each([
    ['an option nobody knows', ['--prot', '8788'], '用法'],
    ['a word too many', ['fresh'], '用法'],
    ['a port that is none', ['--port', 'abc'], '端口应是'],
  ])('answers %s in words', async (_what, words, part) => {
    const { code, said } = await start(...words);
    expect(code).toBe(1);
    expect(said).toContain(part);
    expect(said).not.toMatch(/\n\s+at /);
  });

  it('leaves alone a file that is not its data, and says so', async () => {
    const letter = path.join(folder, 'letter.txt');
    writeFileSync(letter, 'Dear union, this letter is no database at all.');
    for (const file of [letter, path.join(letter, 'below-a-file.sqlite'), folder]) {
      const { code, said } = await start('--port', '0', '--fresh', '--data', file);
      expect(code).toBe(1);
      expect(said).toMatch(/^数据文件 .* 不能使用：.*$/);
    }
  });

  it('reads the number of the phone button from the double of WeChat', async () => {
    const purposes = ['membership', 'identity-document'] as const;
    const consents = purposes.map((purpose) => ({ purpose, version: consentVersions[purpose] }));
    await ask(served.address, 'tester:phone', 'member.giveConsents', { consents });
    expect(await ask(served.address, 'tester:phone', 'member.readMobile', { code: 'phone:13800000001' })).toEqual({
      ok: true,
      value: { maskedMobile: '138****0001' },
    });
  });
});
