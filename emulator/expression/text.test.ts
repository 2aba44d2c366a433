import { Binary, BSONRegExp, Decimal128, Double, Int32, Long, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { fromPlain } from '../values/plain';
import type { Value } from '../values/value';
import { parseExpression, scopeOf } from './expression';

const evaluate = (expression: unknown): Value | undefined =>
  parseExpression(fromPlain(expression))(scopeOf({ name: '北蔡驿站', none: null }));

const answers = (examples: readonly (readonly [expression: unknown, answer: unknown])[]) =>
  it.each(examples)('%j gives %j', (expression, answer) => {
    expect(evaluate(expression)).toEqual(fromPlain(answer));
  });

const refuses = (examples: readonly (readonly [expression: unknown, message: string])[]) =>
  it.each(examples)('%j is refused: %s', (expression, message) => {
    expect(() => evaluate(expression)).toThrow(message);
  });

// e with an accent of its own, a family of three joined by zero-width joiners, a letter beyond 16 bits.
const combining = 'e\u0301';
const family = '👩\u200d👩\u200d👦';

describe('whole texts', () => {
  answers([
    [{ $concat: ['a', '$name', '!'] }, 'a北蔡驿站!'],
    [{ $concat: [] }, ''],
    [{ $toLower: new Double(123456.789) }, '123457'],
    [{ $toLower: new Double(1e6) }, '1e+06'],
    [{ $toUpper: new Double(-Infinity) }, '-INF'],
    [{ $substrCP: [new Double(NaN), 0, 3] }, 'nan'],
    [{ $substrBytes: ['hello', Decimal128.fromString('1.5'), 3] }, 'llo'],
    [{ $regexFind: { input: 'a', regex: null, options: 'z' } }, null],
    [{ $concat: ['a', '$none'] }, null],
    [{ $concat: ['a', '$missing', 5] }, null],
    [{ $split: ['June-15-2013', '-'] }, ['June', '15', '2013']],
    [{ $split: ['banana split', 'a'] }, ['b', 'n', 'n', ' split']],
    [{ $split: ['aaa', 'aa'] }, ['', 'a']],
    [{ $split: ['headphone jack', 'xx'] }, ['headphone jack']],
    [{ $split: ['$none', '-'] }, null],
    [{ $split: ['a', null] }, null],
    [{ $strLenBytes: 'abcde' }, 5],
    [{ $strLenBytes: '$name' }, 12],
    [{ $strLenBytes: { $literal: '$€λG' } }, 7],
    [{ $strLenCP: { $literal: '$€λA' } }, 4],
    [{ $strLenCP: ['寿司'] }, 2],
    [{ $strLenCP: combining }, 2],
    [{ $strLenCP: family }, 5],
    [{ $strLenCP: '' }, 0],
    [{ $toUpper: 'straße éa' }, 'STRAßE éA'],
    [{ $toLower: 'ÀB ΛC' }, 'Àb Λc'],
    [{ $toUpper: null }, ''],
    [{ $toLower: '$missing' }, ''],
    [{ $toUpper: { $literal: 2.5 } }, '2.5'],
    [{ $toLower: new Date(0) }, '1970-01-01t00:00:00.000z'],
    [{ $toUpper: new Date(0) }, '1970-01-01T00:00:00.000Z'],
    [{ $strcasecmp: ['13Q1', '13q4'] }, -1],
    [{ $strcasecmp: ['abc', 'ABC'] }, 0],
    [{ $strcasecmp: ['b', 'A'] }, 1],
    [{ $strcasecmp: [null, ''] }, 0],
    [{ $strcasecmp: ['\uffff', '😀'] }, -1],
  ]);

  refuses([
    [{ $concat: ['a', 5] }, '$concat only supports strings, not int'],
    [{ $split: [5, '-'] }, '$split requires an expression that evaluates to a string as a first argument, found: int'],
    [{ $split: ['a', true] }, 'evaluates to a string as a second argument, found: bool'],
    [{ $split: ['a', ''] }, '$split requires a non-empty separator'],
    [{ $split: ['a'] }, 'Expression $split takes exactly 2 arguments. 1 were passed in.'],
    [{ $strLenBytes: 5 }, '$strLenBytes requires a string argument, found: int'],
    [{ $strLenCP: null }, '$strLenCP requires a string argument, found: null'],
    [{ $strLenCP: '$missing' }, '$strLenCP requires a string argument, found: missing'],
    [{ $toUpper: true }, "can't convert from BSON type bool to String"],
    [{ $toLower: [['a']] }, "can't convert from BSON type array to String"],
    [{ $toLower: new ObjectId() }, "can't convert from BSON type objectId to String"],
  ]);

  it('comes back from $split when joined again', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '寿', '😀', '.') })), (parts) => {
        const text = parts.join('--');
        const split = evaluate({ $split: [{ $literal: text }, '--'] });
        expect(split).toEqual(parts.length === 0 ? [''] : parts);
      }),
    );
  });
});

