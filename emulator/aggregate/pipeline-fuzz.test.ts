import fc from 'fast-check';
import { createEngine } from '../engine/engine';
import { openStore } from '../store/store';
import { untyped } from '../testing/documents-at-hand';
import { fromPlain } from '../values/plain';
import type { BsonDocument } from '../values/value';

/** A document of so small a world that a model of plain JavaScript is easily right about it. */
type Row = {
  readonly _id: number;
  readonly g?: number | string | null;
  readonly n?: number;
  readonly list?: readonly number[];
};

type Step =
  | { readonly $match: { readonly n: { readonly $gte: number } } }
  | { readonly $sort: { readonly n: 1 | -1; readonly _id: 1 | -1 } }
  | { readonly $skip: number }
  | { readonly $limit: number }
  | { readonly $unwind: string };

const rows: fc.Arbitrary<readonly Row[]> = fc
  .array(
    fc.record(
      {
        g: fc.constantFrom<(number | string | null)[]>(null, 1, 2, 'a'),
        n: fc.integer({ min: 0, max: 5 }),
        list: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 12 },
  )
  .map((list) => list.map((row, _id) => ({ _id, ...row })));

const direction = fc.constantFrom(1 as const, -1 as const);

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 5 }).map((least) => ({ $match: { n: { $gte: least } } })),
    fc.record({ n: direction, _id: direction }).map((order) => ({ $sort: order })),
    fc.integer({ min: 0, max: 3 }).map((few) => ({ $skip: few })),
    fc.integer({ min: 1, max: 9 }).map((most) => ({ $limit: most })),
    fc.constant({ $unwind: '$list' }),
  ),
  { maxLength: 6 },
);

type Flat = Omit<Row, 'list'> & { readonly list?: number | readonly number[] };

function modelled(given: readonly Flat[], step: Step): readonly Flat[] {
  if ('$match' in step) return given.filter(({ n }) => n !== undefined && n >= step.$match.n.$gte);
  if ('$skip' in step) return given.slice(step.$skip);
  if ('$limit' in step) return given.slice(0, step.$limit);
  if ('$unwind' in step) {
    return given.flatMap(({ list, ...row }): Flat[] =>
      typeof list === 'object'
        ? list.map((item) => ({ ...row, list: item }))
        : list === undefined
          ? []
          : [{ ...row, list }],
    );
  }
  const order = step.$sort;
  return [...given].sort(
    (left, right) => order.n * ((left.n ?? -1) - (right.n ?? -1)) || order._id * (left._id - right._id),
  );
}

type Group = { readonly _id: unknown; n: number; sum: number; readonly ids: number[] };

function grouped(given: readonly Flat[]): readonly Group[] {
  const groups = new Map<unknown, Group>();
  for (const { _id, g = null, n } of given) {
    const group = groups.get(g) ?? { _id: g, n: 0, sum: 0, ids: [] };
    groups.set(g, group);
    group.n += 1;
    group.sum += n ?? 0;
    group.ids.push(_id);
  }
  return [...groups.values()];
}

const store = openStore(':memory:', [
  { name: 'bare', indexes: [] },
  {
    name: 'filed',
    indexes: [
      {
        name: 'n',
        keys: [
          ['n', 1],
          ['_id', -1],
        ],
      },
    ],
  },
]);
const engine = createEngine(store, { isStrict: false, transactionLifeMs: 1000 });

afterAll(() => {
  engine.stop();
  store.close();
});

describe('a pipeline', () => {
  it('answers as plain JavaScript would, with an index and without', async () => {
    const $group = { _id: '$g', n: { $count: {} }, sum: { $sum: '$n' }, ids: { $push: '$_id' } };
    await fc.assert(
      fc.asyncProperty(rows, steps, fc.boolean(), async (given, pipeline, isGrouped) => {
        store.empty();
        const documents = given.map((row) => fromPlain(row) as BsonDocument);
        for (const name of ['bare', 'filed']) await engine.insert(name, documents);
        const reached = pipeline.reduce<readonly Flat[]>(modelled, given);
        const expected = isGrouped ? grouped(reached) : reached;
        const stages = [...pipeline, ...(isGrouped ? [{ $group }] : [])].map(fromPlain);
        for (const name of ['bare', 'filed']) {
          const texts = await engine.aggregate(name, stages, new Date(0));
          // Where the pipeline asks for no order, the index has one of its own.
          if (name === 'bare' || isOrderKnown(pipeline)) expect(texts.map(untyped)).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Whether nothing before the first `$sort` depends on an order. */
function isOrderKnown(pipeline: readonly Step[]): boolean {
  const at = pipeline.findIndex((step) => '$sort' in step);
  return at >= 0 && pipeline.slice(0, at).every((step) => '$match' in step || '$unwind' in step);
}
