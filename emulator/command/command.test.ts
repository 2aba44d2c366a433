import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { FunctionFolders } from '../testing/function-folders';
import { functionFolders } from '../testing/function-folders';
import { findProject } from './project';

const command = join(__dirname, '..', 'bin', 'union-station-emulator.mjs');

const projects: FunctionFolders = functionFolders({
  'plain/cloudfunctions/wechat/index.js': `
    const cloud = require('wx-server-sdk');
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
    exports.main = async (event) => {
      const database = cloud.database();
      await database.createCollection('visits').catch(() => undefined);
      await database.collection('visits').add({ data: { who: cloud.getWXContext().OPENID } });
      const { total } = await database.collection('visits').count();
      console.log('counted', total);
      return { total, hours: new Date(0).getHours(), node: (await cloud.callFunction({ name: 'node' })).result };
    };
  `,
  'plain/cloudfunctions/node/index.js': `
    const tcb = require('@cloudbase/node-sdk');
    const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
    exports.main = async () => ({
      openId: app.auth().getUserInfo().openId,
      customUserId: app.auth().getUserInfo().customUserId,
      greeting: process.env.GREETING ?? null,
      limit: Number(process.env.LIMIT ?? 0),
      env: process.env.TCB_ENV,
    });
  `,
  'plain/cloudfunctions/node/config.json': `{ "triggers": [{ "name": "nightly", "type": "timer", "config": "0 0 0 * * * *" }] }`,
  'plain/variables.txt': 'GREETING="from a file"\n# a comment\nLIMIT=5\n',
  'plain/database.json': `{ "collections": ["posts", { "name": "cards", "indexes": [{ "keys": { "number": 1 }, "unique": true }] }] }`,
  'configured/cloudbaserc.json': JSON.stringify({
    envId: '{{env.MY_ENV}}',
    functionRoot: './src',
    functions: [
      {
        name: 'slow',
        timeout: 4,
        handler: 'main/entry.run',
        envVariables: { GREETING: 'hello {{env.WHO}}', GONE: '{{env.NOBODY_SET_THIS}}' },
        triggers: [{ name: 'often', type: 'timer', config: '* * * * * * *' }],
      },
    ],
  }),
  'stale/cloudbaserc.json': JSON.stringify({ envId: 'e', functionRoot: './functions' }),
  'stale/project.config.json': JSON.stringify({ cloudfunctionRoot: 'cloud/' }),
  'stale/cloud/hello/index.js': 'exports.main = () => 1;',
  'configured/.env': 'MY_ENV=my-env-1\nWHO=Lin\n',
  'configured/src/slow/main/entry.js': `
    let rings = 0;
    exports.run = (event) => {
      if (event.Type === 'Timer') { rings += 1; return event; }
      if (event.spin) for (;;) {}
      return { rings, greeting: process.env.GREETING, gone: process.env.GONE ?? null, env: process.env.TCB_ENV };
    };
  `,
  'configured/collections.ts': `
    type Named = { readonly name: string };
    export const collections: readonly (Named & { indexes: [] })[] = [{ name: 'typed', indexes: [] }];
  `,
  'careless/functions/leaves/index.js': `
    exports.main = () => {
      setTimeout(() => { throw new Error('thrown to nobody'); }, 1);
      Promise.reject(new Error('promised to nobody'));
      return 'answered';
    };
  `,
  'empty/readme.txt': 'no function here',
});

type Ended = { readonly code: number | null; readonly said: string };
const running = new Set<ChildProcess>();

function run(project: string, flags: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [command, ...flags], { cwd: join(projects.root, project), stdio: 'pipe' });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Runs the command to its end and gives what it said. */
async function ended(project: string, ...flags: string[]): Promise<Ended> {
  const child = run(project, flags);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

async function started(project: string, ...flags: string[]) {
  const child = run(project, ['--port', '0', ...flags]);
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /^emulator at (\S+)$/m.exec(said)?.[1];
      if (found !== undefined && said.includes('Ctrl-C')) resolve(found);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => reject(new Error(said)));
  });
  const ask = async (path: string, body?: object, authorization = ''): Promise<unknown> => {
    const headers = { authorization };
    const init = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
    return (await fetch(`${address}${path}`, init)).json();
  };
  return {
    ask,
    port: Number(new URL(address).port),
    said: () => said,
    stop: async (signal: NodeJS.Signals): Promise<number | null> => {
      child.kill(signal);
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
}

/** Loading two SDKs may take longer than the three seconds of a function on a machine that has much else to do. */
const patient = ['--timeout', '60'] as const;
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  projects.remove();
});

