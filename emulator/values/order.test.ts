import { Code, Decimal128, Double, Int32, Long } from 'bson';
import type { Binary, BSONSymbol, Timestamp, BSONRegExp, ObjectId } from 'bson';
import fc from 'fast-check';
import { numberFromJs, parseEjson, toEjson } from './ejson';
import { afterPrefix, compareValues, inverted, orderKey } from './order';
import { fieldsOf } from './fields';
import type { BsonDocument, Value } from './value';
import { anyValue } from './arbitrary-value';

const sign = (number: number): number => (number > 0 ? 1 : number < 0 ? -1 : 0);

// MongoDB's order, written a second time in the plainest way.
const ranks = [
  'MinKey',
  'null',
  'number',
  'string',
  'object',
  'array',
  'Binary',
  'ObjectId',
  'boolean',
  'date',
  'Timestamp',
  'BSONRegExp',
  'Code',
  'scoped',
  'MaxKey',
];
const sameRank: Readonly<Record<string, string>> = {
  Int32: 'number',
  Long: 'number',
  Double: 'number',
  Decimal128: 'number',
  BSONSymbol: 'string',
};

function rankOf(value: Value): number {
  return ranks.indexOf(rankName(value));
}

function rankName(value: Value): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof Code && value.scope !== null) return 'scoped';
  const type = (value as { readonly _bsontype?: string })._bsontype ?? 'object';
  return sameRank[type] ?? type;
}

function plainCompare(left: Value, right: Value): number {
  const rank = rankOf(left);
  if (rank !== rankOf(right)) return sign(rank - rankOf(right));
  switch (ranks[rank]) {
    case 'number':
      return compareNumbers(left as AnyNumber, right as AnyNumber);
    case 'string':
      return compareTexts(textOf(left), textOf(right));
    case 'array':
      return compareLists(
        (left as Value[]).map((item) => ['', item]),
        (right as Value[]).map((item) => ['', item]),
      );
    case 'object':
      return compareLists(fieldsOf(left as BsonDocument), fieldsOf(right as BsonDocument));
    case 'Binary':
      return compareNumberLists(binaryParts(left as Binary), binaryParts(right as Binary));
    case 'Timestamp':
      return compareNumberLists(timestampParts(left as Timestamp), timestampParts(right as Timestamp));
    case 'ObjectId':
      return compareTexts((left as ObjectId).toHexString(), (right as ObjectId).toHexString());
    case 'BSONRegExp':
      return compareTexts((left as BSONRegExp).pattern, (right as BSONRegExp).pattern);
    case 'Code':
      return compareTexts((left as Code).code, (right as Code).code);
    case 'scoped':
      return sign(Object.keys((left as Code).scope ?? {}).length - Object.keys((right as Code).scope ?? {}).length);
    case 'boolean':
    case 'date':
      return sign(Number(left) - Number(right));
    default:
      return 0;
  }
}

const textOf = (value: Value): string => (typeof value === 'string' ? value : (value as BSONSymbol).value);

const binaryParts = (value: Binary): readonly number[] => [value.position, value.sub_type, ...value.value()];

const timestampParts = (value: Timestamp): readonly number[] => [value.t, value.i];

function compareNumberLists(left: readonly number[], right: readonly number[]): number {
  const differences = left.map((number, at) => number - (right[at] ?? 0));
  return sign(differences.find((difference) => difference !== 0) ?? 0);
}

type AnyNumber = Int32 | Long | Double | Decimal128;

function compareNumbers(left: AnyNumber, right: AnyNumber): number {
  const [a, b] = [scaled(left), scaled(right)];
  if (typeof a === 'bigint' && typeof b === 'bigint') return a < b ? -1 : a > b ? 1 : 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  // One of them is infinite: how large the other is does not matter.
  return sign((typeof a === 'bigint' ? 0 : a) - (typeof b === 'bigint' ? 0 : b)) || 0;
}

// Every finite number as a whole number of 10^-6200, which is exact for decimals and doubles alike.
const SCALE = 6200;

function scaled(value: AnyNumber): bigint | number {
  if (value instanceof Decimal128) {
    const [, sign = '', whole = '', fraction = '', power = '0'] =
      /^(-?)(\d+)\.?(\d*)(?:E([+-]\d+))?$/.exec(value.toString()) ?? [];
    if (whole === '') return Number(value.toString());
    return BigInt(`${sign}${whole}${fraction}`) * 10n ** BigInt(SCALE + Number(power) - fraction.length);
  }
  if (value instanceof Long) return value.toBigInt() * 10n ** BigInt(SCALE);
  let [number, halves] = [value.value, 0];
  if (!Number.isFinite(number)) return number;
  for (; !Number.isInteger(number); halves += 1) number *= 2;
  return (BigInt(number) * 10n ** BigInt(SCALE)) / 2n ** BigInt(halves);
}

function compareTexts(left: string, right: string): number {
  const [a, b] = [codePoints(left), codePoints(right)];
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return sign(difference);
  }
  return sign(a.length - b.length);
}

function codePoints(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
}

function compareLists(
  left: readonly (readonly [string, Value])[],
  right: readonly (readonly [string, Value])[],
): number {
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const [[leftName, a], [rightName, b]] = [left[at] ?? ['', null], right[at] ?? ['', null]];
    const order = sign(rankOf(a) - rankOf(b)) || compareTexts(leftName, rightName) || plainCompare(a, b);
    if (order !== 0) return order;
  }
  return sign(left.length - right.length);
}

