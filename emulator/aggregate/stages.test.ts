import { expressionsOf, rawPipeline, stagesOn } from '../testing/pipelines';
import type { SdkExpressions, SdkStages } from '../testing/pipelines';
import type { SdkCloud, SdkDatabase } from '../testing/sdk-database';
import { sdkCloud } from '../testing/sdk-database';

type Plain = Readonly<Record<string, unknown>>;

let sdk: SdkCloud;

beforeAll(async () => {
  sdk = await sdkCloud(['things', 'others', 'people'].map((name) => ({ name, indexes: [] })));
});
beforeEach(() => sdk.cloud.reset());
afterAll(() => sdk.cloud.close());

const put = (documents: readonly Plain[], collection = 'things'): void => {
  sdk.cloud.documents(collection).insertMany(documents);
};

const raw = (pipeline: readonly Plain[]): Promise<readonly Plain[]> =>
  sdk.using((database) => rawPipeline(database, 'things', pipeline));

type Build = (stages: SdkStages, $: SdkExpressions, database: SdkDatabase) => SdkStages;

const built = async (build: Build, collection = 'things'): Promise<readonly Plain[]> =>
  sdk.using(async (database) => {
    const { data } = await build(stagesOn(database, collection), expressionsOf(database), database).end();
    return data;
  });

const books: readonly Plain[] = [
  { _id: 1, title: 'A', author: { last: 'Li', first: 'Wei' }, copies: 3, tags: ['x', 'y'] },
  { _id: 2, title: 'B', author: { last: 'He', first: 'Min' }, copies: 5, tags: [] },
  { _id: 3, title: 'C', copies: 5, tags: null },
  { _id: 4, title: 'D', copies: 2, tags: 'z' },
];

