import { Decimal128, Double, Int32, Long } from 'bson';
import fc from 'fast-check';
import { ejson, evaluated } from '../testing/evaluated';
import type { BsonNumber } from '../values/value';
import { toJsNumber } from '../values/value';

const long = (digits: string) => Long.fromString(digits);
const double = (value: number) => new Double(value);
const decimal = (text: string) => Decimal128.fromString(text);
const at = (milliseconds: number) => new Date(milliseconds);

type Row = readonly [expression: Readonly<Record<string, unknown>>, expected: unknown];

const MAX_INT = 2147483647;
const MAX_LONG = '9223372036854775807';
const MIN_LONG = '-9223372036854775808';

const values: readonly Row[] = [
  [{ $add: [1, 2] }, 3],
  [{ $add: [] }, 0],
  [{ $multiply: [decimal('-0'), 3] }, decimal('-0')],
  [{ $multiply: [decimal('0.0'), -3] }, decimal('-0.0')],
  [{ $multiply: [decimal('-0'), -3] }, decimal('0')],
  [{ $divide: [decimal('0'), -2] }, decimal('-0')],
  [{ $mod: [decimal('-4'), 2] }, decimal('-0')],
  [{ $mod: [decimal('4'), -2] }, decimal('0')],
  [{ $subtract: [decimal('-0'), 0] }, decimal('-0')],
  [{ $subtract: [decimal('2.5'), decimal('2.5')] }, decimal('0.0')],
  [{ $add: [decimal('-0'), decimal('-0')] }, decimal('0')],
  [{ $ln: decimal('NaN') }, double(NaN)],
  [{ $log10: decimal('NaN') }, double(NaN)],
  [{ $log: [decimal('2'), decimal('NaN')] }, double(NaN)],
  [{ $add: 5 }, 5],
  [{ $add: [MAX_INT, 1] }, long('2147483648')],
  [{ $add: [MAX_INT, 1, -1] }, MAX_INT],
  [{ $add: [long('1'), 1] }, long('2')],
  [{ $add: [long(MAX_LONG), 1] }, double(2 ** 63)],
  [{ $add: [1, double(1)] }, double(2)],
  [{ $add: [double(0.1), decimal('0.2')] }, decimal('0.300000000000000')],
  [{ $add: [at(1000), 500] }, at(1500)],
  [{ $add: [at(1000), double(0.5)] }, at(1001)],
  [{ $add: [null, 'text'] }, null],
  [{ $add: [1, '$none'] }, null],
  [{ $subtract: [1, 2] }, -1],
  [{ $subtract: [-MAX_INT, 2] }, long('-2147483649')],
  [{ $subtract: [long(MIN_LONG), 1] }, double(-(2 ** 63))],
  [{ $subtract: [at(5000), at(2000)] }, long('3000')],
  [{ $subtract: [at(5000), double(999.9)] }, at(4000)],
  [{ $subtract: [at(5000), double(2.5)] }, at(4997)],
  [{ $subtract: [at(5000), decimal('2.5')] }, at(4998)],
  [{ $add: [at(5000), double(-0.5)] }, at(4999)],
  [{ $subtract: [null, 'text'] }, null],
  [{ $multiply: [65536, 65536] }, long('4294967296')],
  [{ $multiply: [long(MAX_LONG), 2] }, double(2 ** 64)],
  [{ $multiply: [] }, 1],
  [{ $multiply: [decimal('1.10'), 3] }, decimal('3.30')],
  [{ $divide: [6, 3] }, double(2)],
  [{ $divide: [decimal('1'), 8] }, decimal('0.125')],
  [{ $divide: [null, 0] }, null],
  [{ $mod: [5, 3] }, 2],
  [{ $mod: [-5, 3] }, -2],
  [{ $mod: [5, double(3)] }, double(2)],
  [{ $mod: [10, decimal('-Infinity')] }, decimal('10')],
  [{ $abs: decimal('-1E-6143') }, decimal('1E-6143')],
  [{ $ceil: decimal('Infinity') }, decimal('NaN')],
  [{ $floor: decimal('9.999999999999999999999999999999999E+6144') }, decimal('NaN')],
  [{ $sum: [decimal('1.5'), double(2.5)] }, decimal('4.0')],
  [{ $avg: [decimal('5'), double(5)] }, decimal('5')],
  [{ $toLong: decimal('2.5') }, long('2')],
  [{ $mod: [double(5), 3] }, double(2)],
  [{ $mod: [5, double(1.5)] }, double(0.5)],
  [{ $mod: [long('5'), double(3)] }, double(2)],
  [{ $mod: [5, double(3e10)] }, double(5)],
  [{ $abs: -5 }, 5],
  [{ $abs: new Int32(-2147483648) }, long('2147483648')],
  [{ $abs: decimal('-1.50') }, decimal('1.50')],
  [{ $abs: double(-0) }, double(0)],
  [{ $ceil: double(7.8) }, double(8)],
  [{ $ceil: double(-2.8) }, double(-2)],
  [{ $ceil: 3 }, 3],
  [{ $ceil: decimal('-0.5') }, decimal('-0')],
  [{ $floor: double(-2.8) }, double(-3)],
  [{ $floor: decimal('-2.1') }, decimal('-3')],
  [{ $floor: long('3') }, long('3')],
  [{ $round: double(10.5) }, double(10)],
  [{ $round: double(11.5) }, double(12)],
  [{ $round: [double(19.25), 1] }, double(19.2)],
  [{ $round: [double(2.675), 2] }, double(2.67)],
  [{ $round: [double(1.298), 100] }, double(1.298)],
  [{ $round: [decimal('1.298'), 100] }, decimal('1.298000000000000000000000000000000')],
  [{ $round: [decimal('23.298'), -1] }, decimal('2E+1')],
  [{ $round: [15, -1] }, 20],
  [{ $round: [25, -1] }, 20],
  [{ $round: [MAX_INT, -1] }, long('2147483650')],
  [{ $round: [7, 3] }, 7],
  [{ $round: double(-0.4) }, double(-0)],
  [{ $round: [null, 'text'] }, null],
  [{ $round: [1, null] }, null],
  [{ $round: [double(Infinity), 2] }, double(Infinity)],
  [{ $trunc: double(-1.9) }, double(-1)],
  [{ $trunc: [double(23.298), -1] }, double(20)],
  [{ $trunc: [double(1.298), 1] }, double(1.2)],
  [{ $trunc: [-159, -2] }, -100],
  [{ $pow: [5, 2] }, 25],
  [{ $pow: [5, 0] }, 1],
  [{ $pow: [5, -2] }, double(0.04)],
  [{ $pow: [-5, double(0.5)] }, double(NaN)],
  [{ $pow: [2, 31] }, long('2147483648')],
  [{ $pow: [2, 63] }, double(2 ** 63)],
  [{ $pow: [-2, 63] }, long(MIN_LONG)],
  [{ $pow: [long('2'), 2] }, long('4')],
  [{ $pow: [-1, -3] }, -1],
  [{ $pow: [0, 0] }, 1],
  [{ $pow: [1, double(NaN)] }, double(1)],
  [{ $pow: [decimal('1.5'), 2] }, decimal('2.250000000000000000000000000000000')],
  [{ $sqrt: 25 }, double(5)],
  [{ $sqrt: decimal('2') }, decimal('1.414213562373095048801688724209698')],
  [{ $sqrt: decimal('16') }, decimal('4')],
  [{ $sqrt: double(NaN) }, double(NaN)],
  [{ $exp: 0 }, double(1)],
  [{ $ln: 1 }, double(0)],
  [{ $log: [100, 10] }, double(2)],
  [{ $log: [null, 'text'] }, null],
  [{ $log10: 1000 }, double(3)],
  [{ $sigmoid: 0 }, double(0.5)],
  [{ $sigmoid: null }, null],
  [{ $bitAnd: [6, 3] }, 2],
  [{ $bitAnd: [] }, -1],
  [{ $bitOr: [6, long('1')] }, long('7')],
  [{ $bitXor: [6, 3] }, 5],
  [{ $bitXor: [-1, long('0')] }, long('-1')],
  [{ $bitNot: 5 }, -6],
  [{ $bitNot: long('0') }, long('-1')],
  [{ $bitOr: [1, null] }, null],
  [{ $sin: 0 }, double(0)],
  [{ $cos: 0 }, double(1)],
  [{ $tan: 0 }, double(0)],
  [{ $asin: 1 }, double(Math.PI / 2)],
  [{ $acos: 1 }, double(0)],
  [{ $atan: double(Infinity) }, double(Math.PI / 2)],
  [{ $atan2: [1, 0] }, double(Math.PI / 2)],
  [{ $atan2: [null, 'text'] }, null],
  [{ $sinh: 0 }, double(0)],
  [{ $cosh: double(-Infinity) }, double(Infinity)],
  [{ $tanh: double(Infinity) }, double(1)],
  [{ $asinh: 0 }, double(0)],
  [{ $acosh: 1 }, double(0)],
  [{ $atanh: 1 }, double(Infinity)],
  [{ $sin: double(NaN) }, double(NaN)],
  [{ $degreesToRadians: 180 }, double(Math.PI)],
  [{ $radiansToDegrees: double(Math.PI) }, double(180)],
  [{ $degreesToRadians: '$none' }, null],
];

