import type { LocalCloud } from '../local-cloud';
import { openLocalCloud } from '../local-cloud';
import { wxCloud } from '../testing/wx-server-sdk';

let local: LocalCloud;
const lines: string[] = [];
const cloud = wxCloud();

beforeAll(async () => {
  local = await openLocalCloud({
    dataFile: ':memory:',
    collections: [
      { name: 'things', indexes: [{ name: 'place', keys: [['place', '2dsphere']] }] },
      { name: 'cards', indexes: [{ name: 'card', keys: [['card', 1]], unique: true }] },
    ],
    functions: {
      handlers: {
        who: (event: unknown) => ({ event, ...cloud.getWXContext() }),
        nested: () => cloud.callFunction({ name: 'who', data: { from: 'nested' } }),
        fails: () => Promise.reject(new Error('the function failed')),
        logs: () => {
          cloud.logger().info({ seats: 3 });
        },
      },
    },
    log: (line) => lines.push(line),
  });
});

beforeEach(() => local.reset());
afterAll(() => local.close());

const asLin = <T>(act: () => Promise<T>): Promise<T> => local.runAs({ openid: 'lin' }, act);

/** What the SDK throws carries a number and words. */
const error = (errCode: number, words: string) => ({ errCode, errMsg: expect.stringContaining(words) as string });

describe('the database of wx-server-sdk', () => {
  it('adds, reads, sets, updates and removes one document', async () => {
    await asLin(async () => {
      const things = cloud.database().collection('things');
      expect(await things.add({ data: { _id: 'a', n: 1 } })).toEqual({ _id: 'a', errMsg: 'collection.add:ok' });
      expect(await things.doc('a').get()).toEqual({ data: { _id: 'a', n: 1 }, errMsg: 'document.get:ok' });
      expect(await things.doc('a').update({ data: { n: cloud.database().command['inc']?.(2) } })).toMatchObject({
        stats: { updated: 1 },
      });
      expect(await things.doc('b').set({ data: { n: 9 } })).toMatchObject({
        _id: 'b',
        stats: { updated: 0, created: 1 },
      });
      expect((await things.orderBy('n', 'desc').get()).data).toEqual([
        { _id: 'b', n: 9 },
        { _id: 'a', n: 3 },
      ]);
      expect(await things.doc('a').remove()).toMatchObject({ stats: { removed: 1 } });
      expect(await things.where({}).count()).toMatchObject({ total: 1 });
    });
  });

  it('throws for a document that is not there, unless it is told not to', async () => {
    await asLin(async () => {
      const missing = cloud.database().collection('things').doc('absent').get();
      await expect(missing).rejects.toMatchObject(
        error(-1, 'document.get:fail document with _id absent does not exist'),
      );
      const quiet = cloud.database({ throwOnNotFound: false }).collection('things').doc('absent').get();
      expect(await quiet).toMatchObject({ data: null });
    });
  });

  it('has its own numbers for what the database refuses', async () => {
    await asLin(async () => {
      const database = cloud.database();
      await expect(database.collection('nowhere').get()).rejects.toMatchObject(
        error(-502005, 'collection.get:fail -502005'),
      );
      await database.collection('cards').add({ data: { card: 1 } });
      await expect(database.collection('cards').add({ data: { card: 1 } })).rejects.toMatchObject(
        error(-502001, 'E11000 duplicate key'),
      );
      expect(await database.createCollection('made')).toMatchObject({ errMsg: 'createCollection:ok' });
      await database.collection('made').add({ data: { a: 1 } });
    });
  });

  it('finds places, aggregates, and rolls a transaction back', async () => {
    await asLin(async () => {
      const database = cloud.database();
      const { command: _, Geo } = database;
      await database.collection('things').add({
        data: [
          { _id: 'near', place: Geo.Point(121.5, 31.2), kind: 'x' },
          { _id: 'far', place: Geo.Point(116.4, 39.9), kind: 'x' },
        ],
      });
      const near = _['geoNear']?.({ geometry: Geo.Point(121.5, 31.2), maxDistance: 1000 });
      expect((await database.collection('things').where({ place: near }).get()).data).toMatchObject([{ _id: 'near' }]);
      const { list } = await database
        .collection('things')
        .aggregate()
        .match({ kind: 'x' })
        .group({ _id: '$kind', count: _.aggregate['sum']?.(1) })
        .end();
      expect(list).toEqual([{ _id: 'x', count: 2 }]);
      const lost = database.runTransaction(async (transaction) => {
        await transaction
          .collection('things')
          .doc('near')
          .update({ data: { kind: 'y' } });
        await transaction.rollback('enough');
      });
      await expect(lost).rejects.toBe('enough');
      expect((await database.collection('things').where({ kind: 'y' }).get()).data).toEqual([]);
    });
  });
});

describe('functions with wx-server-sdk', () => {
  it('know who calls, also through another function', async () => {
    const { result } = await local.call('nested', {}, { openid: 'lin' });
    expect(result).toMatchObject({
      errMsg: 'callFunction:ok',
      result: {
        OPENID: 'lin',
        APPID: 'wx0000000000000001',
        ENV: 'local-env',
        SOURCE: 'wx_client,scf',
        event: { from: 'nested' },
      },
    });
  });

  it('are told of a failure by number and in words', async () => {
    await asLin(async () => {
      await expect(cloud.callFunction({ name: 'fails' })).rejects.toMatchObject(error(-1, 'callFunction:fail'));
    });
  });

  it('print by the logger', async () => {
    await local.call('logs', {}, { openid: 'lin' });
    expect(lines.join('\n')).toContain('"seats":3');
  });
});

