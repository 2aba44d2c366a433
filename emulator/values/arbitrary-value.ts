import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import fc from 'fast-check';
import { documentOf } from './fields';
import type { BsonDocument, Value } from './value';

/** Decimals of all sizes, and those in the neighbourhood of doubles and longs. */
export const anyDecimal: fc.Arbitrary<Decimal128> = fc
  .oneof(
    fc.tuple(fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }), fc.integer({ min: -6176, max: 6111 })),
    fc.tuple(fc.bigInt({ min: -40n, max: 40n }), fc.integer({ min: -3, max: 1 })),
    fc.tuple(
      fc
        .tuple(fc.constantFrom(2n ** 53n, 2n ** 62n, 2n ** 63n), fc.bigInt({ min: -30n, max: 30n }), fc.boolean())
        .map(([edge, step, below]) => (edge * 10n + step) * (below ? -1n : 1n)),
      fc.constant(-1),
    ),
  )
  .map(([digits, power]) => Decimal128.fromString(`${digits}E${power}`));

const anyNumber: fc.Arbitrary<Value> = fc.oneof(
  anyDecimal,
  fc.constantFrom('NaN', 'Infinity', '-Infinity', '0.1', '-0').map((text) => Decimal128.fromString(text)),
  fc.constantFrom(2 ** 53, 2 ** 62, 0.1, Number.MAX_VALUE, Number.MIN_VALUE).map((value) => new Double(value)),
  fc.bigInt({ min: -4n, max: 4n }).map((step) => Long.fromBigInt(2n ** 53n + step)),
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
  fc.constantFrom('', 'a', 'b').map((text) => new BSONSymbol(text)),
  fc.tuple(fc.uint8Array({ maxLength: 2 }), fc.constantFrom(0, 2, 4)).map(([bytes, type]) => new Binary(bytes, type)),
  fc.tuple(fc.nat(2), fc.nat(2)).map(([t, i]) => new Timestamp({ t, i })),
  fc.constantFrom('a', 'b').map((pattern) => new BSONRegExp(pattern, 'i')),
  fc.constantFrom(new Code('a'), new Code('b'), new Code('a', {}), new Code('a', { b: new Int32(1) })),
  fc.constantFrom(new MinKey(), new MaxKey()),
  fc.constantFrom('0123456789abcdef01234567', 'ffffffffffffffffffffffff').map((hex) => new ObjectId(hex)),
);

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    anyScalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', '1', '0'), tie('value')), {
        maxLength: 3,
        selector: ([field]) => field,
      })
      .map(documentOf),
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