const refusals: readonly (readonly [Readonly<Record<string, unknown>>, string])[] = [
  [{ $add: [1, 'text'] }, '$add only supports numeric or date types, not string'],
  [{ $add: [at(0), at(0)] }, 'only one date allowed in an $add expression'],
  [{ $subtract: ['text', 1] }, "can't $subtract int from string"],
  [{ $subtract: [1, at(0)] }, "can't $subtract date from int"],
  [{ $subtract: [1] }, 'Expression $subtract takes exactly 2 arguments. 1 were passed in.'],
  [{ $multiply: [at(0), 2] }, '$multiply only supports numeric types, not date'],
  [{ $divide: [1, 0] }, "can't $divide by zero"],
  [{ $divide: [1, 'text'] }, '$divide only supports numeric types, not int and string'],
  [{ $subtract: [at(0), double(NaN)] }, 'date overflow in $subtract'],
  [{ $mod: [1, double(0)] }, "can't $mod by zero"],
  [{ $rand: at(0) }, '$rand does not currently accept arguments'],
  [{ $mod: [true, 1] }, '$mod only supports numeric types, not bool and int'],
  [{ $abs: 'text' }, '$abs only supports numeric types, not string'],
  [{ $abs: long(MIN_LONG) }, "can't take $abs of long long min"],
  [{ $ceil: { $literal: [1] } }, '$ceil only supports numeric types, not array'],
  [{ $round: 'text' }, '$round only supports numeric types, not string'],
  [{ $round: [1, 101] }, 'cannot apply $round with precision value 101 value must be in [-20, 100]'],
  [{ $trunc: [1, -21] }, 'cannot apply $trunc with precision value -21 value must be in [-20, 100]'],
  [{ $trunc: [1, double(10.5)] }, 'precision argument to  $trunc must be a integral value'],
  [{ $round: [1, 2, 3] }, 'Expression $round takes at least 1 arguments, and at most 2, but 3 were passed in.'],
  [
    { $round: [long('9223372036854775806'), -1] },
    'invalid conversion from Decimal128 result in $round resulting from arguments: [9223372036854775806, -1]',
  ],
  [{ $pow: ['text', 1] }, "$pow's base must be numeric, not string"],
  [{ $pow: [1, 'text'] }, "$pow's exponent must be numeric, not string"],
  [{ $pow: [0, -1] }, '$pow cannot take a base of 0 and a negative exponent'],
  [{ $sqrt: -1 }, "$sqrt's argument must be greater than or equal to 0"],
  [{ $ln: 0 }, "$ln's argument must be a positive number, but is 0"],
  [{ $log10: -1 }, "$log10's argument must be a positive number, but is -1"],
  [{ $log: ['text', 10] }, "$log's argument must be numeric, not string"],
  [{ $log: [10, 1] }, "$log's base must be a positive number not equal to 1, but is 1"],
  [{ $sin: decimal('2') }, '$sin of a decimal is not supported by the emulator'],
  [{ $rand: 1 }, '$rand does not currently accept arguments'],
  [{ $bitAnd: [1, double(12)] }, '$bitAnd only supports int and long operands.'],
  [{ $bitNot: double(12.5) }, '$bitNot only supports int and long, not: double.'],
  [{ $acos: 2 }, 'cannot apply $acos to 2, value must be in [-1,1]'],
  [{ $acosh: 0 }, 'cannot apply $acosh to 0, value must be in [1,inf]'],
  [{ $cos: double(Infinity) }, 'cannot apply $cos to Infinity, value must be in (-inf,inf)'],
  [{ $atan2: ['text', 0] }, '$atan2 only supports numeric types, not string'],
];

