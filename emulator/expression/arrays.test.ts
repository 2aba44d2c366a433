import { Double, Int32, Long } from 'bson';
import fc from 'fast-check';
import { ejson, evaluated } from '../testing/evaluated';
import { smallScalar, smallValue } from '../values/arbitrary-value';

type Plain = Readonly<Record<string, unknown>>;
type Row = readonly [expression: Plain, expected: unknown];

const MISSING = Symbol('missing');
const document = { a: [1, 2, 3], o: { x: 1, y: 2 }, s: 'text', n: null, empty: [] };

const values: readonly Row[] = [
  [{ $arrayElemAt: ['$a', 0] }, 1],
  [{ $arrayElemAt: ['$a', -1] }, 3],
  [{ $arrayElemAt: ['$a', new Double(1)] }, 2],
  [{ $arrayElemAt: ['$a', 3] }, MISSING],
  [{ $arrayElemAt: ['$a', -4] }, MISSING],
  [{ $arrayElemAt: ['$none', 0] }, null],
  [{ $arrayElemAt: ['$a', null] }, null],
  [{ $first: '$a' }, 1],
  [{ $last: '$a' }, 3],
  [{ $first: '$empty' }, MISSING],
  [{ $last: '$none' }, null],
  [{ $in: [2, '$a'] }, true],
  [{ $in: [Long.fromNumber(2), '$a'] }, true],
  [{ $in: ['$none', '$a'] }, false],
  [{ $in: [[1], [[1], 2]] }, true],
  [{ $indexOfArray: ['$a', 2] }, 1],
  [{ $indexOfArray: ['$a', 9] }, -1],
  [{ $indexOfArray: ['$a', 1, 1] }, -1],
  [{ $indexOfArray: ['$a', 3, 0, 2] }, -1],
  [{ $indexOfArray: ['$a', 2, 2, 1] }, -1],
  [{ $indexOfArray: ['$a', 3, 0, 99] }, 2],
  [{ $indexOfArray: ['$none', 1] }, null],
  [{ $isArray: '$a' }, true],
  [{ $isArray: ['$s'] }, false],
  [{ $isArray: [['x']] }, true],
  [{ $size: '$a' }, 3],
  [{ $concatArrays: ['$a', ['x'], []] }, [1, 2, 3, 'x']],
  [{ $concatArrays: ['$a', '$none'] }, null],
  [{ $concatArrays: [] }, []],
  [{ $reverseArray: '$a' }, [3, 2, 1]],
  [{ $reverseArray: '$n' }, null],
  [{ $range: [0, 5] }, [0, 1, 2, 3, 4]],
  [{ $range: [0, 10, 3] }, [0, 3, 6, 9]],
  [{ $range: [5, 0, -2] }, [5, 3, 1]],
  [{ $range: [5, 0] }, []],
  [{ $slice: ['$a', 2] }, [1, 2]],
  [{ $slice: ['$a', -2] }, [2, 3]],
  [{ $slice: ['$a', 0] }, []],
  [{ $slice: ['$a', 1, 1] }, [2]],
  [{ $slice: ['$a', -2, 1] }, [2]],
  [{ $slice: ['$a', -9, 2] }, [1, 2]],
  [{ $slice: ['$a', 9, 2] }, []],
  [{ $slice: ['$none', 'x'] }, null],
  [{ $filter: { input: '$a', as: 'n', cond: { $gte: ['$$n', 2] } } }, [2, 3]],
  [{ $filter: { input: '$a', cond: { $gte: ['$$this', 2] }, limit: 1 } }, [2]],
  [{ $filter: { input: '$a', cond: true, limit: null } }, [1, 2, 3]],
  [{ $filter: { input: '$none', cond: true } }, null],
  [{ $map: { input: '$a', as: 'n', in: { $add: ['$$n', 1] } } }, [2, 3, 4]],
  [{ $map: { input: '$a', in: '$$this.none' } }, [null, null, null]],
  [{ $map: { input: '$none', in: 1 } }, null],
  [{ $map: { input: ['$o'], as: 'CURRENT', in: '$y' } }, [2]],
  [{ $reduce: { input: '$a', initialValue: 10, in: { $add: ['$$value', '$$this'] } } }, 16],
  [{ $reduce: { input: '$empty', initialValue: 'start', in: '$$this' } }, 'start'],
  [{ $reduce: { input: '$n', initialValue: 1, in: '$$this' } }, null],
  [
    { $zip: { inputs: [['a', 'b'], '$a'] } },
    [
      ['a', 1],
      ['b', 2],
    ],
  ],
  [
    { $zip: { inputs: [['a'], '$a'], useLongestLength: true } },
    [
      ['a', 1],
      [null, 2],
      [null, 3],
    ],
  ],
  [
    { $zip: { inputs: [['a'], [1, 2]], useLongestLength: true, defaults: ['z', 0] } },
    [
      ['a', 1],
      ['z', 2],
    ],
  ],
  [
    { $zip: { inputs: [[null, 1], [2]], useLongestLength: true, defaults: ['x', 'y'] } },
    [
      [null, 2],
      [1, 'y'],
    ],
  ],
  [{ $zip: { inputs: [['a'], '$none'] } }, null],
  [{ $sortArray: { input: [3, 1, 2], sortBy: 1 } }, [1, 2, 3]],
  [{ $sortArray: { input: ['b', 1, null, 'a'], sortBy: -1 } }, ['b', 'a', 1, null]],
  [
    {
      $sortArray: {
        input: [
          { a: 2, b: 1 },
          { a: 1, b: 2 },
          { a: 1, b: 1 },
        ],
        sortBy: { a: 1, b: -1 },
      },
    },
    [
      { a: 1, b: 2 },
      { a: 1, b: 1 },
      { a: 2, b: 1 },
    ],
  ],
  [
    { $sortArray: { input: [{ a: { b: 2 } }, { a: { b: 1 } }, 5], sortBy: { 'a.b': 1 } } },
    [5, { a: { b: 1 } }, { a: { b: 2 } }],
  ],
  [
    { $sortArray: { input: [{ a: [9] }, { a: 7 }, { a: [1, 99] }], sortBy: { a: 1 } } },
    [{ a: 7 }, { a: [1, 99] }, { a: [9] }],
  ],
  [
    {
      $sortArray: {
        input: [
          { a: [2], b: [1] },
          { a: [1], b: [2] },
        ],
        sortBy: { a: 1, b: 1 },
      },
    },
    [
      { a: [1], b: [2] },
      { a: [2], b: [1] },
    ],
  ],
  [{ $sortArray: { input: null, sortBy: 1 } }, null],
  [
    {
      $arrayToObject: {
        $literal: [
          ['a', 1],
          ['b', 2],
        ],
      },
    },
    { a: 1, b: 2 },
  ],
  [
    {
      $arrayToObject: {
        $literal: [
          { k: 'a', v: 1 },
          { k: 'a', v: 2 },
        ],
      },
    },
    { a: 2 },
  ],
  [{ $arrayToObject: '$none' }, null],
  [
    { $objectToArray: '$o' },
    [
      { k: 'x', v: 1 },
      { k: 'y', v: 2 },
    ],
  ],
  [{ $objectToArray: '$none' }, null],
  [{ $mergeObjects: ['$o', { y: 3, z: '$none' }, null] }, { x: 1, y: 3 }],
  [{ $mergeObjects: [] }, {}],
  [{ $mergeObjects: [[{ x: 1 }, null, { y: 2 }]] }, { x: 1, y: 2 }],
  [{ $mergeObjects: '$none' }, {}],
  [{ $getField: 's' }, 'text'],
  [{ $getField: { field: 'a.b', input: { $setField: { field: 'a.b', input: {}, value: 1 } } } }, 1],
  [{ $getField: { field: { $literal: '$x' }, input: '$o' } }, MISSING],
  [{ $getField: { field: 'x', input: '$n' } }, null],
  [{ $getField: { field: 'x', input: '$none' } }, MISSING],
  [{ $setField: { field: { $literal: '$x' }, input: '$o', value: 3 } }, { x: 1, y: 2, $x: 3 }],
  [{ $setField: { field: 'x', input: '$o', value: '$$REMOVE' } }, { y: 2 }],
  [{ $setField: { field: 'x', input: '$none', value: 1 } }, null],
  [{ $unsetField: { field: 'y', input: '$o' } }, { x: 1 }],
  [
    {
      $setUnion: [
        ['b', 'a'],
        ['c', 'a'],
      ],
    },
    ['a', 'b', 'c'],
  ],
  [{ $setUnion: [['a'], '$none'] }, null],
  [
    {
      $setIntersection: [
        [3, 1, 2, 2],
        [2, new Double(3)],
      ],
    },
    [2, 3],
  ],
  [{ $setIntersection: [] }, []],
  [{ $setDifference: [['c', 'a', 'c', 'b'], ['b']] }, ['c', 'a']],
  [{ $setDifference: [['a'], null] }, null],
  [
    {
      $setIsSubset: [
        ['a', 'a'],
        ['b', 'a'],
      ],
    },
    true,
  ],
  [
    {
      $setEquals: [
        ['a', 'b', 'a'],
        ['b', 'a'],
      ],
    },
    true,
  ],
  [{ $setEquals: [['a'], ['a'], ['b']] }, false],
  [{ $allElementsTrue: [[true, 1, 'x']] }, true],
  [{ $allElementsTrue: [[[], 0]] }, false],
  [{ $allElementsTrue: ['$empty'] }, true],
  [{ $anyElementTrue: ['$empty'] }, false],
  [{ $anyElementTrue: [[0, null, false, [false]]] }, true],
];

