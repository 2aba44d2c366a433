import { Binary, BSONSymbol, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { parseEjson } from '../values/ejson';
import { documentFromPlain } from '../values/plain';
import { matches } from './matches';
import { parseFilter } from './parse-filter';

type Plain = Readonly<Record<string, unknown>>;

/** Which of some documents a filter lets through, by their names. */
const through = (filter: Plain, documents: Readonly<Record<string, Plain>>): readonly string[] => {
  const condition = parseFilter(documentFromPlain(filter));
  return Object.keys(documents).filter((name) => matches(condition, documentFromPlain(documents[name])));
};

const decimal = (text: string): Decimal128 => Decimal128.fromString(text);

const things: Readonly<Record<string, Plain>> = {
  none: {},
  null: { n: null },
  int: { n: 5 },
  long: { n: Long.fromString('5000000000') },
  double: { n: new Double(1.5) },
  decimal: { n: decimal('2.5') },
  nan: { n: NaN },
  text: { n: 'five' },
  symbol: { n: new BSONSymbol('six') },
  list: { n: [1, 'a'] },
  nested: { n: [[7]] },
  empty: { n: [] },
  object: { n: { b: 1, c: 2 } },
  id: { n: new ObjectId('0123456789abcdef01234567') },
  hex: { n: '0123456789abcdef01234567' },
  date: { n: new Date(5) },
  binary: { n: new Binary(Buffer.from([0b101])) },
  timestamp: { n: new Timestamp({ t: 1, i: 1 }) },
  regex: { n: /^fi/i },
  least: { n: new MinKey() },
  most: { n: new MaxKey() },
  yes: { n: true },
};

const all = Object.keys(things);
const but = (...names: readonly string[]): readonly string[] => all.filter((name) => !names.includes(name));

describe('an operator of a filter', () => {
  it.each<readonly [title: string, filter: Plain, names: readonly string[]]>([
    ['$type by name', { n: { $type: 'string' } }, ['text', 'list', 'hex']],
    ['$type by number', { n: { $type: 16 } }, ['int', 'list']],
    ['$type of every number', { n: { $type: 'number' } }, ['int', 'long', 'double', 'decimal', 'nan', 'list']],
    ['$type of several', { n: { $type: ['null', 8] } }, ['null', 'yes']],
    ['$type array, of the field or of an element', { n: { $type: 'array' } }, ['list', 'nested', 'empty']],
    ['$type of the ends', { n: { $type: [-1, 'maxKey'] } }, ['least', 'most']],
    ['$type of a missing field', { n: { $not: { $type: 'null' } } }, but('null')],
    ['a decimal equals a double', { n: new Double(2.5) }, ['decimal']],
    ['$gt among all numbers', { n: { $gt: decimal('2.4') } }, ['int', 'long', 'decimal']],
    ['NaN equals NaN only', { n: { $gte: NaN } }, ['nan']],
    ['a symbol is found as a text', { n: 'six' }, ['symbol']],
    ['$gt of MinKey takes every kind, and nothing', { n: { $gt: new MinKey() } }, but('least')],
    ['$lte of MaxKey takes all', { n: { $lte: new MaxKey() } }, all],
    ['$lt of MinKey takes none', { n: { $lt: new MinKey() } }, []],
    ['$lt of MaxKey', { n: { $lt: new MaxKey() } }, but('most')],
    ['an id is no text', { n: new ObjectId('0123456789abcdef01234567') }, ['id']],
    ['a text is no id', { n: '0123456789abcdef01234567' }, ['hex']],
    ['a date is no timestamp', { n: { $gt: new Date(0) } }, ['date']],
    ['a pattern finds texts, and itself', { n: /^fi/i }, ['text', 'regex']],
    ['a pattern in a list finds the same', { n: { $in: [/^fi/i] } }, ['text', 'regex']],
    ['$eq of a pattern is that pattern only', { n: { $eq: /^fi/i } }, ['regex']],
    ['option x lets spaces stand', { n: { $regex: '^ f i # begins', $options: 'xi' } }, ['text']],
    ['a flag of JavaScript on a pattern changes nothing', { n: { $regex: /^fi/gi } }, ['text', 'regex']],
    ['$not with $regex', { n: { $not: { $regex: 'I', $options: 'i' } } }, but('text', 'symbol')],
    ['$size', { n: { $size: new Double(1) } }, ['nested']],
    ['$mod with fractions', { n: { $mod: [4.9, 1.2] } }, ['int', 'double', 'list']],
    ['$mod of a long', { n: { $mod: [Long.fromString('4999999999'), 1] } }, ['long', 'double', 'list']],
    ['$bitsAllSet by positions', { n: { $bitsAllSet: [0, 2] } }, ['int', 'binary']],
    ['$bitsAllSet by a mask', { n: { $bitsAllSet: 5 } }, ['int', 'binary']],
    ['$bitsAnySet', { n: { $bitsAnySet: [1, 9] } }, ['long']],
    ['$bitsAllClear', { n: { $bitsAllClear: [1, 2] } }, ['long', 'list']],
    ['$bitsAnyClear', { n: { $bitsAnyClear: 5 } }, ['long', 'list']],
    ['$bitsAllSet by bytes', { n: { $bitsAllSet: new Binary(Buffer.from([4])) } }, ['int', 'binary']],
    ['$all of a scalar and an element', { n: { $all: ['a', 1] } }, ['list']],
    ['$all of a whole array', { n: { $all: [[7]] } }, ['nested']],
    ['$elemMatch inside $elemMatch', { n: { $elemMatch: { $elemMatch: { $gt: 5 } } } }, ['nested']],
    ['$elemMatch of an array by position', { n: { $elemMatch: { '0': 7 } } }, ['nested']],
    ['$elemMatch with $or', { n: { $elemMatch: { $or: [{ '0': 7 }, { b: 1 }] } } }, ['nested']],
    ['an object by all of its fields in order', { n: { b: 1, c: 2 } }, ['object']],
    ['an object in another order', { n: { c: 2, b: 1 } }, []],
    ['an operator behind a plain field is a value', { n: { b: 1, $c: 2 } }, []],
    ['a reference is a value', { n: { $ref: 'x', $id: 1 } }, []],
    ['$comment asks nothing', { $comment: 'why', n: 5 }, ['int']],
    ['$expr', { $expr: { $eq: ['$n', 5] } }, ['int']],
    ['$expr below $or', { $or: [{ $expr: { $eq: ['$n', 'five'] } }, { n: 5 }] }, ['int', 'text']],
    ['$jsonSchema of a missing field', { $jsonSchema: { required: ['n'] } }, but('none')],
    ['$nin with null', { n: { $nin: [null, 5] } }, but('none', 'null', 'int')],
    ['$sampleRate of none', { $sampleRate: 0 }, []],
  ])('%s', (_title, filter, names) => {
    expect(through(filter, things)).toEqual(names);
  });

  it('has every bit of a decimal, beyond what a double holds', () => {
    const most = decimal('9223372036854775807');
    expect(through({ n: { $bitsAllSet: [0, 62] } }, { most: { n: most }, more: { n: decimal('1E19') } })).toEqual([
      'most',
    ]);
    expect(through({ n: { $bitsAllSet: most } }, { minus: { n: -1 }, cut: { n: decimal('4.5') } })).toEqual(['minus']);
  });

  it('takes -1 for all bits, and the sign for those beyond', () => {
    expect(through({ n: { $bitsAllSet: [0, 63, 200] } }, { minus: { n: -1 }, plus: { n: 1 } })).toEqual(['minus']);
  });

  it.each<readonly [title: string, document: Plain, filter: Plain, isFound: boolean]>([
    ['a step that is a number is a position', { a: [{ b: 1 }, { b: 2 }] }, { 'a.1.b': 2 }, true],
    ['and not another', { a: [{ b: 1 }, { b: 2 }] }, { 'a.0.b': 2 }, false],
    ['or the name of a field of an element', { a: [{ '1': 5 }] }, { 'a.1': 5 }, true],
    ['a value at a position leads no further', { a: [5] }, { 'a.0.b': null }, false],
    ['a document at a position leads on', { a: [{}] }, { 'a.0.b': null }, true],
    ['an array at a position leads through its documents', { a: [[{ b: 1 }]] }, { 'a.0.b': 1 }, true],
    ['$exists at a position', { a: [1] }, { 'a.0': { $exists: true } }, true],
    ['$exists behind the end', { a: [1] }, { 'a.1': { $exists: true } }, false],
    ['an array at a position is a whole', { a: [[1]] }, { 'a.0': 1 }, false],
    ['no path leads through an array in an array', { a: [[{ b: 1 }]] }, { 'a.b': 1 }, false],
    ['an empty array has nothing that is null', { a: [] }, { 'a.b': null }, false],
    ['an element without the field has', { a: [{ b: 1 }, {}] }, { 'a.b': null }, true],
    ['$ne over elements asks of all', { a: [{ b: 1 }, { b: 2 }] }, { 'a.b': { $ne: 1 } }, false],
    ['$not $elemMatch', { a: [{ b: 1 }] }, { a: { $not: { $elemMatch: { b: 2 } } } }, true],
    ['an array compared as a whole', { a: [1, 5] }, { a: { $gt: [1, 4] } }, true],
    ['an empty object', { a: {} }, { a: {} }, true],
    ['$eq of an object', { a: { b: 1 } }, { a: { $eq: { b: 1 } } }, true],
  ])('%s', (_title, document, filter, isFound) => {
    expect(through(filter, { it: document })).toEqual(isFound ? ['it'] : []);
  });
});

describe('a filter that MongoDB refuses', () => {
  it.each<readonly [filter: Plain, words: string]>([
    [{ n: { $type: 'strin' } }, 'Unknown type name alias: strin'],
    [{ n: { $type: 42 } }, 'Invalid numerical type code: 42'],
    [{ n: { $type: 0 } }, 'Instead use {$exists:false}'],
    [{ n: { $type: [] } }, 'n must match at least one type'],
    [{ n: { $bitsAllSet: -1 } }, 'Expected a non-negative number in: n: -1'],
    [{ n: { $bitsAllSet: 1.5 } }, 'Expected an integer: n: 1.5'],
    [{ n: { $bitsAllSet: 'x' } }, 'n takes an Array, a number, or a BinData but received: n: "x"'],
    [{ n: { $bitsAnySet: [-1] } }, 'Failed to parse bit position. Expected a non-negative number in: 0: -1'],
    [{ n: { $size: 1.5 } }, 'Failed to parse $size. Expected an integer: $size: 1.5'],
    [{ n: { $size: 'x' } }, 'Failed to parse $size. Expected a number in: $size: "x"'],
    [{ n: { $size: NaN } }, 'Failed to parse $size. Expected an integer, but found NaN in: $size: nan.0'],
    [{ n: { $size: 1e300 } }, 'Failed to parse $size. Cannot represent as a 64-bit integer: $size: '],
    [{ n: { $bitsAnySet: [2 ** 40] } }, 'Failed to parse bit position. Cannot represent as a 32-bit integer: 0: '],
    [{ n: { $mod: ['x'] } }, 'malformed mod, divisor not a number'],
    [{ n: { $ref: 'x' } }, 'unknown operator: $ref'],
    [
      { $not: { n: 1 } },
      'unknown top level operator: $not. If you are trying to negate an entire expression, use $nor.',
    ],
    [{ [Array(200).fill('a').join('.')]: 1 }, 'FieldPath is too long'],
    [{ n: { $elemMatch: { $sampleRate: 1 } } }, '$sampleRate can only be applied to the top-level document'],
    [{ $sampleRate: 'x' }, 'argument to $sampleRate must be a numeric type'],
    [{ n: { $mod: 5 } }, 'malformed mod, needs to be an array'],
    [{ n: { $mod: [5] } }, 'malformed mod, not enough elements'],
    [{ n: { $mod: [5, 1, 1] } }, 'malformed mod, too many elements'],
    [{ n: { $mod: ['5', 1] } }, 'malformed mod, divisor not a number'],
    [{ n: { $mod: [0.5, 1] } }, 'divisor cannot be 0'],
    [{ n: { $gt: /a/ } }, "Can't have RegEx as arg to predicate over field 'n'."],
    [{ n: { $ne: /a/ } }, "Can't have regex as arg to $ne."],
    [{ n: { $not: {} } }, '$not cannot be empty'],
    [{ n: { $not: { a: 1 } } }, 'unknown operator: a'],
    [{ n: { $options: 'i' } }, '$options needs a $regex'],
    [{ n: { $regex: /a/i, $options: 'm' } }, 'options set in both $regex and $options'],
    [{ n: { $regex: 'a', $options: 'ig' } }, 'invalid flag in regex options: g'],
    [{ n: { $regex: 5 } }, '$regex has to be a string'],
    [{ n: { $all: 5 } }, '$all needs an array'],
    [{ n: { $all: [{ $gt: 1 }] } }, 'no $ expressions in $all'],
    [{ n: { $in: [{ $gt: 1 }] } }, 'cannot nest $ under $in'],
    [{ n: { $foo: 1 } }, 'unknown operator: $foo'],
    [{ $foo: 1 }, 'unknown top level operator: $foo'],
    [{ $and: 5 }, '$and must be an array'],
    [{ $or: [5] }, '$or/$and/$nor entries need to be full objects'],
    [{ $where: 'true' }, '$where is not supported'],
    [{ $text: { $search: 'x' } }, '$text is not supported'],
    [{ n: { $elemMatch: { $expr: true } } }, '$expr can only be applied to the top-level document'],
    [{ $expr: { $foo: 1 } }, '$foo'],
    [{ $jsonSchema: { foo: 1 } }, 'Unknown $jsonSchema keyword: foo'],
  ])('%j', (filter, words) => {
    expect(() => parseFilter(documentFromPlain(filter))).toThrow(words);
  });
});

it('follows a path of positions that are names too, however many ways there are', () => {
  const nested = (depth: number): unknown => (depth === 0 ? [7] : [{ '0': nested(depth - 1) }]);
  const path = (steps: number): string => Array(steps).fill('0').join('.');
  const document = { it: { '0': nested(60) } };
  expect([100, 122].map((steps) => through({ [path(steps)]: 7 }, document))).toEqual([['it'], ['it']]);
  expect([61, 123].map((steps) => through({ [path(steps)]: 7 }, document))).toEqual([['it'], []]);
});

describe('a list of thousands', () => {
  const filler = Array.from({ length: 4000 }, (_, at) => `nobody ${at}`);
  const values = [null, 5, NaN, 'five', ['x'], { b: 1 }, true, new Double(2.5), decimal('2.5')];

  it('takes in what a short one takes in', () => {
    for (const value of values) {
      expect(through({ n: { $in: [...filler, value] } }, things)).toEqual(through({ n: { $in: [value] } }, things));
      expect(through({ n: { $nin: [...filler, value] } }, things)).toEqual(through({ n: { $nin: [value] } }, things));
    }
  });

  it('is found in a list as long', () => {
    const documents = { it: { n: [...filler, 5, 'five', ['x']] }, less: { n: filler }, whole: { n: [[...filler]] } };
    expect(through({ n: { $all: [...filler, 5, ['x']] } }, documents)).toEqual(['it']);
    expect(through({ n: { $all: filler } }, documents)).toEqual(['it', 'less']);
    expect(through({ n: filler }, documents)).toEqual(['less', 'whole']);
    expect(through({ n: new Double(5) }, documents)).toEqual(['it']);
  });
});

describe('a pattern that would run for years', () => {
  const endless = 'a'.repeat(60) + 'b';

  it.each(['^(a+)+$', '^(a|aa)+$'])('%s gives up, as MongoDB does', ($regex) => {
    expect(() => through({ n: { $regex } }, { it: { n: endless } })).toThrow('match limit exceeded');
  });

  it('finds what it finds in time', () => {
    expect(through({ n: /^(a+)+b$/ }, { it: { n: endless }, no: { n: 'a' } })).toEqual(['it']);
  });
});

describe('$jsonSchema', () => {
  const isValid = (schema: Plain, document: Plain): boolean =>
    through({ $jsonSchema: schema }, { it: document }).length === 1;
  const about = (rule: Plain): Plain => ({ properties: { n: rule } });

  it.each<readonly [rule: Plain, good: readonly unknown[], bad: readonly unknown[]]>([
    [{ bsonType: 'int' }, [5], [1.5, 'x', [5]]],
    [{ bsonType: ['int', 'null'] }, [5, null], ['x']],
    [{ type: 'number' }, [5, 1.5], ['x', null]],
    [{ type: ['object', 'array'] }, [{}, []], ['x']],
    [{ enum: [1, 'a', { b: 1 }] }, [new Double(1), 'a', { b: 1 }], [2, { b: 2 }]],
    [{ minimum: 3 }, [3, 4, 'x'], [2]],
    [{ minimum: 3, exclusiveMinimum: true }, [4], [3]],
    [{ maximum: 3, exclusiveMaximum: false }, [3], [4, NaN, decimal('NaN')]],
    [{ maximum: NaN }, [NaN], [4]],
    [{ maximum: 3, exclusiveMaximum: true }, [2], [3]],
    [{ multipleOf: 0.1 }, [0.3, 2, 'x'], [0.25]],
    [{ minLength: 2, maxLength: 3 }, ['ab', '\u{1f600}bc', 5], ['a', 'abcd']],
    [{ pattern: '^a' }, ['ab', 5], ['ba']],
    [{ minItems: 1, maxItems: 2 }, [[1], 'x'], [[], [1, 2, 3]]],
    [
      { uniqueItems: true },
      [
        [1, 2],
        [[1], 1],
      ],
      [[1, new Double(1)]],
    ],
    [{ items: { bsonType: 'int' } }, [[1, 2], []], [[1, 'a']]],
    [{ items: [{ bsonType: 'int' }], additionalItems: false }, [[1], []], [[1, 2], ['a']]],
    [{ items: [{}], additionalItems: { bsonType: 'int' } }, [['a', 1]], [['a', 'b']]],
    [{ required: ['a'] }, [{ a: null }, 5], [{ b: 1 }]],
    [{ properties: { a: { minimum: 1 } } }, [{ a: 1 }, {}], [{ a: 0 }]],
    [{ properties: { a: {} }, additionalProperties: false }, [{ a: 1 }], [{ b: 1 }]],
    [
      { patternProperties: { '^a': { type: 'string' } }, additionalProperties: { type: 'number' } },
      [{ ab: 'x', c: 1 }],
      [{ ab: 1 }, { c: 'x' }],
    ],
    [{ minProperties: 1, maxProperties: 1 }, [{ a: 1 }], [{}, { a: 1, b: 2 }]],
    [{ dependencies: { a: ['b'] } }, [{ a: 1, b: 2 }, { b: 1 }], [{ a: 1 }]],
    [{ dependencies: { a: { required: ['c'] } } }, [{ a: 1, c: 1 }, {}], [{ a: 1 }]],
    [{ allOf: [{ minimum: 1 }, { maximum: 3 }] }, [2], [0, 4]],
    [{ anyOf: [{ minimum: 3 }, { maximum: 1 }] }, [0, 4], [2]],
    [{ oneOf: [{ minimum: 1 }, { minimum: 3 }] }, [2], [0, 4]],
    [{ not: { type: 'string' } }, [5], ['x']],
    [{ title: 'x', description: 'y' }, [5], []],
  ])('%j', (rule, good, bad) => {
    for (const n of good) expect([n, isValid(about(rule), { n })]).toEqual([n, true]);
    for (const n of bad) expect([n, isValid(about(rule), { n })]).toEqual([n, false]);
  });

  it.each<readonly [schema: unknown, words: string]>([
    [5, '$jsonSchema must be an object'],
    [{ type: 'integer' }, "$jsonSchema type 'integer' is not currently supported."],
    [{ type: 'string', bsonType: 'string' }, 'Cannot specify both'],
    [{ $ref: 'x' }, "$jsonSchema keyword '$ref' is not currently supported"],
    [{ minimum: 'x' }, "'minimum' must be a number"],
    [{ exclusiveMinimum: true }, "'minimum' must be a present"],
    [{ required: [] }, "'required' cannot be an empty array"],
    [{ enum: [] }, "'enum' cannot be an empty array"],
    [{ properties: { a: 5 } }, "'properties.a' must be an object"],
    [{ multipleOf: 0 }, "'multipleOf' must have a positive value"],
  ])('%j is refused', (schema, words) => {
    expect(() => parseFilter(documentFromPlain({ $jsonSchema: schema }))).toThrow(words);
  });

  it('reads a schema as it comes on the wire', () => {
    const text = '{"$jsonSchema":{"properties":{"n":{"minLength":{"$numberInt":"2"}}}}}';
    const condition = parseFilter(parseEjson(text, new Date(0)) as ReturnType<typeof documentFromPlain>);
    expect(matches(condition, { n: 'a' })).toBe(false);
  });
});
