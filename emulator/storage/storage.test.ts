import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tcb from '@cloudbase/node-sdk';
import fc from 'fast-check';
import type { Identity, LocalCloud } from '../local-cloud';
import { openLocalCloud } from '../local-cloud';
import { rangeOf } from './byte-range';
import { pathOf, plainPath } from './cloud-path';
import { filesIn } from './disk-files';
import { createLinks } from './links';

const collections = [] as const;
const BUCKET = 'cloud://local-env.6c6f-local-env-1250000000';

let folder: string;
let local: LocalCloud;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-test-'));
  local = await openLocalCloud({ dataFile: ':memory:', collections, functions: { handlers: {} } });
});
beforeEach(() => local.reset());
afterAll(async () => {
  local.close();
  await rm(folder, { recursive: true });
});

type App = ReturnType<typeof tcb.init>;

const using = <T>(act: (app: App) => Promise<T>): Promise<T> =>
  local.runAs({ console: true }, () => act(tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })));

const upload = (cloudPath: string, text: string): Promise<string> =>
  using(async (app) => (await app.uploadFile({ cloudPath, fileContent: Buffer.from(text) })).fileID);

const linkOf = (fileID: string, maxAge = 60): Promise<string> =>
  using(async (app) => (await app.getTempFileURL({ fileList: [{ fileID, maxAge }] })).fileList[0]?.tempFileURL ?? '');

