import fc from 'fast-check';
import { rawPipeline } from '../testing/pipelines';
import { aggregated, untyped } from '../testing/documents-at-hand';
import type { SdkCloud } from '../testing/sdk-database';
import { sdkCloud } from '../testing/sdk-database';
import { fromPlain } from '../values/plain';
import type { BsonDocument } from '../values/value';

type Plain = Readonly<Record<string, unknown>>;

let sdk: SdkCloud;

beforeAll(async () => {
  sdk = await sdkCloud([{ name: 'things', indexes: [] }]);
});
beforeEach(() => sdk.cloud.reset());
afterAll(() => sdk.cloud.close());

const run = (documents: readonly Plain[], ...pipeline: readonly Plain[]): Promise<readonly Plain[]> => {
  sdk.cloud.documents('things').insertMany(documents);
  return sdk.using((database) => rawPipeline(database, 'things', pipeline));
};

const column = (answer: readonly Plain[], field: string): readonly unknown[] => answer.map((row) => row[field]);

const day = (date: number): Date => new Date(Date.UTC(2024, 0, date));

describe('setWindowFields', () => {
  const sales: readonly Plain[] = [
    { _id: 1, shop: 'b', at: 3, n: 5 },
    { _id: 2, shop: 'a', at: 1, n: 1 },
    { _id: 3, shop: 'a', at: 2, n: 2 },
    { _id: 4, shop: 'b', at: 1, n: 7 },
    { _id: 5, shop: 'a', at: 4, n: 4 },
  ];

  // Partition a comes at 1, 2, 4 with 1, 2, 4; partition b at 1, 3 with 7, 5.
  it.each<[string, Plain, readonly unknown[]]>([
    ['sums up to here', { $sum: '$n', window: { documents: ['unbounded', 'current'] } }, [1, 3, 7, 7, 12]],
    ['sums the whole partition', { $sum: '$n' }, [7, 7, 7, 12, 12]],
    ['sums from here on', { $sum: '$n', window: { documents: ['current', 'unbounded'] } }, [7, 6, 4, 12, 5]],
    ['averages neighbours', { $avg: '$n', window: { documents: [-1, 1] } }, [1.5, 7 / 3, 3, 6, 6]],
    ['lists what is behind', { $push: '$n', window: { documents: [1, 2] } }, [[2, 4], [4], [], [5], []]],
    ['sums over a range of what is sorted by', { $sum: '$n', window: { range: [-1, 0] } }, [1, 3, 4, 7, 5]],
    ['counts over a range', { $count: {}, window: { range: ['current', 2] } }, [2, 2, 1, 2, 1]],
    ['finds the least so far', { $min: '$n', window: { documents: ['unbounded', 0] } }, [1, 1, 1, 7, 5]],
    ['finds first and last', { $last: '$n', window: { documents: [-1, -1] } }, [null, 1, 2, null, 7]],
    [
      'finds the two greatest',
      { $maxN: { n: 2, input: '$n' } },
      [
        [4, 2],
        [4, 2],
        [4, 2],
        [7, 5],
        [7, 5],
      ],
    ],
    ['numbers documents', { $documentNumber: {} }, [1, 2, 3, 1, 2]],
    ['looks ahead', { $shift: { output: '$n', by: 1, default: 'none' } }, [2, 4, 'none', 5, 'none']],
    ['looks back', { $shift: { output: '$n', by: -1 } }, [null, 1, 2, null, 7]],
    ['finds a moving average', { $expMovingAvg: { input: '$n', alpha: 0.5 } }, [1, 1.5, 2.75, 7, 6]],
    ['finds a moving average of so many', { $expMovingAvg: { input: '$n', N: 3 } }, [1, 1.5, 2.75, 7, 6]],
    ['finds a slope', { $derivative: { input: '$n' }, window: { documents: [-1, 0] } }, [null, 1, 1, null, -1]],
    [
      'finds an area',
      { $integral: { input: '$n' }, window: { documents: ['unbounded', 'current'] } },
      [0, 1.5, 7.5, 0, 12],
    ],
    ['finds a covariance', { $covariancePop: ['$at', '$n'] }, [14 / 9, 14 / 9, 14 / 9, -1, -1]],
    ['finds a covariance of a sample', { $covarianceSamp: ['$at', '$n'] }, [7 / 3, 7 / 3, 7 / 3, -2, -2]],
    ['finds a deviation', { $stdDevPop: '$n', window: { documents: [-1, 0] } }, [0, 0.5, 1, 0, 1]],
  ])('%s', async (_title, output, expected) => {
    const answer = await run(sales, {
      $setWindowFields: { partitionBy: '$shop', sortBy: { at: 1 }, output: { 'out.is': output } },
    });
    expect(column(answer, '_id')).toEqual([2, 3, 5, 4, 1]);
    const found = column(answer, 'out').map((out) => (out as Plain)['is']);
    expect(found).toEqual(
      expected.map((value): unknown => (typeof value === 'number' ? expect.closeTo(value, 10) : value)),
    );
  });

  it('ranks equals alike, with and without gaps', async () => {
    const answer = await run([{ _id: 1, n: 5 }, { _id: 2, n: 5 }, { _id: 3, n: 3 }, { _id: 4 }], {
      $setWindowFields: { sortBy: { n: -1 }, output: { rank: { $rank: {} }, dense: { $denseRank: {} } } },
    });
    expect(column(answer, 'rank')).toEqual([1, 1, 3, 4]);
    expect(column(answer, 'dense')).toEqual([1, 1, 2, 3]);
  });

  it('measures ranges of dates in units', async () => {
    const answer = await run(
      [1, 2, 4, 9].map((date) => ({ _id: date, at: day(date), n: date })),
      {
        $setWindowFields: {
          sortBy: { at: 1 },
          output: {
            near: { $push: '$n', window: { range: [-2, 'current'], unit: 'day' } },
            speed: { $derivative: { input: '$n', unit: 'week' }, window: { documents: [-1, 0] } },
          },
        },
      },
    );
    expect(column(answer, 'near')).toEqual([[1], [1, 2], [2, 4], [9]]);
    expect(column(answer, 'speed')).toEqual(
      [null, 7, 7, 7].map((value): unknown => (value === null ? null : expect.closeTo(value, 6))),
    );
  });

  it('refuses a range of dates without a unit, and of numbers with one', async () => {
    const sum = (window: Plain): Promise<unknown> =>
      run([], { $setWindowFields: { sortBy: { at: 1 }, output: { s: { $sum: 1, window } } } });
    sdk.cloud.documents('things').insertMany([{ at: day(1) }]);
    await expect(sum({ range: [0, 1] })).rejects.toThrow('Expected the sortBy field to be a number, but it was date');
    sdk.cloud.reset();
    sdk.cloud.documents('things').insertMany([{ at: 1 }]);
    await expect(sum({ range: [0, 1], unit: 'day' })).rejects.toThrow('Expected the sortBy field to be a Date');
  });

  it('sums any window of documents as adding up by hand does', () => {
    const rows = fc.array(fc.record({ g: fc.integer({ min: 0, max: 2 }), n: fc.integer({ min: -9, max: 9 }) }), {
      maxLength: 12,
    });
    const bound = fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(rows, bound, (given, [low, width]) => {
        const documents = given.map((row, _id) => ({ ...row, _id }));
        const window = { documents: [low, low + width] };
        const texts = aggregated(
          documents.map((document) => fromPlain(document) as BsonDocument),
          [
            fromPlain({
              $setWindowFields: { partitionBy: '$g', sortBy: { _id: 1 }, output: { s: { $sum: '$n', window } } },
            }),
            fromPlain({ $project: { s: 1 } }),
          ],
        );
        const expected = [0, 1, 2].flatMap((g) => {
          const part = documents.filter((document) => document.g === g);
          return part.map(({ _id }, at) => {
            const [from, to] = [Math.max(0, at + low), Math.max(0, at + low + width + 1)];
            const s = part.slice(from, to).reduce((total, { n }) => total + n, 0);
            return { _id, s };
          });
        });
        expect(texts.map(untyped)).toEqual(expected);
      }),
    );
  });
});

