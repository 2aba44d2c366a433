import { Decimal128, Double, Int32, Long } from 'bson';
import { parseFilter } from '../query/parse-filter';
import { toEjson } from '../values/ejson';
import { documentFromPlain } from '../values/plain';
import { parseReplacement, parseUpdate } from './apply-update';
import { upsertSeed } from './upsert';
import type { SdkCloud } from '../testing/sdk-database';
import { sdkCloud } from '../testing/sdk-database';

let sdk: SdkCloud;

beforeEach(async () => {
  sdk = await sdkCloud([{ name: 'things', indexes: [{ name: 'tags', keys: [['tags', 1]] }] }]);
});

afterEach(() => sdk.cloud.close());

type Plain = Readonly<Record<string, unknown>>;

async function updated(before: Plain, update: Plain): Promise<unknown> {
  sdk.cloud.documents('things').insert({ _id: 'x', ...before });
  await sdk.using((database) =>
    database.collection('things').options({ raw: true }).where({ _id: 'x' }).update(update),
  );
  const { _id, ...after } = sdk.cloud.documents('things').get('x') ?? { _id: 'gone' };
  expect(_id).toBe('x');
  return after;
}

const cases: readonly (readonly [title: string, before: Plain, update: Plain, after: Plain])[] = [
  ['$set', { a: 1 }, { $set: { a: 2, b: { c: 3 } } }, { a: 2, b: { c: 3 } }],
  ['$set makes the documents on its way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set at a position', { a: [1, 2] }, { $set: { 'a.1': 5 } }, { a: [1, 5] }],
  ['$set beyond the end fills with null', { a: [1] }, { $set: { 'a.2': 5 } }, { a: [1, null, 5] }],
  ['$set inside a document in an array', { a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
  ['$unset', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  ['$unset of nothing', { a: 1 }, { $unset: { 'b.c': '' } }, { a: 1 }],
  ['$unset at a position leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  ['$inc', { a: 1 }, { $inc: { a: -3 } }, { a: -2 }],
  ['$inc of nothing', {}, { $inc: { 'a.b': 2 } }, { a: { b: 2 } }],
  ['$inc by a fraction', { a: 1 }, { $inc: { a: 0.5 } }, { a: 1.5 }],
  ['$inc past 32 bits', { a: 2147483647 }, { $inc: { a: 1 } }, { a: 2147483648 }],
  ['$mul', { a: 3 }, { $mul: { a: 2.5 } }, { a: 7.5 }],
  ['$mul of nothing', {}, { $mul: { a: 5 } }, { a: 0 }],
  ['$min', { a: 5, b: 5 }, { $min: { a: 3, b: 7, c: 1 } }, { a: 3, b: 5, c: 1 }],
  ['$max', { a: 5, b: 5 }, { $max: { a: 3, b: 7, c: 1 } }, { a: 5, b: 7, c: 1 }],
  ['$max of another kind', { a: 5 }, { $max: { a: 'text' } }, { a: 'text' }],
  ['$push', { tags: ['a'] }, { $push: { tags: 'b' } }, { tags: ['a', 'b'] }],
  ['$push to nothing', {}, { $push: { tags: 'b' } }, { tags: ['b'] }],
  ['$push of a whole array', { tags: [] }, { $push: { tags: ['b'] } }, { tags: [['b']] }],
  [
    '$push at a position',
    { tags: ['a', 'd'] },
    { $push: { tags: { $each: ['b', 'c'], $position: 1 } } },
    { tags: ['a', 'b', 'c', 'd'] },
  ],
  [
    '$push counted from the end',
    { tags: ['a', 'd'] },
    { $push: { tags: { $each: ['c'], $position: -1 } } },
    { tags: ['a', 'c', 'd'] },
  ],
  [
    '$push sorted, then cut',
    { tags: [3, 1] },
    { $push: { tags: { $each: [2, 0], $sort: -1, $slice: 2 } } },
    { tags: [3, 2] },
  ],
  ['$push keeping the last', { tags: [1, 2] }, { $push: { tags: { $each: [3], $slice: -2 } } }, { tags: [2, 3] }],
  [
    '$push sorted by a field',
    { tags: [{ n: 2 }] },
    { $push: { tags: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
    { tags: [{ n: 1 }, { n: 2 }] },
  ],
  ['$pop', { tags: [1, 2, 3] }, { $pop: { tags: 1 } }, { tags: [1, 2] }],
  ['$pop from the front', { tags: [1, 2, 3] }, { $pop: { tags: -1 } }, { tags: [2, 3] }],
  ['$pull of a value', { tags: [1, 2, 1] }, { $pull: { tags: 1 } }, { tags: [2] }],
  ['$pull of what satisfies', { tags: [1, 5, 9] }, { $pull: { tags: { $gte: 5 } } }, { tags: [1] }],
  ['$pull of what matches', { tags: [{ a: 1, b: 2 }, { a: 2 }] }, { $pull: { tags: { a: 1 } } }, { tags: [{ a: 2 }] }],
  ['$pullAll', { tags: [1, 2, 3, 1] }, { $pullAll: { tags: [1, 3] } }, { tags: [2] }],
  ['$addToSet', { tags: [1] }, { $addToSet: { tags: 1 } }, { tags: [1] }],
  ['$addToSet of each', { tags: [1] }, { $addToSet: { tags: { $each: [1, 2, 2] } } }, { tags: [1, 2] }],
  ['$set at every position', { a: [1, 2] }, { $set: { 'a.$[]': 0 } }, { a: [0, 0] }],
  ['$inc in every element', { a: [{ b: 1 }, { b: 2 }] }, { $inc: { 'a.$[].b': 1 } }, { a: [{ b: 2 }, { b: 3 }] }],
  ['$set in every array of arrays', { a: [[1], [2, 3]] }, { $set: { 'a.$[].$[]': 0 } }, { a: [[0], [0, 0]] }],
  [
    '$bit and, or, xor',
    { a: 13, b: 1 },
    { $bit: { a: { and: 10 }, b: { or: 4, xor: 1 }, c: { or: 2 } } },
    { a: 8, b: 4, c: 2 },
  ],
  ['$mul past 32 bits', { a: 2147483647 }, { $mul: { a: 2 } }, { a: 4294967294 }],
  ['$min of another kind', { a: 'x' }, { $min: { a: 5 } }, { a: 5 }],
  ['$max of a date', { a: new Date(1) }, { $max: { a: new Date(2) } }, { a: new Date(2) }],
  ['$pull by a pattern', { a: ['ab', 'b', 1] }, { $pull: { a: /^a/ } }, { a: ['b', 1] }],
  ['$pull by $in', { a: [1, 2, 3] }, { $pull: { a: { $in: [1, 3] } } }, { a: [2] }],
  [
    '$pull by a condition on a field',
    { a: [{ b: 1 }, { b: 5 }, 7] },
    { $pull: { a: { b: { $gt: 2 } } } },
    { a: [{ b: 1 }, 7] },
  ],
  [
    '$pull by $elemMatch',
    { a: [{ b: [1, 2] }, { b: [3] }] },
    { $pull: { a: { b: { $elemMatch: { $gt: 2 } } } } },
    { a: [{ b: [1, 2] }] },
  ],
  [
    '$pullAll of documents, in their order',
    {
      a: [
        { b: 1, c: 2 },
        { c: 2, b: 1 },
      ],
    },
    { $pullAll: { a: [{ b: 1, c: 2 }] } },
    { a: [{ c: 2, b: 1 }] },
  ],
  ['a number makes a field where there is no array', {}, { $set: { 'a.0': 1 } }, { a: { '0': 1 } }],
  ['nothing', { a: 1 }, { $set: {} }, { a: 1 }],
  ['$unset behind the end', { a: [1] }, { $unset: { 'a.3': '' } }, { a: [1] }],
  ['$rename out of documents', { a: { b: 1 } }, { $rename: { 'a.b': 'c' } }, { a: {}, c: 1 }],
  ['$rename', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
  ['$rename over a field', { a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
  ['$rename of nothing', { b: 2 }, { $rename: { a: 'b' } }, { b: 2 }],
  [
    '$push in the order of whole values, arrays among them',
    { a: [{ b: [9] }, { b: 7 }] },
    { $push: { a: { $each: [{ b: [1, 99] }, 4], $sort: { b: 1 } } } },
    { a: [4, { b: 7 }, { b: [1, 99] }, { b: [9] }] },
  ],
  [
    '$addToSet of an object that holds $each',
    { a: [] },
    { $addToSet: { a: { b: 1, $each: 2 } } },
    { a: [{ b: 1, $each: 2 }] },
  ],
  [
    '$pull by $or',
    { a: [{ b: 1 }, { b: 2 }, { b: 3 }, 1] },
    { $pull: { a: { $or: [{ b: 1 }, { b: 3 }] } } },
    { a: [{ b: 2 }, 1] },
  ],
  ['$unset through a scalar', { a: 5 }, { $unset: { 'a.b': '' } }, { a: 5 }],
  ['$pop of nothing', { a: {} }, { $pop: { 'a.b.c': 1 } }, { a: {} }],
  [
    '$rename of what is not in an array',
    { a: [{ b: 1 }] },
    { $rename: { 'a.0.c': 'd', 'a.4.b': 'e' } },
    { a: [{ b: 1 }] },
  ],
  ['$setOnInsert of what is there', { a: 1 }, { $setOnInsert: { a: 2 } }, { a: 1 }],
];

const refused: readonly (readonly [title: string, before: Plain, update: Plain, words: string])[] = [
  ['$set through a scalar', { a: 5 }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: "],
  ['$set through null', { a: null }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: null}"],
  ['$set of a field in an array', { a: [1] }, { $set: { 'a.b': 1 } }, "Cannot create field 'b'"],
  ['$inc on a text', { a: '1' }, { $inc: { a: 1 } }, 'non-numeric type'],
  ['$inc on null', { a: null }, { $inc: { a: 1 } }, 'non-numeric type'],
  ['$inc by a text', { a: 1 }, { $inc: { a: '1' } }, 'Cannot increment with non-numeric argument: {a: "1"}'],
  ['$mul on a list', { a: [1] }, { $mul: { a: 2 } }, 'non-numeric type'],
  ['$push on a number', { a: 1 }, { $push: { a: 2 } }, 'must be an array'],
  ['$push on null', { a: null }, { $push: { a: 2 } }, 'must be an array'],
  ['$addToSet on a text', { a: 'x' }, { $addToSet: { a: 2 } }, "Field named 'a' has non-array type string"],
  ['$pop on a number', { a: 1 }, { $pop: { a: 1 } }, "Path 'a' contains an element of non-array type 'int'"],
  ['$pop by 2', { a: [1] }, { $pop: { a: 2 } }, '$pop'],
  ['$pull on a number', { a: 1 }, { $pull: { a: 1 } }, 'Cannot apply $pull to a non-array value'],
  ['$pullAll of no array', { a: [1] }, { $pullAll: { a: 1 } }, '$pullAll'],
  ['$push with an unknown part', { a: [] }, { $push: { a: { $each: [1], $keep: 1 } } }, '$keep'],
  ['a positional operator without a match in an array', { a: [1] }, { $set: { 'a.$': 1 } }, 'did not find the match'],
  [
    'a name without a filter',
    { a: [1] },
    { $set: { 'a.$[x]': 1 } },
    "No array filter found for identifier 'x' in path 'a.$[x]'",
  ],
  ['$[] on no array', { a: 5 }, { $set: { 'a.$[]': 1 } }, 'Cannot apply array updates to non-array element a: 5'],
  ['$[] on nothing', {}, { $set: { 'a.$[]': 1 } }, "The path 'a' must exist in the document"],
  ['two positional operators', { a: [1] }, { $set: { 'a.$.b.$': 1 } }, "Too many positional (i.e. '$') elements found"],
  ['a positional operator at the start', { a: [1] }, { $set: { '$.a': 1 } }, 'element in the first position'],
  [
    '$pop through a scalar',
    { a: 5 },
    { $pop: { 'a.b': 1 } },
    'Cannot use the part (b) of (a.b) to traverse the element ({a: 5})',
  ],
  ['$pull of a field in an array', { a: [1] }, { $pull: { 'a.b': 1 } }, 'Cannot use the part (b) of (a.b) to traverse'],
  ['$pullAll through null', { a: null }, { $pullAll: { 'a.b': [1] } }, 'traverse the element ({a: null})'],
  [
    '$rename through a scalar',
    { a: 5 },
    { $rename: { 'a.b': 'c' } },
    'cannot use the part (a of a.b) to traverse the element ({a: 5})',
  ],
  [
    '$addToSet with more than $each',
    {},
    { $addToSet: { a: { $each: [1], $slice: 1 } } },
    'Found unexpected fields after $each in $addToSet: { $each: [ 1 ], $slice: 1 }',
  ],
  [
    '$addToSet of no list',
    {},
    { $addToSet: { a: { $each: {} } } },
    'in $addToSet must be an array but it was of type object',
  ],
  [
    '$push in the order of an empty name',
    {},
    { $push: { a: { $each: [], $sort: { 'b.': 1 } } } },
    'has an empty part: b.',
  ],
  [
    'a path deeper than any document',
    {},
    { $set: { [Array(20_000).fill('a').join('.')]: 1 } },
    'FieldPath is too long',
  ],
  ['an unknown operator', { a: 1 }, { $bot: { a: 1 } }, 'Unknown modifier: $bot'],
  ['$bit on a double', { a: 1.5 }, { $bit: { a: { and: 1 } } }, 'has the field a of non-integer type double'],
  ['$bit by a double', { a: 1 }, { $bit: { a: { and: 1.5 } } }, "a 'double' is not supported here: {and: 1.5}"],
  ['$bit by not', { a: 1 }, { $bit: { a: { not: 1 } } }, "not 'not' which is an unknown operator: { not: 1 }"],
  ['$bit by nothing', { a: 1 }, { $bit: { a: {} } }, 'You must pass in at least one bitwise operation'],
  ['$currentDate of a text', {}, { $currentDate: { a: 'x' } }, 'string is not valid type for $currentDate'],
  ['$currentDate of another type', {}, { $currentDate: { a: { $type: 'x' } } }, "required to be 'date' or 'timestamp'"],
  ['$rename to a number', { a: 1 }, { $rename: { a: 1 } }, "The 'to' field for $rename must be a string: a: 1"],
  ['$rename to itself', { a: 1 }, { $rename: { a: 'a' } }, 'must differ: a: "a"'],
  ['$rename into itself', { a: 1 }, { $rename: { a: 'a.b' } }, 'must not be on the same path'],
  [
    '$rename out of an array',
    { a: [{ b: 1 }] },
    { $rename: { 'a.0.b': 'c' } },
    "The source field cannot be an array element, 'a.0.b' in doc with _id: \"x\" has an array field called 'a'",
  ],
  [
    '$rename into an array',
    { a: [1], b: 1 },
    { $rename: { b: 'a.0' } },
    'The destination field cannot be an array element',
  ],
  ['$rename of a position', { a: [1] }, { $rename: { 'a.$': 'b' } }, 'may not be dynamic'],
  ['$push with parts but without $each', {}, { $push: { a: { $slice: 1 } } }, "The dollar ($) prefixed field '$slice'"],
  ['$push at half a position', {}, { $push: { a: { $each: [], $position: 0.5 } } }, 'must be an integer value'],
  ['$push in no order', {}, { $push: { a: { $each: [], $sort: {} } } }, 'The $sort pattern is empty'],
  ['fields that are none', {}, { $set: 5 }, 'Modifiers operate on fields but we found type int instead'],
  ['a plain field among operators', { a: 1 }, { a: 2 }, 'unknown modifier: a'],
  ['two operators on one path', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 'conflict'],
  ['a path and a part of it', {}, { $set: { a: {}, 'a.b': 1 } }, 'conflict'],
  ['another _id', { a: 1 }, { $set: { _id: 'y' } }, "immutable field '_id'"],
  ['a path that ends in a dot', { a: 1 }, { $set: { 'a.': 1 } }, 'empty field name'],
];

describe('an update', () => {
  it.each(cases)('%s', async (_title, before, update, after) => {
    expect(await updated(before, update)).toEqual(after);
  });

  it.each(refused)('%s is an error and changes nothing', async (_title, before, update, words) => {
    await expect(updated(before, update)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(words) as string,
    });
    expect(sdk.cloud.documents('things').get('x')).toEqual({ _id: 'x', ...before });
  });

  it("reads the SDK's own commands, and merges plain objects", async () => {
    sdk.cloud
      .documents('things')
      .insert({ _id: 'x', style: { color: 'red', size: 1 }, tags: ['a'], n: 1, old: 1, set: [1] });
    const before = Date.now();
    await sdk.using(async (database) => {
      const _ = database.command;
      await database
        .collection('things')
        .doc('x')
        .update({
          style: { color: 'blue' },
          tags: _.push(['b', 'c']),
          n: _.inc(2),
          old: _.remove(),
          set: _.addToSet(2),
          whole: _.set({ a: 1 }),
          at: database.serverDate({ offset: 1000 }),
        });
      await database
        .collection('things')
        .doc('x')
        .update({ tags: _.unshift('z'), n: _.mul(2), set: _.pop() });
      await database
        .collection('things')
        .doc('x')
        .update({ tags: _.shift(), set: _.pull(9), whole: _.rename('part') });
    });
    const { at, ...rest } = sdk.cloud.documents('things').get('x') ?? { at: undefined };
    expect(rest).toEqual({
      _id: 'x',
      style: { color: 'blue', size: 1 },
      tags: ['a', 'b', 'c'],
      n: 6,
      set: [1],
      part: { a: 1 },
    });
    expect((at as Date).getTime()).toBeGreaterThanOrEqual(before + 1000);
  });

  it('keeps the last few of a list to which the SDK adds', async () => {
    sdk.cloud.documents('things').insert({ _id: 'x', tags: [1, 2, 3] });
    await sdk.using(async (database) => {
      const { push } = database.command;
      await database
        .collection('things')
        .doc('x')
        .update({ tags: push({ each: [5, 4], slice: -3 }), log: push({ each: ['first'], slice: -2 }) });
      await database
        .collection('things')
        .doc('x')
        .update({ log: push({ each: ['second', 'third'], position: 0, slice: 2 }) });
    });
    expect(sdk.cloud.documents('things').get('x')).toEqual({ _id: 'x', tags: [3, 5, 4], log: ['second', 'third'] });
  });

  it('counts each visitor once by a condition on a key of a map', async () => {
    sdk.cloud.documents('things').insert({ _id: 'x', visitors: { old: 1 }, days: { '21': 1 } });
    const visit = (visitor: string, day: string) =>
      sdk.using(async (database) => {
        const _ = database.command;
        const key = `visitors.${visitor}`;
        const { updated: number } = await database
          .collection('things')
          .where({ _id: 'x', [key]: _.exists(false) })
          .update({ [key]: _.set(1), [`days.${day}`]: _.inc(1) });
        return number;
      });
    expect([await visit('abc', '22'), await visit('abc', '22'), await visit('old', '22')]).toEqual([1, 0, 0]);
    expect([await visit('def', '22'), await visit('ghi', '23')]).toEqual([1, 1]);
    expect(sdk.cloud.documents('things').get('x')).toEqual({
      _id: 'x',
      visitors: { old: 1, abc: 1, def: 1, ghi: 1 },
      days: { '21': 1, '22': 2, '23': 1 },
    });
  });

  it('finds the document by its new values afterwards', async () => {
    sdk.cloud.documents('things').insert({ _id: 'x', tags: ['a', 'b'] });
    const found = await sdk.using(async (database) => {
      const things = database.collection('things');
      await things.doc('x').update({ tags: database.command.set(['c']) });
      return Promise.all(['a', 'c'].map(async (tag) => (await things.where({ tags: tag }).get()).data.length));
    });
    expect(found).toEqual([0, 1]);
  });

  it('counts what it changed, not what it found', async () => {
    sdk.cloud.documents('things').insertMany([
      { _id: 'x', a: 1 },
      { _id: 'y', a: 2 },
      { _id: 'z', a: 2 },
    ]);
    const counts = await sdk.using(async (database) => {
      const things = database.collection('things');
      return [
        await things.where({ a: database.command.gt(0) }).update({ a: 2 }),
        await things.where({ a: 2 }).options({ multiple: false }).update({ a: 3 }),
        await things.doc('absent').update({ a: 3 }),
      ].map(({ updated: number }) => number);
    });
    expect(counts).toEqual([1, 1, 0]);
  });
});

/** What an update makes of a document that matched a filter, in canonical text. */
function applied(document: Plain, filter: Plain, update: Plain, arrayFilters: readonly Plain[] = []): string {
  const apply = parseUpdate(documentFromPlain(update), arrayFilters.map(documentFromPlain));
  return toEjson(apply(documentFromPlain(document), false, parseFilter(documentFromPlain(filter))));
}

const text = (document: Plain): string => toEjson(documentFromPlain(document));

describe('the positional operator', () => {
  it.each<readonly [title: string, before: Plain, filter: Plain, update: Plain, after: Plain]>([
    ['an equal element', { a: [1, 2, 2] }, { a: 2 }, { $set: { 'a.$': 0 } }, { a: [1, 0, 2] }],
    ['a comparison', { a: [1, 5, 9] }, { a: { $gt: 4 } }, { $inc: { 'a.$': 1 } }, { a: [1, 6, 9] }],
    [
      'a field of an element',
      { a: [{ b: 1 }, { b: 2 }] },
      { 'a.b': 2 },
      { $set: { 'a.$.c': 0 } },
      { a: [{ b: 1 }, { b: 2, c: 0 }] },
    ],
    [
      '$elemMatch',
      {
        a: [
          { b: 1, c: 1 },
          { b: 1, c: 2 },
        ],
      },
      { a: { $elemMatch: { b: 1, c: 2 } } },
      { $set: { 'a.$.b': 0 } },
      {
        a: [
          { b: 1, c: 1 },
          { b: 0, c: 2 },
        ],
      },
    ],
    [
      '$elemMatch of values',
      { a: [1, 5] },
      { a: { $elemMatch: { $gt: 2, $lt: 9 } } },
      { $unset: { 'a.$': '' } },
      { a: [1, null] },
    ],
    ['$in', { a: ['x', 'y'] }, { a: { $in: ['y'] } }, { $set: { 'a.$': 'z' } }, { a: ['x', 'z'] }],
    [
      'a field that is an array itself',
      { a: [{ b: [1] }, { b: [2] }] },
      { 'a.b': 2 },
      { $push: { 'a.$.b': 3 } },
      { a: [{ b: [1] }, { b: [2, 3] }] },
    ],
    ['an array below a document', { a: { b: [1, 2] } }, { 'a.b': 2 }, { $set: { 'a.b.$': 0 } }, { a: { b: [1, 0] } }],
    ['a value of $or', { a: [1, 2] }, { $or: [{ a: 7 }, { a: 2 }] }, { $set: { 'a.$': 0 } }, { a: [1, 0] }],
    ['the first of them', { a: [1, 3, 2] }, { $or: [{ a: 2 }, { a: 3 }] }, { $set: { 'a.$': 0 } }, { a: [1, 0, 2] }],
    ['the only branch of $or', { a: [1, 5] }, { $or: [{ a: { $gt: 2 } }] }, { $set: { 'a.$': 0 } }, { a: [1, 0] }],
    [
      'the array that is updated, not the other',
      { a: [1, 2], b: [3, 4] },
      { a: 2, b: 3 },
      { $set: { 'a.$': 0 } },
      { a: [1, 0], b: [3, 4] },
    ],
  ])('stands for the element found by %s', (_title, before, filter, update, after) => {
    expect(applied(before, filter, update)).toBe(text(after));
  });

  it('has no meaning where the filter asked no array', () => {
    expect(() => applied({ a: [1], b: 1 }, { b: 1 }, { $set: { 'a.$': 0 } })).toThrow('did not find the match');
    expect(() => applied({ a: [1] }, { a: { $ne: 2 } }, { $set: { 'a.$': 0 } })).toThrow('did not find the match');
    for (const other of [{ b: 1 }, { a: { $gt: 0 } }]) {
      const ofTwo = { $or: [{ a: 1 }, other] };
      expect(() => applied({ a: [1], b: 2 }, ofTwo, { $set: { 'a.$': 0 } })).toThrow('did not find the match');
    }
  });

  it('clashes with the same position by its number', () => {
    const both = { $set: { 'a.$': 0, 'a.1': 1 } };
    expect(() => applied({ a: [1, 2] }, { a: 2 }, both)).toThrow("create a conflict at 'a.1'");
  });

  it('is what the SDK sends', async () => {
    sdk.cloud.documents('things').insert({ _id: 'x', tags: ['a', 'b'] });
    await sdk.using((database) => database.collection('things').where({ tags: 'b' }).update({ 'tags.$': 'c' }));
    expect(sdk.cloud.documents('things').get('x')).toEqual({ _id: 'x', tags: ['a', 'c'] });
  });
});

describe('array filters', () => {
  it.each<readonly [before: Plain, update: Plain, filters: readonly Plain[], after: Plain]>([
    [{ a: [1, 5, 9] }, { $set: { 'a.$[big]': 0 } }, [{ big: { $gte: 5 } }], { a: [1, 0, 0] }],
    [{ a: [{ b: 1 }, { b: 2 }] }, { $inc: { 'a.$[it].b': 1 } }, [{ 'it.b': 2 }], { a: [{ b: 1 }, { b: 3 }] }],
    [
      { a: [{ b: [1, 2] }, { b: [2] }] },
      { $set: { 'a.$[].b.$[two]': 0 } },
      [{ two: 2 }],
      { a: [{ b: [1, 0] }, { b: [0] }] },
    ],
    [{ a: [1] }, { $set: { 'a.$[none]': 0 } }, [{ none: 7 }], { a: [1] }],
    [{ a: [1, 2, 3] }, { $set: { 'a.$[it]': 0 } }, [{ $or: [{ it: 1 }, { it: 3 }] }], { a: [0, 2, 0] }],
  ])('%j by %j where %j', (before, update, filters, after) => {
    expect(applied(before, {}, update, filters)).toBe(text(after));
  });

  it.each<readonly [filters: readonly Plain[], words: string]>([
    [[{ other: 1 }], "No array filter found for identifier 'it'"],
    [[{ it: 1 }, { other: 1 }], "The array filter for identifier 'other' was not used"],
    [[{ it: 1 }, { it: 2 }], 'Found multiple array filters with the same top-level field name it'],
    [[{ it: 1, other: 1 }], "Expected a single top-level field name, found 'it' and 'other'"],
    [[{ It: 1 }], 'beginning with a lowercase letter'],
    [[{}], 'without a top-level field name'],
  ])('%j are refused', (filters, words) => {
    expect(() => applied({ a: [1] }, {}, { $set: { 'a.$[it]': 0 } }, filters)).toThrow(words);
  });
});

describe('numbers under $inc and $mul', () => {
  const decimal = (digits: string): Decimal128 => Decimal128.fromString(digits);
  it.each([
    ['$inc', new Int32(1), new Int32(1), new Int32(2)],
    ['$inc', new Int32(2147483647), new Int32(1), Long.fromString('2147483648')],
    ['$inc', Long.fromNumber(1), new Int32(1), Long.fromNumber(2)],
    ['$inc', new Int32(1), new Double(1), new Double(2)],
    ['$inc', decimal('0.1'), decimal('0.2'), decimal('0.3')],
    ['$inc', new Int32(1), decimal('0.10'), decimal('1.10')],
    ['$inc', new Double(0.5), decimal('1'), decimal('1.500000000000000')],
    ['$mul', new Int32(65536), new Int32(65536), Long.fromString('4294967296')],
    ['$mul', decimal('1.5'), new Int32(3), decimal('4.5')],
    ['$mul', undefined, Long.fromNumber(5), Long.fromNumber(0)],
    ['$mul', undefined, new Double(5), new Double(0)],
  ])('%s %s by %s is %s', (operator, present, operand, result) => {
    expect(applied({ n: present }, {}, { [operator]: { n: operand } })).toBe(text({ n: result }));
  });
});

it('refuses a sum that no long holds', () => {
  const update = { $inc: { a: 1 } };
  expect(() => applied({ _id: 'x', a: Long.MAX_VALUE }, {}, update)).toThrow(
    'Failed to apply $inc operations to current value ((NumberLong)9223372036854775807) for document {_id: "x"}',
  );
});

describe('new fields', () => {
  it('come in the order of their names, numbers by value', () => {
    const fields = applied({ z: 0 }, {}, { $set: { b: 1, 'm.10': 1, 'm.9': 1 }, $inc: { a: 1 } });
    expect(fields).toBe('{"z":0,"a":1,"b":1,"m":{"9":1,"10":1}}'.replace(/:(\d)/g, ':{"$numberInt":"$1"}'));
  });

  it('that are numbers come behind the others, not before', () => {
    expect(applied({ z: 0 }, {}, { $set: { '5': 1 } })).toBe('{"z":{"$numberInt":"0"},"5":{"$numberInt":"1"}}');
  });
});

describe('an upsert', () => {
  it.each<readonly [filter: Plain, seed: Plain]>([
    [{ a: 1, b: { $gt: 2 } }, { a: 1 }],
    [{ a: { $eq: 1 } }, { a: 1 }],
    [{ $and: [{ a: 1 }, { $and: [{ b: 2 }] }] }, { a: 1, b: 2 }],
    [{ a: { $in: [1] }, b: { $in: [1, 2] } }, { a: 1 }],
    [{ a: { $all: [1] } }, { a: 1 }],
    [{ $or: [{ a: 1 }] }, { a: 1 }],
    [{ $or: [{ a: 1 }, { b: 1 }] }, {}],
    [{ 'a.b': 1, 'a.c': 2 }, { a: { b: 1, c: 2 } }],
    [{ a: /x/ }, {}],
    [{ a: { b: 1 } }, { a: { b: 1 } }],
  ])('of %j starts from %j', (filter, seed) => {
    expect(toEjson(upsertSeed(parseFilter(documentFromPlain(filter))))).toBe(text(seed));
  });

  it.each<readonly [filter: Plain, words: string]>([
    [{ $and: [{ a: 1 }, { a: 2 }] }, "path 'a' is matched twice"],
    [{ a: { b: 1 }, 'a.b': 1 }, "both paths 'a.b' and 'a' are matched"],
  ])('of %j is refused', (filter, words) => {
    expect(() => upsertSeed(parseFilter(documentFromPlain(filter)))).toThrow(words);
  });

  it('sets what is for inserts only, and keeps the _id it asked for', () => {
    const upsert = (update: Plain): string => toEjson(parseUpdate(documentFromPlain(update))({ _id: 'x' }, true));
    expect(upsert({ $setOnInsert: { a: 1 } })).toBe(text({ _id: 'x', a: 1 }));
    expect(() => upsert({ $set: { _id: 'y' } })).toThrow("immutable field '_id'");
    expect(() => parseReplacement(documentFromPlain({ _id: 'y' }))({ _id: 'x' }, true)).toThrow('immutable');
  });
});

describe('$currentDate', () => {
  it('is a date or a timestamp', () => {
    const before = Date.now();
    const made = parseUpdate(documentFromPlain({ $currentDate: { a: true, b: { $type: 'timestamp' } } }))({}, false);
    expect((made['a'] as Date).getTime()).toBeGreaterThanOrEqual(before);
    expect(toEjson(made['b'] ?? null)).toMatch(/^\{"\$timestamp":/);
  });
});
