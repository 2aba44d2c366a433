import { Decimal128, Double, Int32, Long } from 'bson';
import fc from 'fast-check';
import { parseExpression, scopeOf } from '../expression/expression';
import { aggregated, untyped } from '../testing/documents-at-hand';
import { toEjson } from '../values/ejson';
import { fromPlain } from '../values/plain';
import type { Value } from '../values/value';

const int = (value: number): Int32 => new Int32(value);
const long = (digits: string): Long => Long.fromString(digits);
const double = (value: number): Double => new Double(value);
const decimal = (digits: string): Decimal128 => Decimal128.fromString(digits);

/** What an accumulator gathers of values, one in each document; undefined is a document without one. */
function gathered(accumulator: Value, values: readonly (Value | undefined)[]): string {
  const documents = values.map((value) => (value === undefined ? {} : { v: value }));
  const [text] = aggregated(documents, [
    { $group: { _id: null, out: accumulator } },
    { $replaceRoot: { newRoot: { out: '$out' } } },
  ]);
  return text ?? '';
}

const out = (value: Value): string => toEjson({ out: value });

describe('an accumulator over the documents of a group', () => {
  it.each<[string, string, readonly (Value | undefined)[], Value]>([
    ['adds ints to an int', '$sum', [int(1), int(2)], int(3)],
    ['adds ints beyond 32 bits to a long', '$sum', [int(2147483647), int(1)], long('2147483648')],
    ['comes back to an int', '$sum', [int(2147483647), int(1), int(-5)], int(2147483643)],
    ['adds a long to a long', '$sum', [long('1'), int(2)], long('3')],
    ['adds longs beyond 64 bits to a double', '$sum', [long('9223372036854775807'), int(1)], double(2 ** 63)],
    ['adds doubles without losing what is small', '$sum', [double(1e16), double(1), double(-1e16)], double(1)],
    ['adds doubles to the nearest sum', '$sum', [double(0.1), double(0.2), double(0.3)], double(0.6)],
    ['adds decimals to a decimal', '$sum', [decimal('0.10'), decimal('0.2'), int(1)], decimal('1.30')],
    ['leaves out of a sum what is no number', '$sum', ['5', null, undefined, int(1), [int(4)]], int(1)],
    ['sums nothing to 0', '$sum', ['x'], int(0)],
    ['sums infinities as they are', '$sum', [double(Infinity), double(1)], double(Infinity)],
    ['finds a mean, a double', '$avg', [int(1), int(2)], double(1.5)],
    ['finds a mean of decimals, a decimal', '$avg', [decimal('1'), decimal('2')], decimal('1.5')],
    ['finds no mean of no number', '$avg', ['x', null], null],
    [
      'finds the least of all types, null and missing left out',
      '$min',
      [null, 'a', int(3), undefined, long('2')],
      long('2'),
    ],
    ['finds the greatest of all types', '$max', [null, 'a', int(3), true], true],
    ['finds null where there is nothing', '$max', [null, undefined], null],
    ['takes the first, also if it is missing', '$first', [undefined, int(2)], null],
    ['takes the last', '$last', [int(1), int(2)], int(2)],
    ['lists all that is there, null as well', '$push', [int(1), null, undefined, int(1)], [int(1), null, int(1)]],
    [
      'gathers each value once, whatever its type of number',
      '$addToSet',
      [int(1), double(1), 'a', 'a', undefined],
      [int(1), 'a'],
    ],
    [
      'finds the deviation of a population',
      '$stdDevPop',
      [int(1), int(2), int(3), int(4), 'x'],
      double(Math.sqrt(1.25)),
    ],
    ['finds the deviation of a sample', '$stdDevSamp', [int(1), int(3)], double(Math.SQRT2)],
    ['finds no deviation of a sample of one', '$stdDevSamp', [int(1)], null],
    [
      'merges documents, later fields over earlier ones',
      '$mergeObjects',
      [{ a: int(1), b: int(1) }, null, { b: int(2) }],
      { a: int(1), b: int(2) },
    ],
  ])('%s', (_title, operator, values, expected) => {
    expect(gathered({ [operator]: '$v' }, values)).toBe(out(expected));
  });

  it.each<[string, unknown, unknown]>([
    ['$firstN', { n: 2, input: '$v' }, [3, null]],
    ['$lastN', { n: 2, input: '$v' }, [2, 1]],
    ['$maxN', { n: 2, input: '$v' }, [3, 2]],
    ['$minN', { n: 9, input: '$v' }, [1, 2, 3]],
    ['$top', { sortBy: { v: -1 }, output: '$v' }, 3],
    ['$topN', { n: 2, sortBy: { v: 1 }, output: '$v' }, [null, 1]],
    ['$bottom', { sortBy: { v: 1 }, output: ['$v', '$nothing'] }, [3, null]],
    ['$bottomN', { n: 2, sortBy: { v: 1 }, output: '$v' }, [2, 3]],
    ['$percentile', { input: '$v', p: [0, 0.5, 1], method: 'approximate' }, [1.0, 2.0, 3.0]],
    ['$median', { input: '$v', method: 'approximate' }, 2.0],
    ['$count', {}, 4],
  ])('finds %s of 3, nothing, 2 and 1', (operator, operand, expected) => {
    const text = gathered(fromPlain({ [operator]: operand }), [int(3), undefined, int(2), int(1)]);
    const isDouble = operator === '$percentile' || operator === '$median';
    const doubles = (value: unknown): Value =>
      Array.isArray(value) ? value.map((item) => doubles(item)) : double(Number(value));
    expect(text).toBe(out(isDouble ? doubles(expected) : fromPlain(expected)));
  });

  it('may take how many from the id of the group', () => {
    const documents = [1, 1, 1, 2, 2, 2].map((g) => ({ g: int(g) }));
    const n = { $cond: [{ $eq: ['$g', int(2)] }, int(2), int(1)] };
    expect(
      aggregated(documents, [{ $group: { _id: { g: '$g' }, out: { $firstN: { n, input: '$g' } } } }]).map(untyped),
    ).toMatchObject([{ out: { length: 1 } }, { out: { length: 2 } }]);
  });

  it.each<[unknown, string]>([
    [{ $sum: ['$a', '$b'] }, 'The $sum accumulator is a unary operator'],
    [{ $nope: 1 }, "unknown group operator '$nope'"],
    [5, "The field 'out' must be an accumulator object"],
    [{ $sum: 1, $avg: 1 }, "The field 'out' must specify one accumulator"],
    [{ $count: 1 }, '$count takes no arguments, i.e. $count:{}'],
    [{ $firstN: { n: 0, input: '$v' } }, "'n' must be greater than 0, found 0"],
    [{ $firstN: { n: 'x', input: '$v' } }, `Value for 'n' must be of integral type, but found "x"`],
    [{ $firstN: { input: '$v' } }, "Missing value for 'n'"],
    [{ $firstN: { n: 1, input: 1, x: 1 } }, "Unknown argument for 'n' operator: x"],
    [{ $top: { output: '$v' } }, "Missing value for 'sortBy'"],
    [{ $accumulator: {} }, '$accumulator'],
    [{ $mergeObjects: 1 }, '$mergeObjects requires object inputs, but input 1 is of type int'],
    [{ $percentile: { input: '$v', p: [2], method: 'approximate' } }, "The $percentile 'p' field must be"],
  ])('%j is refused: %s', (accumulator, message) => {
    expect(() => gathered(fromPlain(accumulator), [int(1)])).toThrow(message);
  });
});

