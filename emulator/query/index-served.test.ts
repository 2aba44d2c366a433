import { Int32 } from 'bson';
import fc from 'fast-check';
import { createEngine } from '../engine/engine';
import type { IndexDefinition } from '../options';
import { openStore } from '../store/store';
import { sortKey } from '../store/index-keys';
import { smallDocument, smallScalar, smallValue } from '../values/arbitrary-value';
import { parseStored, toEjson } from '../values/ejson';
import type { BsonDocument, Value } from '../values/value';
import { isArray } from '../values/value';
import { matches } from './matches';
import { parseFilter } from './parse-filter';
import type { Order } from './plan';
import { planAccess } from './plan';

const indexes: readonly IndexDefinition[] = [
  { name: 'a', keys: [['a', 1]] },
  { name: 'd-down', keys: [['d', -1]] },
  {
    name: 'e-a',
    keys: [
      ['e', 1],
      ['a', -1],
    ],
  },
  {
    name: 'e-down-d',
    keys: [
      ['e', -1],
      ['d', 1],
    ],
  },
  { name: 'a.b', keys: [['a.b', 1]] },
  {
    name: 'a.b-a.c',
    keys: [
      ['a.b', 1],
      ['a.c', -1],
    ],
  },
  {
    name: 'd.c-e',
    keys: [
      ['d.c', -1],
      ['e', 1],
    ],
  },
];

const field = fc.constantFrom('a', 'd', 'e', 'a.b', 'a.c', 'd.c', 'a.0', '_id');

const operators: fc.Arbitrary<Value> = fc.oneof(
  smallValue,
  fc.record({ $in: fc.array(smallValue, { maxLength: 3 }) }, { noNullPrototype: true }),
  fc.record({ $nin: fc.array(smallValue, { maxLength: 3 }) }, { noNullPrototype: true }),
  fc.record({ $ne: smallValue }, { noNullPrototype: true }),
  fc.record({ $exists: fc.boolean() }, { noNullPrototype: true }),
  fc.record({ $all: fc.array(smallScalar, { minLength: 1, maxLength: 2 }) }, { noNullPrototype: true }),
  fc.record({ $elemMatch: fc.record({ b: smallScalar }, { noNullPrototype: true }) }, { noNullPrototype: true }),
  fc.record(
    { $gt: smallValue, $gte: smallScalar, $lt: smallScalar, $lte: smallValue },
    { requiredKeys: ['$gte'], noNullPrototype: true },
  ),
  fc.record({ $gt: smallScalar }, { noNullPrototype: true }),
  fc.record({ $lte: smallScalar }, { noNullPrototype: true }),
  fc.record({ $not: fc.record({ $gt: smallScalar }, { noNullPrototype: true }) }, { noNullPrototype: true }),
);

const simpleFilter: fc.Arbitrary<BsonDocument> = fc.dictionary(field, operators, { maxKeys: 3, noNullPrototype: true });

const combined: fc.Arbitrary<BsonDocument> = fc.oneof(
  fc.record({ $or: fc.array(simpleFilter, { minLength: 1, maxLength: 3 }) }, { noNullPrototype: true }),
  fc.record({ $and: fc.array(simpleFilter, { minLength: 1, maxLength: 2 }), e: operators }, { noNullPrototype: true }),
);

const up = fc.constantFrom(1 as const, -1 as const);

const order: fc.Arbitrary<Order> = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'd', 'e', '_id'), up), {
  maxLength: 2,
  selector: ([name]) => name,
});

const smallNumber = fc.integer({ min: 0, max: 3 }).map((number) => new Int32(number));

const range: fc.Arbitrary<BsonDocument> = fc.oneof(
  fc.record({ $gt: smallNumber, $lte: smallNumber }, { requiredKeys: ['$gt'], noNullPrototype: true }),
  fc.record({ $gte: smallNumber, $lt: smallNumber }, { requiredKeys: ['$lt'], noNullPrototype: true }),
  fc.record({ $lte: smallScalar }, { noNullPrototype: true }),
);

const pinned: fc.Arbitrary<BsonDocument> = fc.oneof(
  fc.constant({}),
  fc.record({ e: smallScalar }, { noNullPrototype: true }),
  fc.uniqueArray(smallNumber, { minLength: 2, selector: ({ value }) => value }).map(($in) => ({ e: { $in } })),
);

type Asked = { readonly filter: BsonDocument; readonly order: Order };

/** What pages are made of: one field pinned or not, a range of another or not, sorted by it or not. */
const pageQuery: fc.Arbitrary<Asked> = fc
  .record({
    pinned,
    ranged: fc.constantFrom('a', 'd', 'e'),
    range: fc.option(range),
    up,
    isSorted: fc.boolean(),
    sortsPinned: fc.boolean(),
  })
  .map(({ pinned: fixed, ranged, range: bounds, up: direction, isSorted, sortsPinned }) => ({
    filter: { ...fixed, ...(bounds === null ? {} : { [ranged]: bounds }) },
    order: isSorted
      ? [...(sortsPinned ? [['e', direction] as const] : []), [ranged, direction] as const].filter(
          ([name], place, all) => all.findIndex(([other]) => other === name) === place,
        )
      : [],
  }));

