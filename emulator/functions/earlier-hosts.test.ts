import type { LocalCloud } from '../local-cloud';
import { openLocalCloud } from '../local-cloud';
import { functionFolders } from '../testing/function-folders';

const folders = functionFolders({
  'earlier/index.js': `
    const http = require('http');
    const post = (host, path, body) => new Promise((resolve, reject) => {
      const headers = { Host: host, 'content-type': 'application/json' };
      const request = http.request({ host, port: 80, path, method: 'POST', headers }, (response) => {
        let text = '';
        response.on('data', (part) => { text += part; }).on('end', () => resolve({ status: response.statusCode, text }));
      });
      request.on('error', reject).end(JSON.stringify({ ...body, tcb_sessionToken: process.env.TCB_SESSIONTOKEN }));
    });
    exports.main = ({ host, body }) => post(host, '/admin?eventId=1', body);
  `,
});

let cloud: LocalCloud;
beforeAll(async () => {
  const collections = [{ name: 'things', indexes: [] }];
  const functions = { directory: folders.root };
  cloud = await openLocalCloud({ dataFile: ':memory:', collections, functions, isolation: 'instances' });
});
afterAll(() => {
  cloud.close();
  folders.remove();
});

it.each(['tcb-admin.tencentyun.com', 'tcb-open.tencentyun.com'])(
  'a request for %s, where earlier SDKs send theirs, comes to the emulator',
  async (host) => {
    const body = { action: 'database.addDocument', collectionName: 'things', data: { _id: host } };
    const { result } = await cloud.call('earlier', { host, body }, { openid: 'lin' });
    const { status, text } = result as { status: number; text: string };
    expect({ status, data: (JSON.parse(text) as { data: unknown }).data }).toEqual({
      status: 200,
      data: { _id: host },
    });
    expect(cloud.documents('things').find({ _id: host })).toHaveLength(1);
  },
);

it('a request for any other host goes where it is meant to go', async () => {
  const { error } = await cloud.call('earlier', { host: 'nowhere.invalid', body: {} }, { openid: 'lin' });
  expect(JSON.stringify(error)).toMatch(/ENOTFOUND|EAI_AGAIN/);
});
