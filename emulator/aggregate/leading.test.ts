import { createEngine } from '../engine/engine';
import { openStore } from '../store/store';
import { fromPlain } from '../values/plain';
import type { BsonDocument } from '../values/value';

const COUNT = 2000;

const collections = [
  {
    name: 'things',
    indexes: [
      { name: 'n', keys: [['n', 1]] as const },
      {
        name: 'g-n',
        keys: [
          ['g', 1],
          ['n', -1],
        ] as const,
      },
    ],
  },
  { name: 'others', indexes: [{ name: 'of', keys: [['of', 1]] as const }] },
];

function open(isStrict: boolean) {
  const store = openStore(':memory:', collections);
  let examined = 0;
  const engine = createEngine(store, {
    isStrict,
    transactionLifeMs: 1000,
    observe: (look) => {
      examined += look.examined;
    },
  });
  const run = async (...stages: readonly unknown[]) => {
    examined = 0;
    const list = await engine.aggregate('things', stages.map(fromPlain), new Date(0));
    return { examined, answered: list.length };
  };
  return { store, engine, run };
}

describe('the first stages of a pipeline', () => {
  const { store, engine, run } = open(false);

  beforeAll(async () => {
    const documents = Array.from({ length: COUNT }, (_none, n) => ({ _id: n, n, g: n % 2, of: n, x: n }));
    for (const name of ['things', 'others']) {
      await engine.insert(
        name,
        documents.map((document) => fromPlain(document) as BsonDocument),
      );
    }
  });
  afterAll(() => {
    engine.stop();
    store.close();
  });

  it.each<[string, readonly unknown[], number]>([
    ['an equality', [{ $match: { n: 5 } }, { $project: { n: 1 } }], 1],
    ['a range', [{ $match: { n: { $gte: 10, $lt: 20 } } }, { $group: { _id: '$g' } }], 10],
    ['two filters in a row', [{ $match: { n: { $gte: 10 } } }, { $match: { n: { $lt: 20 } } }, { $count: 'c' }], 10],
    [
      'an order and a limit',
      [{ $match: { g: 1 } }, { $sort: { n: -1 } }, { $skip: 3 }, { $limit: 5 }, { $unwind: '$n' }],
      8,
    ],
    ['a limit alone', [{ $limit: 7 }, { $addFields: { y: 1 } }], 7],
    ['an equality in an expression', [{ $match: { $expr: { $eq: ['$n', 5] } } }, { $count: 'c' }], 1],
    ['one of several in an expression', [{ $match: { $expr: { $and: [{ $gt: ['$x', 0] }, { $eq: [5, '$n'] }] } } }], 1],
  ])('read no more than an index must: %s', async (_title, stages, most) => {
    const { examined, answered } = await run(...stages);
    expect(answered).toBeGreaterThan(0);
    expect(examined).toBeLessThanOrEqual(most);
  });

  it('of a join read by the index of the other collection', async () => {
    const $match = { $match: { n: { $lt: 10 } } };
    const byFields = { $lookup: { from: 'others', localField: 'n', foreignField: 'of', as: 'found' } };
    expect(await run($match, byFields)).toEqual({ examined: 20, answered: 10 });
    const pipeline = [{ $match: { $expr: { $eq: ['$of', '$$n'] } } }];
    const byPipeline = { $lookup: { from: 'others', let: { n: '$n' }, pipeline, as: 'found' } };
    expect(await run($match, byPipeline)).toEqual({ examined: 20, answered: 10 });
  });

  it('of a join without an index read the other collection once', async () => {
    const byFields = { $lookup: { from: 'others', localField: 'n', foreignField: 'x', as: 'found' } };
    expect((await run({ $match: { n: { $lt: 10 } } }, byFields)).examined).toBe(COUNT + 10);
    const uncorrelated = { $lookup: { from: 'others', pipeline: [{ $match: { x: 1 } }], as: 'found' } };
    expect((await run({ $match: { n: { $lt: 10 } } }, uncorrelated)).examined).toBe(COUNT + 10);
  });
});

describe('strict mode', () => {
  const { store, engine, run } = open(true);

  afterAll(() => {
    engine.stop();
    store.close();
  });

  it.each<[string, unknown, string]>([
    ['a filter', { $match: { x: 1 } }, "no index of collection 'things' serves this query; it wants an index on (x 1)"],
    ['an order', { $sort: { x: -1 } }, '(x -1)'],
  ])('refuses %s that no index serves', async (_title, stage, message) => {
    await expect(run(stage, { $limit: 1 })).rejects.toThrow(message);
  });

  it('refuses a join by a field without an index', async () => {
    await engine.insert('things', [{ _id: 'a', n: 'a' }]);
    const byFields = { $lookup: { from: 'others', localField: 'n', foreignField: 'x', as: 'found' } };
    await expect(run(byFields)).rejects.toThrow("no index of collection 'others' serves this query");
    await expect(run({ $lookup: { ...byFields.$lookup, foreignField: 'of' } })).resolves.toMatchObject({ answered: 1 });
  });
});