const most = 'x'.repeat(16 * 1024 * 1024 - 1);

describe('a text is shorter than 16 MB', () => {
  it.each<[string, unknown]>([
    ['written down', `${most}x`],
    ['put together', { $concat: [most, 'x'] }],
    ['of letters with three bytes', { $concat: ['驿'.repeat(5_600_000), ''] }],
    ['edited', { $replaceOne: { input: most, find: 'x', replacement: '站' } }],
    ['bytes as text', { $toString: new Binary(Buffer.alloc(12 * 1024 * 1024)) }],
  ])('%s', (_title, expression) => {
    expect(() => evaluate(expression)).toThrow('Tried to create string longer than 16MB');
  });

  it('by one byte', () => {
    const edited = { $replaceOne: { input: most, find: 'x', replacement: 'y' } };
    expect(evaluate({ $strLenBytes: edited })).toEqual(new Int32(16 * 1024 * 1024 - 1));
    const all = { $replaceAll: { input: 'x', find: 'x', replacement: most } };
    expect(evaluate({ $strLenBytes: all })).toEqual(new Int32(16 * 1024 * 1024 - 1));
    expect(evaluate({ $strLenBytes: { $concat: [most, ''] } })).toEqual(new Int32(16 * 1024 * 1024 - 1));
  });
});

