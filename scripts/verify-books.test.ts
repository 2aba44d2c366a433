import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { collections } from '../cloudfunctions/runtime/collections';
import { personIdFor } from '../cloudfunctions/runtime/serve';
import { aBook } from '../cloudfunctions/testing/books';
import { aVolunteer, numberOf } from '../cloudfunctions/testing/duty';
import { openLocalCloud } from '../emulator/local-cloud';
import { keysBeside } from './local-keys';
import type { Books } from './verify-books';
import { verifyBooks } from './verify-books';

let folder: string;
let data: string;
let key: string;

const open = (dataFile: string) => openLocalCloud({ dataFile, collections, functions: { handlers: {} } });

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'books-'));
  data = path.join(folder, 'whole.sqlite');
  key = keysBeside(data)['FINGERPRINT_KEY'] ?? '';
  process.env['FINGERPRINT_KEY'] = key;
  const cloud = await open(data);
  for (const name of ['陈阿姨', '老张']) {
    const personId = personIdFor('wechat', name);
    const { entries, chain } = aBook(personId, [{ daysAgo: 3 }, { daysAgo: 2 }, { daysAgo: 1 }]);
    cloud.documents('volunteers').insert(aVolunteer(name, personId, { chain }));
    cloud.documents('hours-book').insertMany(entries);
  }
  cloud.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const verified = async (books: Books): Promise<{ holds: boolean; said: string[] }> => {
  const said: string[] = [];
  const holds = await verifyBooks(books, (line) => said.push(line));
  return { holds, said };
};

/** The same file after somebody had their hands in it. */
const tampered = async (name: string, act: (cloud: Awaited<ReturnType<typeof open>>) => void): Promise<Books> => {
  const copy = path.join(folder, `${name}.sqlite`);
  copyFileSync(data, copy);
  copyFileSync(`${data}.keys.json`, `${copy}.keys.json`);
  const cloud = await open(copy);
  act(cloud);
  cloud.close();
  return { data: copy };
};
const zhang = () => personIdFor('wechat', '老张');

it('whole books are whole', async () => {
  expect(await verified({ data })).toEqual({
    holds: true,
    said: ['志愿者 2 位，时长记录 6 条，有问题的账本 0 本。'],
  });
});

it('a book with a changed entry is named by the volunteer’s number, never by name', async () => {
  const books = await tampered('changed', (cloud) =>
    cloud.documents('hours-book').update({ personId: zhang(), seq: 2 }, { $set: { title: '别的' } }),
  );
  const { holds, said } = await verified(books);
  expect([holds, said[0]]).toEqual([false, `✗ ${numberOf('老张')}：第 2 条内容被改动`]);
  expect(said.join('')).not.toContain('老张');
});

it('a book without its last entry does not hold', async () => {
  const books = await tampered('cut', (cloud) => cloud.documents('hours-book').remove({ personId: zhang(), seq: 3 }));
  expect((await verified(books)).said[0]).toBe(`✗ ${numberOf('老张')}：第 3 条缺失`);
});

it('entries of nobody are found', async () => {
  const books = await tampered('nobody', (cloud) => cloud.documents('volunteers').remove({ _id: zhang() }));
  expect(await verified(books)).toEqual({
    holds: false,
    said: ['✗ 3 条时长记录不属于任何志愿者', '志愿者 1 位，时长记录 6 条，有问题的账本 0 本。'],
  });
});

it('an export of the cloud is verified with its key, and with no other', async () => {
  const cloud = await open(data);
  for (const name of ['volunteers', 'hours-book', 'certificates']) {
    const lines = cloud
      .documents(name)
      .find()
      .map((document) => JSON.stringify(document));
    writeFileSync(path.join(folder, `${name}.json`), `${lines.join('\n')}\n`);
  }
  cloud.close();
  expect((await verified({ exported: folder, key })).holds).toBe(true);
  const other = Buffer.alloc(32, 7).toString('base64');
  expect((await verified({ exported: folder, key: other })).holds).toBe(false);
});

it('a file that is not there is not made', async () => {
  await expect(verified({ data: path.join(folder, 'absent.sqlite') })).rejects.toThrow('没有找到文件');
});
