import { Double, Int32, Long, ObjectId } from 'bson';
import fc from 'fast-check';
import { numberFromJs, parseEjson, toEjson } from './ejson';
import { afterPrefix, compareValues, inverted, orderKey } from './order';
import type { Value } from './value';
import { anyValue } from './arbitrary-value';

jest.setTimeout(60_000);

const sign = (number: number): number => (number > 0 ? 1 : number < 0 ? -1 : 0);

// MongoDB's order, written a second time in the plainest way.
const ranks = ['null', 'number', 'string', 'object', 'array', 'objectId', 'boolean', 'date'];

function rankOf(value: Value): number {
  if (value === null) return 0;
  if (typeof value === 'string') return 2;
  if (typeof value === 'boolean') return 6;
  if (Array.isArray(value)) return 4;
  if (value instanceof Date) return 7;
  if (value instanceof ObjectId) return 5;
  return value instanceof Int32 || value instanceof Long || value instanceof Double ? 1 : 3;
}

function plainCompare(left: Value, right: Value): number {
  const rank = rankOf(left);
  if (rank !== rankOf(right)) return sign(rank - rankOf(right));
  switch (ranks[rank]) {
    case 'number':
      return compareNumbers(left as Int32, right as Int32);
    case 'string':
      return compareTexts(left as string, right as string);
    case 'array':
      return compareLists(
        (left as Value[]).map((item) => ['', item]),
        (right as Value[]).map((item) => ['', item]),
      );
    case 'object':
      return compareLists(
        Object.entries(left as Record<string, Value>),
        Object.entries(right as Record<string, Value>),
      );
    case 'objectId':
      return compareTexts((left as ObjectId).toHexString(), (right as ObjectId).toHexString());
    case 'null':
      return 0;
    default:
      return sign(Number(left) - Number(right));
  }
}

function compareNumbers(left: Int32 | Long | Double, right: Int32 | Long | Double): number {
  const [a, b] = [left, right].map((number) => (number instanceof Long ? number.toBigInt() : number.value));
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  // JavaScript compares a bigint with a number exactly.
  return a === undefined || b === undefined ? 0 : a < b ? -1 : a > b ? 1 : 0;
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
  ])('keeps %s above %s', (greater, smaller) => {
    expect(sign(compareValues(greater, smaller))).toBe(1);
  });

  it.each([
    [new Int32(1), new Double(1)],
    [Long.fromNumber(1), new Int32(1)],
    [new Double(-0), new Int32(0)],
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

  it.each(['$binary', '$numberDecimal', '$timestamp', '$minKey'])('refuses the type %s by name', (tag) => {
    expect(() => parseEjson(`{"a":{"${tag}":"x"}}`, new Date(0))).toThrow(tag);
  });

  it('reads the server date as the given instant, plus its offset', () => {
    const text = '{"$tcb_server_date":{"offset":{"$numberInt":"60000"}}}';
    expect(parseEjson(text, new Date(1_000))).toEqual(new Date(61_000));
  });

  it('refuses a field called __proto__', () => {
    expect(() => parseEjson('{"__proto__":{"isStaff":true}}', new Date(0))).toThrow('__proto__');
  });
});