const refusals: readonly (readonly [Plain, string])[] = [
  [{ $arrayElemAt: ['$s', 0] }, "$arrayElemAt's first argument must be an array, but is string"],
  [{ $arrayElemAt: ['$a', 'x'] }, "$arrayElemAt's second argument must be a numeric value, but is string"],
  [{ $arrayElemAt: ['$a', 1.5] }, "$arrayElemAt's second argument must be representable as a 32-bit integer: 1.5"],
  [{ $first: '$s' }, "$first's argument must be an array, but is string"],
  [{ $in: [1, '$none'] }, '$in requires an array as a second argument, found: missing'],
  [{ $indexOfArray: ['$s', 1] }, '$indexOfArray requires an array as a first argument, found: string'],
  [{ $indexOfArray: ['$a', 1, -1] }, '$indexOfArray requires a nonnegative starting index, found: -1'],
  [
    { $indexOfArray: ['$a', 1, 0, 1.5] },
    '$indexOfArrayrequires an integral ending index, found a value of type: double, with value: 1.5',
  ],
  [{ $size: '$none' }, 'The argument to $size must be an array, but was of type: missing'],
  [{ $concatArrays: ['$a', 1] }, '$concatArrays only supports arrays, not int'],
  [{ $reverseArray: '$s' }, 'The argument to $reverseArray must be an array, but was of type: string'],
  [{ $range: ['$s', 1] }, '$range requires a numeric starting value, found value of type: string'],
  [
    { $range: [0, 1.5] },
    '$range requires an ending value that can be represented as a 32-bit integer, found value: 1.5',
  ],
  [{ $range: [0, 1, true] }, '$range requires a numeric step value, found value of type:bool'],
  [{ $range: [0, 1, 0] }, '$range requires a non-zero step value'],
  [{ $range: [1] }, 'Expression $range takes at least 2 arguments, and at most 3, but 1 were passed in.'],
  [{ $slice: ['$s', 1] }, 'First argument to $slice must be an array, but is of type: string'],
  [{ $slice: ['$a', 'x'] }, 'Second argument to $slice must be a numeric value, but is of type: string'],
  [{ $slice: ['$a', 1, 0] }, 'Third argument to $slice must be positive: 0'],
  [{ $slice: ['$a', 1, 1.5] }, "Third argument to $slice can't be represented as a 32-bit integer: 1.5"],
  [{ $filter: { input: '$s', cond: true } }, 'input to $filter must be an array not string'],
  [{ $filter: { input: '$a' } }, "Missing 'cond' parameter to $filter"],
  [{ $filter: { input: '$a', cond: true, limit: 0 } }, '$filter: limit must be greater than 0: 0'],
  [{ $filter: { input: '$a', cond: '$$other' } }, 'Use of undefined variable: other'],
  [{ $map: { input: '$$this', in: 1 } }, 'Use of undefined variable: this'],
  [{ $map: { input: '$a', in: 1, extra: 1 } }, 'Unrecognized parameter to $map: extra'],
  [{ $map: { input: '$a', as: 'Big', in: 1 } }, "'Big' starts with an invalid character for a user variable name"],
  [{ $map: '$a' }, '$map only supports an object as its argument'],
  [{ $reduce: { input: '$s', initialValue: 0, in: 1 } }, '$reduce requires that \'input\' be an array, found: "text"'],
  [{ $reduce: { input: '$a', in: 1 } }, "$reduce requires 'initialValue' to be specified"],
  [{ $reduce: 1 }, '$reduce requires an object as an argument, found: int'],
  [{ $zip: { inputs: [] } }, '$zip requires at least one input array'],
  [{ $zip: { inputs: '$a' } }, 'inputs must be an array of expressions, found string'],
  [{ $zip: { inputs: ['$a'], defaults: [1] } }, 'cannot specify defaults unless useLongestLength is true'],
  [
    { $zip: { inputs: ['$a'], defaults: [1, 2], useLongestLength: true } },
    'defaults and inputs must have the same length',
  ],
  [{ $zip: { inputs: ['$s'] } }, '$zip found a non-array expression in input: "text"'],
  [
    { $sortArray: { input: '$s', sortBy: 1 } },
    'The input argument to $sortArray must be an array, but was of type: string',
  ],
  [{ $sortArray: { input: '$a', sortBy: 2 } }, 'The $sort element value must be either 1 or -1'],
  [{ $sortArray: { input: '$a' } }, "$sortArray requires 'sortBy' to be specified"],
  [{ $arrayToObject: '$s' }, '$arrayToObject requires an array input, found: string'],
  [{ $arrayToObject: '$a' }, 'Unrecognised input type format for $arrayToObject: int'],
  [
    { $arrayToObject: { $literal: [[1, 2]] } },
    '$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: int',
  ],
  [
    { $arrayToObject: { $literal: [{ k: 'a', v: 1, w: 2 }] } },
    "$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:3",
  ],
  [{ $objectToArray: '$a' }, '$objectToArray requires a document input, found: array'],
  [{ $map: { input: '$a', as: null, in: 1 } }, "'as' must be a string, found null"],
  [{ $setField: { field: '__proto__', input: {}, value: 1 } }, "the field name '__proto__' is refused"],
  [{ $mergeObjects: ['$o', '$s'] }, '$mergeObjects requires object inputs, but input "text" is of type string'],
  [{ $getField: 5 }, "$getField requires 'field' to evaluate to type String, but got int"],
  [{ $getField: { field: 'x' } }, "$getField requires 'input' to be specified"],
  [{ $setField: { field: 'x', input: '$s', value: 1 } }, "$setField requires 'input' to evaluate to type Object"],
  [
    { $setField: { field: { $concat: ['x'] }, input: '$o', value: 1 } },
    "$setField requires 'field' to evaluate to a constant, but got a non-constant argument",
  ],
  [{ $setUnion: ['$a', 1] }, 'All operands of $setUnion must be arrays. One argument is of type: int'],
  [{ $setDifference: ['$a', 1] }, 'both operands of $setDifference must be arrays. Second argument is of type: int'],
  [
    { $setIsSubset: ['$none', '$a'] },
    'both operands of $setIsSubset must be arrays. First argument is of type: missing',
  ],
  [{ $setEquals: ['$a'] }, '$setEquals needs at least two arguments had: 1'],
  [{ $allElementsTrue: ['$none'] }, "$allElementsTrue's argument must be an array, but is missing"],
];