describe('the command in a project folder', () => {
  it('runs functions of both SDKs as they are, with no flag but a port', async () => {
    const emulator = await started(
      'plain',
      '--env-file',
      'variables.txt',
      '--env',
      'LIMIT=7',
      '--persona',
      'lin=o-lin',
      ...patient,
    );
    const path = '/v1/functions/wechat';
    expect(await emulator.ask(path, {}, 'Bearer openid:somebody')).toEqual({
      total: 1,
      hours: 0,
      node: { openId: 'somebody', customUserId: '', greeting: 'from a file', limit: 7, env: 'local-env' },
    });
    expect(await emulator.ask(path, {}, 'Bearer persona:lin')).toMatchObject({ total: 2, node: { openId: 'o-lin' } });
    expect(await emulator.ask('/v1/functions/node', {}, 'Bearer uid:staff-1')).toMatchObject({
      customUserId: 'staff-1',
    });
    expect(await emulator.ask('/v1/functions/absent', {})).toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
    const [timer] = (await emulator.ask('/emulator/timers')) as { nextRunAt: string }[];
    expect(timer).toMatchObject({ function: 'node', trigger: 'nightly', fault: null });
    expect(timer?.nextRunAt).toMatch(/T16:00:00\.000Z$/);
    expect(emulator.said()).toContain('[wechat] counted 1');
    expect(await emulator.stop('SIGINT')).toBe(0);
    expect(existsSync(join(projects.root, 'plain/.local-cloud/data.sqlite'))).toBe(true);
    const again = await started('plain', '--no-timers', ...patient);
    expect(await again.ask(path, {})).toMatchObject({ total: 3 });
    expect(await again.ask('/emulator/timers')).toMatchObject([{ nextRunAt: null }]);
    expect(await again.stop('SIGTERM')).toBe(0);
  });

  it('follows cloudbaserc.json, and kills what runs over its time', async () => {
    const emulator = await started('configured', '--data', ':memory:', '--collections', 'collections.ts');
    expect(await emulator.ask('/v1/functions/slow', {})).toMatchObject({
      greeting: 'hello Lin',
      gone: null,
      env: 'my-env-1',
    });
    expect(await emulator.ask('/v1/functions/slow', { spin: true })).toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: 'Invoking task timed out after 4 seconds',
    });
    expect(emulator.said()).toContain('NOBODY_SET_THIS');
    // Once a second; what waits in vain runs into the time limit of the test.
    for (let rings = 0; rings === 0;) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      ({ rings } = (await emulator.ask('/v1/functions/slow', {})) as { rings: number });
    }
    expect(await emulator.ask('/emulator/timers/slow/often', {})).toEqual({
      Type: 'Timer',
      TriggerName: 'often',
      Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      Message: '',
    });
    expect(await emulator.stop('SIGTERM')).toBe(0);
  });
});

it('goes on where all functions share a process and one of them leaves errors to nobody', async () => {
  const emulator = await started('careless', '--data', ':memory:', '--isolation', 'shared');
  expect(await emulator.ask('/v1/functions/leaves', {})).toBe('answered');
  while (!emulator.said().includes('thrown to nobody')) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await emulator.ask('/v1/functions/leaves', {})).toBe('answered');
  expect(emulator.said()).toMatch(/没有函数接住的错误：Error: promised to nobody[^]*Error: thrown to nobody/);
  expect(await emulator.stop('SIGTERM')).toBe(0);
});

it('does not call it a fault when somebody goes away in the middle of a request', async () => {
  const emulator = await started('careless', '--data', ':memory:', '--isolation', 'shared');
  const leave = async (path: string, type: string): Promise<void> => {
    const socket = connect(emulator.port, '127.0.0.1');
    const head = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: 5000\r\n\r\n{`;
    socket.write(head, () => setTimeout(() => socket.destroy(), 50));
    await once(socket, 'close');
  };
  await leave('/v1/functions/leaves', 'application/json');
  await leave('/emulator/api/import?mode=add', 'application/x-ndjson');
  await leave('/emulator/api/documents/insert', 'application/json');
  expect(await emulator.ask('/emulator/health')).toMatchObject({ ok: true });
  expect(await emulator.stop('SIGTERM')).toBe(0);
  expect(emulator.said()).not.toContain('fault');
});

it("takes the folder of WeChat's tool where cloudbaserc.json names one that is not there, and says so", () => {
  const { functionNames, functionsDirectory, notices } = findProject(join(projects.root, 'stale'), undefined, {});
  expect(functionNames).toEqual(['hello']);
  expect(functionsDirectory).toBe(join(projects.root, 'stale/cloud'));
  expect(notices).toEqual([expect.stringContaining(join(projects.root, 'stale/functions'))]);
  const told = findProject(join(projects.root, 'stale'), join(projects.root, 'stale/cloud'), {});
  expect(told.notices).toEqual([]);
});

describe('a command that cannot start says why in one sentence', () => {
  it.each([
    ['plain', ['--nope'], /^看不懂这样的参数.*--nope/],
    ['plain', ['--port', 'x'], /^--port 应是 0 到 65535 的整数/],
    ['plain', ['--functions', 'nowhere'], /^云函数目录 .*nowhere 不存在/],
    ['empty', ['--port', '0'], /找不到云函数目录（cloudfunctions、functions）/],
    ['plain', ['--collections', 'cloudfunctions/node/config.json'], /里没有 collections/],
    ['plain', ['--site', 'nowhere'], /^网页目录 .*nowhere 不存在/],
    ['plain', ['--files', 'variables.txt'], /variables\.txt 是一个文件/],
  ])('%s %j', async (project, flags, sentence) => {
    const { code, said } = await ended(project, ...flags);
    expect([code, said.trim().split('\n').length]).toEqual([1, 1]);
    expect(said).toMatch(sentence);
  });

  it('when the port or the data file is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const taken = await ended('plain', '--port', String(port), '--data', 'other.sqlite');
    server.close();
    expect(taken).toEqual({ code: 1, said: expect.stringMatching(`^端口 ${port} 已被占用：.*\n$`) as string });
    const first = await started('plain', '--data', 'held.sqlite');
    const second = await ended('plain', '--port', '0', '--data', 'held.sqlite');
    await first.stop('SIGTERM');
    expect(second.code).toBe(1);
    expect(second.said.trim().split('\n')).toHaveLength(1);
    expect(second.said).toContain('held.sqlite');
  });

  it('and helps in plain words', async () => {
    const [help, version] = [await ended('empty', '--help'), await ended('empty', '--version')];
    expect(help).toEqual({ code: 0, said: expect.stringContaining('--no-timers') as string });
    expect(version.said).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
