import { Decimal128, Double } from 'bson';
import { aggregated } from '../testing/documents-at-hand';
import { toEjson } from '../values/ejson';
import { documentFromPlain, fromPlain } from '../values/plain';
import type { Value } from '../values/value';

type Plain = Readonly<Record<string, unknown>>;

const decimal = (text: string): Decimal128 => Decimal128.fromString(text);

const made = (rows: readonly Plain[], stage: Plain): readonly string[] =>
  aggregated(rows.map(documentFromPlain), [fromPlain(stage)]);

const texts = (rows: readonly unknown[]): readonly string[] => rows.map((row) => toEjson(fromPlain(row)));

const numbered: readonly Plain[] = [{ _id: 1 }, { _id: 2 }, { _id: 3 }];

// What the documents come to, with the types of all numbers, where MongoDB does not do the obvious.
describe('a stage answers', () => {
  it.each<[string, readonly Plain[], Plain, readonly unknown[]]>([
    ['addFields of nothing: all as it was', [{ _id: 1 }], { $addFields: {} }, [{ _id: 1 }]],
    ['a limit by a decimal', numbered, { $limit: decimal('2.0') }, [{ _id: 1 }, { _id: 2 }]],
    ['an order by 1.5, which counts as 1', numbered, { $sort: { _id: 1.5 } }, numbered],
    [
      'an order by -0.51 as a decimal, which counts as -1',
      numbered,
      { $sort: { _id: decimal('-0.51') } },
      [{ _id: 3 }, { _id: 2 }, { _id: 1 }],
    ],
    [
      'a count where buckets have no output',
      numbered,
      { $bucketAuto: { groupBy: '$_id', buckets: 1, output: {} } },
      [{ _id: { min: 1, max: 3 }, count: 3 }],
    ],
    [
      'buckets of whole numbers between powers of two that are whole',
      [{ x: 1 }, { x: 5 }],
      { $bucketAuto: { groupBy: '$x', buckets: 1, granularity: 'POWERSOF2' } },
      [{ _id: { min: 0.5, max: 8 }, count: 2 }],
    ],
    [
      'documents that a lookup brings along, by equal fields',
      [{ _id: 1, a: 'x' }],
      {
        $lookup: {
          ...{ localField: 'a', foreignField: 'b', as: 'found', let: { l: '$a' } },
          pipeline: [{ $documents: [{ b: 'x' }, { b: 'y' }] }, { $addFields: { l: '$$l' } }],
        },
      },
      [{ _id: 1, a: 'x', found: [{ b: 'x', l: 'x' }] }],
    ],
    [
      'arrays of a group put together, and as a set',
      [{ a: [1, 2] }, {}, { a: [2, 3] }],
      { $group: { _id: null, all: { $concatArrays: '$a' }, set: { $setUnion: '$a' } } },
      [{ _id: null, all: [1, 2, 2, 3], set: [1, 2, 3] }],
    ],
  ])('%s', (_title, rows, stage, expected) => {
    expect(made(rows, stage)).toEqual(texts(expected));
  });
});

const rows = (...values: readonly Plain[]): readonly Plain[] => values.map((value, _id) => ({ _id, ...value }));

function windowed(values: readonly Plain[], out: Plain, sortBy: unknown = { _id: 1 }): readonly string[] {
  const answers = aggregated(rows(...values).map(documentFromPlain), [
    fromPlain({ $setWindowFields: { sortBy, output: { out } } }),
    fromPlain({ $project: { _id: 0, out: 1 } }),
  ]);
  return answers;
}

const outs = (...values: readonly unknown[]): readonly string[] => texts(values.map((out) => ({ out })));

const before = { documents: [-1, 0] };

describe('a window answers', () => {
  it.each<[string, readonly Plain[], Plain, readonly unknown[]]>([
    [
      'a covariance of decimals as a decimal',
      [
        { x: decimal('1'), y: decimal('2') },
        { x: decimal('2'), y: decimal('4') },
      ],
      { $covarianceSamp: ['$x', '$y'] },
      [decimal('1'), decimal('1')],
    ],
    [
      'a covariance with an infinity as that infinity',
      [
        { x: 1, y: 2 },
        { x: 3, y: -Infinity },
        { x: 2, y: 4 },
      ],
      { $covariancePop: ['$x', '$y'] },
      [-Infinity, -Infinity, -Infinity],
    ],
    [
      'a covariance of infinities that part as NaN',
      [
        { x: Infinity, y: -Infinity },
        { x: 1, y: 2 },
        { x: 2, y: 4 },
      ],
      { $covariancePop: ['$x', '$y'] },
      [NaN, NaN, NaN],
    ],
    ['no covariance of what is no pair', [{ x: 1 }], { $covariancePop: '$x' }, [null]],
    [
      'a moving average that is a double from the first on',
      [{ x: 1 }, { x: 2 }],
      { $expMovingAvg: { input: '$x', N: 3 } },
      [new Double(1), 1.5],
    ],
    [
      'a moving average of decimals as a decimal',
      [{ x: decimal('1') }, { x: decimal('2') }],
      { $expMovingAvg: { input: '$x', alpha: 0.5 } },
      [decimal('1'), decimal('1.500000000000000')],
    ],
    [
      'a deviation of one that is left alone as an int',
      [{ x: 1 }, { x: 3 }],
      { $stdDevPop: '$x', window: before },
      [0, new Double(1)],
    ],
    [
      'no deviation while an infinity is in sight',
      [{ x: Infinity }, { x: 1 }, { x: 3 }],
      { $stdDevPop: '$x', window: before },
      [null, null, new Double(1)],
    ],
    ['an array as an expression', [{ x: 1 }], { $push: ['$x', 2] }, [[[1, 2]]]],
  ])('%s', (_title, values, out, expected) => {
    expect(windowed(values, out)).toEqual(outs(...expected));
  });

  it.each([null, {}])('in no order where that is %j', (sortBy) => {
    expect(windowed([{ x: 2 }, { x: 1 }], { $push: '$x' }, sortBy)).toEqual(outs([2, 1], [2, 1]));
  });
});

it.each<[Value, string]>([
  [fromPlain({ $limit: 2 ** 63 }), 'invalid argument to $limit stage: Expected an integer'],
  [fromPlain({ $skip: decimal('1.0000000000000000000001') }), 'invalid argument to $skip stage: Expected an integer'],
])('%j is refused: %s', (stage, message) => {
  expect(() => aggregated([], [stage])).toThrow(message);
});