describe('the stages that the SDK has methods for', () => {
  beforeEach(() => put(books));

  it('match, sort, skip and limit as a find would', async () => {
    const answer = await built((stages, _$, { command }) =>
      stages
        .match({ copies: command.gt(2) })
        .sort({ copies: -1, _id: 1 })
        .skip(1)
        .limit(1)
        .project({ title: 1 }),
    );
    expect(answer).toEqual([{ _id: 3, title: 'C' }]);
  });

  it('match what is compared by an expression', async () => {
    const answer = await built((stages, $, { command }) =>
      stages.match((command as unknown as { expr(e: unknown): unknown }).expr($.eq(['$copies', $.add(['$_id', 2])]))),
    );
    expect(answer.map(({ _id }) => _id)).toEqual([1, 3]);
  });

  it.each<[string, Plain, readonly Plain[]]>([
    ['keeps named fields and the id', { title: 1 }, [{ _id: 1, title: 'A' }]],
    ['leaves the id out', { _id: 0, title: true }, [{ title: 'A' }]],
    ['drops named fields', { author: 0, tags: 0, copies: 0 }, [{ _id: 1, title: 'A' }]],
    ['goes into documents by dots', { 'author.last': 1 }, [{ _id: 1, author: { last: 'Li' } }]],
    ['goes into documents by nesting', { author: { last: 1 } }, [{ _id: 1, author: { last: 'Li' } }]],
    ['computes behind what it keeps', { sum: { $sum: ['$copies', 1] }, title: 1 }, [{ _id: 1, title: 'A', sum: 4 }]],
    ['takes any other text for itself', { kind: 'book' }, [{ _id: 1, kind: 'book' }]],
    ['leaves out what is missing', { x: '$nothing' }, [{ _id: 1 }]],
    ['makes arrays with null for what is missing', { x: ['$title', '$nothing'] }, [{ _id: 1, x: ['A', null] }]],
    ['replaces a scalar by what is computed below it', { 'title.of': '$_id' }, [{ _id: 1, title: { of: 1 } }]],
    ['lets a condition remove a field', { title: { $cond: [false, '$title', '$$REMOVE'] } }, [{ _id: 1 }]],
  ])('project %s', async (_title, fields, expected) => {
    expect(await built((stages) => stages.match({ _id: 1 }).project(fields))).toEqual(expected);
  });

  it('project goes through arrays, dropping scalars where it keeps and leaving them where it drops', async () => {
    put([{ _id: 'n', a: [1, { b: 1, c: 2 }, [{ b: 3, c: 4 }]] }]);
    const only = (fields: Plain): Promise<readonly Plain[]> =>
      built((stages) => stages.match({ _id: 'n' }).project({ _id: 0, ...fields }));
    expect(await only({ 'a.b': 1 })).toEqual([{ a: [{ b: 1 }, [{ b: 3 }]] }]);
    expect(await only({ 'a.b': 0 })).toEqual([{ a: [1, { c: 2 }, [{ c: 4 }]] }]);
    expect(await only({ 'a.b': '$_id' })).toEqual([{ a: [{ b: 'n' }, { b: 'n' }, [{ b: 'n' }]] }]);
  });

  it.each<[string, Plain, Plain]>([
    ['puts new fields behind', { x: 1 }, { x: 1 }],
    [
      'sets below a document and keeps the rest of it',
      { author: { first: 'Yu' } },
      { author: { last: 'Li', first: 'Yu' } },
    ],
    ['sets in each document of an array, scalars becoming documents', { 'tags.n': 0 }, { tags: [{ n: 0 }, { n: 0 }] }],
    ['sees the document as it came', { copies: 0, before: '$copies' }, { copies: 0, before: 3 }],
  ])('addFields %s', async (_title, fields, expected) => {
    const [answer] = await built((stages) => stages.match({ _id: 1 }).addFields(fields));
    expect(answer).toEqual({ ...books[0], ...expected });
  });

  it('addFields keeps the place of a field and removes what comes out as missing', async () => {
    const [answer] = await built((stages) =>
      stages.match({ _id: 1 }).addFields({ title: 'Z', tags: '$nothing', n: 1 }),
    );
    expect(Object.keys(answer ?? {})).toEqual(['_id', 'title', 'author', 'copies', 'n']);
  });

  it('unwind makes one document of each element and takes a scalar for one', async () => {
    const answer = await built((stages) => stages.unwind('$tags').project({ tags: 1 }));
    expect(answer).toEqual([
      { _id: 1, tags: 'x' },
      { _id: 1, tags: 'y' },
      { _id: 4, tags: 'z' },
    ]);
  });

  it('unwind keeps what has nothing when asked to, and tells the place', async () => {
    const answer = await built((stages) =>
      stages
        .unwind({ path: '$tags', includeArrayIndex: 'at.place', preserveNullAndEmptyArrays: true })
        .project({ tags: 1, at: 1 }),
    );
    expect(answer).toEqual([
      { _id: 1, tags: 'x', at: { place: 0 } },
      { _id: 1, tags: 'y', at: { place: 1 } },
      { _id: 2, at: { place: null } },
      { _id: 3, tags: null, at: { place: null } },
      { _id: 4, tags: 'z', at: { place: null } },
    ]);
  });

  it('unwind does not look for its array inside of another', async () => {
    put([{ _id: 'n', a: [{ b: [1, 2] }] }]);
    expect(await built((stages) => stages.match({ _id: 'n' }).unwind('$a.b'))).toEqual([]);
  });

  it('group by one value, by a document and by nothing', async () => {
    const $sum = { $sum: '$copies' };
    expect(await built((stages, $) => stages.group({ _id: '$copies', ids: $.push('$_id') }))).toEqual([
      { _id: 3, ids: [1] },
      { _id: 5, ids: [2, 3] },
      { _id: 2, ids: [4] },
    ]);
    expect(await built((stages) => stages.group({ _id: null, all: $sum }))).toEqual([{ _id: null, all: 15 }]);
    expect(await built((stages) => stages.group({ _id: { by: '$author.last', n: '$copies' } }))).toEqual([
      { _id: { by: 'Li', n: 3 } },
      { _id: { by: 'He', n: 5 } },
      { _id: { n: 5 } },
      { _id: { n: 2 } },
    ]);
    expect(await built((stages) => stages.match({ _id: 0 }).group({ _id: null, all: $sum }))).toEqual([]);
  });

  it('group takes what is missing and null for one', async () => {
    const answer = await raw([
      { $project: { k: { $switch: { branches: [{ case: { $eq: ['$_id', 1] }, then: null }], default: '$nothing' } } } },
      { $group: { _id: '$k', n: { $count: {} } } },
    ]);
    expect(answer).toEqual([{ _id: null, n: 4 }]);
  });

  it('count, which says nothing of nothing', async () => {
    expect(await built((stages) => stages.count('books'))).toEqual([{ books: 4 }]);
    expect(await built((stages) => stages.match({ _id: 0 }).count('books'))).toEqual([]);
  });

  it('sortByCount puts the most frequent first', async () => {
    expect(await built((stages) => stages.sortByCount('$copies'))).toEqual([
      { _id: 5, count: 2 },
      { _id: 3, count: 1 },
      { _id: 2, count: 1 },
    ]);
  });

  it('replaceRoot puts a part in place of the whole', async () => {
    expect(await built((stages) => stages.match({ _id: 2 }).replaceRoot({ newRoot: '$author' }))).toEqual([
      { last: 'He', first: 'Min' },
    ]);
  });

  it('sample draws each document once at most', async () => {
    const drawn = await built((stages) => stages.sample({ size: 3 }));
    expect(new Set(drawn.map(({ _id }) => _id)).size).toBe(3);
    expect(await built((stages) => stages.sample({ size: 9 }))).toHaveLength(4);
  });

  it('bucket puts values into ranges, and others where it is told', async () => {
    const answer = await built((stages, $) =>
      stages.bucket({
        groupBy: '$copies',
        boundaries: [0, 3, 5],
        default: 'many',
        output: { count: $.sum(1), titles: $.push('$title') },
      }),
    );
    expect(answer).toEqual([
      { _id: 0, count: 1, titles: ['D'] },
      { _id: 3, count: 1, titles: ['A'] },
      { _id: 'many', count: 2, titles: ['B', 'C'] },
    ]);
  });
});

