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
