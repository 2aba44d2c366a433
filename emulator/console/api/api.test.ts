import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningEmulator } from '../../emulator';
import { startEmulator } from '../../emulator';
import type { DocumentsPage } from './find';
import type { ImportReport } from './import';

let folder: string;
let emulator: RunningEmulator;
const logged: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-api-'));
  emulator = await startEmulator({
    port: 0,
    dataFile: join(folder, 'data.sqlite'),
    strict: true,
    collections: [
      { name: 'stations', indexes: [{ name: 'by_code', keys: [['code', 1]], unique: true }] },
      { name: 'orders', indexes: [] },
    ],
    functions: {
      handlers: {
        greet: (event: { name?: string; fail?: boolean; userInfo?: { openId: string } }) => {
          // eslint-disable-next-line no-console -- what a function prints is what is looked for
          console.log('greeting', event.name);
          if (event.fail === true) throw new Error('nobody to greet');
          return { hello: event.name, openid: event.userInfo?.openId ?? null };
        },
      },
    },
    functionSettings: { greet: { triggers: [{ name: 'morning', config: '0 0 8 * * * *', message: 'early' }] } },
    personas: [{ id: 'lin', name: '林师傅', about: '骑手', openid: 'openid-lin' }],
    log: (line) => logged.push(line),
  });
});

beforeEach(() => emulator.reset());

afterAll(async () => {
  await emulator.stop();
  await rm(folder, { recursive: true });
});

type Said = { readonly status: number; readonly json: unknown };

async function ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Said> {
  const response = await fetch(`${emulator.address}/emulator/api${path}`, { headers });
  return { status: response.status, json: await response.json() };
}

