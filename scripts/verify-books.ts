/**
 * Follows every book of hours, and says whether anything in one was changed, taken out or added by hand.
 *
 *     npm run verify:books -- --data .local/union-station.sqlite
 *     FINGERPRINT_KEY=… npm run verify:books -- --export <folder>
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { EJSON } from 'bson';
import type { BookFault } from '../cloudfunctions/duty/book-fault';
import { faultOf } from '../cloudfunctions/duty/book-fault';
import { VolunteerRecord } from '../cloudfunctions/duty/volunteer-records';
import { collections } from '../cloudfunctions/runtime/collections';
import type { LocalCloud } from '../emulator/local-cloud';
import { openLocalCloud } from '../emulator/local-cloud';
import { endWith } from './cloud/end-with';
import { NotReady } from './cloud/settings';
import { checkDataFile } from './data-file';
import { keysBeside } from './local-keys';

const USAGE = `npm run verify:books -- --data <数据文件> | --export <导出文件夹>

  --data     本机数据文件，旁边要有它的密钥文件（<数据文件>.keys.json）
  --export   云端导出的文件夹，内有 volunteers.json、hours-book.json、certificates.json；
             密钥从环境变量 FINGERPRINT_KEY 读取`;

const exported = ['volunteers', 'hours-book', 'certificates'] as const;

const faultWords: Readonly<Record<BookFault['fault'], string>> = {
  missing: '缺失',
  twice: '出现两次',
  changed: '内容被改动',
  'out-of-place': '与上一条接不上',
  'beyond-the-end': '是末尾之后多出来的',
  'other-end': '不是账本记下的最后一条',
  unreadable: '读不出来',
  'certificate-changed': '所在的证明被改动',
};

/** Where the books are. */
export type Books = { readonly data: string } | { readonly exported: string; readonly key: string };

/** @returns whether all of them hold; `say` hears of volunteers by number, never by name */
export async function verifyBooks(books: Books, say: (line: string) => void): Promise<boolean> {
  const cloud = await open(books);
  try {
    return await cloud.runAs({ console: true }, () => follow(cloud, say));
  } finally {
    cloud.close();
  }
}

async function follow(cloud: LocalCloud, say: (line: string) => void): Promise<boolean> {
  const volunteers = cloud.documents('volunteers').find();
  const entries = cloud.documents('hours-book').find();
  let broken = 0;
  for (const document of volunteers) {
    const volunteer = VolunteerRecord.parse(document);
    const fault = await faultOf(volunteer);
    if (fault === null) continue;
    broken += 1;
    say(`✗ ${volunteer.number}：第 ${fault.seq} 条${faultWords[fault.fault]}`);
  }
  const known = new Set(volunteers.map(({ _id }) => _id));
  const strays = entries.filter(({ personId }) => !known.has(personId as string)).length;
  if (strays > 0) say(`✗ ${strays} 条时长记录不属于任何志愿者`);
  say(`志愿者 ${volunteers.length} 位，时长记录 ${entries.length} 条，有问题的账本 ${broken} 本。`);
  return broken + strays === 0;
}

async function open(books: Books): Promise<LocalCloud> {
  if ('data' in books) mustBeThere(books.data);
  process.env['FINGERPRINT_KEY'] = 'data' in books ? keysBeside(books.data)['FINGERPRINT_KEY'] : books.key;
  const dataFile = 'data' in books ? books.data : ':memory:';
  const cloud = await openLocalCloud({ dataFile, collections, functions: { handlers: {} } });
  if ('exported' in books)
    for (const name of exported)
      cloud.documents(name).insertMany(readExport(path.join(books.exported, `${name}.json`)));
  return cloud;
}

function mustBeThere(file: string): void {
  for (const needed of [file, `${file}.keys.json`])
    if (!existsSync(needed)) throw new NotReady(`没有找到文件 ${needed}。`);
  checkDataFile(file);
}

/** One document a line, as the console exports a collection; numbers may be written in MongoDB's extended way. */
const readExport = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => EJSON.parse(line, { relaxed: true }) as Record<string, unknown>);

function wishOf(words: readonly string[]): Books | null {
  const { values } = parseArgs({
    args: [...words],
    options: { data: { type: 'string' }, export: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return null;
  if (values.data !== undefined) return { data: values.data };
  const key = process.env['FINGERPRINT_KEY'];
  if (values.export === undefined) return null;
  if (key === undefined) throw new NotReady('请把这个环境的 FINGERPRINT_KEY 放进环境变量。');
  return { exported: values.export, key };
}

async function main(): Promise<boolean> {
  const books = wishOf(process.argv.slice(2));
  if (books !== null) return verifyBooks(books, (line) => console.log(line));
  console.log(USAGE);
  return false;
}

if (require.main === module) endWith(main());
