import type { LocalCloud } from '../local-cloud';
import { openLocalCloud } from '../local-cloud';
import type { EmulatorOptions } from '../options';
import type { FunctionFolders } from '../testing/function-folders';
import { functionFolders } from '../testing/function-folders';

const nodeSdk = `
  const tcb = require('@cloudbase/node-sdk');
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
`;

const folders: FunctionFolders = functionFolders({
  'counter/index.js': `
    let calls = 0;
    exports.main = async (event) => {
      calls += 1;
      process.env.MINE = (process.env.MINE ?? '') + calls;
      await new Promise((resolve) => setTimeout(resolve, event.ms ?? 0));
      return { calls, mine: process.env.MINE };
    };
  `,
  'who/index.js': `${nodeSdk}
    exports.main = async (event, context) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      await app.database().collection('visits').add({ who: process.env.WX_OPENID ?? null });
      return { env: process.env.WX_OPENID ?? null, user: app.auth().getUserInfo().openId };
    };
  `,
  'wechat/index.js': `
    const cloud = require('wx-server-sdk');
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
    exports.main = async (event) => {
      const { OPENID, SOURCE } = cloud.getWXContext();
      if (event.nested) return cloud.callFunction({ name: event.nested, data: event.data ?? {} });
      const { _id } = await cloud.database().collection('visits').add({ data: { who: OPENID } });
      return { OPENID, SOURCE, isText: typeof _id === 'string' };
    };
  `,
  'after/index.js': `exports.main = () => Object.keys(process.env).filter((name) => /^(WX_OPENID|TCB_SOURCE|TCB_SESSIONTOKEN)$/.test(name)).sort();`,
  'lingers/index.js': `${nodeSdk}
    let left = [];
    exports.main = async ({ ms, wait }) => {
      if (wait) return Promise.all(left);
      left.push(new Promise((done) => setTimeout(done, ms)).then(async () => {
        const { result } = await app.callFunction({ name: 'who' });
        const keys = Object.keys(process.env).filter((name) => name.startsWith('WX_OPEN'));
        return { asked: result.env, own: process.env.WX_OPENID ?? null, spread: { ...process.env }.WX_OPENID ?? null, keys };
      }));
      await new Promise((done) => setTimeout(done, 5));
      return left.length;
    };
  `,
  'endless/index.js': `let calls = 0; exports.main = (event) => { calls += 1; while (event.spin) {} return calls; };`,
  'slow/index.js': `exports.main = () => new Promise(() => setInterval(() => undefined, 1000));`,
  'exits/index.js': `exports.main = (event) => { console.log('before the end'); process.exit(3); };`,
  'throws/index.js': `
    exports.main = async (event) => {
      if (event.later) { setTimeout(() => { throw new Error('thrown by nobody'); }, 0); return new Promise(() => undefined); }
      if (event.text) throw 'only a text';
      if (event.object) throw { code: 'E1' };
      throw new Error('the handler failed');
    };
  `,
  'hungry/index.js': `exports.main = () => { const all = []; for (;;) all.push(new Array(100_000).fill(all.length)); };`,
  'calls-back/index.js': `
    exports.main = (event, context, callback) => {
      if (event.now) context.callbackWaitsForEmptyEventLoop = false;
      setTimeout(() => console.log('the last thing to do'), 80);
      if (event.fail) callback(new Error('called back'));
      else callback(null, { left: context.getRemainingTimeInMillis() > 0, waits: context.callbackWaitsForEmptyEventLoop });
    };
  `,
  'answers/index.js': `exports.main = () => ({ at: new Date(5), nothing: undefined, list: [undefined] });`,
  'other/app/entry.js': `exports.handle = (event, context) => ({ handled: true, memory: context.memory_limit_in_mb, own: process.env.OWN, all: process.env.ALL });`,
  'module/package.json': `{ "type": "module" }`,
  'module/index.js': `
    import { createRequire } from 'node:module';
    import tcb from '@cloudbase/node-sdk';
    import { greeting } from '../common/greeting.mjs';
    const settings = createRequire(import.meta.url)('./settings.json');
    export const main = async () => ({ greeting, sdk: typeof tcb.init, settings });
  `,
  'module/settings.json': `{ "from": "json" }`,
  'common/greeting.mjs': `export const greeting = 'hello';`,
  'mjs/index.mjs': `export async function main() { return 'mjs'; }`,
  'typescript/index.js': `
    "use strict";
    var __importDefault = (this && this.__importDefault) || function (mod) { return (mod && mod.__esModule) ? mod : { "default": mod }; };
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.main = main;
    const words_1 = __importDefault(require("../common/words"));
    const table = require("./table.json");
    async function main() { return [words_1.default, table]; }
  `,
  'typescript/table.json': '[1, 2]',
  'framework/index.js': `exports.main = async () => require('./core/routes.js')();`,
  'framework/core/routes.js': `module.exports = () => require('project/' + 'home.js') + require('project/kinds');`,
  'framework/project/home.js': `module.exports = 'home, ';`,
  'framework/project/kinds/index.js': `module.exports = 'kinds';`,
  'common/words.js': `exports.__esModule = true; exports.default = 'shared words';`,
  'changing/index.js': `const words = require('../common/changing'); exports.main = async (event) => { await new Promise((done) => setTimeout(done, event.ms ?? 0)); return words; };`,
  'common/changing.js': `module.exports = 'before';`,
  'broken/index.js': `const a = 1;\nconst b = = 2;\nexports.main = () => a;`,
  'broken-module/package.json': `{ "type": "module" }`,
  'broken-module/index.js': `import './part.js';\nexport const main = () => 1;`,
  'broken-module/part.js': `\n\nexport const = 3;`,
  'mainless/index.js': `exports.other = () => 1;`,
  'lonely/index.js': `require('no-such-package'); exports.main = () => 1;`,
  'nests/index.js': `${nodeSdk}
    exports.main = async ({ name, data }) => app.callFunction({ name, data }).then(({ result }) => result, ({ code, message }) => ({ code, message }));
  `,
  'itself/index.js': `${nodeSdk}
    exports.main = async ({ levels }) => levels === 0 ? 0 : 1 + (await app.callFunction({ name: 'itself', data: { levels: levels - 1 } })).result;
  `,
  'large/index.js': `exports.main = ({ bytes }) => 'x'.repeat(bytes);`,
  'prints/index.js': `exports.main = () => { console.log('seats left', { seats: 3 }); console.error('an error'); console.table([{ a: 1 }]); process.stdout.write('written\\n'); };`,
});

