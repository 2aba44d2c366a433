import { symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import type { Identity, LocalCloud } from '../local-cloud';
import { openLocalCloud } from '../local-cloud';
import type { EmulatorOptions } from '../options';
import { functionFolders } from '../testing/function-folders';
import type { FunctionMain } from './invocation';

const asks = `
    const [wechat, tcb] = [require('wx-server-sdk'), require('@cloudbase/node-sdk')];
    wechat.init({ env: wechat.DYNAMIC_CURRENT_ENV });
    const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
    exports.main = async ({ ms, then }) => {
      const before = wechat.getWXContext().OPENID;
      await new Promise((resolve) => setTimeout(resolve, ms));
      if (then === 'throw') throw new Error(wechat.getWXContext().OPENID);
      if (then === 'hang') return new Promise(() => undefined);
      const nested = async (call) => (await call({ name: 'is', data: { openid: 'forged', userInfo: { openId: 'forged' } } })).result;
      const both = [await nested(wechat.callFunction), await nested((call) => app.callFunction(call))];
      return [before, wechat.getWXContext().OPENID, app.auth().getUserInfo().openId, ...both.flat()];
    };
  `;
const is = `
    const wechat = require('wx-server-sdk');
    wechat.init({ env: wechat.DYNAMIC_CURRENT_ENV });
    exports.main = async (event) => [wechat.getWXContext().OPENID, event.userInfo.openId];
  `;

/** The same code, for the runner that takes what a test has loaded. */
function handlerOf(source: string): FunctionMain {
  const loaded: { main?: FunctionMain } = {};
  const run: (...given: readonly unknown[]) => unknown = compileFunction(source, ['require', 'exports']) as never;
  run(createRequire(__filename), loaded);
  return loaded.main ?? (() => undefined);
}

const folders = functionFolders({
  'functions/looped/index.js': `exports.main = () => 'found';`,
  'elsewhere/index.js': `exports.main = () => require('models/user');`,
  'elsewhere/models/user.js': `module.exports = 'a user';`,
  'functions/posts/index.js': `
    const { parentPort } = require('node:worker_threads');
    exports.main = async () => {
      for (const message of [null, 'text', { is: 'began', files: [{}] }, { is: 'began', files: ['a\\0b'] }, { is: 'printed' }, { is: 'answered', text: 5, files: [] }]) parentPort.postMessage(message);
      await new Promise((resolve) => setTimeout(resolve, 30));
      return 'answered';
    };
  `,
  'functions/prints/index.js': `
    exports.main = ({ lines, characters }) => {
      for (let line = 0; line < lines; line += 1) console.log('x'.repeat(characters));
    };
  `,
  'functions/waits/index.js': `exports.main = () => new Promise((resolve) => setTimeout(resolve, 60_000));`,
  'functions/late/index.js': `exports.main = () => new Promise((resolve) => setTimeout(resolve, 30, 'in time'));`,
  'functions/asks/index.js': asks,
  'functions/hangs/index.js': asks,
  'functions/is/index.js': is,
});
symlinkSync('circle', join(folders.root, 'functions/looped/loop'));
symlinkSync('loop', join(folders.root, 'functions/looped/circle'));
symlinkSync('../elsewhere', join(folders.root, 'functions/linked'));

let cloud: LocalCloud;

async function open(options: Partial<EmulatorOptions> = {}): Promise<LocalCloud> {
  cloud = await openLocalCloud({
    dataFile: ':memory:',
    collections: [],
    functions: { directory: join(folders.root, 'functions') },
    isolation: 'instances',
    functionTimeLimitMs: 3_000,
    ...options,
  });
  return cloud;
}

const result = async (name: string, event: object = {}, identity: Identity = { openid: 'lin' }): Promise<unknown> => {
  const outcome = await cloud.call(name, event, identity);
  return outcome.error ?? outcome.result;
};

afterEach(() => cloud.close());
afterAll(() => folders.remove());

describe('a function', () => {
  it.each([
    ['looped', 'found'],
    ['linked', 'a user'],
  ])('may hold links in a circle or be a link itself: %s', async (name, answer) => {
    await open();
    expect(await result(name)).toBe(answer);
  });

  it('that posts messages of its own from its thread disturbs nobody', async () => {
    await open();
    expect(await result('posts')).toBe('answered');
    expect(await result('looped')).toBe('found');
  });

  it.each(['constructor', '__proto__', 'toString'])('is none by the name %s, which every object has', async (name) => {
    for (const isolation of ['shared', 'instances'] as const) {
      await open({ isolation });
      expect(await result(name)).toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
      cloud.close();
    }
    await open({ functions: { handlers: {} } });
    expect(await result(name)).toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
  });

  it.each([
    [{ lines: 1, characters: 5_000_000 }, 1, 4_000],
    [{ lines: 500, characters: 10 }, 201, 2_100],
    [{ lines: 100, characters: 4_000 }, 11, 40_100],
  ])('that prints %j leaves no more than what somebody reads', async (event, lines, characters) => {
    await open({ log: () => undefined });
    await result('prints', event);
    const kept = cloud.journal.calls.list()[0]?.lines ?? [];
    expect(kept).toHaveLength(lines);
    expect(kept.join('').length).toBeLessThanOrEqual(characters);
  });
});

it('calls that run and calls that wait hear that the emulator stops', async () => {
  await open({ mostInstances: 1, functionTimeLimitMs: 60_000 });
  const calls = [1, 2, 3].map(() => result('waits'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  cloud.close();
  const stopped = { code: 'FUNCTIONS_EXECUTE_FAIL', message: 'the emulator was stopped' };
  expect(await Promise.all(calls)).toEqual([stopped, stopped, stopped]);
});

it('a time limit longer than any timer of Node is no limit of a millisecond', async () => {
  for (const isolation of ['shared', 'instances'] as const) {
    await open({ isolation, functionTimeLimitMs: 2 ** 40 });
    expect(await result('late')).toBe('in time');
    cloud.close();
  }
});

describe('the identity of a call', () => {
  it.each(['shared', 'instances'] as const)(
    'is never that of another, with 200 calls of 20 people, failures and nested calls: %s',
    async (isolation) => {
      await open({
        isolation,
        // On a busy machine 200 calls at once take their time: only what hangs runs into its limit.
        functionTimeLimitMs: 100_000,
        functionSettings: { hangs: { timeLimitMs: 3_000 } },
        ...(isolation === 'shared'
          ? { functions: { handlers: { asks: handlerOf(asks), hangs: handlerOf(asks), is: handlerOf(is) } } }
          : {}),
      });
      const calls = Array.from({ length: 200 }, (_, at) => ({
        openid: `person-${at % 20}`,
        event: { ms: at % 7, then: at % 17 === 0 ? 'throw' : at === 100 ? 'hang' : 'answer' },
      }));
      const answers = await Promise.all(
        calls.map(({ openid, event }) => result(event.then === 'hang' ? 'hangs' : 'asks', event, { openid })),
      );
      answers.forEach((answer, at) => {
        const { openid, event } = calls[at] ?? { openid: '', event: { then: '' } };
        if (event.then === 'throw') expect(answer).toEqual({ code: 'FUNCTIONS_EXECUTE_FAIL', message: openid });
        else if (event.then === 'hang') expect(answer).toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' });
        else expect(answer).toEqual(Array(7).fill(openid));
      });
    },
  );
});
