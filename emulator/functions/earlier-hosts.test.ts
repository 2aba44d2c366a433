import type { LocalCloud } from '../local-cloud';
import { openLocalCloud } from '../local-cloud';
import { functionFolders } from '../testing/function-folders';

const folders = functionFolders({
  'earlier/index.js': `
    const wires = { http: require('http'), https: require('https') };
    const post = ({ host, wire = 'http' }, path, body) => new Promise((resolve, reject) => {
      const headers = { Host: host, 'content-type': 'application/json' };
      const { globalAgent: agent } = wires[wire];
      const to = { protocol: wire + ':', host, port: wire === 'http' ? 80 : 443, agent };
      const request = wires[wire].request({ ...to, path, method: 'POST', headers }, (response) => {
        let text = '';
        response.on('data', (part) => { text += part; }).on('end', () => resolve({ status: response.statusCode, text }));
      });
      request.on('error', reject).end(JSON.stringify({ ...body, tcb_sessionToken: process.env.TCB_SESSIONTOKEN }));
    });
    exports.main = ({ body, ...to }) => post(to, '/admin?eventId=1', body);
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

it.each([
  ['http', 'tcb-admin.tencentyun.com'],
  ['http', 'tcb-open.tencentyun.com'],
  ['https', 'tcb-admin.tencentcloudapi.com'],
  ['https', 'tcb-open.tencentcloudapi.com'],
])('a request over %s for %s, where earlier SDKs send theirs, comes to the emulator', async (wire, host) => {
  const body = { action: 'database.addDocument', collectionName: 'things', data: { _id: host } };
  const { result } = await cloud.call('earlier', { host, wire, body }, { openid: 'lin' });
  const { status, text } = result as { status: number; text: string };
  expect({ status, data: (JSON.parse(text) as { data: unknown }).data }).toEqual({
    status: 200,
    data: { _id: host },
  });
  expect(cloud.documents('things').find({ _id: host })).toHaveLength(1);
});

it('a request for any other host goes where it is meant to go', async () => {
  const { error } = await cloud.call('earlier', { host: 'nowhere.invalid', body: {} }, { openid: 'lin' });
  expect(JSON.stringify(error)).toMatch(/ENOTFOUND|EAI_AGAIN/);
});
