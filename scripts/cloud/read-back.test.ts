import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { buildName, packageCode } from './code-package';
import type { DeclaredFunction } from './declared-functions';
import { codeState, differences, undeclaredTimers } from './read-back';
import type { DeployedFunction } from './tencent';

const declared: DeclaredFunction = {
  ...{ name: 'member', type: 'Event', runtime: 'Nodejs20.19', handler: 'index.main', timeout: 60, memorySize: 256 },
  installDependency: false,
  envVariables: { A_KEY: '{{env.A_KEY}}', TZ: 'Asia/Shanghai' },
  triggers: [{ name: 'everyFiveMinutes', type: 'timer', config: '17 */5 * * * * *' }],
};

describe('a function read back', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'union-code-'));
    writeFileSync(path.join(folder, 'index.js'), 'exports.main = () => "你好";');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const running = (change: Partial<DeployedFunction> = {}): DeployedFunction => ({
    ...{ runtime: 'Nodejs20.19', handler: 'index.main', timeout: 60, memorySize: 256, status: 'Active', reason: '' },
    ...{ codeSize: 100, codeSha256: packageCode(folder).sha256, build: buildName(packageCode(folder)) },
    variables: { A_KEY: 'secret-value', TZ: 'Asia/Shanghai' },
    timers: [{ name: 'everyFiveMinutes', config: '17 */5 * * * * *' }],
    ...change,
  });

  it('is as declared', () => {
    expect(differences(declared, packageCode(folder), running())).toEqual([]);
  });

  it.each<[string, Partial<DeployedFunction>, string]>([
    ['failed to update', { status: 'UpdateFailed', reason: '配额不足' }, '配额不足'],
    ['has another runtime', { runtime: 'Nodejs8.9' }, '运行时应为 Nodejs20.19，读回来是 Nodejs8.9'],
    ['has another handler', { handler: 'app.main' }, '入口应为 index.main'],
    ['has three seconds', { timeout: 3 }, '超时秒数应为 60，读回来是 3'],
    ['lost a variable', { variables: { TZ: 'Asia/Shanghai' } }, '环境变量应为 A_KEY、TZ，读回来是 TZ'],
    ['lost its timer', { timers: [] }, '定时器应为 everyFiveMinutes 17 */5 * * * * *，读回来是 无'],
    ['has no code', { codeSize: 0 }, '没有代码'],
    ['says it is another build', { build: 'build 0' }, '读回来是 build 0'],
  ])('is told when it %s', (_what, change, sentence) => {
    const told = differences(declared, packageCode(folder), running(change)).join('\n');
    expect(told).toContain(sentence);
    expect(told).not.toContain('secret-value');
  });

  it('has the code we sent, whatever way the platform writes the hash', () => {
    const code = packageCode(folder);
    const inBase64 = Buffer.from(code.sha256, 'hex').toString('base64');
    for (const codeSha256 of [code.sha256, code.sha256.toUpperCase(), inBase64])
      expect(codeState(code, null, running({ codeSha256 }))).toBe('same');
  });

  it('has stale code when another build was there and the hash did not move', () => {
    const code = packageCode(folder);
    const before = running({ build: 'build 0', codeSha256: 'elsewhere' });
    expect(codeState(code, before, running({ codeSha256: 'elsewhere' }))).toBe('stale');
    expect(codeState(code, before, running({ codeSha256: 'another' }))).toBe('repacked');
    expect(codeState(code, running({ codeSha256: 'x' }), running({ codeSha256: 'x' }))).toBe('repacked');
    expect(codeState(code, before, running({ codeSha256: null }))).toBe('unknown');
  });

  it('has a timer that nobody declared', () => {
    const found = running({ timers: [{ name: 'old', config: '0 0 0 * * * *' }] });
    expect(undeclaredTimers(declared, found)).toEqual(['old']);
  });

  it('is packed into the same bytes at any hour, and unpacks to what was packed', () => {
    const first = packageCode(folder);
    writeFileSync(path.join(folder, 'index.js'), 'exports.main = () => "你好";');
    expect(packageCode(folder).sha256).toBe(first.sha256);
    const nameLength = first.zip.readUInt16LE(26);
    const body = first.zip.subarray(30 + nameLength, 30 + nameLength + first.zip.readUInt32LE(18));
    expect(inflateRawSync(body).toString()).toBe('exports.main = () => "你好";');
    writeFileSync(path.join(folder, 'index.js'), 'exports.main = () => "再见";');
    expect(packageCode(folder).sha256).not.toBe(first.sha256);
  });
});
