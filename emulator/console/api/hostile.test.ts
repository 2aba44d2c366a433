import * as fc from 'fast-check';
import type { Hono } from 'hono';
import type { Cloud } from '../../cloud';
import { assembleCloud } from '../../cloud';
import type { EmulatorOptions } from '../../options';
import { consoleApi } from './app';

const log: string[] = [];
const options: EmulatorOptions = {
  dataFile: ':memory:',
  collections: [{ name: 'orders', indexes: [{ name: 'n', keys: [['n', 1]] }] }],
  functions: { handlers: { echo: (event) => event } },
  log: (line) => log.push(line),
};
let cloud: Cloud;
let api: Hono;
beforeAll(() => {
  cloud = assembleCloud(options, () => 'http://127.0.0.1:1', false);
  api = consoleApi(cloud, options);
});
afterAll(() => cloud.local.close());

async function post(path: string, body: string, type = 'application/json') {
  log.length = 0;
  const headers = { 'content-type': type, host: '127.0.0.1' };
  const response = await api.request(path, { method: 'POST', headers, body });
  return { status: response.status, faults: log.filter((line) => line.includes('fault')), text: await response.text() };
}

const levels = (open: string, close: string, count: number): string => `${open.repeat(count)}1${close.repeat(count)}`;
const anything = fc.oneof(
  fc.constantFrom<unknown>(
    'orders',
    '',
    '{}',
    '{a:1}',
    '"x"',
    '1',
    '{ n: { $gt: 1 } }',
    0,
    1,
    20,
    'console',
    'openid:a',
    'echo',
  ),
  fc.constantFrom<unknown>(
    null,
    -1,
    0.5,
    [],
    {},
    '__proto__',
    'constructor',
    '\0',
    '\ud800',
    '/(/',
    '{$where:1}',
    'ISODate("x")',
    'NumberLong("x")',
  ),
  fc.constantFrom(
    levels('{a:', '}', 150),
    levels('{a:', '}', 20_000),
    levels('[', ']', 100_000),
    levels('{"$and":[', ']}', 50_000),
  ),
  fc.constantFrom(
    '/(a+)+$/',
    '{a:{$regex:"("}}',
    '{a:{$date:{}}}',
    '{"__proto__":1}',
    '{ /* a',
    '{a:1}//',
    '"\\u{110000}"',
  ),
  fc.string(),
);
const fields = [
  'collection',
  'name',
  'id',
  'typed',
  'before',
  'search',
  'sort',
  'offset',
  'limit',
  'function',
  'event',
  'as',
  'trigger',
  'fileId',
];
const sensible: readonly (readonly [path: string, fields: object])[] = [
  ['/documents/find', { collection: 'orders', search: '', sort: '', offset: 0, limit: 20 }],
  ['/documents/one', { collection: 'orders', id: '1' }],
  ['/documents/insert', { collection: 'orders', typed: '{ n: 1 }' }],
  ['/documents/replace', { collection: 'orders', id: '1', before: '{"_id":1}', typed: '{ _id: 1 }' }],
  ['/documents/remove', { collection: 'orders', id: '1' }],
  ['/collections/create', { name: 'more' }],
  ['/calls/call', { function: 'echo', event: '{}', as: 'console' }],
  ['/timers/run', { function: 'echo', trigger: 'a' }],
  ['/files/remove', { fileId: 'cloud://a.b/c' }],
];

it('whatever the page is made to send, it is answered, and never by a fault', async () => {
  cloud.local.documents('orders').insert({ _id: 1, n: 1, text: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' });
  const hostile = fc.array(fc.tuple(fc.constantFrom(...fields), anything), { minLength: 1, maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...sensible), hostile, async ([path, asked], pairs) => {
      const { status, faults } = await post(path, JSON.stringify({ ...asked, ...Object.fromEntries(pairs) }));
      expect([status < 500, faults]).toEqual([true, []]);
    }),
    { numRuns: Number(process.env['HOSTILE_RUNS'] ?? 1_000) },
  );
}, 60_000);

const header = (collections: unknown): string =>
  JSON.stringify({ format: 'union-station-emulator', version: 1, collections });
const index = (name: unknown, keys: unknown, more: object = {}): object => ({ name, keys, ...more });

it.each([
  ['', '文件头'],
  ['null', '文件头'],
  [header([{ name: 'a', indexes: [index('i', [['x', 1]]), index('i', [['y', 1]])] }]), '集合清单不完整'],
  [header([{ name: 'a', indexes: [index('_id_', [['x', 1]])] }]), '集合清单不完整'],
  [header([{ name: 'a', indexes: [index('i', [['x', 1]], { unique: 'yes' })] }]), '集合清单不完整'],
  [
    header([
      { name: 'a', indexes: [] },
      { name: 'a', indexes: [] },
    ]),
    '集合清单不完整',
  ],
  [header([{ name: '../a', indexes: [] }]), '集合名称'],
  [header([{ name: 'a', indexes: [index('i', [['x', 2]])] }]), '集合清单不完整'],
])('a data set that begins with %s is refused in a sentence, and nothing of it stays', async (first, words) => {
  const before = cloud.store.collections().map(({ name }) => name);
  const { status, text, faults } = await post('/import?mode=replace', `${first}\n`, 'application/x-ndjson');
  expect([status, text, faults]).toEqual([400, expect.stringContaining(words), []]);
  expect(cloud.store.collections().map(({ name }) => name)).toEqual(before);
});

it.each([
  levels('{"a":', '}', 50_000),
  `{"collection":"orders","document":${levels('{"a":', '}', 50_000)}}`,
  '{"collection":"orders","document":{"_id":{"$date":"x"}}}',
  '{"collection":"nowhere","document":{}}',
  '\0',
])('a bad line of a data set is a problem of that line: %.40s', async (line) => {
  const file = `${header([{ name: 'orders', indexes: [index('n', [['n', 1]])] }])}\n${line}\n`;
  const { status, text, faults } = await post('/import?mode=add', file, 'application/x-ndjson');
  expect([status, faults]).toEqual([200, []]);
  expect(JSON.parse(text)).toMatchObject({ isImported: false, problemCount: 1, problems: [{ line: 2 }] });
});