const lines: string[] = [];
let cloud: LocalCloud;

async function open(options: Partial<EmulatorOptions> = {}): Promise<LocalCloud> {
  cloud = await openLocalCloud({
    dataFile: ':memory:',
    collections: [{ name: 'visits', indexes: [] }],
    functions: { directory: folders.root },
    isolation: 'instances',
    functionTimeLimitMs: 3_000,
    log: (line) => lines.push(line),
    ...options,
  });
  return cloud;
}

const lin = { openid: 'lin' };
const result = async (name: string, event: object = {}): Promise<unknown> => {
  const outcome = await cloud.call(name, event, lin);
  return outcome.error ?? outcome.result;
};

beforeEach(() => {
  lines.length = 0;
});
afterEach(() => cloud.close());
afterAll(() => folders.remove());

describe('an instance', () => {
  it('keeps its module state and its variables from call to call', async () => {
    await open();
    expect(await result('counter')).toEqual({ calls: 1, mine: '1' });
    expect(await result('counter')).toEqual({ calls: 2, mine: '12' });
    expect(process.env['MINE']).toBeUndefined();
  });

  it('runs one call at a time; calls at once get instances of their own, up to the limit', async () => {
    await open({ mostInstances: 2 });
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => result('counter', { ms: 100 })));
    // Each instance counts its own, and one that began late may leave the others' share to the first.
    const counts = outcomes.map((outcome) => (outcome as { calls: number }).calls).sort();
    expect([String([1, 1, 2, 2]), String([1, 1, 2, 3])]).toContain(String(counts));
  });

  it('is ended when it had nothing to do', async () => {
    await open({ idleInstanceMs: 20 });
    await result('counter');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await result('counter')).toEqual({ calls: 1, mine: '1' });
  });

  it('never mistakes one of 50 concurrent callers for another', async () => {
    await open({ functionTimeLimitMs: 20_000 });
    const people = Array.from({ length: 50 }, (_, number) => `openid-${number}`);
    const outcomes = await Promise.all(people.map((openid) => cloud.call('who', {}, { openid })));
    expect(outcomes.map((outcome) => outcome.error ?? outcome.result)).toEqual(
      people.map((openid) => ({ env: openid, user: openid })),
    );
    const stored = cloud.documents('visits').find();
    expect(new Set(stored.map(({ who }) => who))).toEqual(new Set(people));
  });

  it('forgets who called when the call is over', async () => {
    await open();
    expect(await result('after')).toEqual(['TCB_SESSIONTOKEN', 'TCB_SOURCE', 'WX_OPENID']);
    const { result: seen } = await cloud.call('after', {}, { anonymous: true });
    expect(seen).toEqual(['TCB_SESSIONTOKEN', 'TCB_SOURCE']);
  });
});

