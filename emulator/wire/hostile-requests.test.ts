import * as fc from 'fast-check';
import type { Cloud } from '../cloud';
import { assembleCloud } from '../cloud';
import { databaseActions } from './database-actions';
import { earlierActions } from './earlier-actions';

const log: string[] = [];
let cloud: Cloud;
beforeAll(() => {
  cloud = assembleCloud(
    {
      dataFile: ':memory:',
      collections: [{ name: 'things', indexes: [{ name: 'n', keys: [['n', 1]] }] }],
      functions: { handlers: { token: () => Promise.resolve(process.env['TCB_SESSIONTOKEN']) } },
      log: (line) => log.push(line),
    },
    () => 'http://127.0.0.1:1',
    false,
  );
});
afterAll(() => cloud.local.close());

const actions = [
  ...Object.keys(databaseActions),
  ...Object.keys(earlierActions),
  'functions.invokeFunction',
  'storage.getUploadMetadata',
  'storage.batchGetDownloadUrl',
  'storage.batchDeleteFile',
  'storage.batchCopyFile',
  'storage.getFileAuthority',
  'wx.api',
  'wx.openApi',
  'wx.wxPayApi',
  'auth.getUserInfoForAdmin',
  'constructor',
  '__proto__',
];

const deep = (levels: number, open: string, close: string): string => open.repeat(levels) + close.repeat(levels);

/** What a field may hold that no SDK sends, beside what it does. */
const anything = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('things', '{}', '[]', '{"a":1}', 'DOC', 'put', 'wxacode.get', 'cloud://a.b/c', 'token'),
  },
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    -1,
    0.5,
    1e300,
    NaN,
    [],
    {},
    [null],
    [[]],
    [{}],
    '',
    '{',
    '\0',
    '\ud800',
    '../..',
  ),
  fc.constantFrom(deep(200, '{"a":', '}').replace('}', '1}'), deep(20_000, '[', ']'), deep(20_000, '{"$and":[', ']}')),
  fc.constantFrom(
    '{"$oid":5}',
    '{"$numberLong":"x"}',
    '{"$date":{}}',
    '{"$binary":1}',
    '{"a":{"$regex":"("}}',
    '{"__proto__":{"a":1}}',
  ),
  fc.constantFrom<unknown>(
    [{ stageKey: '$match', stageValue: '{' }],
    [{ stageKey: '__proto__', stageValue: '{}' }],
    [{ fileid: 7 }],
    [{ src_path: 'a' }],
  ),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  fc.jsonValue({ maxDepth: 3 }),
);
const fields = [
  'collectionName',
  'query',
  'queryType',
  'order',
  'offset',
  'limit',
  'projection',
  'data',
  'merge',
  'multi',
  'upsert',
  'transactionId',
  'stages',
  'function_name',
  'request_data',
  'tcb_sessionToken',
  'path',
  'method',
  'file_list',
  'fileList',
  'fileid_list',
  'apiName',
  'requestData',
  'uuid',
  'platform', // prettier-ignore
];
/** Requests as the SDKs send them: a hostile field is worth most where all others are right. */
const sensible: readonly Readonly<Record<string, unknown>>[] = [
  { action: 'database.insertDocument', collectionName: 'things', data: ['{"n":1}'] },
  { action: 'database.getDocument', collectionName: 'things', query: '{"n":1}', order: '{"n":1}', limit: 5 },
  { action: 'database.calculateDocument', collectionName: 'things', query: '{}' },
  { action: 'database.modifyDocument', collectionName: 'things', query: '{}', data: '{"$set":{"a":1}}', merge: true },
  { action: 'database.modifyAndReturnDoc', collectionName: 'things', query: '{}', data: '{"$set":{"a":1}}' },
  { action: 'database.removeDocument', collectionName: 'things', query: '{"n":1}', multi: true },
  {
    action: 'database.aggregateDocuments',
    collectionName: 'things',
    stages: [{ stageKey: '$match', stageValue: '{}' }],
  },
  { action: 'functions.invokeFunction', function_name: 'token', request_data: '{}' },
  { action: 'storage.getUploadMetadata', path: 'a/b' },
  { action: 'storage.batchGetDownloadUrl', file_list: [{ fileid: 'cloud://a.b/c', max_age: 5 }] },
  { action: 'storage.batchDeleteFile', fileid_list: ['cloud://a.b/c'] },
  { action: 'storage.batchCopyFile', file_list: [{ src_path: 'a', dst_path: 'b' }] },
  { action: 'storage.getFileAuthority', fileList: [{ path: 'cloud://a.b/c', type: 'READ' }] },
  { action: 'wx.api', apiName: 'security.msgSecCheck', requestData: '{"content":"a"}' },
  { action: 'wx.openApi', apiName: 'wxacode.get', requestData: Buffer.from([10, 3, 97, 98, 99]) },
  { action: 'wx.openApi', apiName: 'subscribeMessage.send', requestData: Buffer.from('{"touser":"a"}') },
  { action: 'auth.getUserInfoForAdmin', uuid: 'uid-a' },
];
const hostileFields = fc
  .array(fc.tuple(fc.constantFrom(...fields), anything), { maxLength: 3 })
  .map((pairs): Readonly<Record<string, unknown>> => Object.fromEntries(pairs));