describe('files with wx-server-sdk', () => {
  it('are uploaded, linked, downloaded and deleted', async () => {
    await asLin(async () => {
      const { fileID } = await cloud.uploadFile({ cloudPath: '照片/一 张.txt', fileContent: Buffer.from('内容') });
      expect(fileID).toBe('cloud://local-env.6c6f-local-env-1250000000/照片/一 张.txt');
      expect((await cloud.downloadFile({ fileID })).fileContent.toString()).toBe('内容');
      const { fileList } = await cloud.getTempFileURL({ fileList: [fileID, { fileID: `${fileID}x`, maxAge: 60 }] });
      expect(fileList).toMatchObject([
        { fileID, status: 0, errMsg: 'ok', maxAge: 86_400 },
        { status: -503003, errMsg: 'storage file not exists', tempFileURL: '' },
      ]);
      expect(await (await fetch(fileList[0]?.tempFileURL ?? '')).text()).toBe('内容');
      expect((await cloud.deleteFile({ fileList: [fileID, fileID] })).fileList).toMatchObject([
        { status: 0 },
        { status: -503003 },
      ]);
      await expect(cloud.downloadFile({ fileID })).rejects.toMatchObject({ errMsg: expect.any(String) as string });
    });
  });
});

describe('cloud.openapi', () => {
  it('sends a message, which lies in the outbox under the name of the function', async () => {
    const message = { touser: 'lin', templateId: 'T1', page: 'pages/a?b=1', data: { thing1: { value: '值班提醒' } } };
    await asLin(async () => {
      expect(await cloud.openapi['subscribeMessage']?.['send']?.(message)).toMatchObject({
        errCode: 0,
        errMsg: 'openapi.subscribeMessage.send:ok',
      });
    });
    expect(local.outbox.list()).toMatchObject([
      {
        function: 'test',
        api: 'subscribeMessage.send',
        request: { touser: 'lin', template_id: 'T1', data: { thing1: { value: '值班提醒' } } },
        answer: { errCode: 0 },
      },
    ]);
  });

  it('throws what WeChat answers, and the outbox keeps that too', async () => {
    local.outbox.refuse('lin');
    await asLin(async () => {
      const send = (touser: string, value: string) =>
        cloud.openapi['subscribeMessage']?.['send']?.({ touser, templateId: 'T1', data: { thing1: { value } } });
      await expect(send('lin', 'a')).rejects.toMatchObject(
        error(43101, 'openapi.subscribeMessage.send:fail user refuse'),
      );
      await expect(send('wang-refuses', 'a')).rejects.toMatchObject({ errCode: 43101 });
      await expect(send('wang', '长'.repeat(21))).rejects.toMatchObject(error(47003, 'data.thing1.value invalid'));
    });
    expect(local.outbox.list().map(({ answer }) => answer.errCode)).toEqual([47003, 43101, 43101]);
  });

  it('draws a picture, takes a picture, and gives names back in its own case', async () => {
    await asLin(async () => {
      const drawn = await cloud.openapi['wxacode']?.['getUnlimited']?.({ scene: 'id=1', page: 'pages/a', width: 280 });
      expect(drawn).toMatchObject({ contentType: 'image/png', errCode: 0 });
      expect(
        Buffer.from(drawn?.['buffer'] as Uint8Array)
          .subarray(1, 4)
          .toString('latin1'),
      ).toBe('PNG');
      const media = (text: string) => ({ media: { contentType: 'image/png', value: Buffer.from(text) } });
      const check = cloud.openapi['security']?.['imgSecCheck'];
      expect(await check?.(media('\u0000\u00ff clean'))).toMatchObject({ errCode: 0 });
      await expect(check?.(media('赌博'))).rejects.toMatchObject(error(87014, 'risky content'));
      expect(await cloud.openapi['phonenumber']?.['getPhoneNumber']?.({ code: 'phone:13800000001' })).toMatchObject({
        phoneInfo: { purePhoneNumber: '13800000001' },
      });
    });
    expect(local.outbox.list()[1]?.request).toEqual({
      media: { contentType: 'image/png', filename: 'media.png', bytes: 6 },
    });
  });

  it.each([
    ['openapi.riskControl.getUserRiskRank', () => cloud.openapi['riskControl']?.['getUserRiskRank']?.({})],
    ['cloudPay.downloadBill', () => cloud.cloudPay['downloadBill']?.({ billDate: '20260101' })],
    ['getOpenData', () => cloud.getOpenData({ list: ['x'] })],
    ['getVoIPSign', () => cloud.getVoIPSign({ groupId: 'g', timestamp: 1, nonce: 'n' })],
  ])('says by its name that %s is not supported', async (name, act) => {
    const said = asLin(() => Promise.resolve(act()));
    await expect(said).rejects.toMatchObject({
      errMsg: expect.stringMatching(
        new RegExp(`${name.replace('openapi.', '')} is not supported by the emulator`),
      ) as string,
    });
  });

  it('knows the old callOpenAPI', async () => {
    await asLin(async () => {
      const asked = { api: 'openapi.security.msgSecCheck', data: { content: '你好' } };
      expect(await cloud.callOpenAPI(asked)).toMatchObject({ result: { errcode: 0 } });
    });
  });
});
