import { Decimal128, Double, Int32 } from 'bson';
import fc from 'fast-check';
import { ejson, evaluated } from '../testing/evaluated';
import { smallDocument } from '../values/arbitrary-value';
import { fromPlain } from '../values/plain';
import { definingNames } from './defined-names';
import { parseExpression, scopeOf } from './expression';

type Plain = Readonly<Record<string, unknown>>;

const MISSING = Symbol('missing');
const document = {
  n: null,
  five: 5,
  o: { x: { y: 1 }, '0': 'nought' },
  list: [{ b: 1 }, { b: [2, 3] }, 4, {}, [{ b: 5 }]],
};

const values: readonly (readonly [expression: unknown, expected: unknown])[] = [
  ['$five', 5],
  ['$o.x.y', 1],
  ['$o.0', 'nought'],
  ['$o.none.y', MISSING],
  ['$five.y', MISSING],
  ['$list.b', [1, [2, 3]]],
  ['$list.0', []],
  ['$$ROOT.five', 5],
  ['$$CURRENT.five', 5],
  ['$$REMOVE', MISSING],
  ['plain text', 'plain text'],
  [
    ['$five', '$none'],
    [5, null],
  ],
  [
    { a: '$five', b: '$none', c: { d: '$n' } },
    { a: 5, c: { d: null } },
  ],
  [{}, {}],
  [{ $literal: '$five' }, '$five'],
  [{ $literal: { $add: [1, 2] } }, { $add: [1, 2] }],
  [{ $const: '$five' }, '$five'],
  [{ $and: [] }, true],
  [{ $and: [1, 'x', []] }, true],
  [{ $and: [1, '$none'] }, false],
  [{ $or: [] }, false],
  [{ $or: [0, null, '$none', new Double(0), Decimal128.fromString('0.0')] }, false],
  [{ $or: [Decimal128.fromString('1E-6000')] }, true],
  [{ $or: [new Double(NaN)] }, true],
  [{ $not: [[false]] }, false],
  [{ $not: '$n' }, true],
  [{ $cond: [{ $gt: ['$five', 3] }, 'yes', 'no'] }, 'yes'],
  [{ $cond: { if: '$n', then: 'yes', else: 'no' } }, 'no'],
  [{ $cond: ['$n', 1, '$$REMOVE'] }, MISSING],
  [{ $cond: [true, 1, { $divide: [1, '$zero'] }] }, 1],
  [{ $ifNull: ['$n', 'instead'] }, 'instead'],
  [{ $ifNull: ['$n', '$none', '$five', 1] }, 5],
  [{ $ifNull: ['$n', '$none'] }, MISSING],
  [
    {
      $switch: {
        branches: [
          { case: '$n', then: 1 },
          { case: '$five', then: 2 },
        ],
        default: 3,
      },
    },
    2,
  ],
  [{ $switch: { branches: [{ case: false, then: 1 }], default: 3 } }, 3],
  [{ $let: { vars: { a: '$five', b: 2 }, in: { $multiply: ['$$a', '$$b'] } } }, 10],
  [{ $let: { vars: { a: 1 }, in: { $let: { vars: { a: 2, b: '$$a' }, in: ['$$a', '$$b'] } } } }, [2, 1]],
  [{ $let: { vars: { CURRENT: '$o' }, in: ['$x.y', '$$ROOT.five'] } }, [1, 5]],
  [{ $let: { vars: { gone: '$none' }, in: { $ifNull: ['$$gone', 'instead'] } } }, 'instead'],
  [{ $let: { vars: { '\u4eba_1': 1 }, in: '$$\u4eba_1' } }, 1],
  [{ $expr: '$five' }, 5],
];