describe('bucketAuto', () => {
  beforeEach(() => put(Array.from({ length: 100 }, (_none, at) => ({ _id: at }))));

  // As documented for the numbers 0 to 99 in five buckets.
  it.each<[string | undefined, readonly (readonly [number, number, number])[]]>([
    [
      undefined,
      [
        [0, 20, 20],
        [20, 40, 20],
        [40, 60, 20],
        [60, 80, 20],
        [80, 99, 20],
      ],
    ],
    [
      'R20',
      [
        [0, 20, 20],
        [20, 40, 20],
        [40, 63, 23],
        [63, 90, 27],
        [90, 100, 10],
      ],
    ],
    [
      'E24',
      [
        [0, 20, 20],
        [20, 43, 23],
        [43, 68, 25],
        [68, 91, 23],
        [91, 100, 9],
      ],
    ],
    [
      '1-2-5',
      [
        [0, 20, 20],
        [20, 50, 30],
        [50, 100, 50],
      ],
    ],
    [
      'POWERSOF2',
      [
        [0, 32, 32],
        [32, 64, 32],
        [64, 128, 36],
      ],
    ],
  ])('with granularity %s makes the documented ranges', async (granularity, expected) => {
    const answer = await built((stages) =>
      stages.bucketAuto({ groupBy: '$_id', buckets: 5, ...(granularity === undefined ? {} : { granularity }) }),
    );
    expect(answer).toEqual(expected.map(([min, max, count]) => ({ _id: { min, max }, count })));
  });

  it('keeps equal values in one bucket', async () => {
    const answer = await built((stages, $) =>
      stages.project({ half: $.cond([$.lt(['$_id', 60]), 1, 2]) }).bucketAuto({ groupBy: '$half', buckets: 4 }),
    );
    expect(answer).toEqual([
      { _id: { min: 1, max: 2 }, count: 60 },
      { _id: { min: 2, max: 2 }, count: 40 },
    ]);
  });
});