describe('positions in texts', () => {
  answers([
    [{ $substr: [new Timestamp({ t: 1721500800, i: 42 }), 0, -1] }, 'Jul 20 18:40:00:42'],
    [{ $toUpper: new Timestamp({ t: 0, i: 0 }) }, 'JAN 1 00:00:00:0'],
    [{ $substrBytes: ['hello', 2, Long.MAX_VALUE] }, 'llo'],
    [{ $substrBytes: ['hello', 2, Decimal128.fromString('NaN')] }, 'llo'],
    [{ $substrBytes: ['hello', 2, Decimal128.fromString('1E+40')] }, 'llo'],
  ]);

  refuses([
    [{ $substrBytes: ['hello', new Double(NaN), 1] }, 'cannot be represented as a 64-bit integral value'],
    [{ $substrBytes: ['hello', 0, new Double(Infinity)] }, 'cannot be represented as a 64-bit integral value'],
    [{ $substrBytes: ['hello', 0, new Double(2 ** 63)] }, 'cannot be represented as a 64-bit integral value'],
    [{ $substrBytes: ['hello', Decimal128.fromString('Infinity'), 1] }, 'starting index must be non-negative'],
  ]);

  answers([
    [{ $indexOfBytes: ['cafeteria', 'e'] }, 3],
    [{ $indexOfBytes: ['cafétéria', 'é'] }, 3],
    [{ $indexOfBytes: ['cafétéria', 't'] }, 5],
    [{ $indexOfBytes: ['foo.bar.fi', '.', 5] }, 7],
    [{ $indexOfBytes: ['vanilla', 'll', 0, 2] }, -1],
    [{ $indexOfBytes: ['vanilla', 'nilla', 3] }, -1],
    [{ $indexOfBytes: ['vanilla', 'll', 12] }, -1],
    [{ $indexOfBytes: ['vanilla', 'll', 5, 2] }, -1],
    [{ $indexOfBytes: ['abc', '', 3] }, 3],
    [{ $indexOfBytes: ['abc', 'c', new Double(2)] }, 2],
    [{ $indexOfBytes: [null, 'foo'] }, null],
    [{ $indexOfBytes: ['$missing', 5] }, null],
    [{ $indexOfCP: ['cafétéria', 't'] }, 4],
    [{ $indexOfCP: ['😀寿司', '司'] }, 2],
    [{ $indexOfCP: ['😀寿司😀', '😀', 1] }, 3],
    [{ $indexOfCP: ['foo.bar.fi', '.', 5, 7] }, -1],
    [{ $indexOfCP: ['vanilla', 'nilla', 0, 3] }, 2],
    [{ $indexOfCP: ['vanilla', 'll', 5, 2] }, -1],
    [{ $indexOfCP: ['', ''] }, 0],
    [{ $indexOfCP: ['$none', 'a'] }, null],
    [{ $substr: ['hello', 1, 3] }, 'ell'],
    [{ $substr: ['hello', 1, -1] }, 'ello'],
    [{ $substr: ['hello', 9, 2] }, ''],
    [{ $substr: [{ $literal: 2015 }, 0, 2] }, '20'],
    [{ $substrBytes: ['寿司sushi', 3, 3] }, '司'],
    [{ $substrBytes: ['$missing', 0, 1] }, ''],
    [{ $substrBytes: ['hello', 1.9, 2.9] }, 'el'],
    [{ $substrCP: ['寿司sushi', 1, 2] }, '司s'],
    [{ $substrCP: [family, 2, 1] }, '👩'],
    [{ $substrCP: ['hello', 2, 100] }, 'llo'],
    [{ $substrCP: ['hello', 7, 1] }, ''],
    [{ $substrCP: [null, 0, 1] }, ''],
  ]);

  refuses([
    [{ $indexOfBytes: [5, 'a'] }, '$indexOfBytes requires a string as the first argument, found: int'],
    [{ $indexOfCP: ['a', null] }, '$indexOfCP requires a string as the second argument, found: null'],
    [{ $indexOfCP: ['a', 'a', -1] }, '$indexOfCP requires a nonnegative starting index, found: -1'],
    [
      { $indexOfBytes: ['a', 'a', 'x'] },
      '$indexOfBytes requires an integral starting index, found a value of type: string, with value: "x"',
    ],
    [{ $indexOfCP: ['a', 'a', 0, 1.5] }, 'requires an integral ending index, found a value of type: double'],
    [{ $indexOfCP: ['a'] }, 'Expression $indexOfCP takes at least 2 arguments, and at most 4, but 1 were passed in.'],
    [{ $substrBytes: ['寿司', 1, 3] }, 'Invalid range, starting index is a UTF-8 continuation byte.'],
    [{ $substrBytes: ['寿司', 0, 2] }, 'Invalid range, ending in the middle of a UTF-8 character.'],
    [{ $substr: ['a', -1, 2] }, 'starting index must be non-negative (got: -1)'],
    [{ $substr: ['a', 'x', 2] }, 'starting index must be a numeric type (is BSON type string)'],
    [{ $substrCP: ['a', 0, -1] }, '$substrCP: length must be a nonnegative integer.'],
    [{ $substrCP: ['a', -1, 1] }, '$substrCP: the starting index must be nonnegative integer.'],
    [{ $substrCP: ['a', 0.5, 1] }, '$substrCP: starting index cannot be represented as a 32-bit integral value: 0.5'],
    [{ $substrCP: ['a', 0, null] }, '$substrCP: length must be a numeric type (is BSON type null)'],
  ]);

  const text = fc.string({ unit: fc.constantFrom('a', 'b', '寿', '😀', combining), maxLength: 8 });

  it('are where the part they are of can be cut out again', () => {
    fc.assert(
      fc.property(text, text, (whole, part) => {
        const at = (evaluate({ $indexOfCP: [{ $literal: whole }, { $literal: part }] }) as Int32).value;
        const bytes = (evaluate({ $indexOfBytes: [{ $literal: whole }, { $literal: part }] }) as Int32).value;
        if (part !== '') expect(at >= 0).toBe(whole.includes(part));
        if (at < 0 || part === '') return;
        expect(evaluate({ $substrCP: [{ $literal: whole }, at, { $strLenCP: { $literal: part } }] })).toBe(part);
        expect(evaluate({ $substrBytes: [{ $literal: whole }, bytes, { $strLenBytes: { $literal: part } }] })).toBe(
          part,
        );
        expect(evaluate({ $strLenBytes: { $substrCP: [{ $literal: whole }, 0, at] } })).toEqual(new Int32(bytes));
      }),
    );
  });
});

