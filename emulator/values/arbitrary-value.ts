import { Double, Int32, Long, ObjectId } from 'bson';
import fc from 'fast-check';
import type { BsonDocument, Value } from './value';

const anyNumber: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((value) => new Int32(value)),
  fc.integer().map((value) => new Int32(value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc.bigInt({ min: -3n, max: 3n }).map((value) => Long.fromBigInt(value)),
  fc.double().map((value) => new Double(value)),
  fc.integer({ min: -6, max: 6 }).map((value) => new Double(value / 2)),
);

const anyScalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  anyNumber,
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.constantFrom('', 'a', 'a\0', 'aa', 'b', '\uffff', '😀'),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.constantFrom('0123456789abcdef01234567', 'ffffffffffffffffffffffff').map((hex) => new ObjectId(hex)),
);

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    anyScalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

/** Any value the store can hold, leaning towards the small ones that collide. */
export const anyValue: fc.Arbitrary<Value> = value;

const smallScalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 3 }).map((number) => new Int32(number)),
  fc.constantFrom(new Double(1.5), new Double(2), Long.fromNumber(1)),
  fc.constantFrom('x', 'y', ''),
  fc.boolean(),
  fc.constantFrom(new Date(0), new Date(1)),
);

/** Values from so small a world that queries often match. */
export const smallValue: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: smallScalar },
  { weight: 2, arbitrary: fc.array(smallScalar, { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.dictionary(fc.constantFrom('b', 'c'), smallScalar, { noNullPrototype: true }), {
      maxLength: 2,
    }),
  },
  { weight: 2, arbitrary: fc.dictionary(fc.constantFrom('b', 'c'), smallScalar, { noNullPrototype: true }) },
);

export const smallDocument: fc.Arbitrary<BsonDocument> = fc.record(
  { a: smallValue, d: smallValue, e: smallScalar },
  { requiredKeys: [], noNullPrototype: true },
);

export { smallScalar };
