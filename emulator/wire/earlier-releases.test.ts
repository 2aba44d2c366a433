import { EJSON } from 'bson';
import type { RunningEmulator } from '../emulator';
import { startEmulator } from '../emulator';

let emulator: RunningEmulator;
beforeAll(async () => {
  const collections = [{ name: 'things', indexes: [] }];
  emulator = await startEmulator({ port: 0, dataFile: ':memory:', collections, functions: { handlers: {} } });
});
afterAll(() => emulator.stop());

type Answer = { readonly code?: string; readonly message?: string; readonly data: { readonly list: string } };

async function ask(action: string, body: object): Promise<Answer> {
  const init = { method: 'POST', body: JSON.stringify({ action, collectionName: 'things', ...body }) };
  const headers = { 'content-type': 'application/json' };
  return (await (await fetch(`${emulator.address}/admin`, { ...init, headers })).json()) as Answer;
}

// wx-server-sdk 2.1 and 2.2 bring this release along; what it sends and how it reads was seen by running it.
describe('the database SDK of release 1.0', () => {
  it('aggregates with its own action, and reads all documents from one text', async () => {
    const at = new Date(86_400_000);
    await ask('database.insertDocument', { data: [EJSON.stringify({ _id: 'a', at, n: 1 }), '{"_id":"b","n":2}'] });
    const { data } = await ask('database.aggregate', {
      stages: [
        { stageKey: '$match', stageValue: '{"n":{"$lt":{"$numberInt":"2"}}}' },
        { stageKey: '$addFields', stageValue: '{"twice":{"$add":["$n","$n"]}}' },
      ],
    });
    const texts = JSON.parse(data.list) as readonly string[];
    expect(texts.map((text) => EJSON.parse(text) as object)).toEqual([{ _id: 'a', at, n: 1, twice: 2 }]);
  });

  it('hears why a pipeline is refused', async () => {
    const stages = [{ stageKey: '$nothing', stageValue: '{}' }];
    expect(await ask('database.aggregate', { stages })).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('$nothing') as string,
    });
  });
});

// What tcb-admin-node and wx-server-sdk before 2.0 send: plain JSON, dates by their milliseconds.
describe('the database SDK of release 0.9', () => {
  const at = Date.UTC(2020, 1, 29);
  const earlier = async (action: string, body: object): Promise<Record<string, unknown>> => ({
    ...(await ask(action, { collectionName: 'earlier', ...body })),
  });
  const listed = async (query: object, more: object = {}): Promise<readonly Record<string, unknown>[]> => {
    const { data } = await earlier('database.queryDocument', { queryType: 'WHERE', query, limit: 100, ...more });
    return (data as { list: readonly Record<string, unknown>[] }).list;
  };

  beforeAll(async () => {
    await earlier('database.addCollection', {});
    const place = { type: 'Point', coordinates: [121.5, 31.25] };
    await earlier('database.addDocument', { _id: 'a', data: { n: 1, at: { $date: at }, place, half: 0.5 } });
    await earlier('database.addDocument', { data: { _id: 'b', n: 2, seen: { $timestamp: 86_400 }, big: 2 ** 40 } });
    await earlier('database.addDocument', { data: { _id: 'c', n: 3, now: { $date: { offset: 60_000 } } } });
  });

  it('reads plain JSON again: numbers, dates, timestamps, places', async () => {
    const [a, b] = await listed({ n: { $lte: 2 } }, { order: [{ field: 'n', direction: 'asc' }] });
    const place = { type: 'Point', coordinates: [121.5, 31.25] };
    expect(a).toEqual({ _id: 'a', n: 1, at: { $date: at }, place, half: 0.5 });
    expect(b).toEqual({ _id: 'b', n: 2, seen: { $timestamp: 86_400 }, big: 2 ** 40 });
  });

  it('stores the date of the server with its offset', async () => {
    const [c] = await listed({ _id: 'c' });
    const { $date } = c?.['now'] as { $date: number };
    expect(Math.abs($date - 60_000 - Date.now())).toBeLessThan(30_000);
  });

  it('finds by dates and regular expressions, ordered, projected, in pages', async () => {
    expect(await listed({ at: { $gte: { $date: at } } }, { projection: { n: 1 } })).toEqual([{ _id: 'a', n: 1 }]);
    expect(await listed({ _id: { $regex: '^B', $options: 'i' } }, { projection: { n: 1 } })).toEqual([
      { _id: 'b', n: 2 },
    ]);
    const page = { order: [{ field: 'n', direction: 'desc' }], offset: 1, limit: 1, projection: { n: 1 } };
    expect(await listed({}, page)).toEqual([{ _id: 'b', n: 2 }]);
    expect(await earlier('database.countDocument', { query: { n: { $gt: 1 } } })).toMatchObject({ data: { total: 2 } });
  });

  it('updates, replaces, upserts and deletes', async () => {
    const update = { query: { _id: 'a' }, data: { $inc: { n: 10 }, $set: { at: { $date: 0 } } }, merge: true };
    expect(await earlier('database.updateDocument', update)).toMatchObject({ data: { updated: 1 } });
    expect(await listed({ _id: 'a' }, { projection: { n: 1, at: 1 } })).toEqual([
      { _id: 'a', n: 11, at: { $date: 0 } },
    ]);
    const set = { query: { _id: 'd' }, data: { only: 1 }, merge: false, upsert: true };
    expect(await earlier('database.updateDocument', set)).toMatchObject({ data: { upserted_id: 'd' } });
    expect(await listed({ _id: 'd' })).toEqual([{ _id: 'd', only: 1 }]);
    expect(await earlier('database.deleteDocument', { query: { only: 1 }, multi: true })).toMatchObject({
      data: { deleted: 1 },
    });
  });

  it('has transactions with actions of their own, where data is EJSON and what came of it is text', async () => {
    const { transactionId } = await earlier('database.startTransaction', {});
    const query = { _id: { $eq: 'e' } };
    const inside = (action: string, body: object = { query }): Promise<Record<string, unknown>> =>
      earlier(`database.${action}`, { transactionId, ...body });
    const data = '{"_id":"e","n":{"$numberInt":"1"},"at":{"$date":{"$numberInt":"5"}}}';
    expect(await inside('insertDocInTransaction', { data })).toMatchObject({ id: 'e', inserted: '1', ok: '1' });
    const plus = { query, data: '{"$inc":{"n":{"$numberInt":"1"}}}' };
    expect(await inside('updateDocInTransaction', plus)).toMatchObject({ updated: '1' });
    const { data: text } = await inside('getInTransaction');
    expect(EJSON.parse(String(text))).toEqual({ _id: 'e', n: 2, at: new Date(5) });
    const set = { query: { _id: { $eq: 'f' } }, data: '{"n":{"$numberInt":"7"}}', upsert: true };
    expect(await inside('updateDocInTransaction', set)).toMatchObject({ upserted: '[{"index":0,"_id":"f"}]' });
    expect(await inside('deleteDocInTransaction')).toMatchObject({ deleted: '1' });
    expect(await inside('getInTransaction')).toMatchObject({ data: 'null' });
    await inside('commitTransaction');
    expect(await listed({ _id: { $in: ['e', 'f'] } })).toEqual([{ _id: 'f', n: 7 }]);
  });

  it('hears why something is refused', async () => {
    expect(await earlier('database.addDocument', { data: { _id: 'a' } })).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('E11000') as string,
    });
    expect(await earlier('database.queryDocument', { collectionName: 'none', query: {} })).toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    });
    expect(await earlier('database.insertDocInTransaction', { data: '{' })).toMatchObject({ code: 'INVALID_PARAM' });
  });
});
