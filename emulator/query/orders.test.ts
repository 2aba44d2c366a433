import { createEngine } from '../engine/engine';
import { documentFromPlain } from '../values/plain';
import { sortKey } from '../store/index-keys';
import { openStore } from '../store/store';
import { databaseActions } from '../wire/database-actions';
import type { Order } from './plan';

type Plain = Readonly<Record<string, unknown>>;

/** The places of documents in an order, by their names. */
const inOrder = (order: Order, documents: Readonly<Record<string, Plain>>): readonly string[] =>
  Object.keys(documents).sort((left, right) => {
    const keyOf = (name: string): Buffer => sortKey(documentFromPlain(documents[name]), order);
    return Buffer.compare(keyOf(left), keyOf(right));
  });

describe('an order', () => {
  it.each<readonly [title: string, order: Order, documents: Readonly<Record<string, Plain>>]>([
    [
      'goes up by the least element and takes nothing for null',
      [['a', 1]],
      { empty: { a: [] }, none: {}, one: { a: [7, 1] }, two: { a: 2 }, text: { a: 'a' } },
    ],
    ['goes down by the greatest', [['a', -1]], { seven: { a: [7, 1] }, two: { a: 2 }, none: {}, empty: { a: [] } }],
    [
      'takes of two fields of one array what one element has',
      [
        ['a.b', 1],
        ['a.c', 1],
      ],
      {
        five: { a: [{ b: 1, c: 5 }] },
        nine: {
          a: [
            { b: 1, c: 9 },
            { b: 2, c: 0 },
          ],
        },
        two: { a: [{ b: 2, c: 0 }] },
      },
    ],
    [
      'goes up and down in one array',
      [
        ['a.b', 1],
        ['a.c', -1],
      ],
      {
        nine: {
          a: [
            { b: 1, c: 9 },
            { b: 2, c: 99 },
          ],
        },
        five: { a: [{ b: 1, c: 5 }] },
      },
    ],
    [
      'sorts an array beside a plain field',
      [
        ['a', 1],
        ['b', -1],
      ],
      { nine: { a: [1, 2], b: 9 }, five: { a: 1, b: 5 }, two: { a: [2, 3], b: 99 } },
    ],
  ])('%s', (_title, order, documents) => {
    const expected = Object.keys(documents);
    expect(inOrder(order, Object.fromEntries(Object.entries(documents).reverse()))).toEqual(expected);
  });

  it('of two arrays is refused', () => {
    const order: Order = [
      ['a', 1],
      ['b', 1],
    ];
    expect(() => sortKey(documentFromPlain({ a: [1], b: [2] }), order)).toThrow(
      'cannot sort with keys that are parallel arrays',
    );
  });
});

describe('an order that MongoDB refuses', () => {
  const store = openStore(':memory:', [{ name: 'things', indexes: [] }]);
  const engine = createEngine(store, { isStrict: false, transactionLifeMs: 1000 });

  afterAll(() => store.close());

  // The SDK checks names and directions itself; others speak to the same address.
  it.each([
    ['{"":1}', 'FieldPath cannot be constructed with empty string'],
    ['{"$a":1}', "FieldPath field names may not start with '$'"],
    ['{"a.":1}', "FieldPath must not end with a '.'"],
    ['{"a":2}', '$sort key ordering must be 1 (for ascending) or -1 (for descending)'],
    ['{"a":"asc"}', 'Illegal key in $sort specification: a: "asc"'],
    [`{"${Array(201).fill('a').join('.')}":1}`, 'FieldPath is too long'],
  ])('%.20s', async (order, words) => {
    const find = databaseActions['database.getDocument'];
    const request = { collectionName: 'things', queryType: 'WHERE', query: '{}', order };
    await expect(Promise.resolve(find?.(engine, request))).rejects.toThrow(words);
  });
});