describe('lookup', () => {
  beforeEach(() => {
    put([
      { _id: 1, item: 'a', n: 2 },
      { _id: 2, item: ['a', 'b'], n: 120 },
      { _id: 3, n: 1 },
    ]);
    put(
      [
        { _id: 'A', sku: 'a', stock: 120 },
        { _id: 'B', sku: ['b', 'c'], stock: 80 },
        { _id: 'N', sku: null },
        { _id: 'M', stock: 5 },
      ],
      'others',
    );
  });

  const ids = (answer: readonly Plain[]): unknown =>
    answer.map(({ found }) => (found as readonly Plain[]).map(({ _id }) => _id));

  it('joins by equal fields, through arrays on both sides, null with what is missing', async () => {
    const answer = await built((stages) =>
      stages.lookup({ from: 'others', localField: 'item', foreignField: 'sku', as: 'found' }),
    );
    expect(ids(answer)).toEqual([['A'], ['A', 'B'], ['N', 'M']]);
  });

  it('joins by a pipeline that sees variables of each document', async () => {
    const answer = await built((stages, $, { command }) =>
      stages.lookup({
        from: 'others',
        let: { least: '$n' },
        pipeline: $.pipeline()
          .match((command as unknown as { expr(e: unknown): unknown }).expr($.gte(['$stock', '$$least'])))
          .project({ stock: 1 })
          .done(),
        as: 'found',
      }),
    );
    expect(ids(answer)).toEqual([['A', 'B', 'M'], ['A'], ['A', 'B', 'M']]);
  });

  it('joins by fields and a pipeline, and nests', async () => {
    const inner = {
      $lookup: { from: 'things', pipeline: [{ $match: { $expr: { $eq: ['$n', '$$n'] } } }], as: 'back' },
    };
    const answer = await raw([
      { $match: { _id: 2 } },
      {
        $lookup: {
          from: 'others',
          localField: 'item',
          foreignField: 'sku',
          let: { n: '$n' },
          pipeline: [{ $match: { $expr: { $lt: ['$stock', '$$n'] } } }, inner],
          as: 'found',
        },
      },
    ]);
    expect(answer).toEqual([
      {
        _id: 2,
        item: ['a', 'b'],
        n: 120,
        found: [{ _id: 'B', sku: ['b', 'c'], stock: 80, back: [{ _id: 2, item: ['a', 'b'], n: 120 }] }],
      },
    ]);
  });

  it('finds nothing in a collection that is not there', async () => {
    const answer = await built((stages) =>
      stages.lookup({ from: 'nowhere', localField: 'item', foreignField: 'sku', as: 'found' }),
    );
    expect(ids(answer)).toEqual([[], [], []]);
  });

  it('may bring its own documents', async () => {
    const answer = await raw([
      { $match: { _id: 1 } },
      { $lookup: { pipeline: [{ $documents: [{ a: 1 }] }], as: 'found' } },
    ]);
    expect(answer).toMatchObject([{ found: [{ a: 1 }] }]);
  });
});

describe('graphLookup', () => {
  beforeEach(() =>
    put([
      { _id: 1, name: 'Dev' },
      { _id: 2, name: 'Eliot', to: 'Dev' },
      { _id: 3, name: 'Ron', to: 'Eliot' },
      { _id: 4, name: 'Asya', to: ['Ron', 'Asya'] },
    ]),
  );

  const reached = async (more: Plain): Promise<unknown> => {
    const $graphLookup = {
      from: 'things',
      startWith: '$to',
      connectFromField: 'to',
      connectToField: 'name',
      as: 'up',
      depthField: 'depth',
      ...more,
    };
    const [answer] = await raw([{ $match: { _id: 4 } }, { $graphLookup }]);
    return (answer?.['up'] as readonly Plain[]).map(({ name, depth }) => [name, depth]);
  };

  it('reaches each document once, by the nearest way, cycles or not', async () => {
    expect(await reached({})).toEqual([
      ['Ron', 0],
      ['Asya', 0],
      ['Eliot', 1],
      ['Dev', 2],
    ]);
  });

  it('goes no deeper than told and only over documents that match', async () => {
    expect(await reached({ maxDepth: 1 })).toHaveLength(3);
    expect(await reached({ restrictSearchWithMatch: { name: { $ne: 'Eliot' } } })).toEqual([
      ['Ron', 0],
      ['Asya', 0],
    ]);
  });
});

