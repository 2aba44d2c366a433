import type { SdkCloud } from '../testing/sdk-database';
import { sdkCloud } from '../testing/sdk-database';

let sdk: SdkCloud;

beforeEach(async () => {
  sdk = await sdkCloud([
    {
      name: 'things',
      indexes: [
        { name: 'n', keys: [['n', 1]] },
        {
          name: 'group',
          keys: [
            ['group', 1],
            ['at', -1],
          ],
        },
      ],
    },
  ]);
});

afterEach(() => sdk.cloud.close());

type Plain = Readonly<Record<string, unknown>>;

/** Sends a MongoDB filter as it stands through the SDK, and says which documents came back. */
async function idsFor(filter: Plain): Promise<readonly string[]> {
  return sdk.using(async (database) => {
    const { data } = await database.collection('things').options({ raw: true }).where(filter).get();
    return data.map(({ _id }) => _id).sort();
  });
}

const seeds: Readonly<Record<string, Plain>> = {
  none: {},
  null: { n: null },
  one: { n: 1 },
  half: { n: 1.5 },
  five: { n: 5 },
  text: { n: 'five' },
  list: { n: [1, 5] },
  nested: { n: { b: 1 } },
  docs: { n: [{ b: 1, c: 2 }, { b: 3 }] },
  empty: { n: [] },
  lists: { n: [[1, 5], 7] },
  date: { n: new Date(5) },
  no: { n: false },
};

const all = Object.keys(seeds).sort();
const without = (...ids: string[]): string[] => all.filter((id) => !ids.includes(id));

const cases: readonly (readonly [title: string, filter: Plain, ids: readonly string[]])[] = [
  ['everything', {}, all],
  ['equal number, or an element of it', { n: 1 }, ['list', 'one']],
  ['equal null, which missing also is', { n: null }, ['none', 'null']],
  ['a whole array, or an element that is one', { n: [1, 5] }, ['list', 'lists']],
  ['a whole document', { n: { $eq: { b: 1 } } }, ['nested']],
  ['an empty array', { n: [] }, ['empty']],
  ['$ne', { n: { $ne: 1 } }, without('one', 'list')],
  ['$ne null', { n: { $ne: null } }, without('none', 'null')],
  ['$gt sees numbers only', { n: { $gt: 1 } }, ['five', 'half', 'list', 'lists']],
  ['$gte', { n: { $gte: 5 } }, ['five', 'list', 'lists']],
  ['$lt', { n: { $lt: 1.5 } }, ['list', 'one']],
  ['$lte null takes missing along', { n: { $lte: null } }, ['none', 'null']],
  ['$gt null', { n: { $gt: null } }, []],
  ['a range that no one element of the array meets, but two do', { n: { $gt: 1, $lt: 5 } }, ['half', 'list']],
  ['$gt of a date', { n: { $gt: new Date(4) } }, ['date']],
  ['$gt of a text', { n: { $gt: 'a' } }, ['text']],
  ['$gt of a boolean', { n: { $gte: false } }, ['no']],
  ['$in', { n: { $in: [1, 'five', null] } }, ['list', 'none', 'null', 'one', 'text']],
  ['$in nothing', { n: { $in: [] } }, []],
  ['$in with a pattern', { n: { $in: [/^fi/, 5] } }, ['five', 'list', 'text']],
  ['$nin', { n: { $nin: [1, null] } }, without('one', 'list', 'none', 'null')],
  ['$nin nothing', { n: { $nin: [] } }, all],
  ['$exists', { n: { $exists: true } }, without('none')],
  ['$exists false', { n: { $exists: false } }, ['none']],
  [
    '$not of a comparison lets other kinds through',
    { n: { $not: { $gt: 1 } } },
    without('half', 'five', 'list', 'lists'),
  ],
  ['$not of a pattern', { n: { $not: /five/ } }, without('text')],
  ['$size', { n: { $size: 2 } }, ['docs', 'list', 'lists']],
  ['$all', { n: { $all: [1, 5] } }, ['list']],
  ['$all on a scalar', { n: { $all: [5] } }, ['five', 'list']],
  ['$all nothing', { n: { $all: [] } }, []],
  ['$all with $elemMatch', { n: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: 3 } }] } }, ['docs']],
  ['$elemMatch of values', { n: { $elemMatch: { $gt: 1, $lt: 6 } } }, ['list']],
  ['$elemMatch of fields must meet in one element', { n: { $elemMatch: { b: 1, c: 2 } } }, ['docs']],
  ['$elemMatch of fields that meet in no one element', { n: { $elemMatch: { b: 3, c: 2 } } }, []],
  [
    '$elemMatch does not take scalars for documents, but an array for one',
    { n: { $elemMatch: { b: { $exists: false } } } },
    ['lists'],
  ],
  ['$regex with options', { n: { $regex: 'FIVE', $options: 'i' } }, ['text']],
  ['$regex beside another operator', { n: { $regex: 'five', $ne: 'five' } }, []],
  ['a pattern', { n: /^five$/ }, ['text']],
  ['$mod', { n: { $mod: [4, 1] } }, ['five', 'half', 'list', 'one']],
  ['a dotted path', { 'n.b': 1 }, ['docs', 'nested']],
  [
    'a dotted path to null: scalars have no field, scalars in an array are passed over',
    { 'n.b': null },
    ['date', 'five', 'half', 'no', 'none', 'null', 'one', 'text'],
  ],
  ['a position in an array', { 'n.0': 1 }, ['list']],
  ['a position and a field', { 'n.1.b': 3 }, ['docs']],
  ['$and', { $and: [{ n: { $gte: 1 } }, { n: { $lte: 1 } }] }, ['list', 'one']],
  ['$or', { $or: [{ n: 5 }, { n: 'five' }] }, ['five', 'list', 'text']],
  ['$nor', { $nor: [{ n: { $exists: true } }] }, ['none']],
  ['an id', { _id: 'five' }, ['five']],
  ['ids', { _id: { $in: ['five', 'one', 'absent'] } }, ['five', 'one']],
];

