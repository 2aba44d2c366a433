import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { RunningEmulator } from './emulator';
import { startEmulator } from './emulator';
import { openLocalCloud } from './local-cloud';

const visitSource = `
  const tcb = require('@cloudbase/node-sdk');
  exports.main = async (event, context) => {
    const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
    const database = app.database();
    const { WX_OPENID, TCB_SOURCE, TRIGGER_SRC, TCB_UUID } = tcb.getCloudbaseContext(context);
    if (event.action === 'fail') throw new Error('the handler failed');
    if (event.action === 'nested') return app.callFunction({ name: 'visit', data: { action: 'who' } });
    if (event.action === 'visit') await database.collection('visits').add({ who: WX_OPENID });
    return { wechat: process.env.WECHAT, openid: WX_OPENID, user: app.auth().getUserInfo().openId, source: TCB_SOURCE, trigger: TRIGGER_SRC, uuid: TCB_UUID, event };
  };
`;

const personas = [{ id: 'lin', name: '林师傅', about: '外卖骑手', openid: 'openid-lin' }];

let folder: string;
let emulator: RunningEmulator;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-'));
  await build({
    stdin: { contents: visitSource, resolveDir: __dirname },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: join(folder, 'functions/visit/bundle.cjs'),
  });
  // Jest would put a bundle of 2 MB through babel if it were called .js.
  await writeFile(join(folder, 'functions/visit/index.js'), "module.exports = require('./bundle.cjs');");
  await mkdir(join(folder, 'site/js'), { recursive: true });
  await writeFile(join(folder, 'site/index.html'), '<title>工会驿站</title>');
  await writeFile(join(folder, 'site/js/app.3f9a2c1b.js'), 'void 0');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await symlink(join(folder, 'secret.txt'), join(folder, 'site/link.txt'));
  emulator = await startEmulator({
    port: 0,
    dataFile: join(folder, 'data.sqlite'),
    collections: [{ name: 'visits', indexes: [] }],
    functions: { directory: join(folder, 'functions') },
    siteDirectory: join(folder, 'site'),
    personas,
    environment: { WECHAT: '{address}/wechat' },
  });
});

afterAll(async () => {
  await emulator.stop();
  await rm(folder, { recursive: true });
});