describe('edited texts', () => {
  answers(
    [
      [{ $trim: { input: '  \n good  bye \t  ' } }, 'good  bye'],
      [{ $trim: { input: '\0\u00a0\u1680\u2000\u200aa\u3000' } }, 'a\u3000'],
      [{ $trim: { input: ' ggggoodbyeeeee', chars: 'ge' } }, ' ggggoodby'],
      [{ $trim: { input: '    ggggoodbyeeeee', chars: ' ge' } }, 'oodby'],
      [{ $trim: { input: '😀寿司😀', chars: '😀' } }, '寿司'],
      [{ $ltrim: { input: '  a ' } }, 'a '],
      [{ $rtrim: { input: '  a ' } }, '  a'],
      [{ $trim: { input: 'aaa', chars: 'a' } }, ''],
      [{ $trim: { input: ' a ', chars: '' } }, ' a '],
      [{ $trim: { input: '$none' } }, null],
      [{ $trim: { input: ' a', chars: '$missing' } }, null],
      [{ $replaceOne: { input: 'blue paint, blue', find: 'blue', replacement: 'red' } }, 'red paint, blue'],
      [{ $replaceAll: { input: 'blue paint, blue', find: 'blue', replacement: 'red' } }, 'red paint, red'],
      [{ $replaceAll: { input: 'a.b', find: '.', replacement: '$&' } }, 'a$&b'],
      [{ $replaceAll: { input: 'aaa', find: 'aa', replacement: 'b' } }, 'ba'],
      [{ $replaceOne: { input: 'abc', find: '', replacement: 'x' } }, 'xabc'],
      [{ $replaceOne: { input: null, find: 'a', replacement: 'b' } }, null],
      [{ $replaceAll: { input: 'a', find: 'a', replacement: '$missing' } }, null],
      [{ $replaceOne: { input: 'cafe\u0301', find: 'café', replacement: 'CAFE' } }, 'cafe\u0301'],
    ].map(([expression, answer]) => [withLiterals(expression), answer] as const),
  );

  refuses([
    [{ $trim: 'a' }, '$trim only supports an object as an argument, found string'],
    [{ $trim: { input: 'a', chars: 'b', x: 1 } }, '$trim found an unknown argument: x'],
    [{ $rtrim: { chars: 'a' } }, "$rtrim requires an 'input' field"],
    [{ $ltrim: { input: 5 } }, '$ltrim requires its input to be a string, got 5 (of type int) instead.'],
    [{ $trim: { input: 'a', chars: 5 } }, "$trim requires 'chars' to be a string, got 5 (of type int) instead."],
    [{ $replaceOne: 5 }, '$replaceOne requires an object as an argument, found: int'],
    [{ $replaceAll: { input: 'a', find: 'a' } }, "$replaceAll requires 'replacement' to be specified"],
    [
      { $replaceAll: { input: 'a', find: 'a', replacement: 'b', all: true } },
      '$replaceAll found an unknown argument: all',
    ],
    [
      { $replaceOne: { input: null, find: 5, replacement: 'b' } },
      "$replaceOne requires that 'find' be a string, found: 5",
    ],
  ]);
});