const expectedText = (expected: unknown) => (expected === MISSING ? 'missing' : ejson(expected));

describe('arrays, objects and sets in expressions', () => {
  it.each(values.map(([expression, expected]) => [ejson(expression), expectedText(expected), expression] as const))(
    '%s makes %s',
    (_, expected, expression) => {
      expect(evaluated(expression, document)).toBe(expected);
    },
  );

  it.each(refusals.map(([expression, message]) => [ejson(expression), message, expression] as const))(
    'refuses %s: %s',
    (_, message, expression) => {
      expect(evaluated(expression, document)).toBe(`error: ${message}`);
    },
  );
});

const anyArray = fc.array(smallValue, { maxLength: 5 });
const anySet = fc.array(smallScalar, { maxLength: 5 });
const position = fc.integer({ min: -7, max: 7 });
const of = (operator: string, ...operands: readonly unknown[]) => evaluated({ [operator]: operands }, { a: 1 });
const literal = (value: unknown) => ({ $literal: value });

describe('arrays, whatever is in them', () => {
  it('are themselves when turned round twice', () => {
    fc.assert(
      fc.property(anyArray, (items) => {
        expect(evaluated({ $reverseArray: { $reverseArray: literal(items) } })).toBe(ejson(items));
      }),
    );
  });

  it('have stretches that are found by counting, one element at a time', () => {
    fc.assert(
      fc.property(anyArray, position, fc.integer({ min: 1, max: 7 }), (items, from, count) => {
        const start = from < 0 ? Math.max(items.length + from, 0) : from;
        const expected = items.filter((_, at) => at >= start && at < start + count);
        expect(of('$slice', literal(items), from, count)).toBe(ejson(expected));
        const ends = items.filter((_, at) => (from < 0 ? at >= items.length + from : at < from));
        expect(of('$slice', literal(items), from)).toBe(ejson(ends));
      }),
    );
  });

  it('make an object of pairs, which makes the pairs again', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'b', 'c', '7'), smallValue, { noNullPrototype: true }),
        (object) => {
          expect(evaluated({ $arrayToObject: { $objectToArray: literal(object) } })).toBe(ejson(object));
        },
      ),
    );
  });

  it('are sorted as each is compared with its neighbour', () => {
    fc.assert(
      fc.property(anyArray, (items) => {
        const sorted = { $sortArray: { input: literal(items), sortBy: 1 } };
        const neighbours = { $range: [0, Math.max(items.length - 1, 0)] };
        const isOrdered = {
          $lte: [
            { $arrayElemAt: ['$$sorted', '$$this'] },
            { $arrayElemAt: ['$$sorted', { $add: ['$$this', new Int32(1)] }] },
          ],
        };
        const all = { $allElementsTrue: [{ $map: { input: neighbours, in: isOrdered } }] };
        expect(evaluated({ $let: { vars: { sorted }, in: all } })).toBe('true');
        expect(evaluated({ $size: sorted })).toBe(ejson(items.length));
      }),
    );
  });
});

describe('sets, whatever is in them', () => {
  it('keep the laws of union, intersection and difference', () => {
    fc.assert(
      fc.property(anySet, anySet, anySet, (first, second, third) => {
        const [a, b, c] = [literal(first), literal(second), literal(third)];
        const union = (...parts: readonly unknown[]) => ({ $setUnion: parts });
        const both = (...parts: readonly unknown[]) => ({ $setIntersection: parts });
        const less = (left: unknown, right: unknown) => ({ $setDifference: [left, right] });
        const same = (left: unknown, right: unknown) => {
          expect(of('$setEquals', left, right)).toBe('true');
        };
        same(union(a, b), union(b, a));
        same(union(a, union(b, c)), union(a, b, c));
        same(both(a, union(b, c)), union(both(a, b), both(a, c)));
        same(less(a, union(b, c)), both(less(a, b), less(a, c)));
        same(union(less(a, b), both(a, b)), a);
        expect(of('$setIsSubset', both(a, b), a)).toBe('true');
        expect(of('$setIsSubset', a, b)).toBe(of('$setEquals', both(a, b), a));
      }),
    );
  });
});