const request = fc.oneof(
  fc.tuple(fc.constantFrom(...sensible), hostileFields).map(([asked, hostile]) => ({ ...asked, ...hostile })),
  fc.tuple(fc.constantFrom(...actions), hostileFields).map(([action, hostile]) => ({ ...hostile, action })),
);

const runs = Number(process.env['HOSTILE_RUNS'] ?? 1_500);

it('whatever a request holds, it is answered, and never by a fault', async () => {
  await fc.assert(
    fc.asyncProperty(request, async (asked) => {
      log.length = 0;
      const said = await cloud.admin(asked);
      expect([said['code'] === 'SYS_ERR', ...log.filter((line) => line.includes('fault'))]).toEqual([false]);
      expect(typeof JSON.stringify(said)).toBe('string');
    }),
    { numRuns: runs },
  );
}, 60_000);

it.each([
  {},
  { action: null },
  { action: {} },
  { action: ['database.getDocument'] },
  { action: '' },
  { action: 'database.watch' },
])('what names no action is told so: %j', async (asked) => {
  expect(await cloud.admin(asked)).toMatchObject({ code: expect.stringMatching(/^INVALID_(ACTION|PARAM)$/) as string });
});

it('who asks for a collection that is not there is told what to do, once', async () => {
  cloud.journal.clear();
  for (const action of ['database.getDocument', 'database.calculateDocument']) {
    expect(await cloud.admin({ action, collectionName: 'nowhere', query: '{}' })).toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    });
  }
  expect(cloud.journal.warnings.list()).toMatchObject([
    { function: null, text: expect.stringMatching(/nowhere.*database\.json/) as string },
  ]);
});

describe('a text that nests without end is refused before it is parsed', () => {
  const endless = '['.repeat(1_000_000);
  it.each([
    [{ action: 'database.getDocument', collectionName: 'things', query: `{"a":${endless}` }, 'nested object depth'],
    [{ action: 'database.insertDocument', collectionName: 'things', data: [endless] }, 'nested object depth'],
    [{ action: 'functions.invokeFunction', function_name: 'token', request_data: endless }, 'nests too deeply'],
  ])('%#', async (asked, words) => {
    // Cut off as it is, parsing alone would only say that it is no JSON.
    expect(await cloud.admin(asked)).toMatchObject({ message: expect.stringContaining(words) as string });
  });
});

describe('a token', () => {
  const nested = (token: unknown) =>
    cloud.admin({
      action: 'functions.invokeFunction',
      function_name: 'token',
      request_data: '{}',
      tcb_sessionToken: token,
    });

  it('that nobody was given speaks for nobody, the console neither', async () => {
    for (const token of ['guessed', '__proto__', 'constructor', '0'.repeat(36)]) {
      expect(await nested(token)).toMatchObject({ code: 'INVALID_SESSION_TOKEN' });
    }
    expect(await nested(7)).toMatchObject({ code: 'INVALID_PARAM' });
  });

  it('of a call that is over still speaks for its caller, and no longer than for a thousand calls', async () => {
    const { result: token } = await cloud.local.call('token', {}, { openid: 'lin' });
    await nested(token);
    expect(cloud.journal.calls.list()[0]).toMatchObject({ function: 'token', caller: 'function:token' });
    expect(cloud.host.invocationOf(String(token))?.identity).toEqual({ openid: 'lin' });
    for (let call = 0; call < 1_000; call += 1) await cloud.local.call('token', {}, { openid: 'other' });
    expect(await nested(token)).toMatchObject({ code: 'INVALID_SESSION_TOKEN' });
  });
});