const refused: readonly (readonly [filter: Plain, words: string])[] = [
  [{ $where: 'true' }, '$where'],
  [{ $text: { $search: 'x' } }, '$text'],
  [{ $or: [] }, '$and/$or/$nor must be a nonempty array'],
  [{ n: { $in: 5 } }, '$in'],
  [{ n: { $gt: 1, b: 2 } }, 'b'],
  [{ n: { $regex: '(' } }, 'Regular expression is invalid'],
  [{ n: { $regex: '(?<=a*)b' } }, 'Regular expression is invalid: lookbehind assertion is not fixed length'],
  [{ n: { $regex: 'a', $options: 'q' } }, 'invalid flag in regex options: q'],
  [{ n: { $mod: [0, 1] } }, 'divisor'],
  [{ n: { $elemMatch: 5 } }, '$elemMatch'],
  [{ n: { $not: 5 } }, '$not'],
  [{ n: { $size: -1 } }, '$size'],
];

describe('a filter', () => {
  beforeEach(() => {
    sdk.cloud.documents('things').insertMany(Object.entries(seeds).map(([id, fields]) => ({ _id: id, ...fields })));
  });

  it.each(cases)('%s', async (_title, filter, ids) => {
    expect(await idsFor(filter)).toEqual(ids);
  });

  it('is refused where its regular expression is longer than MongoDB takes', async () => {
    expect(await idsFor({ n: { $regex: 'a'.repeat(32_764) } })).toEqual([]);
    await expect(idsFor({ n: { $regex: 'a'.repeat(32_765) } })).rejects.toMatchObject({
      message: expect.stringContaining('Regular expression is too long') as string,
    });
  });

  it.each(refused)('%j is refused in words', async (filter, words) => {
    await expect(idsFor(filter)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(words) as string,
    });
  });

  it("reads the SDK's own commands", async () => {
    const ids = await sdk.using(async (database) => {
      const _ = database.command;
      const things = database.collection('things');
      const queries = [
        { n: _.gt(1).and(_.lt(9)) },
        { n: _.in([1, 'five']) },
        { n: _.or(_.eq('five'), _.eq(false)) },
        { n: { b: 1 } },
        { n: _.exists(false) },
        { 'n.b': _.exists(true) },
        { n: new database.RegExp({ regexp: '^FIV', options: 'i' }) },
        _.or([{ n: 5 }, { n: 'five' }]),
      ];
      return Promise.all(
        queries.map(async (query) => (await things.where(query).get()).data.map(({ _id }) => _id).sort()),
      );
    });
    expect(ids).toEqual([
      ['five', 'half', 'list', 'lists'],
      ['list', 'one', 'text'],
      ['no', 'text'],
      ['docs', 'nested'],
      ['none'],
      ['docs', 'nested'],
      ['text'],
      ['five', 'list', 'text'],
    ]);
  });
});