const name = (expression: unknown) => ejson(expression);

describe('arithmetic in expressions', () => {
  it.each(values.map(([expression, expected]) => [name(expression), ejson(expected), expression] as const))(
    '%s makes %s',
    (_, expected, expression) => {
      expect(evaluated(expression)).toBe(expected);
    },
  );

  it.each(refusals.map(([expression, message]) => [name(expression), message, expression] as const))(
    'refuses %s: %s',
    (_, message, expression) => {
      expect(evaluated(expression)).toBe(`error: ${message}`);
    },
  );

  it('draws a number from 0 up to 1', () => {
    for (let draw = 0; draw < 50; draw += 1) {
      const { $numberDouble } = JSON.parse(evaluated({ $rand: {} })) as { readonly $numberDouble: string };
      expect(Number($numberDouble)).toBeGreaterThanOrEqual(0);
      expect(Number($numberDouble)).toBeLessThan(1);
    }
  });
});

const anyInt = fc.integer().map((value) => new Int32(value));
const anyLong = fc
  .oneof(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.bigInt({ min: -9n, max: 9n }))
  .map((value) => Long.fromBigInt(value));
const anyWhole: fc.Arbitrary<Int32 | Long> = fc.oneof(anyInt, anyLong);
const anyDouble = fc.double({ noNaN: true }).map(double);
const anyNumber: fc.Arbitrary<BsonNumber> = fc.oneof(anyWhole, anyDouble);

