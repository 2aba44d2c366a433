import tcb from '@cloudbase/node-sdk';
import type { LocalCloud } from '../local-cloud';
import { openLocalCloud } from '../local-cloud';
import { sdkDatabase } from '../testing/sdk-database';

// What functions print is what some of these tests are about.
const printer = globalThis.console;
const lines: string[] = [];
let cloud: LocalCloud;

type Context = { readonly environment: string; readonly function_name: string };

const handlers = {
  who: async (event: object, context: Context) => {
    await new Promise((resolve) => setImmediate(resolve));
    const own = tcb.getCloudbaseContext(context as never);
    const user = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).auth().getUserInfo();
    await sdkDatabase()
      .collection('visits')
      .add({ who: process.env['WX_OPENID'] ?? null });
    const { WX_OPENID, WX_APPID, TCB_SOURCE, TCB_ENV, TRIGGER_SRC, TCB_UUID, TCB_CUSTOM_USER_ID } = own;
    return {
      context: { WX_OPENID, WX_APPID, TCB_SOURCE, TCB_ENV, TRIGGER_SRC, TCB_UUID, TCB_CUSTOM_USER_ID },
      user,
      event,
    };
  },
  calls: (event: { name: string; data: object }) =>
    tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).callFunction({ name: event.name, data: event.data }),
  prints: () => {
    printer.log('seats left', { seats: 3 });
    printer.error(new Error('printed only'));
    return [process.env['KEY'], process.env['PATH'] === undefined];
  },
  sets: async (event: { value: string }) => {
    process.env['MINE'] = event.value;
    await new Promise((resolve) => setImmediate(resolve));
    return process.env['MINE'];
  },
  strange: () => ({ at: new Date(5), nothing: undefined, list: [undefined] }),
  silent: () => undefined,
  hangs: () => new Promise(() => undefined),
};

beforeEach(async () => {
  lines.length = 0;
  cloud = await openLocalCloud({
    dataFile: ':memory:',
    collections: [{ name: 'visits', indexes: [] }],
    functions: { handlers },
    environment: { KEY: 'from the console' },
    functionTimeLimitMs: 2_000,
    log: (line) => lines.push(line),
  });
});

afterEach(() => cloud.close());

