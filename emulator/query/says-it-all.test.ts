import { Double, Int32 } from 'bson';
import type { CollectionDefinition } from '../options';
import { createEngine } from '../engine/engine';
import { openStore } from '../store/store';
import type { BsonDocument } from '../values/value';
import { toEjson } from '../values/ejson';
import { matches } from './matches';
import { parseFilter } from './parse-filter';
import { planAccess } from './plan';

const one = new Int32(1);
const five = new Int32(5);

type Case = readonly [what: string, field: string, filter: BsonDocument, documents: readonly BsonDocument[]];

const trusted: readonly Case[] = [
  ['a value', 'a', { a: five }, [{ a: five }, { a: new Double(5) }, { a: one }, { a: [five] }]],
  ['one of several', 'a', { a: { $in: [five, one] } }, [{ a: five }, { a: one }, { a: 'x' }, {}]],
  ['nothing or null', 'a', { a: null }, [{ a: null }, {}, { a: five }, { a: [] }, { a: [null] }]],
  ['a range', 'a', { a: { $gte: one, $lt: five } }, [{ a: five }, { a: one }, { a: 'x' }, { a: [one] }]],
  ['below, where there is NaN', 'a', { a: { $lt: five } }, [{ a: new Double(NaN) }, { a: one }, { a: five }]],
  ['at most, where there is NaN', 'a', { a: { $lte: five } }, [{ a: new Double(NaN) }, { a: one }, { a: null }]],
  ['a value further down', 'a.b', { 'a.b': five }, [{ a: { b: five } }, { a: [{ b: five }, one] }, { a: [five] }]],
];

const doubted: readonly Case[] = [
  ['null further down', 'a.b', { 'a.b': null }, [{ a: [five] }, { a: [] }, { a: {} }, {}]],
  ['null among others further down', 'a.b', { 'a.b': { $in: [null, five] } }, [{ a: [one] }, { a: { b: five } }]],
  ['a named position', 'a.0', { 'a.0': five }, [{ a: [[five]] }, { a: [five] }]],
  ['several values in an array', 'a', { a: { $gt: one, $lt: five } }, [{ a: [new Int32(0), new Int32(9)] }]],
  ['a test besides', 'a', { a: { $gt: one, $ne: five } }, [{ a: five }, { a: new Int32(6) }]],
  ['a field besides', 'a', { a: five, b: one }, [{ a: five }, { a: five, b: one }]],
  ['that it is there besides', 'a', { a: { $in: ['x'], $exists: true } }, [{ a: 'x' }]],
  ['an array that is equal', 'a', { a: [five] }, [{ a: [five] }, { a: five }]],
];

function databaseWith(field: string, documents: readonly BsonDocument[]) {
  const things: CollectionDefinition = { name: 'things', indexes: [{ name: 'i', keys: [[field, 1]] }] };
  const store = openStore(':memory:', [things]);
  const engine = createEngine(store, { isStrict: false, transactionLifeMs: 1000 });
  const numbered = documents.map((document, at) => ({ _id: `id${at}`, ...document }));
  return { store, engine, numbered };
}

async function asked([, field, filter, documents]: Case) {
  const { store, engine, numbered } = databaseWith(field, documents);
  try {
    await engine.insert('things', numbered);
    const condition = parseFilter(filter);
    const access = planAccess(engine.collectionNamed('things'), condition, []);
    const found = await engine.find('things', { condition, order: [], offset: 0, limit: 100 });
    const total = await engine.count('things', condition);
    const expected = numbered.filter((document) => matches(condition, document)).map(toEjson);
    return { isExact: access.via === 'index' && access.exact, found: [...found].sort(), total, expected };
  } finally {
    store.close();
  }
}

describe('an index that says all that a filter says', () => {
  it.each(trusted)('is believed: %s', async (...row) => {
    const { isExact, found, total, expected } = await asked(row);
    expect(isExact).toBe(true);
    expect(found).toEqual(expected);
    expect(total).toBe(expected.length);
  });
});

describe('an index that says less than a filter', () => {
  it.each(doubted)('has its documents looked at: %s', async (...row) => {
    const { isExact, found, total, expected } = await asked(row);
    expect(isExact).toBe(false);
    expect(found).toEqual(expected);
    expect(total).toBe(expected.length);
  });
});