const exact = (value: Int32 | Long) => (value instanceof Long ? value.toBigInt() : BigInt(value.value));

/** Independent of the code: exact, then as narrow as the types and 64 bits allow. */
function expectedWhole(result: bigint, rounded: number, operands: readonly (Int32 | Long)[]): BsonNumber {
  if (BigInt.asIntN(64, result) !== result) return double(rounded);
  const isNarrow = BigInt.asIntN(32, result) === result && operands.every((operand) => operand instanceof Int32);
  return isNarrow ? new Int32(Number(result)) : Long.fromBigInt(result);
}

describe('whole numbers', () => {
  it('are added, subtracted and multiplied as by arbitrary precision, and only what overflows is a double', () => {
    fc.assert(
      fc.property(anyWhole, anyWhole, (left, right) => {
        const [a, b] = [exact(left), exact(right)];
        const [x, y] = [toJsNumber(left), toJsNumber(right)];
        const operands = [left, right];
        expect(evaluated({ $add: operands })).toBe(ejson(expectedWhole(a + b, x + y, operands)));
        expect(evaluated({ $subtract: operands })).toBe(ejson(expectedWhole(a - b, x - y, operands)));
        expect(evaluated({ $multiply: operands })).toBe(ejson(expectedWhole(a * b, x * y, operands)));
      }),
      { numRuns: 500 },
    );
  });

  it('divide into a quotient and a rest that make the dividend again', () => {
    fc.assert(
      fc.property(
        anyWhole,
        anyWhole.filter((value) => exact(value) !== 0n),
        (left, right) => {
          const rest = JSON.parse(evaluated({ $mod: [left, right] })) as Readonly<Record<string, string>>;
          const value = BigInt(Object.values(rest)[0] ?? 'none');
          expect((exact(left) - value) % exact(right)).toBe(0n);
          expect(value === 0n || value > 0n === exact(left) > 0n).toBe(true);
        },
      ),
    );
  });
});

describe('rounding', () => {
  it('agrees with the nearest multiple, and goes to the even one of two', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 3 }), (value, places) => {
        const unit = 10 ** places;
        const below = Math.floor(value / unit) * unit;
        const rest = value - below;
        const isUp = rest * 2 > unit || (rest * 2 === unit && (below / unit) % 2 !== 0);
        const expected = new Int32(below + (isUp ? unit : 0));
        expect(evaluated({ $round: [new Int32(value), -places] })).toBe(ejson(expected));
      }),
    );
  });

  it('changes a double by half a unit of the place at most, and not again', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, places) => {
        const once = evaluated({ $round: [double(value), places] });
        const result = Number((JSON.parse(once) as { readonly $numberDouble: string }).$numberDouble);
        expect(Math.abs(result - value)).toBeLessThanOrEqual(0.5 * 10 ** -places + 1e-9);
        expect(evaluated({ $round: [double(result), places] })).toBe(once);
      }),
    );
  });
});

describe('comparing numbers', () => {
  it('is an order: of two exactly one of less, equal and greater holds, and turning them round turns it round', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (left, right) => {
        const held = ['$lt', '$eq', '$gt'].filter((operator) => evaluated({ [operator]: [left, right] }) === 'true');
        expect(held).toHaveLength(1);
        const [there, back] = [evaluated({ $cmp: [left, right] }), evaluated({ $cmp: [right, left] })];
        expect(back).toBe(there.includes('"-1"') ? ejson(1) : there.includes('"1"') ? ejson(-1) : ejson(0));
      }),
    );
  });

  it.each([
    [{ $gt: [long('9007199254740993'), double(9007199254740992)] }, true],
    [{ $eq: [1, double(1)] }, true],
    [{ $lt: [double(NaN), double(-Infinity)] }, true],
    [{ $eq: ['$none', null] }, false],
    [{ $lt: ['$none', null] }, true],
    [{ $gt: ['1', 2] }, true],
    [{ $eq: [decimal('0.1'), double(0.1)] }, false],
  ] as const)('%j is %s', (expression, expected) => {
    expect(evaluated(expression)).toBe(String(expected));
  });
});
