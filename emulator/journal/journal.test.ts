import type { SdkCloud } from '../testing/sdk-database';
import { sdkCloud } from '../testing/sdk-database';

const things = { name: 'things', indexes: [{ name: 'state', keys: [['state', 1]] }] } as const;

describe('what the journal says of a query', () => {
  let sdk: SdkCloud;
  const printed: string[] = [];

  beforeEach(async () => {
    printed.length = 0;
    sdk = await sdkCloud([things], { log: (line) => printed.push(line) });
    sdk.cloud.documents('things').insertMany(Array.from({ length: 40 }, (_, n) => ({ _id: `t${n}`, state: n % 4, n })));
  });
  afterEach(() => sdk.cloud.close());

  it('names the index that served it and counts what it read, and keeps no value', async () => {
    await sdk.using((database) => database.collection('things').where({ state: 3 }).orderBy('n', 'asc').get());
    const [query] = sdk.cloud.journal.queries.list();
    expect(query).toMatchObject({
      action: 'database.getDocument',
      function: 'test',
      collection: 'things',
      shape: 'state equal; sort n 1',
      index: 'state',
      wants: null,
      examined: 10,
      answered: 10,
    });
    expect(sdk.cloud.journal.warnings.list()).toEqual([]);
  });

  it('warns once of a query that reads everything, with the index it wants', async () => {
    for (const n of [3, 4, 5]) {
      await sdk.using((database) => database.collection('things').where({ n }).update({ seen: true }));
    }
    expect(sdk.cloud.journal.warnings.list().map(({ text }) => text)).toEqual([
      '集合 things 的查询（n equal）没有索引可用，读了 40 份文档；建议的索引：(n 1)',
    ]);
    expect(printed).toEqual([expect.stringMatching(/^\[test\] warning: 集合 things /)]);
    expect(sdk.cloud.journal.queries.shapes()).toEqual([
      expect.objectContaining({ shape: 'n equal', wants: 'n 1', times: 3, examined: 120, answered: 3 }),
    ]);
  });

  it('gives no advice where no index would help', async () => {
    await sdk.using((database) => database.collection('things').where({ _id: /t/ }).get());
    expect(sdk.cloud.journal.warnings.list().map(({ text }) => text)).toEqual([
      '集合 things 的查询（_id like）没有索引可用，读了 40 份文档；没有哪个索引帮得上',
    ]);
  });

  it('adds up what has one shape, whatever was asked for', async () => {
    for (const state of [0, 1, 2]) await sdk.using((database) => database.collection('things').where({ state }).get());
    await sdk.using((database) => database.collection('things').doc('t1').get());
    const shapes = sdk.cloud.journal.queries.shapes();
    expect(shapes.map(({ shape, index, times }) => ({ shape, index, times }))).toEqual(
      expect.arrayContaining([
        { shape: 'state equal', index: 'state', times: 3 },
        { shape: '_id equal', index: '_id_', times: 1 },
      ]),
    );
    expect(JSON.stringify(sdk.cloud.journal.queries.list())).not.toContain('t1');
  });
});