async function callVisit(body: unknown, authorization?: string): Promise<Response> {
  return fetch(`${emulator.address}/v1/functions/visit`, {
    method: 'POST',
    headers: authorization === undefined ? {} : { authorization },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('a built function on the emulator', () => {
  it('has its database requests redirected by TCB_CONTEXT_CNFG', async () => {
    const response = await callVisit({ action: 'visit' }, 'Bearer persona:lin');
    expect(response.status).toBe(200);
    expect(response.headers.get('x-database-round-trips')).toBe('1');
    expect(emulator.documents('visits').find()).toEqual([{ _id: expect.any(String) as string, who: 'openid-lin' }]);
  });

  it('hands the identity of its caller on to a function it calls', async () => {
    const response = await callVisit({ action: 'nested' }, 'Bearer persona:lin');
    expect(await response.json()).toMatchObject({
      result: { openid: 'openid-lin', user: 'openid-lin', source: 'wx_client,scf' },
    });
  });

  it('is told where the double of WeChat is', async () => {
    expect(await (await callVisit({})).json()).toMatchObject({ wechat: `${emulator.address}/wechat` });
  });

  it('runs without the gateway too, its requests still over HTTP', async () => {
    const cloud = await openLocalCloud({
      dataFile: ':memory:',
      collections: [{ name: 'visits', indexes: [] }],
      functions: { directory: join(folder, 'functions') },
    });
    expect(await cloud.call('visit', { action: 'visit' }, { openid: 'lin' })).toMatchObject({
      result: { openid: 'lin' },
      roundTrips: 1,
    });
    expect(cloud.documents('visits').find()).toMatchObject([{ who: 'lin' }]);
    cloud.close();
  });

  it('answers a fault without its stack', async () => {
    const response = await callVisit({ action: 'fail' });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: 'the handler failed',
      requestId: response.headers.get('x-request-id'),
    });
  });

  it('never mistakes one of 200 concurrent callers for another', async () => {
    const names = Array.from({ length: 200 }, (_, number) => `t${number}`);
    const answers = await Promise.all(
      names.map(
        async (name) =>
          (await callVisit({ action: 'visit' }, `Bearer tester:${name}`)).json() as Promise<{
            openid: string;
            user: string;
          }>,
      ),
    );
    const wrong = answers.filter(({ openid, user }, at) => openid !== `tester-${names[at] ?? ''}` || user !== openid);
    expect(wrong).toEqual([]);
    const stored = new Set(
      emulator
        .documents('visits')
        .find()
        .map(({ who }) => String(who)),
    );
    expect(names.filter((name) => !stored.has(`tester-${name}`))).toEqual([]);
  });

  it('is run by its timer, with the timer event and no person', async () => {
    const response = await fetch(`${emulator.address}/emulator/timers/visit/nightly`, { method: 'POST' });
    const result: unknown = await response.json();
    expect(result).toMatchObject({
      trigger: 'timer',
      source: 'wx_trigger',
      user: '',
      event: { Type: 'Timer', TriggerName: 'nightly' },
    });
    expect(result).not.toHaveProperty('openid');
  });
});

describe('the gateway', () => {
  it('takes the caller from the header and never from the body', async () => {
    const forged = { action: 'who', openid: 'openid-lin', userInfo: { openId: 'openid-lin' }, WX_OPENID: 'openid-lin' };
    const stranger = (await (await callVisit(forged)).json()) as Record<string, unknown>;
    expect(stranger).toMatchObject({ user: '', uuid: 'anonymous-visitor' });
    expect(stranger).not.toHaveProperty('openid');
    const lin: unknown = await (
      await callVisit({ userInfo: { openId: 'somebody-else' } }, 'Bearer persona:lin')
    ).json();
    expect(lin).toMatchObject({ openid: 'openid-lin', event: { userInfo: { openId: 'openid-lin' } } });
  });

  it.each(['Bearer persona:nobody', 'Bearer wx:openid-lin', 'Basic lin', 'Bearer tester:../x'])(
    'refuses the credential %s',
    async (authorization) => {
      expect((await callVisit({}, authorization)).status).toBe(401);
    },
  );

  it('refuses a body over 100 KB and takes one just under', async () => {
    const largest = JSON.stringify({ text: 'x'.repeat(100 * 1024 - '{"text":""}'.length) });
    expect((await callVisit(largest)).status).toBe(200);
    const response = await callVisit(`${largest} `);
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({
      code: 'EXCEED_MAX_PAYLOAD_SIZE',
      message: '请求内容超过 100 KB，请缩小后重试',
    });
  });

  it.each(['{', '[]', '"text"', 'null'])('refuses the body %s in words', async (body) => {
    const response = await callVisit(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ message: expect.stringMatching(/[\u4e00-\u9fff]/) as string });
  });

  it('refuses a body so deep that whoever walks it would run out of stack', async () => {
    const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    expect((await callVisit(deep(90))).status).toBe(200);
    expect((await callVisit(deep(15_000))).status).toBe(400);
    expect((await callVisit(`{"a":${'['.repeat(15_000)}${']'.repeat(15_000)}}`)).status).toBe(400);
  });

  it.each([
    ['/web', 101 * 1024, 413],
    ['/wechat/wxa/img_sec_check', 17 * 1024 * 1024, 413],
    ['/admin', 65 * 1024 * 1024, 200],
  ])('hears that %s takes no body of %i bytes', async (path, bytes, status) => {
    const response = await fetch(`${emulator.address}${path}`, { method: 'POST', body: Buffer.alloc(bytes, 'x') });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
  });

  it('knows no function that is not there, and none outside the folder', async () => {
    for (const name of ['absent', '..%2F..%2Fvisit', '__proto__']) {
      const response = await fetch(`${emulator.address}/v1/functions/${name}`, { method: 'POST', body: '{}' });
      expect([name, response.status]).toEqual([name, 404]);
    }
  });

  it('refuses another host name and another origin', async () => {
    expect(await statusWith({ host: 'evil.example' })).toBe(403);
    expect(await statusWith({ origin: 'https://evil.example' })).toBe(403);
    expect(await statusWith({ origin: 'http://localhost:10086' })).toBe(200);
    expect(await statusWith({ origin: 'http://localhost:10086' }, '/admin')).toBe(403);
  });

  it('lets a page on another local port ask, and says which headers it may read', async () => {
    const origin = 'http://localhost:10086';
    const asked = await fetch(`${emulator.address}/v1/functions/visit`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });
    expect(asked.headers.get('access-control-allow-origin')).toBe(origin);
    expect(asked.headers.get('access-control-allow-headers')).toBe('authorization');
    const answer = await fetch(`${emulator.address}/v1/functions/visit`, {
      method: 'POST',
      headers: { origin },
      body: '{}',
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('access-control-expose-headers')).toContain('x-database-round-trips');
  });

  it('lists personas and the last calls, without what was sent', async () => {
    await callVisit({ action: 'who', phone: '13800000001' });
    const listed: unknown = await (await fetch(`${emulator.address}/emulator/personas`)).json();
    expect(listed).toEqual(personas.map(({ id, name, about }) => ({ id, name, about })));
    expect(JSON.stringify(listed)).not.toContain('openid');
    const text = await (await fetch(`${emulator.address}/emulator/calls`)).text();
    expect(JSON.parse(text)).toContainEqual(
      expect.objectContaining({ function: 'visit', action: 'who', outcome: 'ok', roundTrips: 0 }),
    );
    expect(text).not.toContain('13800000001');
  });

  it('serves the site, and nothing outside of it', async () => {
    const page = await fetch(`${emulator.address}/`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(await page.text()).toContain('工会驿站');
    const script = await fetch(`${emulator.address}/js/app.3f9a2c1b.js`);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    for (const path of ['/..%2Fsecret.txt', '/%2e%2e/secret.txt', '/link.txt', '/absent.js', '/js']) {
      expect([path, (await fetch(`${emulator.address}${path}`)).status]).toEqual([path, 404]);
    }
  });

  it('says EADDRINUSE when its port is taken', async () => {
    const second = startEmulator({
      port: emulator.port,
      dataFile: ':memory:',
      collections: [],
      functions: { handlers: {} },
    });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('the double of WeChat', () => {
  const phoneNumber = async (code: string, token: string): Promise<unknown> => {
    const url = `${emulator.address}/wechat/wxa/business/getuserphonenumber?access_token=${token}`;
    return (await fetch(url, { method: 'POST', body: JSON.stringify({ code }) })).json();
  };

  it('gives a phone number for a code, once a token was asked for', async () => {
    const tokenResponse = await fetch(`${emulator.address}/wechat/cgi-bin/stable_token`, {
      method: 'POST',
      body: '{}',
    });
    const { access_token: token } = (await tokenResponse.json()) as { access_token: string };
    expect(await phoneNumber('phone:13800000001', token)).toMatchObject({
      errcode: 0,
      phone_info: { purePhoneNumber: '13800000001', countryCode: '86' },
    });
    expect(await phoneNumber('phone:138', token)).toMatchObject({ errcode: 40029 });
    expect(await phoneNumber('phone:13800000001', 'other')).toMatchObject({ errcode: 40001 });
  });

  it.each([
    ['周末一起走走', { errcode: 0, result: { suggest: 'pass' } }],
    ['带你投资', { errcode: 0, result: { suggest: 'review' } }],
    ['来赌博', { errcode: 0, result: { suggest: 'risky' } }],
    ['检查失灵', { errcode: -1 }],
    ['长'.repeat(2_501), { errcode: 47001 }],
  ])('gives a verdict on a text: %p', async (content, verdict) => {
    const check = async (openid: string, token = 'emulated-access-token') => {
      const url = `${emulator.address}/wechat/wxa/msg_sec_check?access_token=${token}`;
      const body = JSON.stringify({ openid, scene: 1, version: 2, content });
      return (await (await fetch(url, { method: 'POST', body })).json()) as unknown;
    };
    expect(await check('somebody')).toMatchObject(verdict);
    expect(await check('')).toMatchObject({ errcode: 40003 });
    expect(await check('somebody', 'other')).toMatchObject({ errcode: 40001 });
  });
});

// fetch will not send these headers.
async function statusWith(headers: Record<string, string>, path = '/v1/functions/visit'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${emulator.address}${path}`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    request.end('{}');
  });
}
