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
  ['$rename', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
  ['$rename over a field', { a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
  ['$rename of nothing', { b: 2 }, { $rename: { a: 'b' } }, { b: 2 }],
  ['$setOnInsert of what is there', { a: 1 }, { $setOnInsert: { a: 2 } }, { a: 1 }],
];

const refused: readonly (readonly [title: string, before: Plain, update: Plain, words: string])[] = [
  ['$set through a scalar', { a: 5 }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: "],
  ['$set through null', { a: null }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: null}"],
  ['$set of a field in an array', { a: [1] }, { $set: { 'a.b': 1 } }, "Cannot create field 'b'"],
  ['$inc on a text', { a: '1' }, { $inc: { a: 1 } }, 'non-numeric type'],
  ['$inc on null', { a: null }, { $inc: { a: 1 } }, 'non-numeric type'],
  ['$inc by a text', { a: 1 }, { $inc: { a: '1' } }, 'non-numeric argument'],
  ['$mul on a list', { a: [1] }, { $mul: { a: 2 } }, 'non-numeric type'],
  ['$push on a number', { a: 1 }, { $push: { a: 2 } }, 'must be an array'],
  ['$push on null', { a: null }, { $push: { a: 2 } }, 'must be an array'],
  ['$addToSet on a text', { a: 'x' }, { $addToSet: { a: 2 } }, 'must be an array'],
  ['$pop on a number', { a: 1 }, { $pop: { a: 1 } }, 'must be an array'],
  ['$pop by 2', { a: [1] }, { $pop: { a: 2 } }, '$pop'],
  ['$pull on a number', { a: 1 }, { $pull: { a: 1 } }, 'must be an array'],
  ['$pullAll of no array', { a: [1] }, { $pullAll: { a: 1 } }, '$pullAll'],
  ['$push with an unknown part', { a: [] }, { $push: { a: { $each: [1], $keep: 1 } } }, '$keep'],
  ['a positional operator', { a: [1] }, { $set: { 'a.$': 1 } }, "'$'"],
  ['a filtered positional operator', { a: [1] }, { $set: { 'a.$[x]': 1 } }, "'$[x]'"],
  ['an unknown operator', { a: 1 }, { $bit: { a: { and: 1 } } }, '$bit'],
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