async function send(path: string, fields: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<Said> {
  const response = await fetch(`${emulator.address}/emulator/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof fields === 'string' || fields instanceof Blob ? fields : JSON.stringify(fields),
  });
  return { status: response.status, json: await response.json() };
}

async function find(collection: string, search = '', more: object = {}): Promise<readonly unknown[]> {
  const { status, json } = await send('/documents/find', {
    collection,
    search,
    sort: '',
    offset: 0,
    limit: 20,
    ...more,
  });
  if (status !== 200) throw new Error((json as { message: string }).message);
  return (json as DocumentsPage).documents.map(({ id }) => JSON.parse(id) as unknown);
}

const exported = async (query = ''): Promise<string> =>
  (await fetch(`${emulator.address}/emulator/api/export${query}`)).text();

async function imported(file: string, query: string): Promise<Said & { readonly report: ImportReport }> {
  const said = await send(`/import?${query}`, file, { 'content-type': 'application/x-ndjson' });
  return { ...said, report: said.json as ImportReport };
}

const refusedWith = (message: string, status: number) => ({
  status,
  json: expect.objectContaining({ message: expect.stringContaining(message) as string }) as object,
});

describe('who may ask', () => {
  it.each([
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['a page of another name for this machine', { origin: 'http://localhost:1' }],
    ['a frame or a link of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port that hides its origin', { 'sec-fetch-site': 'same-site' }],
    ['a page without an origin', { origin: 'null' }],
  ])('is not %s', async (_who, headers) => {
    for (const said of [
      await ask('/collections', headers),
      await send('/collections/create', { name: 'x' }, headers),
    ]) {
      expect(said.status).toBe(403);
    }
    expect(emulator.documents('orders').count()).toBe(0);
  });

  it('is the page itself, and a program', async () => {
    for (const headers of [{ origin: emulator.address, 'sec-fetch-site': 'same-origin' }, {}]) {
      expect((await ask('/collections', headers)).status).toBe(200);
    }
  });

  it('is nobody that reached this machine under another name', async () => {
    const status = await new Promise((resolve) => {
      request(
        {
          port: emulator.port,
          host: '127.0.0.1',
          path: '/emulator/api/collections',
          headers: { host: 'evil.example' },
        },
        (response) => resolve(response.statusCode),
      ).end();
    });
    expect(status).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'is no form: what comes as %s is refused unread',
    async (type) => {
      emulator.documents('orders').insert({ _id: 'a' });
      expect((await send('/collections/clear', { name: 'orders' }, { 'content-type': type })).status).toBe(415);
      expect(emulator.documents('orders').count()).toBe(1);
    },
  );

  it('lets no other page read an answer or frame this one', async () => {
    const page = await fetch(`${emulator.address}/emulator/`);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const answer = await fetch(`${emulator.address}/emulator/api/state`, { headers: { origin: emulator.address } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('documents', () => {
  it.each([
    [
      'an unknown collection',
      '/documents/find',
      { collection: 'nowhere', search: '', sort: '', offset: 0, limit: 20 },
      '没有这个集合',
      422,
    ],
    [
      'a collection that every object has',
      '/documents/find',
      { collection: '__proto__', search: '', sort: '', offset: 0, limit: 20 },
      '没有这个集合',
      422,
    ],
    [
      'a filter that cannot be read',
      '/documents/find',
      { collection: 'orders', search: '{ a: ', sort: '', offset: 0, limit: 20 },
      '第 1 行第 5 列',
      400,
    ],
    [
      'an operator nobody knows',
      '/documents/find',
      { collection: 'orders', search: '{ a: { $like: 1 } }', sort: '', offset: 0, limit: 20 },
      '$like',
      422,
    ],
    [
      'an order nobody knows',
      '/documents/find',
      { collection: 'orders', search: '', sort: '{ a: 2 }', offset: 0, limit: 20 },
      '1 or -1',
      422,
    ],
    [
      'a page that is too long',
      '/documents/find',
      { collection: 'orders', search: '', sort: '', offset: 0, limit: 9999 },
      'limit',
      400,
    ],
    ['no document', '/documents/insert', { collection: 'orders', typed: '[1]' }, '一个对象', 400],
    ['broken EJSON', '/documents/insert', { collection: 'orders', typed: '{ at: { $date: "never" } }' }, '', 422],
    [
      'a document with an operator',
      '/documents/insert',
      { collection: 'orders', typed: '{ $set: { a: 1 } }' },
      '$set',
      422,
    ],
    ['a missing document', '/documents/remove', { collection: 'orders', id: '"nobody"' }, '没有这份文档', 404],
    ['an _id that is no EJSON', '/documents/one', { collection: 'orders', id: 'nobody' }, '', 422],
    ['a field of a wrong type', '/documents/one', { collection: 7, id: 'x' }, 'collection', 400],
    ['a strange name for a collection', '/collections/create', { name: '../x' }, '集合名称', 400],
    ['a collection that is there', '/collections/create', { name: 'orders' }, '已有同名集合', 422],
    ['no JSON', '/documents/one', 'collection=orders', '不是 JSON 对象', 400],
    ['an address that is none', '/documents/all', {}, '没有这个地址', 404],
  ])('refuses %s in words', async (_what, path, fields, words, status) => {
    expect(await send(path, fields)).toEqual(refusedWith(words, status));
  });

  it('are found by filter, by text and by _id, in the order asked for', async () => {
    const at = new Date('2024-03-01T00:00:00Z');
    emulator.documents('orders').insertMany([
      { _id: 'one', words: 'mentions three', n: 4 },
      { _id: 'two', words: 'Three "quoted"', n: 42, at },
      { _id: 'three', words: 'none', n: 7, deep: [{ of: '北蔡' }] },
    ]);
    expect(await find('orders', '{ n: { $gt: 4 } } // typed', { sort: '{ n: -1 }' })).toEqual(['two', 'three']);
    expect(await find('orders', 'three')).toEqual(['three', 'one', 'two']);
    expect(await find('orders', '4')).toEqual(['one']);
    expect(await find('orders', '北蔡')).toEqual(['three']);
    expect(await find('orders', '"quoted"')).toEqual(['two']);
    expect(await find('orders', '2024-03-01')).toEqual(['two']);
    expect(await find('orders', 'words')).toEqual([]);
    expect(await find('orders', '', { offset: 1, limit: 1 })).toEqual(['two']);
    expect(emulator.journal.queries.list()).toEqual([]);
  });

  it('keep their types and the order of their fields through an edit', async () => {
    await send('/documents/insert', {
      collection: 'orders',
      typed: '{ _id: "t", b: NumberLong("5"), a: 5, c: 5.0, at: ISODate("2024-03-01T00:00:00Z") }',
    });
    const before = ((await send('/documents/one', { collection: 'orders', id: '"t"' })).json as { text: string }).text;
    expect(before).toBe(
      '{"_id":"t","b":{"$numberLong":"5"},"a":{"$numberInt":"5"},"c":{"$numberDouble":"5.0"},"at":{"$date":{"$numberLong":"1709251200000"}}}',
    );
    const saved = await send('/documents/replace', {
      collection: 'orders',
      id: '"t"',
      before,
      typed: before.replace('"5.0"', '"6.5"'),
    });
    expect(saved.json).toEqual({ id: '"t"', text: before.replace('"5.0"', '"6.5"') });
  });

  it('are refused by a unique index, whose name is said', async () => {
    emulator.documents('stations').insertMany([
      { _id: 'a', code: 'A' },
      { _id: 'b', code: 'B' },
    ]);
    const before = '{"_id":"b","code":"B"}';
    expect(
      await send('/documents/replace', { collection: 'stations', id: '"b"', before, typed: '{ _id: "b", code: "A" }' }),
    ).toEqual(refusedWith('唯一索引 by_code', 422));
    expect(await send('/documents/insert', { collection: 'stations', typed: '{ _id: "a" }' })).toEqual(
      refusedWith('这个 _id', 422),
    );
    expect(emulator.documents('stations').get('b')).toEqual({ _id: 'b', code: 'B' });
  });

  it('are not overwritten by somebody who saw them as they were', async () => {
    emulator.documents('orders').insert({ _id: 'a', n: 1 });
    const before = '{"_id":"a","n":{"$numberInt":"1"}}';
    emulator.documents('orders').update({ _id: 'a' }, { $set: { n: 2 } });
    const said = await send('/documents/replace', {
      collection: 'orders',
      id: '"a"',
      before,
      typed: '{ _id: "a", n: 9 }',
    });
    expect(said).toEqual(refusedWith('又被写过', 409));
    expect(emulator.documents('orders').get('a')).toEqual({ _id: 'a', n: 2 });
  });

  it('too long for a list come alone', async () => {
    emulator.documents('orders').insert({ _id: 'long', text: 'x'.repeat(50_000) });
    const { json } = await send('/documents/find', {
      collection: 'orders',
      search: '',
      sort: '',
      offset: 0,
      limit: 20,
    });
    expect((json as DocumentsPage).documents).toEqual([
      { id: '"long"', text: null, bytes: expect.any(Number) as number },
    ]);
  });

  it('are not read from a body without end', async () => {
    const said = await send('/documents/insert', `{"typed":"${'x'.repeat(65 * 1024 * 1024)}"}`).catch(() => null);
    // Some systems see the answer, others only the closed connection.
    if (said !== null) expect(said.status).toBe(413);
    expect((await ask('/collections')).status).toBe(200);
  });
});

describe('a transaction that is open', () => {
  it('keeps whole collections from being emptied or replaced', async () => {
    emulator.documents('orders').insert({ _id: 'a' });
    const post = (fields: object): Promise<Response> =>
      fetch(`${emulator.address}/admin`, { method: 'POST', body: JSON.stringify(fields) });
    const { transactionId } = (await (await post({ action: 'database.startTransaction' })).json()) as {
      transactionId: string;
    };
    expect(await send('/collections/clear', { name: 'orders' })).toEqual(refusedWith('有 1 个事务', 409));
    expect(await imported(await exported(), 'mode=replace&dry=false')).toEqual(
      expect.objectContaining(refusedWith('有 1 个事务', 409)),
    );
    await post({ action: 'database.abortTransaction', transactionId });
    expect((await send('/collections/clear', { name: 'orders' })).status).toBe(200);
    expect(emulator.documents('orders').count()).toBe(0);
  });
});

describe('calls', () => {
  it('are made as whoever was chosen, and say what was printed', async () => {
    const said = await send('/calls/call', { function: 'greet', as: 'persona:lin', event: "{ name: '林' }" });
    expect(said.json).toEqual(
      expect.objectContaining({
        result: { hello: '林', openid: 'openid-lin' },
        error: null,
        roundTrips: 0,
        lines: [expect.stringContaining('greeting 林')],
      }),
    );
    const failed = await send('/calls/call', { function: 'greet', as: 'anonymous', event: '{ fail: true }' });
    expect(failed.json).toEqual(
      expect.objectContaining({
        error: expect.objectContaining({ message: expect.stringContaining('nobody to greet') as string }) as object,
      }),
    );
    const timer = await send('/timers/run', { function: 'greet', trigger: 'morning' });
    expect(timer.json).toEqual(expect.objectContaining({ error: null }));
    const { json } = await ask('/calls');
    expect(
      (json as { caller: string; outcome: string }[]).map(({ caller, outcome }) => `${caller} ${outcome}`),
    ).toEqual(['timer:morning ok', 'anonymous error', 'openid:openid-lin ok']);
  });

  it.each([
    [{ function: 'greet', as: 'persona:nobody', event: '' }, '没有这个身份', 400],
    [{ function: 'greet', as: 'openid:a b', event: '' }, '没有这个身份', 400],
    [{ function: 'greet', as: 'anonymous', event: '[1]' }, '应是一个对象', 400],
  ])('are refused as %j', async (fields, words, status) => {
    expect(await send('/calls/call', fields)).toEqual(refusedWith(words, status));
  });

  it('of a timer that is none are refused', async () => {
    expect(await send('/timers/run', { function: 'greet', trigger: 'evening' })).toEqual(
      refusedWith('没有触发器 evening', 404),
    );
  });
});

describe('files', () => {
  const put = (path: string, type: string, content = 'text'): Promise<Said> =>
    send(`/files/put?${new URLSearchParams({ path, type }).toString()}`, new Blob([content]), {
      'content-type': 'application/octet-stream',
    });
  const fileId = (said: Said): string => (said.json as { fileId: string }).fileId;
  const content = (id: string): Promise<Response> =>
    fetch(`${emulator.address}/emulator/api/files/content?id=${encodeURIComponent(id)}`);

  it.each(['../up', '/etc/passwd', 'a/../../b', 'a//b', '', 'a/./b', 'a\\b', 'nul\0l', 'x'.repeat(900)])(
    'cannot be put at %j',
    async (path) => {
      expect((await put(path, 'text/plain')).status).toBe(400);
      expect((await ask('/files')).json).toEqual([]);
    },
  );

  it('are listed by how their path begins, read and removed', async () => {
    const said = await put('说明/驿站 手册.txt', 'text/plain');
    await put('other.txt', 'text/plain');
    expect((await ask(`/files?prefix=${encodeURIComponent('说明/')}`)).json).toEqual([said.json]);
    expect(await (await content(fileId(said))).text()).toBe('text');
    expect((await send('/files/remove', { fileId: fileId(said) })).status).toBe(200);
    expect(await send('/files/remove', { fileId: fileId(said) })).toEqual(refusedWith('没有这个文件', 404));
    expect((await content(fileId(said))).status).toBe(404);
    expect((await content('cloud://elsewhere/../../etc/passwd')).status).toBe(404);
  });

  it.each([
    ['image/svg+xml', 'application/octet-stream', 'attachment'],
    ['text/html', 'application/octet-stream', 'attachment'],
    ['image/png', 'image/png', 'inline'],
  ])('of type %s come as %s, %s, and can run nothing', async (type, sentType, disposition) => {
    const response = await content(fileId(await put('a.file', type, '<script>1</script>')));
    expect(response.headers.get('content-type')).toBe(sentType);
    expect(response.headers.get('content-disposition')).toContain(disposition);
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('a data set', () => {
  it('comes back as it went: every document, type, order and index', async () => {
    emulator.documents('stations').insertMany([
      { _id: 'z', code: 'Z', at: new Date(5) },
      { _id: 'a', code: 'A', n: 2.5 },
    ]);
    emulator.documents('orders').insert({ _id: 'o' });
    const file = await exported();
    emulator.documents('orders').insert({ _id: 'later' });
    emulator.documents('stations').update({ _id: 'a' }, { $set: { code: 'changed' } });
    const { report } = await imported(file, 'mode=replace&dry=false');
    expect(report).toEqual(expect.objectContaining({ isImported: true, problemCount: 0 }));
    const [, ...lines] = (await exported()).split('\n');
    expect(lines).toEqual(file.split('\n').slice(1));
    expect(await find('stations')).toEqual(['z', 'a']);
  });

  it('says in a dry run what the import then does, and does nothing', async () => {
    emulator.documents('orders').insertMany([{ _id: 'a' }, { _id: 'b' }]);
    const file = await exported('?collection=orders');
    emulator.documents('orders').update({ _id: 'a' }, { $set: { n: 1 } });
    const before = await exported();
    const dry = await imported(file, 'mode=replace&dry=true');
    expect((await exported()).split('\n').slice(1)).toEqual(before.split('\n').slice(1));
    const real = await imported(file, 'mode=replace&dry=false');
    expect(real.report).toEqual({ ...dry.report, isImported: true });
    expect(real.report.collections).toEqual([
      { name: 'orders', isNew: false, before: 2, added: 2, after: 2, hasOtherIndexes: false },
    ]);
  });

  it('is imported whole or not at all, with a reason for each bad line', async () => {
    emulator.documents('stations').insert({ _id: 'here', code: 'H' });
    const header = JSON.stringify({
      format: 'union-station-emulator',
      version: 1,
      collections: [
        { name: 'stations', indexes: [] },
        { name: 'fresh', indexes: [{ name: 'u', keys: [['k', 1]], unique: true }] },
      ],
    });
    const file = [
      header,
      '{"collection":"stations","document":{"_id":"new","code":"N"}}',
      '{"collection":"stations","document":{"_id":"here","code":"X"}}',
      '{"collection":"stations","document":{"_id":"other","code":"H"}}',
      'not a line',
      '{"collection":"elsewhere","document":{}}',
      '{"collection":"fresh","document":{"_id":"1","k":{"$numberInt":"1"}}}',
      '{"collection":"fresh","document":{"_id":"2","k":{"$numberLong":"1"}}}',
      '{"collection":"fresh","document":{"_id":"3","$set":1}}',
      '',
    ].join('\n');
    const { report } = await imported(file, 'mode=add&dry=false');
    expect(report.isImported).toBe(false);
    expect(report.problems.map(({ line, reason }) => [line, reason])).toEqual([
      [3, expect.stringContaining('这个 _id')],
      [4, expect.stringContaining('唯一索引 by_code')],
      [5, expect.stringContaining('形式的一行')],
      [6, expect.stringContaining('没有提到集合 elsewhere')],
      [8, expect.stringContaining('唯一索引 u')],
      [9, expect.stringContaining('$set')],
    ]);
    expect(emulator.documents('stations').find()).toEqual([{ _id: 'here', code: 'H' }]);
    expect((await ask('/collections')).json).not.toContainEqual(expect.objectContaining({ name: 'fresh' }));
  });

  it('brings collections that are not here, with their unique indexes, and they outlive a restart', async () => {
    const header = {
      format: 'union-station-emulator',
      version: 1,
      collections: [{ name: 'brought', indexes: [{ name: 'u', keys: [['k', 1]], unique: true }] }],
    };
    const file = `${JSON.stringify(header)}\n{"collection":"brought","document":{"_id":"1","k":"x"}}\n`;
    expect((await imported(file, 'mode=add&dry=false')).report.collections).toEqual([
      { name: 'brought', isNew: true, before: 0, added: 1, after: 1, hasOtherIndexes: false },
    ]);
    await emulator.stop();
    emulator = await startEmulator({
      port: 0,
      dataFile: join(folder, 'data.sqlite'),
      collections: [],
      functions: { handlers: {} },
    });
    expect(await send('/documents/insert', { collection: 'brought', typed: '{ k: "x" }' })).toEqual(
      refusedWith('唯一索引 u', 422),
    );
  });

  it.each([
    ['', '文件头'],
    ['{"_id":"1"}\n', '文件头'],
    ['{"format":"union-station-emulator","version":9,"collections":[]}\n', '第 9 版'],
    [
      '{"format":"union-station-emulator","version":1,"collections":[{"name":"a","indexes":[{"name":"b","keys":[["c",7]]}]}]}',
      '不完整',
    ],
    ['{"format":"union-station-emulator","version":1,"collections":[{"name":"../a","indexes":[]}]}', '集合名称'],
  ])('that begins with %j is refused', async (file, words) => {
    expect(await imported(file, 'mode=add&dry=false')).toEqual(expect.objectContaining(refusedWith(words, 400)));
    expect(await imported(file, 'mode=all&dry=false')).toEqual(expect.objectContaining(refusedWith('mode', 400)));
  });

  it('leaves no file of its own behind', async () => {
    const ofConsoles = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('emulator-console-'));
    const before = ofConsoles();
    await imported(await exported(), 'mode=add&dry=true');
    // Another emulator of this machine may be at work on a file; whoever leaves one behind keeps this from ending.
    while (ofConsoles().some((name) => !before.includes(name))) await new Promise((resolve) => setTimeout(resolve, 50));
  });
});