describe('stages in MongoDB’s own form', () => {
  beforeEach(() => put(books));

  it('facet runs pipelines side by side', async () => {
    const answer = await raw([
      {
        $facet: {
          many: [{ $match: { copies: 5 } }, { $count: 'n' }],
          first: [{ $limit: 1 }, { $project: { _id: 1 } }],
        },
      },
    ]);
    expect(answer).toEqual([{ many: [{ n: 2 }], first: [{ _id: 1 }] }]);
  });

  it('unset drops one field or several', async () => {
    expect(await raw([{ $match: { _id: 2 } }, { $unset: ['tags', 'author.last', 'copies'] }])).toEqual([
      { _id: 2, title: 'B', author: { first: 'Min' } },
    ]);
    expect(await raw([{ $limit: 1 }, { $set: { tags: 1 } }, { $unset: 'author' }])).toEqual([
      { _id: 1, title: 'A', copies: 3, tags: 1 },
    ]);
  });

  it('replaceWith takes an expression', async () => {
    expect(await raw([{ $limit: 1 }, { $replaceWith: { is: '$title' } }])).toEqual([{ is: 'A' }]);
  });

  it('redact hides what may not be seen, down to documents in arrays', async () => {
    put([{ _id: 'r', level: 1, a: { level: 5, x: 1 }, list: [{ level: 1, y: 1 }, { level: 9 }, 7] }]);
    const answer = await raw([
      { $match: { _id: 'r' } },
      { $redact: { $cond: [{ $lte: ['$level', 3] }, '$$DESCEND', '$$PRUNE'] } },
    ]);
    expect(answer).toEqual([{ _id: 'r', level: 1, list: [{ level: 1, y: 1 }, 7] }]);
    expect(await raw([{ $redact: { $cond: [{ $eq: ['$_id', 1] }, '$$KEEP', '$$PRUNE'] } }])).toEqual([books[0]]);
  });

  it('unionWith puts another collection behind', async () => {
    put([{ _id: 'o', n: 1 }], 'others');
    const $project = { _id: 1 };
    const answer = await raw([
      { $limit: 1 },
      { $project },
      { $unionWith: { coll: 'others', pipeline: [{ $project }] } },
      { $unionWith: 'nowhere' },
      { $unionWith: { pipeline: [{ $documents: [{ _id: 'own' }] }] } },
    ]);
    expect(answer).toEqual([{ _id: 1 }, { _id: 'o' }, { _id: 'own' }]);
  });

  it('sorts arrays by their least going up and their greatest going down', async () => {
    put([{ _id: 'a', v: [5, 1] }, { _id: 'b', v: 3 }, { _id: 'c', v: [] }, { _id: 'd' }], 'people');
    const order = (direction: 1 | -1): Promise<readonly unknown[]> =>
      sdk.using(async (database) => {
        const answer = await rawPipeline(database, 'people', [
          { $unwind: { path: '$none', preserveNullAndEmptyArrays: true } },
          { $sort: { v: direction } },
        ]);
        return answer.map(({ _id }) => _id);
      });
    expect(await order(1)).toEqual(['c', 'd', 'a', 'b']);
    expect(await order(-1)).toEqual(['a', 'b', 'd', 'c']);
  });

  it('has one instant for now all through a pipeline', async () => {
    const before = Date.now();
    const answer = await raw([
      { $match: { $expr: { $gt: ['$$NOW', new Date(0)] } } },
      { $set: { now: '$$NOW' } },
      { $lookup: { from: 'things', pipeline: [{ $limit: 1 }, { $project: { now: '$$NOW' } }], as: 'inner' } },
      { $project: { now: 1, inner: { $first: '$inner.now' } } },
    ]);
    const [{ now } = { now: undefined }] = answer;
    expect(answer).toHaveLength(4);
    expect((now as Date).getTime()).toBeGreaterThanOrEqual(before);
    for (const row of answer) expect([row['now'], row['inner']]).toEqual([now, now]);
  });
});

describe('what the cloud adds', () => {
  it('answers 20 documents where the pipeline has no limit of its own, and all that a limit lets through', async () => {
    put(Array.from({ length: 30 }, (_none, at) => ({ _id: at })));
    expect(await built((stages) => stages.sort({ _id: -1 }))).toHaveLength(20);
    expect(await built((stages) => stages.limit(25))).toHaveLength(25);
    expect(await raw([{ $group: { _id: '$_id' } }])).toHaveLength(20);
    expect(await raw([{ $group: { _id: null, all: { $push: '$_id' } } }])).toMatchObject([{ all: { length: 30 } }]);
    const $lookup = { from: 'things', pipeline: [{ $sort: { _id: 1 } }], as: 'all' };
    expect(await raw([{ $match: { _id: 1 } }, { $lookup }])).toMatchObject([{ all: { length: 30 } }]);
  });

  it('refuses a collection that is not there', async () => {
    await expect(built((stages) => stages, 'nowhere')).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' });
  });

  it('refuses to answer with a document of more than 16 MB', async () => {
    put(Array.from({ length: 18 }, (_none, at) => ({ _id: at, text: 'x'.repeat(1_000_000) })));
    await expect(raw([{ $group: { _id: null, all: { $push: '$text' } } }])).rejects.toThrow(
      /^BSONObj size: \d+ is invalid/,
    );
  });
});