it('what a call leaves to be done after its answer is done in its own name, whoever calls meanwhile', async () => {
  await open({ mostInstances: 1 });
  await cloud.call('lingers', { ms: 80 }, { openid: 'first' });
  await cloud.call('lingers', { ms: 1 }, { openid: 'second' });
  await cloud.call('lingers', { ms: 90 }, { customUserId: 'third' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { result } = await cloud.call('lingers', { wait: true }, { openid: 'last' });
  const own = (who: string) => ({ asked: who, own: who, spread: who, keys: ['WX_OPENID'] });
  expect(result).toEqual([own('first'), own('second'), { asked: null, own: null, spread: null, keys: [] }]);
});

describe('a call that goes wrong', () => {
  it('is ended at its time limit, an endless loop too, and the next one finds a fresh instance', async () => {
    await open({ functionTimeLimitMs: 300 });
    expect(await result('endless')).toBe(1);
    expect(await result('endless', { spin: true })).toEqual({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: 'Invoking task timed out after 0.3 seconds',
    });
    expect(await result('slow')).toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' });
    expect(await result('endless')).toBe(1);
    expect(cloud.journal.calls.list().map(({ outcome }) => outcome)).toEqual(['ok', 'timeout', 'timeout', 'ok']);
  });

  it('of process.exit is an error, and what was printed before it is kept', async () => {
    await open();
    expect(await result('exits')).toEqual({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: 'User process exit when running (exit code 3)',
    });
    expect(cloud.journal.calls.list()[0]?.lines).toContain('before the end');
    expect(await result('exits')).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
  });

  it.each([
    [{}, 'the handler failed'],
    [{ later: true }, 'thrown by nobody'],
    [{ text: true }, 'only a text'],
    [{ object: true }, '{"code":"E1"}'],
  ])('by throwing %j is answered with what was thrown', async (event, message) => {
    await open();
    expect(await result('throws', event)).toEqual({ code: 'FUNCTIONS_EXECUTE_FAIL', message });
  });

  it('of memory is an error that says so, and nobody else notices', async () => {
    await open({ functionTimeLimitMs: 20_000, functionSettings: { hungry: { memoryMb: 64 } } });
    const [hungry, counter] = await Promise.all([result('hungry'), result('counter', { ms: 300 })]);
    expect(hungry).toEqual({ code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', message: 'Memory limit of 64 MB exceeded' });
    expect(counter).toEqual({ calls: 1, mine: '1' });
  });

  it('of a function that is not there has the code and the words of the cloud', async () => {
    await open();
    const notFound = { code: 'FUNCTION_NOT_FOUND', message: 'FunctionName parameter could not be found.' };
    for (const name of ['absent', 'common', '..', '__proto__']) expect(await result(name)).toEqual(notFound);
    expect(await result('nests', { name: 'absent', data: {} })).toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
  });

  it('whose answer or event is too large is an error', async () => {
    await open();
    expect(await result('large', { bytes: 6 * 1024 * 1024 })).toMatchObject({
      message: 'The size of response exceeds the upper limit (6MB)',
    });
    expect(await result('large', { bytes: 6 * 1024 * 1024 - 2 })).toHaveLength(6 * 1024 * 1024 - 2);
    expect(await result('large', { bytes: 1, text: 'x'.repeat(6 * 1024 * 1024) })).toMatchObject({
      code: 'EXCEED_MAX_PAYLOAD_SIZE',
    });
  });
});

describe('code of a function', () => {
  it.each([
    ['answers', { at: '1970-01-01T00:00:00.005Z', list: [null] }],
    ['module', { greeting: 'hello', sdk: 'function', settings: { from: 'json' } }],
    ['mjs', 'mjs'],
    ['typescript', ['shared words', [1, 2]]],
    // The cloud looks for packages in the function's folder too, and frameworks rely on it.
    ['framework', 'home, kinds'],
  ])('runs as it is: %s', async (name, answer) => {
    await open();
    expect(await result(name)).toEqual(answer);
  });

  it('may answer by its callback, which waits until nothing is left to do', async () => {
    await open();
    expect(await result('calls-back')).toEqual({ left: true, waits: true });
    expect(cloud.journal.calls.list()[0]?.lines).toEqual(['the last thing to do']);
    expect(await result('calls-back', { now: true })).toEqual({ left: true, waits: false });
    expect(cloud.journal.calls.list()[0]?.lines).toEqual([]);
    expect(await result('calls-back', { fail: true })).toMatchObject({ message: 'called back' });
  });

  it('may lie elsewhere, under another name, with variables and memory of its own', async () => {
    await open({
      environment: { ALL: 'all', OWN: 'all' },
      functionSettings: { other: { handler: 'app/entry.handle', memoryMb: 128, environment: { OWN: 'own' } } },
    });
    expect(await result('other')).toEqual({ handled: true, memory: 128, own: 'own', all: 'all' });
  });

  it.each([
    ['broken', "SyntaxError: Unexpected token '=' (index.js:2)"],
    ['broken-module', "SyntaxError: Unexpected token '=' (part.js:3)"],
  ])('that cannot be read is an error with its file and line: %s', async (name, message) => {
    await open();
    expect(await result(name)).toEqual({ code: 'FUNCTIONS_EXECUTE_FAIL', message });
  });

  it('that lacks its main or a package is an error in words', async () => {
    await open();
    expect(await result('mainless')).toMatchObject({ message: expect.stringContaining('exports no main') as string });
    expect(await result('lonely')).toMatchObject({
      message: expect.stringContaining("Cannot find module 'no-such-package'") as string,
    });
  });
});

describe('a changed file', () => {
  it('makes the next call use new code, while a running call ends on the old', async () => {
    await open();
    expect(await result('changing')).toBe('before');
    const running = result('changing', { ms: 200 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    folders.write({ 'common/changing.js': `module.exports = 'after';` });
    expect(await result('changing')).toBe('after');
    expect(await running).toBe('before');
    expect(await result('changing')).toBe('after');
  });

  it('of a function itself counts too, be it an ES module or a mended one', async () => {
    await open();
    await result('mjs');
    await result('module');
    await result('mainless');
    folders.write({
      'mjs/index.mjs': `export const main = () => 'new mjs';`,
      'common/greeting.mjs': `export const greeting = 'good bye';`,
      'mainless/index.js': `exports.main = () => 'mended';`,
    });
    expect(await result('mjs')).toBe('new mjs');
    expect(await result('module')).toMatchObject({ greeting: 'good bye' });
    expect(await result('mainless')).toBe('mended');
  });
});

describe('functions that call functions', () => {
  it('hand the identity on, by both SDKs', async () => {
    await open();
    expect(await result('wechat')).toEqual({ OPENID: 'lin', SOURCE: 'wx_client', isText: true });
    expect(await result('wechat', { nested: 'wechat' })).toMatchObject({
      result: { OPENID: 'lin', SOURCE: 'wx_client,scf' },
    });
    expect(await result('nests', { name: 'who', data: {} })).toEqual({ env: 'lin', user: 'lin' });
    expect(cloud.journal.calls.list().map((call) => [call.function, call.caller, call.roundTrips])).toEqual([
      ['nests', 'openid:lin', 1],
      ['who', 'function:nests', 1],
      ['wechat', 'openid:lin', 1],
      ['wechat', 'function:wechat', 1],
      ['wechat', 'openid:lin', 1],
    ]);
  });

  it('may call themselves with all instances busy, but not for ever', async () => {
    await open({ mostInstances: 1, functionTimeLimitMs: 30_000 });
    expect(await result('itself', { levels: 3 })).toBe(3);
    expect(await result('itself', { levels: 30 })).toMatchObject({
      message: expect.stringContaining('more than 10 levels deep') as string,
    });
  });

  it('hear of the time limit of the other', async () => {
    await open({ functionSettings: { slow: { timeLimitMs: 200 } } });
    expect(await result('nests', { name: 'slow', data: {} })).toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: expect.stringContaining('Invoking task timed out after 0.2 seconds') as string,
    });
  });
});

it('prints to the log and to the entry of the call', async () => {
  await open();
  await result('prints');
  const printed = cloud.journal.calls.list()[0]?.lines ?? [];
  expect(printed.slice(0, 2)).toEqual(['seats left { seats: 3 }', 'error: an error']);
  expect(printed[2]).toContain('(index)');
  expect(printed[3]).toBe('written');
  expect(lines).toContain('[prints] seats left { seats: 3 }');
});