describe('reading', () => {
  it('gives 100 documents unless asked, and never more than 1000', async () => {
    sdk.cloud.documents('things').insertMany(Array.from({ length: 1100 }, (_, n) => ({ n })));
    const lengths = await sdk.using(async (database) => {
      const things = database.collection('things');
      const [usual, most] = [await things.get(), await things.limit(5000).get()];
      return [usual.data.length, most.data.length, (await things.count()).total];
    });
    expect(lengths).toEqual([100, 1000, 1100]);
  });

  it('sorts, skips and takes, by the least or greatest element of an array', async () => {
    sdk.cloud
      .documents('things')
      .insertMany([{ _id: 'a', n: 2 }, { _id: 'b', n: [1, 9] }, { _id: 'c', n: 5 }, { _id: 'd' }, { _id: 'e', n: [] }]);
    const [up, down, page] = await sdk.using(async (database) => {
      const things = database.collection('things');
      const queries = [
        things.orderBy('n', 'asc'),
        things.orderBy('n', 'desc'),
        things.orderBy('n', 'asc').skip(2).limit(2),
      ];
      return Promise.all(queries.map(async (query) => (await query.get()).data.map(({ _id }) => _id).join('')));
    });
    expect([up, down, page]).toEqual(['edbac', 'bcade', 'ba']);
  });

  it('merges several groups of an index into one order before it skips', async () => {
    const documents = Array.from({ length: 12 }, (_, at) => ({ _id: `x${at}`, group: at < 8 ? 'p' : 'q', at }));
    sdk.cloud.documents('things').insertMany(documents);
    const { data } = await sdk.using(async (database) => {
      const things = database.collection('things').where({ group: database.command.in(['p', 'q']) });
      return things.orderBy('at', 'desc').skip(6).limit(3).get();
    });
    expect(data.map(({ at }) => at)).toEqual([5, 4, 3]);
  });

  it('answers with chosen fields only, or with all but some', async () => {
    sdk.cloud.documents('things').insert({ _id: 'x', a: 1, b: { c: 2, d: 3 }, e: [{ f: 1, g: 2 }, 5] });
    const shapes = await sdk.using(async (database) => {
      const projections = [
        { a: true },
        { 'b.c': true, _id: false },
        { b: false },
        { 'e.f': true },
        { 'e.f': false, a: false },
      ];
      return Promise.all(
        projections.map(
          async (fields) => ((await database.collection('things').field(fields).get()).data as unknown[])[0],
        ),
      );
    });
    expect(shapes).toEqual([
      { _id: 'x', a: 1 },
      { b: { c: 2 } },
      { _id: 'x', a: 1, e: [{ f: 1, g: 2 }, 5] },
      { _id: 'x', e: [{ f: 1 }] },
      { _id: 'x', b: { c: 2, d: 3 }, e: [{ g: 2 }, 5] },
    ]);
  });
});

