import { toEjson } from '../values/ejson';
import { documentFromPlain } from '../values/plain';
import { parseFilter } from './parse-filter';
import { parseProjection } from './projection';

type Plain = Readonly<Record<string, unknown>>;

const text = (document: Plain): string => toEjson(documentFromPlain(document));

function projected(document: Plain, projection: Plain, filter: Plain = {}): string {
  const project = parseProjection(documentFromPlain(projection));
  const condition = parseFilter(documentFromPlain(filter));
  return toEjson(project?.(documentFromPlain(document), condition) ?? null);
}

const it1 = { _id: 1, a: [1, 2, 3], b: { c: 1, d: 2 }, e: [{ f: 1, g: 1 }, { f: 2, g: 2 }, 5], h: 'x' };

describe('a projection', () => {
  it.each<readonly [title: string, projection: Plain, answer: Plain]>([
    ['keeps', { h: 1 }, { _id: 1, h: 'x' }],
    ['keeps without _id', { h: true, _id: 0 }, { h: 'x' }],
    ['keeps _id only', { _id: 1 }, { _id: 1 }],
    ['drops _id only', { _id: 0 }, { a: it1.a, b: it1.b, e: it1.e, h: 'x' }],
    ['drops, and _id comes along', { a: 0, b: 0, e: 0, _id: 1 }, { _id: 1, h: 'x' }],
    ['goes into documents', { 'b.c': 1 }, { _id: 1, b: { c: 1 } }],
    ['goes into nested documents', { b: { c: 1 }, e: { f: 1 } }, { _id: 1, b: { c: 1 }, e: [{ f: 1 }, { f: 2 }] }],
    ['drops in the documents of an array', { a: 0, b: 0, 'e.g': 0 }, { _id: 1, e: [{ f: 1 }, { f: 2 }, 5], h: 'x' }],
    ['slices and leaves the rest', { a: { $slice: 1 }, b: 0, e: 0 }, { _id: 1, a: [1], h: 'x' }],
    ['slices alone', { a: { $slice: -1 } }, { ...it1, a: [3] }],
    ['slices beside kept fields', { a: { $slice: [1, 1] }, h: 1 }, { _id: 1, a: [2], h: 'x' }],
    ['slices from the end', { a: { $slice: [-2, 1] }, h: 1 }, { _id: 1, a: [2], h: 'x' }],
    ['slices what is no array not at all', { h: { $slice: 1 }, _id: 1 }, { _id: 1, h: 'x' }],
    ['finds the first element', { e: { $elemMatch: { g: { $gt: 0 } } } }, { _id: 1, e: [{ f: 1, g: 1 }] }],
    ['finds an element beside dropped fields', { b: 0, h: 0, a: { $elemMatch: { $gt: 2 } }, e: 0 }, { _id: 1, a: [3] }],
    [
      'finds an element and slices, and leaves the rest',
      { a: { $slice: 1 }, e: { $elemMatch: { f: 2 } } },
      { ...it1, a: [1], e: [{ f: 2, g: 2 }] },
    ],
    ['finds the first value', { a: { $elemMatch: { $gt: 1 } } }, { _id: 1, a: [2] }],
    ['finds no element', { a: { $elemMatch: { $gt: 9 } }, h: 1 }, { _id: 1, h: 'x' }],
    ['computes', { h: 1, twice: { $multiply: ['$b.d', 2] } }, { _id: 1, h: 'x', twice: 4 }],
    ['takes another field', { x: '$b.c' }, { _id: 1, x: 1 }],
    ['takes a text for what it is', { x: 'y' }, { _id: 1, x: 'y' }],
    ['takes a literal', { x: { $literal: 5 } }, { _id: 1, x: 5 }],
    ['has $slice of an expression too', { x: { $slice: ['$a', 1] } }, { _id: 1, x: [1] }],
  ])('%s', (_title, projection, answer) => {
    expect(projected(it1, projection)).toBe(text(answer));
  });

  it.each<readonly [projection: Plain, filter: Plain, answer: Plain]>([
    [{ 'a.$': 1 }, { a: { $gt: 1 } }, { _id: 1, a: [2] }],
    [{ 'e.$': 1, h: 1 }, { 'e.f': 2 }, { _id: 1, e: [{ f: 2, g: 2 }], h: 'x' }],
    [{ 'e.f.$': 1 }, { 'e.f': 2 }, { _id: 1, e: [{ f: 2, g: 2 }] }],
    [{ 'b.c.$': 1 }, { 'b.c': 1 }, { _id: 1, b: { c: 1 } }],
    [{ 'e.$': true, _id: 0 }, { e: { $elemMatch: { f: 2 } } }, { e: [{ f: 2, g: 2 }] }],
  ])('%j shows the element that matched %j', (projection, filter, answer) => {
    expect(projected(it1, projection, filter)).toBe(text(answer));
  });

  it.each<readonly [projection: Plain, words: string]>([
    [{ a: 1, b: 0 }, 'Cannot do exclusion on field b in inclusion projection'],
    [{ a: 0, b: 1 }, 'Cannot do inclusion on field b in exclusion projection'],
    [{ a: 0, x: '$b' }, 'Cannot use an expression x: "$b" in an exclusion projection'],
    [{ a: 0, x: { $add: [1, 2] } }, 'Cannot use expression other than $meta in exclusion projection'],
    [{ x: '$b', a: 0 }, 'Cannot do exclusion on field a in inclusion projection'],
    [{ b: 1, 'b.c': 1 }, 'Path collision at b.c remaining portion c'],
    [{ 'b.c': 1, b: 1 }, 'Path collision at b'],
    [{ a: {} }, 'An empty sub-projection is not a valid value'],
    [{ 'b.c': { $elemMatch: { x: 1 } } }, 'Cannot use $elemMatch projection on a nested field'],
    [{ a: { $elemMatch: { $gt: 1 }, $slice: 1 } }, "FieldPath field names may not start with '$'"],
    [{ a: { $slice: 1, b: 1 } }, "FieldPath field names may not start with '$'"],
    [{ e: { $elemMatch: { f: { $near: [0, 0] } } } }, '$nearSphere are not allowed in this context'],
    [{ e: { $elemMatch: { $or: [{ $jsonSchema: {} }] } } }, '$jsonSchema is not allowed in this context'],
    [{ a: { $elemMatch: 5 } }, 'elemMatch: Invalid argument, object required, but got int'],
    [
      { a: { $slice: 'x' } },
      'Invalid $slice syntax. The given syntax { $slice: "x" } did not match the find() syntax because :: Location31273: $slice only supports numbers and [skip, limit] arrays :: The given syntax did not match the expression $slice syntax. :: caused by :: Expression $slice takes at least 2 arguments, and at most 3, but 1 were passed in.',
    ],
    [{ a: { $slice: [1, 0] } }, 'First argument to $slice must be an array, but is of type: int'],
    [{ 'a.$.b': 1 }, 'illegal to specify positional operator in the middle of a path'],
    [{ '.$': 1 }, 'Projection on field .$ is invalid'],
    [{ 'a.$': 'x' }, 'positional projection cannot be used with a literal'],
    [{ 'a.$': { b: 1 } }, 'positional projection cannot be used with an expression or sub object'],
    [{ 'a.$': 1 }, "couldn't find a matching element in the array"],
    [{ 'a.$': 0 }, 'positional projection cannot be used with exclusion'],
    [{ 'a.$': 1, 'e.$': 1 }, 'Cannot specify more than one positional projection per query.'],
    [{ 'a.$': 1, e: { $elemMatch: { f: 1 } } }, 'Cannot specify positional operator and $elemMatch.'],
    [{ a: { $meta: 'textScore' } }, '$meta is not supported'],
    [{ a: { $foo: 1 } }, 'Unknown expression $foo'],
  ])('%j is refused', (projection, words) => {
    expect(() => projected(it1, projection)).toThrow(words);
  });
});