describe('a file', () => {
  it.each([
    'a.txt',
    'a/b/c.bin',
    '照片/工会 驿站.png',
    '100%.txt',
    'a#b?c=d&e.txt',
    "it's (1)+!~*.txt",
    'a\\b',
    '%2e%2e/x',
  ])('is put, read by the SDK, and read by its link, under the name %s', async (path) => {
    const fileID = await upload(path, `content of ${path}`);
    expect(fileID).toBe(`${BUCKET}/${path}`);
    const { fileContent } = await using((app) => app.downloadFile({ fileID }));
    expect(fileContent?.toString()).toBe(`content of ${path}`);
    expect(await (await fetch(await linkOf(fileID))).text()).toBe(`content of ${path}`);
    const whole = await using((app) => app.getTempFileURL({ fileList: [{ fileID, maxAge: 60, urlType: 'COS_URL' }] }));
    expect(await (await fetch(whole.fileList[0]?.tempFileURL ?? '')).text()).toBe(`content of ${path}`);
  });

  it('comes as a stream, replaces the one before, and may be empty', async () => {
    const file = join(folder, 'big');
    const content = Buffer.alloc(3_000_000, 'x');
    await writeFile(file, content);
    const put = (fileContent: Buffer | ReturnType<typeof createReadStream>) =>
      using((app) => app.uploadFile({ cloudPath: 'big', fileContent }));
    const { fileID } = await put(createReadStream(file));
    const { fileContent } = await using((app) => app.downloadFile({ fileID }));
    expect(content.equals(fileContent as Buffer)).toBe(true);
    await put(Buffer.from(''));
    expect((await local.files.read(fileID))?.byteLength).toBe(0);
    expect((await fetch(await linkOf(fileID))).headers.get('content-length')).toBe('0');
    expect(await local.files.list('')).toMatchObject([{ path: 'big', bytes: 0 }]);
  });

  it('tells its size and type, by the SDK and by its headers', async () => {
    const fileID = await upload('pictures/logo.PNG', 'picture');
    const { fileList } = await using((app) => app.getFileInfo({ fileList: [fileID] }));
    expect(fileList).toMatchObject([{ code: 'SUCCESS', fileName: 'logo.PNG', mime: 'image/png', size: 7 }]);
    const { status, headers } = await fetch(await linkOf(fileID), { method: 'HEAD' });
    expect([status, headers.get('content-type'), headers.get('accept-ranges')]).toEqual([200, 'image/png', 'bytes']);
    expect(headers.get('content-security-policy')).toBe('sandbox');
  });

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
    ['bytes=10-', 416, null, 'bytes */10'],
    ['lines=1-2', 200, '0123456789', null],
  ])('is given in part: %s', async (range, status, text, contentRange) => {
    const response = await fetch(await linkOf(await upload('digits', '0123456789')), { headers: { range } });
    expect([response.status, response.headers.get('content-range')]).toEqual([status, contentRange]);
    if (text !== null) expect(await response.text()).toBe(text);
  });

  it('is copied and moved, over another only if that is allowed', async () => {
    await upload('from/a.txt', 'one');
    await upload('kept/a.txt', 'other');
    const { fileList } = await using((app) =>
      app.copyFile({
        fileList: [
          { srcPath: 'from/a.txt', dstPath: 'copy/a.txt' },
          { srcPath: 'from/a.txt', dstPath: 'kept/a.txt', overwrite: false },
          { srcPath: 'absent/a.txt', dstPath: 'x/a.txt' },
          { srcPath: 'from/a.txt', dstPath: 'moved/a.txt', removeOriginal: true },
        ],
      }),
    );
    expect(fileList.map(({ code }) => code)).toEqual([
      'SUCCESS',
      'STORAGE_REQUEST_FAIL',
      'STORAGE_FILE_NONEXIST',
      'SUCCESS',
    ]);
    expect((await local.files.list('')).map(({ path }) => path)).toEqual(['copy/a.txt', 'kept/a.txt', 'moved/a.txt']);
    expect((await local.files.read(`${BUCKET}/kept/a.txt`))?.toString()).toBe('other');
  });

  it('may be read by anybody with an identity, as the permission of a new bucket has it', async () => {
    const fileID = await upload('a/shown.txt', 'content');
    const authority = (type: string, path: string, identity: Identity = { customUserId: 'lin' }) =>
      local.runAs(identity, () =>
        tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).getFileAuthority({ fileList: [{ type, path }] }),
      );
    const { data: metadata } = await using((app) => app.getUploadMetadata({ cloudPath: 'a/shown.txt' }));
    expect((await authority('READ', fileID)).data).toEqual([
      { path: fileID, cosFileId: metadata.cosFileId, read: true },
    ]);
    const missing = `${BUCKET}/a/missing.txt`;
    expect((await authority('READ', missing, { openid: 'lin' })).data).toEqual([
      { path: missing, cosFileId: '', read: false },
    ]);
    await expect(authority('WRITE', fileID)).rejects.toThrow("'WRITE'");
    await expect(authority('READ', '../a')).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    await expect(authority('READ', fileID, { console: true })).rejects.toThrow('admin do not need');
  });

  it('is deleted once, and others in the same request are not kept from it', async () => {
    const fileID = await upload('a', 'x');
    const { fileList } = await using((app) => app.deleteFile({ fileList: [fileID, fileID, 'nonsense'] }));
    expect(fileList.map(({ code }) => code)).toEqual(['SUCCESS', 'STORAGE_FILE_NONEXIST', 'STORAGE_FILE_NONEXIST']);
    await expect(using((app) => app.downloadFile({ fileID }))).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
  });

  it('is one of at most fifty in a request', async () => {
    const fileList = Array.from({ length: 51 }, (_, at) => `${BUCKET}/${at}`);
    await expect(using((app) => app.deleteFile({ fileList }))).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    await expect(using((app) => app.getTempFileURL({ fileList }))).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  });

  it('is one of a hundred put at once, ten of them under one name', async () => {
    const paths = Array.from({ length: 100 }, (_, at) => (at < 10 ? 'same' : `many/${at}`));
    await Promise.all(paths.map((path, at) => upload(path, `content ${at}`)));
    expect(await local.files.list('many/')).toHaveLength(90);
    const contents = await Promise.all(
      paths.slice(10).map(async (path) => (await local.files.read(`${BUCKET}/${path}`))?.toString()),
    );
    expect(contents).toEqual(paths.slice(10).map((_, at) => `content ${at + 10}`));
    expect((await local.files.read(`${BUCKET}/same`))?.toString()).toMatch(/^content \d$/);
  });
});