describe('the strict rule', () => {
  const indexes = [
    {
      name: 'queue',
      keys: [
        ['state', 1],
        ['dueAt', -1],
      ],
    },
    { name: 'place', keys: [['place', '2dsphere']] },
  ] as const;
  let strict: SdkCloud;

  beforeEach(async () => {
    strict = await sdkCloud([{ name: 'cases', indexes }], { strict: true });
  });

  afterEach(() => strict.cloud.close());

  it.each([
    [{ ownerId: 'x' }, 'ownerId 1'],
    [{ dueAt: { $gt: 5 } }, 'dueAt 1'],
    [{ place: { $exists: true } }, 'place 1'],
    [{ at: { $geoWithin: { $centerSphere: [[121, 31], 0.1] } } }, 'at 2dsphere'],
    [
      {
        place: {
          $geoWithin: {
            $box: [
              [121, 31],
              [122, 32],
            ],
          },
        },
      },
      'place 2dsphere',
    ],
    [{ $or: [{ state: 'open' }, { ownerId: 'x', dueAt: { $lt: 5 } }] }, 'state 1) and (ownerId 1, dueAt 1'],
    [{ $or: [{ _id: 'x' }, { ownerId: 'x' }] }, 'ownerId 1'],
    [{ place: 'here', $or: [{ state: 'open' }, { ownerId: 'x' }] }, 'place 1'],
    [{ $nor: [{ ownerId: 'x' }] }, 'ownerId 1'],
  ])('refuses %j and names the index it wants', async (filter, keys) => {
    const message = `no index of collection 'cases' serves this query; it wants an index on (${keys})`;
    const failure = { code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining(message) as string };
    const where = (act: 'get' | 'count' | 'remove'): Promise<unknown> =>
      strict.using<unknown>((database) => database.collection('cases').options({ raw: true }).where(filter)[act]());
    await expect(where('get')).rejects.toMatchObject(failure);
    await expect(where('count')).rejects.toMatchObject(failure);
    await expect(where('remove')).rejects.toMatchObject(failure);
  });

  it.each([{ $expr: { $eq: ['$a', 1] } }, { _id: { $regex: 'x' } }, { $jsonSchema: { required: ['a'] } }])(
    'refuses %j, which no index would help',
    async (filter) => {
      const query = strict.using((database) => database.collection('cases').options({ raw: true }).where(filter).get());
      await expect(query).rejects.toMatchObject({
        message: expect.stringMatching(/no index of collection 'cases' serves this query$/) as string,
      });
    },
  );

  it('wants equalities first, then the order, then ranges', async () => {
    const query = strict.using((database) =>
      database
        .collection('cases')
        .options({ raw: true })
        .where({ dueAt: { $gt: 5 }, ownerId: 'x' })
        .orderBy('at', 'desc')
        .get(),
    );
    await expect(query).rejects.toMatchObject({
      message: expect.stringContaining('(ownerId 1, at -1, dueAt 1)') as string,
    });
  });

  it.each([
    [{ state: 'open' }],
    [{ state: { $in: ['open', 'new'] }, dueAt: { $lt: 5 } }],
    [{ _id: 'x', ownerId: 'y' }],
    [{ place: { $geoWithin: { $centerSphere: [[121, 31], 0.1] } } }],
    [{ place: { $nearSphere: { $geometry: { type: 'Point', coordinates: [121, 31] } } }, ownerId: 'y' }],
    [
      {
        $or: [{ state: 'open' }, { place: { $geoIntersects: { $geometry: { type: 'Point', coordinates: [1, 2] } } } }],
      },
    ],
    [{ $or: [{ state: 'open' }, { _id: 'x' }] }],
    [{ $and: [{ state: 'open' }, { ownerId: 'x' }] }],
    [{}],
  ])('lets %j through', async (filter) => {
    const { data } = await strict.using((database) =>
      database.collection('cases').options({ raw: true }).where(filter).get(),
    );
    expect(data).toEqual([]);
  });
});