describe('sizes', () => {
  answers([
    [{ $binarySize: '寿司' }, 6],
    [{ $binarySize: new Binary(Buffer.of(1, 2, 3)) }, 3],
    [{ $binarySize: '$missing' }, null],
    [{ $bsonSize: { $literal: { a: 1 } } }, 12],
    [{ $bsonSize: { $literal: { _id: new ObjectId(), name: 'A', at: new Date(0), n: Long.fromNumber(1) } } }, 57],
    [{ $bsonSize: null }, null],
  ]);
  refuses([
    [{ $binarySize: 5 }, '$binarySize requires a string or BinData argument, found: int'],
    [{ $bsonSize: 'a' }, '$bsonSize requires a document input, found: string'],
  ]);
});

describe('regular expressions', () => {
  it.each(['(', '(?:', '(?=', '(?i:', '(?<='])('nest 250 parentheses deep at most: %s', (group) => {
    const matches = (times: number): unknown =>
      evaluate({ $regexMatch: { input: 'a', regex: `${group.repeat(times)}${')'.repeat(times)}()` } });
    expect(typeof matches(250)).toBe('boolean');
    expect(() => matches(251)).toThrow('parentheses are too deeply nested');
  });

  answers([
    [{ $regexFind: { input: 'Simple Example', regex: 'mp' } }, { match: 'mp', idx: 2, captures: [] }],
    [{ $regexFind: { input: 'Simple Example', regex: '(nosuch)' } }, null],
    [
      {
        $regexFind: {
          input: 'aunt.arc.tica@example.com',
          regex: new BSONRegExp('([a-z0-9_.+-]+)@[a-z0-9_.+-]+\\.[a-z0-9_.+-]+'),
        },
      },
      { match: 'aunt.arc.tica@example.com', idx: 0, captures: ['aunt.arc.tica'] },
    ],
    [{ $regexFind: { input: 'cafétéria 😀x', regex: 'x' } }, { match: 'x', idx: 11, captures: [] }],
    [
      { $regexFind: { input: 'aabc', regex: '(?>(a)+)(?<x>b)(y)?+(c)' } },
      { match: 'aabc', idx: 0, captures: ['a', 'b', null, 'c'] },
    ],
    [{ $regexFind: { input: 'ab', regex: '(x)?(b)' } }, { match: 'b', idx: 1, captures: [null, 'b'] }],
    [{ $regexFind: { input: '$none', regex: 'a' } }, null],
    [{ $regexFind: { input: 'a', regex: '$missing' } }, null],
    [{ $regexFindAll: { input: '$missing', regex: 'a' } }, []],
    [{ $regexMatch: { input: null, regex: 'a' } }, false],
    ...[
      '(?<=驿)站',
      '(?<=北蔡|驿)站$',
      '(?<!^)站',
      '(?<=(?:蔡|北)[\\]x驿])站',
      '(?<=蔡.{1})站',
      '(?<=\\bx|蔡(?=驿)驿)站',
    ].map((regex) => [{ $regexMatch: { input: '北蔡驿站', regex } }, true] as const),
    [
      { $regexFindAll: { input: 'Firstname Lastname', regex: '[A-Z]\\w' } },
      [
        { match: 'Fi', idx: 0, captures: [] },
        { match: 'La', idx: 10, captures: [] },
      ],
    ],
    [
      { $regexFindAll: { input: 'a😀b', regex: '' } },
      [
        { match: '', idx: 0, captures: [] },
        { match: '', idx: 1, captures: [] },
        { match: '', idx: 2, captures: [] },
      ],
    ],
    [{ $regexFindAll: { input: '', regex: '' } }, [{ match: '', idx: 0, captures: [] }]],
    [{ $regexMatch: { input: 'Line\nTwo', regex: '^two', options: 'im' } }, true],
    [{ $regexMatch: { input: 'Line\nTwo', regex: '^two', options: 'i' } }, false],
    [{ $regexMatch: { input: 'a\nb', regex: 'a.b', options: 's' } }, true],
    [{ $regexMatch: { input: 'a\nb', regex: 'a.b' } }, false],
    [{ $regexMatch: { input: 'ab', regex: 'a b # why', options: 'x' } }, true],
    [{ $regexMatch: { input: 'AB', regex: new BSONRegExp('ab', 'i') } }, true],
  ]);

  refuses([
    [{ $regexFind: 'a' }, '$regexFind expects an object of named arguments but found: string'],
    [{ $regexFind: { regex: 'a' } }, "$regexFind requires 'input' parameter"],
    [{ $regexMatch: { input: 'a' } }, "$regexMatch requires 'regex' parameter"],
    [{ $regexMatch: { input: 'a', regex: 'a', flags: 'i' } }, '$regexMatch found an unknown argument: flags'],
    [{ $regexMatch: { input: 5, regex: 'a' } }, "$regexMatch needs 'input' to be of type string"],
    [{ $regexMatch: { input: 'a', regex: 5 } }, "$regexMatch needs 'regex' to be of type string or regex"],
    [{ $regexMatch: { input: 'a', regex: 'a', options: 5 } }, "$regexMatch needs 'options' to be of type string"],
    [{ $regexMatch: { input: 'a', regex: 'a', options: 'g' } }, '$regexMatch invalid flag in regex options: g'],
    [
      { $regexMatch: { input: 'a', regex: new BSONRegExp('a', 'i'), options: 's' } },
      "$regexMatch: found regex option(s) specified in both 'regex' and 'option' fields",
    ],
    [{ $regexFindAll: { input: 'a', regex: '(' } }, 'Invalid Regex in $regexFindAll'],
    ...['(?<=a+)b', '(?<=a|bc*)d', '(?<!a(?:b|cd))e', '(?<=a?)', '(?<=a{2,3})', '(?<=\\R)x', '(?<=(a)\\1)b'].map(
      (regex) => [{ $regexMatch: { input: 'a', regex } }, 'lookbehind assertion is not fixed length'] as const,
    ),
    [{ $regexFindAll: { input: 'a', regex: '(?<=a++)' } }, 'the possessive quantifier ++ looking back in a regular'],
    [{ $regexFindAll: { input: 'a', regex: 'a\\Kb' } }, 'the escape \\K in a regular expression'],
    [{ $regexFindAll: { input: 'a', regex: '(?(1)b|c)' } }, 'the group (?(1 in a regular expression'],
  ]);

  // Where PCRE and JavaScript part: each is said of PCRE.
  it.each([
    ['a$', '', 'a\n', true],
    ['a\\z', '', 'a\n', false],
    ['a\\Z', '', 'a\n', true],
    ['a$', '', 'a\r', false],
    ['^b', 'm', 'a\rb', false],
    ['^b', 'm', 'a\nb', true],
    ['a.b', '', 'a\u2028b', true],
    ['^.$', '', '😀', true],
    ['^[😀寿]$', '', '😀', true],
    ['^\\s$', '', '\u3000', false],
    ['^\\h$', '', '\u3000', true],
    ['[[:alpha:]]+[[:digit:]]', '', 'ab1', true],
    ['[]a]', '', ']', true],
    ['[^]a]', '', ']', false],
    ['{"a":\\d}', '', '{"a":1}', true],
    ['a{,2}', '', 'a{,2}', true],
    ['\\Qa.b\\E', '', 'axb', false],
    ['\\Qa.b\\E', '', 'a.b', true],
    ['(?P<year>\\d{4})-(?P=year)', '', '2020-2020', true],
    ['(?i)ABC', '', 'abc', true],
    ['^(?>abc)+$', '', 'abcabc', true],
    ['^(?>abc)+$', '', 'abcab', false],
    ['^(?>a|ab)c', '', 'abc', false],
    ['(b)(?>a(c))\\2\\1', '', 'baccb', true],
    ['a++b', '', 'aaab', true],
    ['^a++a', '', 'aaa', false],
    ['^(?:a|ab)?+c', '', 'abc', false],
    ['^😀{2}+$', '', '😀😀', true],
    ['(?i:abc)def', '', 'ABCdef', true],
    ['(?i:abc)def', '', 'abcDEF', false],
    ['(?i)a(?-i)bc', '', 'Abc', true],
    ['(?i)a(?-i)bc', '', 'aBc', false],
    ['(a(?i)b|c)d', '', 'Cd', true],
    ['(a(?i)b|c)d', '', 'CD', false],
    ['^(?i:[b-dй]\\x41\\Qz.\\E)x$', '', 'CaZ.x', true],
    ['^(?i:[^b-dй])x$', '', 'Йx', false],
    ['^(?-i:a)b$', 'i', 'aB', true],
    ['^(?-i:a)b$', 'i', 'Ab', false],
    ['^(?s:a.b).$', '', 'a\nb\n', false],
    ['^(?m:^b)', '', 'a\nb', false],
    ['(?m:^b)c', '', 'a\nbc', true],
    ['(?x: a b ) c', '', 'ab c', true],
    ['(*UTF)^.{2}$', '', '你好', true],
    ['(?#said)a', '', 'a', true],
    ['\\-\\_\\"\\@', '', '-_"@', true],
    ['^\\p{Han}\\pL+$', '', '寿司é', true],
    ['\\x{5bff}', '', '寿', true],
    ['[\\w.\\-+]+@', '', 'a.b-c+d@', true],
    ['^[ \\t#]$', 'x', '#', true],
    ['\\Aab', 'm', 'x\nab', false],
  ])('%s with options "%s" on %j: %s', (pattern, options, text, isMatch) => {
    expect(evaluate({ $regexMatch: { input: { $literal: text }, regex: { $literal: pattern }, options } })).toBe(
      isMatch,
    );
  });

  it('are found in a long text in one walk', () => {
    const input = 'a'.repeat(200_000);
    const found = evaluate({ $size: { $regexFindAll: { input, regex: 'a' } } });
    expect(found).toEqual(fromPlain(200_000));
  });

  it('find all that a walk by single finds does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 10 });
    fc.assert(
      fc.property(text, fc.constantFrom('a', 'a*', 'b|', '[^a]', 'ab?', '(a)(b)?'), (input, regex) => {
        const found = evaluate({ $regexFindAll: { input: { $literal: input }, regex } }) as readonly {
          idx: Int32;
          match: string;
        }[];
        const walked: unknown[] = [];
        const points = Array.from(input);
        for (let from = 0; from === 0 || from < points.length;) {
          const rest = points.slice(from).join('');
          const one = new RegExp(regex, 'u').exec(rest);
          if (one === null) break;
          const idx = from + Array.from(rest.slice(0, one.index)).length;
          walked.push([idx, one[0]]);
          from = idx + Math.max(1, Array.from(one[0]).length);
        }
        expect(found.map(({ idx, match }) => [idx.value, match])).toEqual(walked);
      }),
    );
  });
});

// A text that begins with a dollar would be a path.
function withLiterals(expression: unknown): unknown {
  return JSON.parse(JSON.stringify(expression), (_, value: unknown) => (value === '$&' ? { $literal: value } : value));
}