describe('a name', () => {
  it.each(['../a', 'a/../b', 'a/./b', '', '/', '//a', 'a//b', 'a/', 'a\u0000b', 'a\nb', '长'.repeat(284), 'a\ud800'])(
    'that could lead astray is refused: %j',
    async (path) => {
      expect(() => plainPath(path)).toThrow(expect.objectContaining({ code: 'INVALID_PARAM' }) as Error);
      if (path === '') return;
      await expect(upload(path, 'x')).rejects.toMatchObject({ code: 'INVALID_PARAM' });
      expect(await local.files.list('')).toEqual([]);
    },
  );

  it('loses one slash at its head', async () => {
    expect(await upload('/etc/passwd', 'x')).toBe(`${BUCKET}/etc/passwd`);
  });

  it('that is accepted is the same after any way there and back', () => {
    const links = createLinks(() => 'http://127.0.0.1:1');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
        let path: string;
        try {
          path = plainPath(text);
        } catch {
          return;
        }
        expect(pathOf(`${BUCKET}/${path}`)).toBe(path);
        for (const link of [links.toRead(path, 9, false), links.toRead(path, 9, true)]) {
          expect(decodeURIComponent(new URL(link).pathname.replace('/emulator/storage/', ''))).toBe(path);
        }
        const bySdk = new URL(encodeURI(links.toRead(path, 9, false))).pathname.replace('/emulator/storage/', '');
        const once = decodeURIComponent(bySdk);
        expect([once, /%/.test(once) ? decodeURIComponent(once) : once]).toContain(path);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a link', () => {
  it('is refused when it is altered, for another file, or too old', async () => {
    const link = await linkOf(await upload('a', 'secret'));
    await upload('b', 'other');
    const url = new URL(link);
    const altered = [
      link.replace('/a?', '/b?'),
      link.replace(/sign=./, (found) => (found.endsWith('0') ? 'sign=1' : 'sign=0')),
      link.replace(/t=\d+/, (found) => `${found}0`),
      link.replace(/\?.*/, ''),
      `${url.origin}/emulator/storage/%E0%A4%A`,
    ];
    for (const one of altered) expect([one, (await fetch(one)).status]).toEqual([one, 403]);
    expect((await fetch(link)).status).toBe(200);
  });

  it('ends when its time is over, and reading is not writing', () => {
    let now = 1_000_000;
    const links = createLinks(
      () => '',
      () => now,
    );
    const { sign = '', t = '' } = Object.fromEntries(new URLSearchParams(links.toRead('a', 60, true).split('?')[1]));
    expect(links.allows('read', 'a', sign, t)).toBe(true);
    expect(links.allows('write', 'a', sign, t)).toBe(false);
    now += 59_999;
    expect(links.allows('read', 'a', sign, t)).toBe(true);
    now += 1;
    expect(links.allows('read', 'a', sign, t)).toBe(false);
  });

  it('to write holds for the file it was asked for alone', async () => {
    const { data } = await using((app) => app.getUploadMetadata({ cloudPath: 'mine' }));
    const put = (url: string, authorization: string) =>
      fetch(url, { method: 'PUT', body: 'x', headers: { authorization } });
    expect((await put(data.url.replace('mine', 'theirs'), data.authorization)).status).toBe(403);
    expect(await (await put(data.url, 'nonsense')).text()).toContain('<Code>SignatureDoesNotMatch</Code>');
    expect((await put(data.url, data.authorization)).status).toBe(200);
    expect((await local.files.list('')).map(({ path }) => path)).toEqual(['mine']);
  });

  it.each([
    ['browsers', 'signature'],
    ['releases 2 of the SDK', 'Signature'],
  ])('takes a form too, as %s send it', async (_whose, signature) => {
    const { data } = await using((app) => app.getUploadMetadata({ cloudPath: '表/a.txt' }));
    const form = new FormData();
    for (const [name, value] of [
      ['key', '表/a.txt'],
      [signature, data.authorization],
      ['success_action_status', '201'],
    ] as const) {
      form.append(name, value);
    }
    form.append('file', new Blob([Buffer.from([0, 255, 13, 10, 45, 45])], { type: 'text/plain' }), 'a.txt');
    expect((await fetch(data.url, { method: 'POST', body: form })).status).toBe(201);
    expect([...((await local.files.read(data.fileId)) ?? [])]).toEqual([0, 255, 13, 10, 45, 45]);
    form.set('key', 'elsewhere');
    expect((await fetch(data.url, { method: 'POST', body: form })).status).toBe(403);
  });
});

describe('an upload', () => {
  it('that breaks off leaves what was there before', async () => {
    const fileID = await upload('a', 'before');
    const { data } = await using((app) => app.getUploadMetadata({ cloudPath: 'a' }));
    await new Promise<void>((resolve) => {
      const request = httpRequest(data.url, { method: 'PUT', headers: { authorization: data.authorization } });
      request.on('error', () => resolve());
      request.write('half of it', () => request.destroy(new Error('gone')));
    });
    expect((await local.files.read(fileID))?.toString()).toBe('before');
  });

  it('that is too large is refused and leaves nothing', async () => {
    const directory = join(folder, 'small');
    const files = filesIn(() => directory, 10);
    await expect(files.put('a', Buffer.alloc(11), 'text/plain')).rejects.toThrow('at most 10 bytes');
    expect(await readdir(join(directory, 'objects'))).toEqual([]);
    await files.put('a', Buffer.alloc(10), 'text/plain');
    expect(await files.list('')).toHaveLength(1);
  });
});

describe('the directory', () => {
  it('keeps files, their types and their times over a restart, beside the data', async () => {
    const dataFile = join(folder, 'kept.sqlite');
    const open = () => openLocalCloud({ dataFile, collections, functions: { handlers: {} } });
    const first = await open();
    const kept = await first.files.put('a/b.bin', Buffer.from('kept'), 'application/x-own');
    first.close();
    expect((await stat(`${dataFile}.files`)).isDirectory()).toBe(true);
    const second = await open();
    expect(await second.files.list('')).toEqual([kept]);
    expect((await second.files.read(kept.fileId))?.toString()).toBe('kept');
    second.close();
  });

  it('of a cloud in memory is gone when it closes, and is never made for nothing', async () => {
    const ours = async () => new Set((await readdir(tmpdir())).filter((name) => name.startsWith('cloud-files-')));
    const before = await ours();
    const idle = await openLocalCloud({ dataFile: ':memory:', collections, functions: { handlers: {} } });
    idle.reset();
    idle.close();
    const busy = await openLocalCloud({ dataFile: ':memory:', collections, functions: { handlers: {} } });
    await busy.files.put('a', Buffer.from('x'), 'text/plain');
    const during = await ours();
    expect([...during].filter((name) => !before.has(name)).length).toBeGreaterThan(0);
    busy.close();
    const made = [...during].filter((name) => !before.has(name));
    const after = await ours();
    expect(made.some((name) => !after.has(name))).toBe(true);
  });

  it('is cleared of what a kill left: bytes without an entry, an entry without its bytes, a draft', async () => {
    const directory = join(folder, 'killed');
    const files = filesIn(() => directory);
    await files.put('whole', Buffer.from('whole'), 'text/plain');
    await files.put('cut', Buffer.from('all of it'), 'text/plain');
    const before = await readdir(join(directory, 'objects'));
    for (const name of before) {
      const file = join(directory, 'objects', name);
      if ((await stat(file)).size === 9) await writeFile(file, 'half');
    }
    await writeFile(join(directory, 'objects', 'f'.repeat(32)), 'no entry');
    await writeFile(join(directory, 'entries', `${'e'.repeat(32)}.draft`), '{');
    await writeFile(join(directory, 'entries', `${'a'.repeat(64)}.json`), '{"path":');
    const again = filesIn(() => directory);
    expect((await again.list('')).map(({ path }) => path)).toEqual(['whole']);
    expect(await readdir(join(directory, 'objects'))).toHaveLength(1);
    expect(await readdir(join(directory, 'entries'))).toHaveLength(1);
  });

  it('keeps files of somebody else, whatever lies there', async () => {
    const directory = join(folder, 'mine');
    await mkdir(join(directory, 'entries', 'letters'), { recursive: true });
    await mkdir(join(directory, 'objects'));
    const own = ['entries/diary.txt', 'entries/letters/a.json', 'entries/b.json', 'objects/vase.png'];
    for (const name of own) await writeFile(join(directory, name), 'mine');
    const files = filesIn(() => directory);
    await files.put('a', Buffer.from('a'), 'text/plain');
    expect((await files.list('')).map(({ path }) => path)).toEqual(['a']);
    for (const name of own) expect(await readFile(join(directory, name), 'utf8')).toBe('mine');
  });

  it.each(['objects', 'entries'])('clears nothing away by a link: %s', async (linked) => {
    const [directory, elsewhere] = [join(folder, `linked-${linked}`), join(folder, `elsewhere-${linked}`)];
    await mkdir(directory);
    await mkdir(elsewhere);
    const names = ['f'.repeat(32), `${'a'.repeat(64)}.json`];
    for (const name of names) await writeFile(join(elsewhere, name), 'mine');
    await symlink(elsewhere, join(directory, linked));
    await expect(filesIn(() => directory).put('a', Buffer.from('a'), 'text/plain')).rejects.toThrow('is a link');
    expect((await readdir(elsewhere)).sort()).toEqual([...names].sort());
  });

  it('gives out no file elsewhere that a link among its bytes leads to', async () => {
    const directory = join(folder, 'link-within');
    await filesIn(() => directory).put('a', Buffer.from('open'), 'text/plain');
    const [object = ''] = await readdir(join(directory, 'objects'));
    await writeFile(join(folder, 'secret'), 'none');
    await rm(join(directory, 'objects', object));
    await symlink(join(folder, 'secret'), join(directory, 'objects', object));
    expect(await filesIn(() => directory).list('')).toEqual([]);
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe('none');
  });

  it('works as soon as what stood in its way is gone', async () => {
    const directory = join(folder, 'in-the-way');
    await writeFile(directory, 'a file');
    const files = filesIn(() => directory);
    await expect(files.put('a', Buffer.from('a'), 'text/plain')).rejects.toThrow('ENOTDIR');
    await rm(directory);
    await files.put('a', Buffer.from('a'), 'text/plain');
    expect(await files.list('')).toHaveLength(1);
  });
});

it('a range is what it covers of the file', () => {
  const number = fc.nat({ max: 30 });
  fc.assert(
    fc.property(
      fc.option(number, { nil: '' as const }),
      fc.option(number, { nil: '' as const }),
      number,
      (first, last, bytes) => {
        const all = Array.from({ length: bytes }, (_, at) => at);
        const wanted =
          first === ''
            ? all.slice(Math.max(0, bytes - Number(last)))
            : all.filter((at) => at >= first && (last === '' || at <= last));
        const range = rangeOf(`bytes=${first}-${last}`, bytes);
        const isNoRange = (first === '' && last === '') || (first !== '' && last !== '' && last < first);
        if (isNoRange) expect(range).toBe('all');
        else if (wanted.length === 0) expect(range).toBe('none');
        else expect(range).toEqual({ first: wanted[0], last: wanted[wanted.length - 1] });
      },
    ),
  );
});
