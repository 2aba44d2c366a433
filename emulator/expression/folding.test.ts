import { CloudError } from '../cloud-error';
import { parseFilter } from '../query/parse-filter';
import { aggregated } from '../testing/documents-at-hand';
import { evaluated } from '../testing/evaluated';
import { documentFromPlain, fromPlain } from '../values/plain';

const impossible = { $divide: [1, 0] };
const impossibleHere = { $divide: [1, '$zero'] };
const byZero = "error: can't $divide by zero";

const ofNoDocuments = (...stages: readonly unknown[]): string => {
  try {
    return aggregated([], stages.map(fromPlain)).join();
  } catch (error) {
    return error instanceof CloudError ? error.message : String(error);
  }
};

// What comes of an expression, whose parts are constants and impossible or would be so only in a document.
describe('constants in expressions are evaluated once, before there is a document', () => {
  it.each<[string, unknown, string]>([
    ['the branch of a condition that is not taken', { $cond: [true, 1, impossible] }, byZero],
    ['but not what depends on the document', { $cond: [true, 1, impossibleHere] }, '{"$numberInt":"1"}'],
    ['what stands after something that is there', { $ifNull: ['$one', impossible] }, byZero],
    ['an array and an object around it', { $cond: [true, 1, [{ a: impossible }]] }, byZero],
    ['both operands of an $and', { $and: [false, impossible] }, byZero],
    ['a false constant decides an $and, wherever it stands', { $and: [impossibleHere, 0] }, 'false'],
    ['a true constant decides an $or, wherever it stands', { $or: [impossibleHere, 'yes'] }, 'true'],
    ['a constant that does not decide leaves it to the others', { $or: [null, impossibleHere] }, byZero],
    [
      'cases after one that is always true are not looked at',
      {
        $switch: {
          branches: [
            { case: true, then: 1 },
            { case: impossible, then: impossible },
          ],
        },
      },
      '{"$numberInt":"1"}',
    ],
    [
      'nor is what a false case leads to',
      { $switch: { branches: [{ case: false, then: impossible }], default: 2 } },
      '{"$numberInt":"2"}',
    ],
    ['a default is', { $switch: { branches: [{ case: true, then: 1 }], default: impossible } }, byZero],
    [
      'a switch that cannot come to anything',
      { $switch: { branches: [{ case: false, then: 1 }] } },
      'error: One cannot execute a switch statement where all the cases evaluate to false without a default',
    ],
    [
      'what a conversion would do with a failure',
      { $convert: { input: '$one', to: 'int', onError: impossible } },
      byZero,
    ],
    ['the body of a $map over nothing', { $map: { input: [], in: impossible } }, byZero],
    ['but not if the body tells its elements', { $map: { input: [], in: { $divide: ['$$this', 0] } } }, '[]'],
  ])('%s', (_title, expression, answer) => {
    expect(evaluated(expression, { one: 1, zero: 0 })).toBe(answer);
  });

  it('and put last where sets are joined, behind what the document lacks', () => {
    expect(evaluated({ $setUnion: ['no array', '$none'] })).toBe('null');
    expect(evaluated({ $setIntersection: [null, '$one'] }, { one: 1 })).toContain('must be arrays');
  });

  it.each<[string, unknown, string]>([
    ['texts', { $concat: ['$none', 'a', 5] }, 'error: $concat only supports strings, not int'],
    ['arrays', { $concatArrays: ['$none', [1], 5] }, 'error: $concatArrays only supports arrays, not int'],
    ['sets, wherever they stand', { $setUnion: [[1], '$none', 5] }, 'error: All operands of $setUnion must be arrays.'],
    [
      'what sets share',
      { $setIntersection: [[1], '$none', 5] },
      'error: All operands of $setIntersection must be arrays.',
    ],
    ['but not texts apart', { $concat: ['a', '$none', 5] }, 'null'],
    ['nor one alone', { $concatArrays: ['$none', 5] }, 'null'],
    ['nor what stands behind nothing', { $concat: ['$none', null, 5] }, 'null'],
    ['in their order', { $concat: ['a', 'b', '$text', 'c', 'd', '$text'] }, '"ab-cd-"'],
    [
      'and nothing twice',
      { $concatArrays: [[1], [2], '$list', [3], [4]] },
      '[{"$numberInt":"1"},{"$numberInt":"2"},{"$numberInt":"0"},{"$numberInt":"3"},{"$numberInt":"4"}]',
    ],
  ])('and put together where they stand side by side: %s', (_title, expression, answer) => {
    expect(evaluated(expression, { text: '-', list: [0] }).slice(0, answer.length)).toBe(answer);
  });

  it('also where no document comes to them', () => {
    const failed = "Failed to optimize pipeline :: caused by :: can't $divide by zero";
    expect(ofNoDocuments({ $project: { a: impossible } })).toBe(failed);
    expect(ofNoDocuments({ $facet: { a: [{ $group: { _id: null, b: { $sum: impossible } } }] } })).toBe(failed);
    expect(ofNoDocuments({ $project: { a: impossibleHere } })).toBe('');
  });

  it('after all mistakes of form in the stages that follow', () => {
    expect(ofNoDocuments({ $project: { a: impossible } }, { $bogus: 1 })).toContain('$bogus');
  });

  it('in a filter too', () => {
    expect(() => parseFilter(documentFromPlain({ $or: [{ a: 1 }, { $expr: { $eq: ['$a', impossible] } }] }))).toThrow(
      "Failed to optimize expression :: caused by :: can't $divide by zero",
    );
  });

  it('and never what is another each time', () => {
    const [first, second] = aggregated(
      [{ _id: null }, { _id: null }],
      [fromPlain({ $project: { at: { $add: [0, { $rand: {} }] } } })],
    );
    expect(first).not.toBe(second);
  });

  it('spends no more work than a pipeline may', () => {
    expect(ofNoDocuments({ $project: { a: Array(4).fill({ $range: [0, 4_000_000] }) } })).toContain('exceeded');
  });

  it('forgets what it was about once it was refused', () => {
    expect(evaluated({ $add: ['$one', { $bogus: 1 }] })).toContain('$bogus');
    expect(evaluated({ $add: [1, 2] })).toBe('{"$numberInt":"3"}');
  });
});
