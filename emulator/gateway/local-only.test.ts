import { request } from 'node:http';
import type { Listening } from './listen';
import { listen } from './listen';

let server: Listening;
beforeAll(async () => {
  server = await listen(0, (_asked, response) => void response.end('let in'));
});
afterAll(() => server.stop());

function statusOf(path: string, headers: Readonly<Record<string, string>>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    // Node's own fetch would lead the path back and forth itself, and sets a host of its own.
    const asked = request({ port: server.port, host: '127.0.0.1', path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });
}

const foreign = { 'sec-fetch-site': 'cross-site' };

describe('a page of somebody else', () => {
  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.nip.io:80',
    'localhost@evil.example',
    '[::1]',
    '0.0.0.0',
  ])('that has pointed the name %j at this machine is refused', async (host) => {
    expect(await statusOf('/emulator/', { host })).toBe(403);
  });

  it.each([
    'https://evil.example',
    'null',
    'http://localhost.evil.example',
    'https://localhost:8787',
    'file://',
    'http://127.0.0.1:1:2',
  ])('from %s may send nothing anywhere, by preflight, form or upgrade', async (origin) => {
    for (const [method, path, more] of [
      ['OPTIONS', '/v1/functions/a', { 'access-control-request-method': 'POST' }],
      ['POST', '/admin', { 'content-type': 'text/plain' }],
      ['POST', '/emulator/timers/a/b', { 'content-type': 'application/x-www-form-urlencoded' }],
      ['PUT', '/emulator/storage/a', {}],
      ['GET', '/', { connection: 'upgrade', upgrade: 'websocket' }],
    ] as const) {
      expect([path, await statusOf(path, { origin, ...more }, method)]).toEqual([path, 403]);
    }
  });

  it.each([
    '/admin',
    '/admin?a',
    '/wechat/cgi-bin/token',
    '/%77echat/cgi-bin/token',
    '/v1/functions/a',
    '/web',
    '/emulator/outbox',
    '/emulator/%6futbox',
    '/a/../emulator/outbox',
    '/a/%2e%2e/emulator/outbox',
    '/emulator/api/state',
    '/emulator/%61pi/state',
    '/emulator/calls?%',
    '/emulator/timers',
    '/%',
    '/%77echat/%', // prettier-ignore
  ])('makes no picture or script of what is for programs: %s', async (path) => {
    expect(await statusOf(path, foreign)).toBe(403);
  });

  it.each([
    '/',
    '/emulator/',
    '/emulator/storage/a%20b.png?sign=a&t=1',
    '/js/app.js',
    '/administration',
    '/emulator/callsign',
  ])('may still lead to %s, and show it', async (path) => {
    expect(await statusOf(path, foreign)).toBe(200);
  });
});

it.each([{}, { origin: 'http://localhost:10086' }, { 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }])(
  'programs and pages of this machine are let in: %j',
  async (headers) => {
    expect(await statusOf('/emulator/outbox', headers)).toBe(200);
  },
);
