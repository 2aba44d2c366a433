import fc from 'fast-check';
import { createEngine } from '../engine/engine';
import type { IndexDefinition } from '../options';
import { openStore } from '../store/store';
import { sortKey } from '../store/index-keys';
import { smallDocument, smallScalar, smallValue } from '../values/arbitrary-value';
import { parseStored, toEjson } from '../values/ejson';
import type { BsonDocument, Value } from '../values/value';
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
    name: 'd.c-e',
    keys: [
      ['d.c', -1],
      ['e', 1],
    ],
  },
];

const field = fc.constantFrom('a', 'd', 'e', 'a.b', 'd.c', 'a.0', '_id');

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

const filter: fc.Arbitrary<BsonDocument> = fc.oneof(
  { weight: 4, arbitrary: simpleFilter },
  {
    weight: 1,
    arbitrary: fc.record({ $or: fc.array(simpleFilter, { minLength: 1, maxLength: 3 }) }, { noNullPrototype: true }),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      { $and: fc.array(simpleFilter, { minLength: 1, maxLength: 2 }), e: operators },
      { noNullPrototype: true },
    ),
  },
);

const order: fc.Arbitrary<Order> = fc.uniqueArray(
  fc.tuple(fc.constantFrom('a', 'd', 'e', '_id'), fc.constantFrom(1 as const, -1 as const)),
  {
    maxLength: 2,
    selector: ([name]) => name,
  },
);

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
        fc.array(smallDocument, { maxLength: 12 }),
        filter,
        order,
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(1, 3, 1000),
        async (documents, asked, sorted, offset, limit) => {
          const numbered = documents.map((document, at) => ({ _id: `id${at}`, ...document }));
          const [indexed, plain] = [databaseWith(indexes), databaseWith([])];
          try {
            await indexed.engine.insert('things', numbered);
            await plain.engine.insert('things', numbered);
            const condition = parseFilter(asked);
            const collection = indexed.engine.collectionNamed('things');
            if (planAccess(collection, condition, sorted).via !== 'everything') served += 1;
            const everything = { condition, order: sorted, offset: 0, limit: Infinity };
            const expected = numbered.filter((document) => matches(parseFilter(asked), document));
            expect([...(await indexed.engine.find('things', everything))].sort()).toEqual(expected.map(toEjson).sort());
            expect(await indexed.engine.count('things', condition)).toBe(expected.length);
            const page = { ...everything, offset, limit };
            const keys = async ({ engine }: typeof indexed): Promise<readonly string[]> =>
              (await engine.find('things', page)).map((text) => sortKey(parseStored(text), sorted).toString('hex'));
            expect(await keys(indexed)).toEqual(await keys(plain));
          } finally {
            indexed.store.close();
            plain.store.close();
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(served).toBeGreaterThan(200);
  });
});