describe('the order of values', () => {
  it("is MongoDB's, byte by byte", () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        expect(sign(compareValues(left, right))).toBe(plainCompare(left, right));
      }),
      { numRuns: 2000 },
    );
  });

  it('turns around when a key is inverted', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        expect(sign(Buffer.compare(inverted(orderKey(left)), inverted(orderKey(right))))).toBe(
          -plainCompare(left, right) + 0,
        );
      }),
    );
  });

  it('puts the end of a prefix right behind everything that begins with it', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        const end = afterPrefix(orderKey(left));
        expect(Buffer.compare(orderKey(left), end)).toBe(-1);
        expect(Buffer.compare(orderKey(right), end) >= 0).toBe(plainCompare(right, left) > 0);
      }),
    );
  });

  it.each([
    [Long.fromString('9007199254740993'), Long.fromString('9007199254740992')],
    [Long.fromString('9223372036854775807'), Long.fromString('9223372036854775806')],
    [new Double(9223372036854775808), Long.fromString('9223372036854775807')],
    [new Int32(-1), new Double(-1.5)],
    [new Double(-Infinity), new Double(NaN)],
    [Decimal128.fromString('9007199254740993.5'), Long.fromString('9007199254740993')],
    [Long.fromString('9007199254740994'), Decimal128.fromString('9007199254740993.5')],
    [new Double(0.1), Decimal128.fromString('0.1')],
    [Decimal128.fromString('1E-400'), new Int32(0)],
    [Decimal128.fromString('1E+400'), new Double(Number.MAX_VALUE)],
    [new Double(Infinity), Decimal128.fromString('9E+6144')],
  ])('keeps %s above %s', (greater, smaller) => {
    expect(sign(compareValues(greater, smaller))).toBe(1);
  });

  it.each([
    [new Int32(1), new Double(1)],
    [Long.fromNumber(1), new Int32(1)],
    [new Double(-0), new Int32(0)],
    [Decimal128.fromString('1.50'), new Double(1.5)],
    [Decimal128.fromString('9007199254740993'), Long.fromString('9007199254740993')],
    [Decimal128.fromString('NaN'), new Double(NaN)],
  ])('takes %s and %s as equal', (left, right) => {
    expect(compareValues(left, right)).toBe(0);
  });
});

describe('the text of values', () => {
  it('comes back as the same value, kinds of numbers included', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = toEjson(value);
        expect(toEjson(parseEjson(text, new Date(0)))).toBe(text);
        expect(parseEjson(text, new Date(0))).toEqual(value);
      }),
    );
  });

  it('has longs as bson has them, on both sides of what a number holds exactly', () => {
    const edges = [0n, 2n ** 31n, 2n ** 32n, 10n ** 15n, 2n ** 53n, 2n ** 63n - 1n].flatMap((edge) => [edge, -edge]);
    const anyLong = fc.oneof(
      fc.maxSafeInteger().map(BigInt),
      fc.tuple(fc.constantFrom(...edges), fc.bigInt({ min: -2n, max: 2n })).map(([edge, step]) => edge + step),
    );
    fc.assert(
      fc.property(anyLong, (integer) => {
        const long = Long.fromBigInt(BigInt.asIntN(64, integer));
        const text = `{"$numberLong":"${long.toString()}"}`;
        expect(parseEjson(text, new Date(0))).toEqual(long);
        expect(toEjson(long)).toBe(text);
        const number = Number(integer);
        if (Number.isSafeInteger(number) && Math.abs(number) > 2 ** 32) expect(numberFromJs(number)).toEqual(long);
      }),
    );
  });

  it.each([
    [
      '{"$uuid":"0f7a2e5c-1b5f-4c64-9c42-6ad3a9be0f00"}',
      '{"$binary":{"base64":"D3ouXBtfTGScQmrTqb4PAA==","subType":"04"}}',
    ],
    ['{"$binary":"YQ==","$type":"02"}', '{"$binary":{"base64":"YQ==","subType":"02"}}'],
    ['{"$numberDecimal":"1.50"}', '{"$numberDecimal":"1.50"}'],
    ['{"$undefined":true}', 'null'],
    ['{"b":1,"2":1,"a\\"5":1,"1":1}', '{"b":1,"2":1,"a\\"5":1,"1":1}'.replaceAll(':1', ':{"$numberInt":"1"}')],
  ])('reads %s as %s', (text, canonical) => {
    expect(toEjson(parseEjson(text, new Date(0)))).toBe(canonical);
  });

  it.each([
    ['{"$dbPointer":{}}', '$dbPointer'],
    ['{"$numberDecimal":"x"}', '$numberDecimal'],
    ['{"$numberInt":"1.5"}', '$numberInt'],
    ['{"$numberLong":"x"}', '$numberLong'],
    ['{"$numberDouble":"x"}', '$numberDouble'],
    ['{"$oid":"x"}', '$oid'],
    ['{"$binary":{"base64":"*","subType":"00"}}', '$binary'],
    ['{"$timestamp":{"t":-1,"i":0}}', '$timestamp'],
    ['{"a\\u0000b":1}', 'null bytes'],
    ['{"_bsontype":"Long"}', '_bsontype'],
  ])('refuses %s by name', (text, words) => {
    expect(() => parseEjson(`{"a":${text}}`, new Date(0))).toThrow(words);
  });

  it('reads the server date as the given instant, plus its offset', () => {
    const text = '{"$tcb_server_date":{"offset":{"$numberInt":"60000"}}}';
    expect(parseEjson(text, new Date(1_000))).toEqual(new Date(61_000));
  });

  it('refuses a field called __proto__', () => {
    expect(() => parseEjson('{"__proto__":{"isStaff":true}}', new Date(0))).toThrow('__proto__');
  });
});