describe('densify', () => {
  const coffees: readonly Plain[] = [
    { _id: 1, altitude: 600, variety: 'A' },
    { _id: 2, altitude: 750, variety: 'A' },
    { _id: 3, altitude: 950, variety: 'A' },
    { _id: 4, altitude: 1250, variety: 'G' },
    { _id: 5, altitude: 1700, variety: 'G' },
  ];
  const step = (bounds: unknown): Plain => ({
    $densify: { field: 'altitude', partitionByFields: ['variety'], range: { bounds, step: 200 } },
  });

  it('fills each partition between its own ends', async () => {
    const answer = await run(coffees, step('partition'));
    expect(column(answer, 'altitude')).toEqual([600, 750, 800, 950, 1250, 1450, 1650, 1700]);
    expect(answer[2]).toEqual({ variety: 'A', altitude: 800 });
  });

  it('fills each partition between the ends of all', async () => {
    const answer = await run(coffees, step('full'));
    expect(column(answer, 'altitude')).toEqual([
      ...[600, 750, 800, 950, 1000, 1200, 1400, 1600],
      ...[600, 800, 1000, 1200, 1250, 1400, 1600, 1700],
    ]);
  });

  it('fills given ranges of time, the upper end left out', async () => {
    const answer = await run([{ _id: 1, at: day(2) }, { _id: 2 }], {
      $densify: { field: 'at', range: { bounds: [day(1), day(4)], step: 1, unit: 'day' } },
    });
    expect(answer).toEqual([{ _id: 2 }, { at: day(1) }, { _id: 1, at: day(2) }, { at: day(3) }]);
  });
});

describe('fill', () => {
  const prices: readonly Plain[] = [
    { _id: 1, shop: 'a', n: 1, p: 10 },
    { _id: 2, shop: 'a', n: 2, p: null },
    { _id: 3, shop: 'a', n: 5, p: 18 },
    { _id: 4, shop: 'a', n: 6 },
    { _id: 5, shop: 'b', n: 1, p: 3 },
  ];
  const fill = (
    output: Plain,
    more: Plain = { sortBy: { n: 1 }, partitionByFields: ['shop'] },
  ): Promise<readonly Plain[]> => run(prices, { $fill: { ...more, output } });

  it('takes a value', async () => {
    expect(column(await fill({ p: { value: '$n' } }, {}), 'p')).toEqual([10, 2, 18, 6, 3]);
  });

  it('takes the last that was there', async () => {
    expect(column(await fill({ p: { method: 'locf' } }), 'p')).toEqual([10, 10, 18, 18, 3]);
  });

  it('takes what lies on the line between the neighbours, and nothing beyond the last', async () => {
    expect(column(await fill({ p: { method: 'linear' } }), 'p')).toEqual([10, 12, 18, null, 3]);
  });
});