describe('an accumulator as an operator of expressions', () => {
  const evaluated = (expression: Value, document: Readonly<Record<string, Value>> = {}): string =>
    toEjson([parseExpression(expression)(scopeOf(document)) as Value]);

  it.each<[string, Value, Value]>([
    ['goes through the one array it is given', { $sum: '$list' }, int(6)],
    ['takes one operand in an array for that operand', { $sum: ['$list'] }, int(6)],
    ['leaves arrays alone among several operands', { $sum: ['$list', int(1)] }, int(1)],
    ['compares an array as a whole among several operands', { $max: ['$list', int(9)] }, [int(1), int(2), int(3)]],
    ['finds a mean', { $avg: ['$a', int(2)] }, double(1.5)],
    ['finds the least', { $min: '$list' }, int(1)],
    ['finds a deviation', { $stdDevPop: [int(1), int(3)] }, double(1)],
    ['finds the first several', { $firstN: { n: int(2), input: '$list' } }, [int(1), int(2)]],
    ['finds the last several', { $lastN: { n: int(2), input: '$list' } }, [int(2), int(3)]],
    ['finds the greatest several', { $maxN: { n: int(2), input: '$list' } }, [int(3), int(2)]],
    ['finds the least several', { $minN: { n: int(1), input: '$list' } }, [int(1)]],
    ['finds a median', { $median: { input: '$list', method: 'approximate' } }, double(2)],
    ['finds null where there is no number', { $avg: '$nothing' }, null],
  ])('%s', (_title, expression, expected) => {
    expect(evaluated(expression, { a: int(1), list: [int(1), int(2), int(3)] })).toBe(toEjson([expected]));
  });

  it('refuses several of what is no array', () => {
    expect(() => evaluated({ $firstN: { n: int(1), input: int(5) } })).toThrow('Input must be an array');
  });
});

describe('a sum', () => {
  it('is exact as long as it is whole, and does not depend on the order', () => {
    const whole = fc.oneof(
      fc.integer().map((value) => int(value)),
      fc.bigInt({ min: -(2n ** 55n), max: 2n ** 55n }).map((value) => Long.fromBigInt(value)),
    );
    fc.assert(
      fc.property(fc.array(whole, { maxLength: 20 }), (numbers) => {
        const exact = numbers.reduce(
          (total, number) => total + (number instanceof Long ? number.toBigInt() : BigInt(number.value)),
          0n,
        );
        const digits = `"${exact}"`;
        expect(gathered({ $sum: '$v' }, numbers.length === 0 ? [undefined] : numbers)).toContain(digits);
        expect(gathered({ $sum: '$v' }, numbers.length === 0 ? [undefined] : [...numbers].reverse())).toContain(digits);
      }),
    );
  });
});