const refusals: readonly (readonly [unknown, string])[] = [
  ['$', "'$' by itself is not a valid FieldPath"],
  ['$a.', "FieldPath must not end with a '.'."],
  ['$a..b', 'FieldPath field names may not be empty strings.'],
  ['$a.$b', "FieldPath field names may not start with '$'. Consider using $getField or $setField."],
  ['$$', 'empty variable names are not allowed'],
  ['$$other', 'Use of undefined variable: other'],
  ['$$1a', "'1a' starts with an invalid character for a variable name"],
  ['$$a-b', "'a-b' contains an invalid character for a variable name: '-'"],
  ['$$CLUSTER_TIME', "Builtin variable '$$CLUSTER_TIME' is not available"],
  [{ $strange: 1 }, "Unrecognized expression '$strange'"],
  [{ 'a.b': 1 }, "FieldPath field names may not contain '.'."],
  [{ a: 1, $add: [1] }, "FieldPath field names may not start with '$'. Consider using $getField or $setField."],
  [{ $meta: 'textScore' }, '$meta is not supported by the emulator: nothing is searched by text, so there is no score'],
  [
    { $function: { body: 'function() {}', args: [], lang: 'js' } },
    '$function is not supported by the emulator: a database runs no JavaScript of its callers here',
  ],
  [{ $not: [1, 2] }, 'Expression $not takes exactly 1 arguments. 2 were passed in.'],
  [{ $eq: 1 }, 'Expression $eq takes exactly 2 arguments. 1 were passed in.'],
  [{ $cond: [1, 2] }, 'Expression $cond takes exactly 3 arguments. 2 were passed in.'],
  [{ $cond: { if: 1, then: 2 } }, "Missing 'else' parameter to $cond"],
  [{ $cond: { if: 1, then: 2, else: 3, elif: 4 } }, 'Unrecognized parameter to $cond: elif'],
  [{ $ifNull: [1] }, '$ifNull needs at least two arguments, had: 1'],
  [{ $switch: 1 }, '$switch requires an object as an argument, found: int'],
  [{ $switch: { branches: 1 } }, "$switch expected an array for 'branches', found: int"],
  [{ $switch: { branches: [] } }, '$switch requires at least one branch.'],
  [{ $switch: { branches: [1] } }, '$switch expected each branch to be an object, found: int'],
  [{ $switch: { branches: [{ case: 1 }] } }, "$switch requires each branch have a 'then' expression"],
  [{ $switch: { branches: [{ case: 1, then: 1, or: 1 }] } }, '$switch found an unknown argument to a branch: or'],
  [{ $switch: { branches: [{ case: 1, then: 1 }], other: 1 } }, '$switch found an unknown argument: other'],
  [
    { $switch: { branches: [{ case: '$n', then: 1 }] } },
    '$switch could not find a matching branch for an input, and no default was specified.',
  ],
  [{ $let: 1 }, '$let only supports an object as its argument'],
  [{ $let: { in: 1 } }, "Missing 'vars' parameter to $let"],
  [{ $let: { vars: {} } }, "Missing 'in' parameter to $let"],
  [{ $let: { vars: 1, in: 1 } }, 'invalid parameter: expected an object (vars)'],
  [{ $let: { vars: { ROOT: 1 }, in: 1 } }, "'ROOT' starts with an invalid character for a user variable name"],
  [{ $let: { vars: { a: 1, b: '$$a' }, in: 1 } }, 'Use of undefined variable: a'],
];

describe('reading an expression', () => {
  it.each(
    values.map(
      ([expression, expected]) =>
        [ejson(expression), expected === MISSING ? 'missing' : ejson(expected), expression] as const,
    ),
  )('%s makes %s', (_, expected, expression) => {
    expect(evaluated(expression, document)).toBe(expected);
  });

  it.each(refusals.map(([expression, message]) => [ejson(expression), message, expression] as const))(
    'refuses %s: %s',
    (_, message, expression) => {
      expect(evaluated(expression, document)).toBe(`error: ${message}`);
    },
  );

  it('refuses an undefined variable where it is read, also where no document would come to it', () => {
    const expression: Plain = { $cond: [true, 1, '$$other'] };
    expect(() => parseExpression(fromPlain(expression))).toThrow('Use of undefined variable: other');
  });

  it('forgets the names defined around an expression once it is read, or refused', () => {
    const read = definingNames(['outer'], () => parseExpression('$$outer'));
    expect(read({ ...scopeOf({}), outer: new Int32(1) })).toEqual(new Int32(1));
    expect(() => definingNames(['outer'], () => parseExpression('$$other'))).toThrow('undefined variable: other');
    expect(() => parseExpression('$$outer')).toThrow('Use of undefined variable: outer');
  });

  it('refuses an operator beside other fields', () => {
    expect(evaluated({ $add: [1, 2], x: 1 })).toContain('must have exactly one field');
  });
});

describe('an expression, whatever the document', () => {
  it('gives every literal back, and every field as it is', () => {
    fc.assert(
      fc.property(smallDocument, (any) => {
        expect(evaluated({ $literal: any })).toBe(ejson(any));
        expect(evaluated('$$ROOT', any)).toBe(ejson(any));
        expect(evaluated({ $let: { vars: { all: '$$ROOT' }, in: '$$all.a' } }, any)).toBe(evaluated('$a', any));
      }),
    );
  });

  it('denies a denial, and keeps the law of De Morgan', () => {
    fc.assert(
      fc.property(smallDocument, (any) => {
        const both = evaluated({ $and: ['$a', '$d'] }, any);
        expect(evaluated({ $not: { $or: [{ $not: '$a' }, { $not: '$d' }] } }, any)).toBe(both);
        expect(evaluated({ $cond: ['$a', { $cond: ['$d', true, false] }, false] }, any)).toBe(both);
      }),
    );
  });
});
