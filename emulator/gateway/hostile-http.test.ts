import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningEmulator } from '../emulator';
import { startEmulator } from '../emulator';

const log: string[] = [];
const called: unknown[] = [];
let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({
    port: 0,
    dataFile: ':memory:',
    collections: [{ name: 'things', indexes: [] }],
    functions: { handlers: { echo: (event) => called.push(event) } },
    log: (line) => log.push(line),
  });
});
beforeEach(() => {
  log.length = 0;
  called.length = 0;
});
afterAll(() => emulator.stop());

const post = async (path: string, body: string, type = 'application/json'): Promise<unknown> =>
  (
    await fetch(`${emulator.address}${path}`, { method: 'POST', headers: { 'content-type': type }, body })
  ).json() as Promise<unknown>;

describe('a body that nests without end', () => {
  const endless = '['.repeat(2_000_000);

  it('is refused by /admin before it is parsed', async () => {
    expect(await post('/admin', endless)).toEqual({
      code: 'INVALID_PARAM',
      message: 'a request may nest 256 levels deep at most',
    });
    expect(await post('/admin', `{"action":"database.getDocument","query":${endless}`)).toMatchObject({
      code: 'INVALID_PARAM',
    });
  });
});

/** Writes these very bytes and reads whatever comes, until the other side has closed or nothing more is to be heard. */
function send(text: string, then: 'end' | 'go away' | 'listen' = 'listen'): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(emulator.port, '127.0.0.1');
    let heard = '';
    socket.setEncoding('utf8');
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('data', (part: string) => (heard += part));
    // Being cut off is an answer, too.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
    socket.write(text, () => {
      if (then === 'end') socket.end();
      if (then === 'go away') setTimeout(() => socket.destroy(), 50);
    });
  });
}

const head = (first: string, ...headers: readonly string[]): string =>
  [`${first} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join('\r\n');
const statusesOf = (heard: string): readonly string[] =>
  [...heard.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status = '']) => status);

describe('a length that is not that of the body', () => {
  const event = '{"a":1}';
  it.each([
    ['longer than what came before the end', ['Content-Length: 200'], event, ['400']],
    ['below nothing', ['Content-Length: -1'], event, ['400']],
    ['beyond all numbers', [`Content-Length: ${'9'.repeat(30)}`], event, ['400']],
    ['said twice', ['Content-Length: 7', 'Content-Length: 2'], event, ['400']],
    ['said beside chunks', ['Content-Length: 7', 'Transfer-Encoding: chunked'], '0\r\n\r\n', ['400']],
    ['that of no chunk', ['Transfer-Encoding: chunked'], `x\r\n${event}`, ['400']],
    ['in an unknown coding', ['Transfer-Encoding: gzip'], event, ['400']],
  ])('%s: no function is called', async (_about, headers, body, statuses) => {
    const heard = await send(head('POST /v1/functions/echo', ...headers) + body, 'end');
    expect([statusesOf(heard), called, log]).toEqual([statuses, [], []]);
  });

  it('shorter than it: what is left over is no request', async () => {
    const heard = await send(head('POST /v1/functions/echo', 'Content-Length: 2') + `{}${event}`, 'end');
    expect([statusesOf(heard).at(-1), called.length <= 1, log]).toEqual(['400', true, []]);
  });
});

describe('somebody who goes away in the middle of a body', () => {
  it.each([
    ['/admin', 'application/json'],
    ['/v1/functions/echo', 'application/json'],
    ['/web', 'application/json'],
    ['/wechat/wxa/img_sec_check?access_token=emulated-access-token', 'multipart/form-data; boundary=mark'],
    ['/emulator/api/documents/insert', 'application/json'],
    ['/emulator/api/import?mode=add', 'application/x-ndjson'],
    ['/emulator/api/files/put?path=half', 'application/octet-stream'],
    ['/emulator/storage/half', 'multipart/form-data; boundary=mark'],
  ])('of a request to %s leaves nothing behind, and is no fault', async (path, type) => {
    const asked = head(`POST ${path}`, `Content-Type: ${type}`, 'Content-Length: 5000');
    expect(await send(`${asked}{"format":`, 'go away')).toBe('');
    await pause(50);
    expect([called, log]).toEqual([[], []]);
    const now = (about: string) => fetch(`${emulator.address}/emulator/api/${about}`);
    expect(await (await now('import')).json()).toEqual({ at: 'idle' });
    expect(await (await now('files')).json()).toEqual([]);
  });
});

describe('headers without end', () => {
  it('are refused where they are longer than 16 KB', async () => {
    expect(statusesOf(await send(head('GET /emulator/health', `X-Long: ${'x'.repeat(17_000)}`)))).toEqual(['431']);
  });

  it('hide no origin behind them, however many they are', async () => {
    const many = Array.from({ length: 3_000 }, () => 'a:');
    const heard = await send(head('GET /emulator/health', ...many, 'Origin: http://evil.example', 'Connection: close'));
    expect(statusesOf(heard)).toEqual(['403']);
  });
});

describe('a method that is none here', () => {
  const doors = ['/admin', '/v1/functions/echo', '/emulator/timers/a/b', '/emulator/api/import', '/emulator/storage/a'];
  it.each(['TRACE', 'DELETE', 'PATCH', 'PROPFIND', 'QUERY', 'M-SEARCH'])('%s opens no door', async (method) => {
    for (const door of doors) {
      const heard = await send(head(`${method} ${door}`, 'Connection: close'));
      expect([door, ['404', '405', '415'].includes(statusesOf(heard)[0] ?? '')]).toEqual([door, true]);
    }
    expect([called, log]).toEqual([[], []]);
  });

  it.each(['NONSENSE', 'get', ''])('%j is no HTTP', async (method) => {
    expect(statusesOf(await send(head(`${method} /emulator/health`)))).toEqual(['400']);
  });

  it('CONNECT leads nowhere', async () => {
    expect(await send(head('CONNECT evil.example:443'))).toBe('');
  });
});

it.each([
  'http://evil.example/admin',
  'http://localhost/admin',
  '//localhost/admin',
  '/%61dmin',
  '/x/../admin',
  '/admin/',
  '*',
])('the database has one address, and %s is not it', async (address) => {
  const ask = '{"action":"database.addCollection","collectionName":"more"}';
  const heard = await send(head(`POST ${address}`, `Content-Length: ${ask.length}`, 'Connection: close') + ask);
  expect(['400', '404']).toContain(statusesOf(heard)[0]);
  expect(() => emulator.documents('more').find({})).toThrow();
});

it.each(['websocket', 'h2c', 'TLS/1.0'])('an upgrade to %s is answered as if nobody had asked for it', async (to) => {
  const asked = head(
    'GET /emulator/health',
    `Upgrade: ${to}`,
    'Connection: Upgrade, close',
    'Sec-WebSocket-Version: 13',
  );
  expect(statusesOf(await send(asked))).toEqual(['200']);
});

it('a form for WeChat has a hundred fields at most', async () => {
  const check = async (more: number): Promise<unknown> => {
    const form = new FormData();
    form.append('media', new Blob(['x'], { type: 'image/png' }), 'a.png');
    for (let at = 0; at < more; at += 1) form.append(`field${at}`, 'x');
    const to = `${emulator.address}/wechat/wxa/img_sec_check?access_token=emulated-access-token`;
    return (await fetch(to, { method: 'POST', body: form })).json();
  };
  expect(await check(99)).toMatchObject({ errcode: 0 });
  expect(await check(100)).toMatchObject({ errcode: 41005 });
});