describe('the identity of a call', () => {
  it('is its own, with 200 people calling at once', async () => {
    const people = Array.from({ length: 200 }, (_, number) => `openid-${number}`);
    const outcomes = await Promise.all(people.map((openid) => cloud.call('who', {}, { openid })));
    const wrong = outcomes.filter(({ result }, at) => {
      const { context, user } = result as { context: { WX_OPENID?: string }; user: { openId: string } };
      return context.WX_OPENID !== people[at] || user.openId !== people[at];
    });
    expect(wrong).toEqual([]);
    expect(
      new Set(
        cloud
          .documents('visits')
          .find()
          .map(({ who }) => who),
      ),
    ).toEqual(new Set(people));
  });

  it('is told as the platform tells it, for a member', async () => {
    const { result } = await cloud.call('who', { action: 'x', userInfo: { openId: 'forged' } }, { openid: 'lin' });
    expect(result).toEqual({
      context: { WX_OPENID: 'lin', WX_APPID: 'wx0000000000000001', TCB_SOURCE: 'wx_client', TCB_ENV: 'local-env' },
      user: { openId: 'lin', appId: 'wx0000000000000001', uid: '', customUserId: '', isAnonymous: false },
      event: { action: 'x', userInfo: { openId: 'lin', appId: 'wx0000000000000001' } },
    });
  });

  it('joins what a member sends as userInfo, and wins over ids in it', async () => {
    const userInfo = { openId: 'forged', appId: 'forged', nickName: '林', gender: 1 };
    const events = await Promise.all(
      [userInfo, 'lin', null, ['lin']].map(async (sent) => {
        const { result } = await cloud.call('who', { userInfo: sent }, { openid: 'lin' });
        return (result as { event: unknown }).event;
      }),
    );
    const ids = { openId: 'lin', appId: 'wx0000000000000001' };
    expect(events).toEqual([
      { userInfo: { ...ids, nickName: '林', gender: 1 } },
      { userInfo: ids },
      { userInfo: ids },
      { userInfo: ids },
    ]);
  });

  it('of a web visitor, of staff on the web, of a timer and of the console has no openid', async () => {
    const identities = [
      { anonymous: true },
      { customUserId: 'staff-1' },
      { timer: 'nightly' },
      { console: true },
    ] as const;
    const results = await Promise.all(
      identities.map(async (identity) => (await cloud.call('who', { a: 1 }, identity)).result),
    );
    expect(results).toMatchObject([
      {
        context: { TCB_UUID: 'anonymous-visitor', TCB_SOURCE: 'web_client' },
        user: { openId: '', isAnonymous: true },
        event: { a: 1 },
      },
      {
        context: { TCB_CUSTOM_USER_ID: 'staff-1', TCB_UUID: 'uid-staff-1' },
        user: { openId: '', customUserId: 'staff-1' },
      },
      {
        context: { TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_trigger' },
        user: { openId: '' },
        event: { Type: 'Timer', TriggerName: 'nightly', Message: '' },
      },
      { context: { TCB_SOURCE: 'wx_devtools' }, user: { openId: '' } },
    ]);
    for (const result of results) expect((result as { context: object }).context).not.toHaveProperty('WX_OPENID');
  });

  it('does not come from the environment of whoever runs the tests', async () => {
    process.env['WX_OPENID'] = 'the-developer';
    const { result } = await cloud.call('who', {}, { anonymous: true });
    delete process.env['WX_OPENID'];
    expect(result).toMatchObject({ user: { openId: '' } });
  });

  it('goes on to a function that the function calls, and its round trips are counted too', async () => {
    const { result, roundTrips } = await cloud.call('calls', { name: 'who', data: { a: 1 } }, { openid: 'lin' });
    expect(result).toMatchObject({
      result: { context: { WX_OPENID: 'lin', TCB_SOURCE: 'wx_client,scf' }, event: { a: 1 } },
    });
    expect(roundTrips).toBe(1);
  });
});

describe('a call', () => {
  it('sees the variables set for its function, and keeps its own to itself', async () => {
    expect((await cloud.call('prints', {}, { console: true })).result).toEqual(['from the console', false]);
    const both = await Promise.all(
      ['a', 'b'].map(async (value) => (await cloud.call('sets', { value }, { console: true })).result),
    );
    expect(both).toEqual(['a', 'b']);
    expect(process.env['MINE']).toBeUndefined();
  });

  it('prints to the log of the emulator, under its name', async () => {
    await cloud.call('prints', {}, { console: true });
    expect(lines[0]).toBe('[prints] seats left {"seats":3}');
    expect(lines[1]).toMatch(/^\[prints\] error: Error: printed only/);
  });

  it('is answered when the log prints with the console too', async () => {
    cloud.close();
    const printed = jest.spyOn(printer, 'log').mockImplementation(() => undefined);
    cloud = await openLocalCloud({
      dataFile: ':memory:',
      collections: [],
      functions: { handlers },
      log: (line) => printer.log(line),
    });
    const { error } = await cloud.call('prints', {}, { console: true });
    const [[first] = []] = printed.mock.calls;
    printed.mockRestore();
    expect([error, first]).toEqual([undefined, '[prints] seats left {"seats":3}']);
  });

  it('answers what JSON can carry', async () => {
    expect((await cloud.call('strange', {}, { console: true })).result).toEqual({
      at: '1970-01-01T00:00:00.005Z',
      list: [null],
    });
    expect((await cloud.call('silent', {}, { console: true })).result).toBeNull();
  });

  it('that takes too long is an error', async () => {
    const { error } = await cloud.call('hangs', {}, { console: true });
    expect(error).toEqual({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: 'Invoking task timed out after 2 seconds',
    });
  });

  it('of a function that is not there is an error, nested or not', async () => {
    expect((await cloud.call('absent', {}, { console: true })).error).toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
    const { error } = await cloud.call('calls', { name: 'absent', data: {} }, { console: true });
    expect(error).toMatchObject({
      message: expect.stringContaining('FunctionName parameter could not be found.') as string,
    });
  });
});

describe('the environment of this process', () => {
  it('is put back when the last cloud closes', async () => {
    const during = process.env;
    const second = await openLocalCloud({ dataFile: ':memory:', collections: [], functions: { handlers } });
    second.close();
    expect(process.env).toBe(during);
    cloud.close();
    expect(process.env).not.toBe(during);
  });
});