const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ filter: simpleFilter, order }),
  fc.record({ filter: combined, order }),
  pageQuery,
  pageQuery,
);

function isParallel(document: BsonDocument, sorted: Order): boolean {
  return sorted.filter(([name]) => isArray(document[name])).length > 1;
}

function databaseWith(withIndexes: readonly IndexDefinition[]) {
  const store = openStore(':memory:', [{ name: 'things', indexes: withIndexes }]);
  const engine = createEngine(store, { isStrict: false, transactionLifeMs: 1000 });
  return { store, engine };
}

describe('a query that an index serves', () => {
  it('answers what reading everything would answer, whatever is stored and asked', async () => {
    let served = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(smallDocument, { maxLength: 15 }),
        asked,
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(1, 3, 1000),
        async (documents, { filter, order: sorted }, offset, limit) => {
          const numbered = documents.map((document, at) => ({ _id: `id${at}`, ...document }));
          const [indexed, plain] = [databaseWith(indexes), databaseWith([])];
          try {
            await indexed.engine.insert('things', numbered);
            await plain.engine.insert('things', numbered);
            const condition = parseFilter(filter);
            const collection = indexed.engine.collectionNamed('things');
            if (planAccess(collection, condition, sorted).via !== 'everything') served += 1;
            const everything = { condition, order: [], offset: 0, limit: Infinity };
            const expected = numbered.filter((document) => matches(parseFilter(filter), document));
            expect([...(await indexed.engine.find('things', everything))].sort()).toEqual(expected.map(toEjson).sort());
            expect(await indexed.engine.count('things', condition)).toBe(expected.length);
            // MongoDB has no order for a document with an array in each of two fields.
            if (numbered.some((document) => isParallel(document, sorted))) return;
            const page = { condition, order: sorted, offset, limit };
            const keys = async ({ engine }: typeof indexed): Promise<readonly string[]> =>
              (await engine.find('things', page)).map((text) => sortKey(parseStored(text), sorted).toString('hex'));
            expect(await keys(indexed)).toEqual(await keys(plain));
          } finally {
            indexed.store.close();
            plain.store.close();
          }
        },
      ),
      { numRuns: 600 },
    );
    expect(served).toBeGreaterThan(300);
  });

  it('answers the same where an index has two fields of one array', async () => {
    const few = fc.integer({ min: 0, max: 2 }).map((number) => new Int32(number));
    const item = fc.record({ b: few, c: few }, { requiredKeys: [], noNullPrototype: true });
    const slots = fc.array(fc.oneof({ weight: 6, arbitrary: item }, { weight: 1, arbitrary: few }), { maxLength: 3 });
    const bound = fc.oneof(
      few,
      few.map(($gte) => ({ $gte })),
      few.map(($lt) => ({ $lt })),
    );
    const filters = fc.record({ 'a.b': bound, 'a.c': bound }, { noNullPrototype: true });
    const orders = fc.constantFrom<Order>(
      [],
      [['a.b', 1]],
      [
        ['a.b', 1],
        ['a.c', -1],
      ],
      [
        ['a.c', 1],
        ['a.b', 1],
      ],
    );
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(slots, { minLength: 1, maxLength: 6 }),
        filters,
        orders,
        async (lists, filter, sorted) => {
          const numbered = lists.map((a, at): BsonDocument => ({ _id: `id${at}`, a }));
          const wanted = { condition: parseFilter(filter), order: sorted, offset: 0, limit: Infinity };
          const [indexed, plain] = [databaseWith(indexes), databaseWith([])];
          const keys = async ({ engine }: typeof indexed): Promise<readonly string[]> =>
            (await engine.find('things', wanted)).map((text) => sortKey(parseStored(text), sorted).toString('hex'));
          try {
            await indexed.engine.insert('things', numbered);
            await plain.engine.insert('things', numbered);
            const expected = numbered.filter((document) => matches(wanted.condition, document)).map(toEjson);
            expect([...(await indexed.engine.find('things', wanted))].sort()).toEqual(expected.sort());
            expect(await keys(indexed)).toEqual(await keys(plain));
            found += expected.length;
          } finally {
            indexed.store.close();
            plain.store.close();
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('has the order of the index for each of several values of an array', async () => {
    const { store, engine } = databaseWith(indexes);
    await engine.insert('things', [{ _id: 'one', e: [new Int32(1), new Int32(2)], d: new Int32(3) }]);
    const wanted = parseFilter({ e: { $in: [new Int32(1), new Int32(2)] } });
    const collection = engine.collectionNamed('things');
    expect(planAccess(collection, wanted, [['d', 1]])).toMatchObject({ index: { name: 'e-down-d' }, ordered: true });
    expect(planAccess(collection, wanted, [['e', -1]])).not.toMatchObject({ ordered: true });
    store.close();
  });
});
