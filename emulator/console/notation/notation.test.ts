import fc from 'fast-check';
import { toCanonical } from './canonical';
import { oneLine, pretty } from './pretty';
import { NotationError, readNotation } from './read';

const canonicalNumber = fc.oneof(
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((n) => `{"$numberInt":"${n}"}`),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => `{"$numberLong":"${n}"}`),
  fc
    .double({ noDefaultInfinity: true, noNaN: true })
    .map(
      (n) =>
        `{"$numberDouble":"${Number.isInteger(n) && Math.abs(n) < 1e21 ? `${Object.is(n, -0) ? '-0' : n}.0` : n}"}`,
    ),
  fc.constantFrom('NaN', 'Infinity', '-Infinity').map((word) => `{"$numberDouble":"${word}"}`),
);
const leaf = fc.oneof(
  canonicalNumber,
  fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify(text)),
  fc.constantFrom('true', 'false', 'null', '{"$oid":"0123456789abcdef01234567"}', '[]', '{}'),
  fc.integer({ min: -1e14, max: 1e14 }).map((at) => `{"$date":{"$numberLong":"${at}"}}`),
);
const name = fc.string({ unit: 'grapheme' }).filter((text) => !text.startsWith('$'));
const { document } = fc.letrec<{ value: string; document: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    tie('document'),
    fc.array(tie('value')).map((items) => `[${items.join(',')}]`),
  ),
  document: fc
    .uniqueArray(fc.tuple(name, tie('value')), { selector: ([field]) => field, maxLength: 6 })
    .map((fields) => `{${fields.map(([field, value]) => `${JSON.stringify(field)}:${value}`).join(',')}}`),
}));

/** Doubles and instants have several texts; here each is brought to one. */
const sameForm = (text: string): unknown =>
  JSON.parse(text, (_name, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if ('$numberDouble' in value)
      return { $numberDouble: String(Number(value.$numberDouble)), zero: Object.is(Number(value.$numberDouble), -0) };
    if ('$date' in value && typeof value.$date === 'string')
      return { $date: { $numberLong: String(Date.parse(value.$date)) } };
    return value;
  });

describe('a document as people read and type it', () => {
  it('comes back from the page with every type and every field in its place', () => {
    fc.assert(
      fc.property(document, (text) => {
        for (const shown of [pretty(text), oneLine(text)]) {
          expect(sameForm(toCanonical(shown))).toEqual(sameForm(text));
        }
        expect(readNotation(toCanonical(pretty(text))).is).toBe('object');
      }),
    );
  });

  it.each([
    ['5', '{"$numberInt":"5"}'],
    ['-2147483649', '{"$numberLong":"-2147483649"}'],
    ['9223372036854775807', '{"$numberLong":"9223372036854775807"}'],
    ['9223372036854775808', '{"$numberDouble":"9223372036854776000"}'],
    ['5.0', '{"$numberDouble":"5"}'],
    ['-0.0', '{"$numberDouble":"-0.0"}'],
    ['.5', '{"$numberDouble":"0.5"}'],
    ["{ state: 'open', }", '{"state":"open"}'],
    ['{ 姓名: "林", $or: [ { a: 1 } ] } // a remark', '{"姓名":"林","$or":[{"a":{"$numberInt":"1"}}]}'],
    ['{ "2": true, "1": false }', '{"2":true,"1":false}'],
    ["'it\\'s \"so\"'", '"it\'s \\"so\\""'],
    ['"a\\\\x\\q\\u00e9"', '"a\\\\xqé"'],
    ['/^a\\/b/mi', '{"$regularExpression":{"pattern":"^a\\\\/b","options":"im"}}'],
    ['ISODate("2024-03-01T00:00:00Z")', '{"$date":"2024-03-01T00:00:00Z"}'],
    ["ObjectId('0123456789abcdef01234567')", '{"$oid":"0123456789abcdef01234567"}'],
    ['NumberLong(7)', '{"$numberLong":"7"}'],
    ['{ $numberLong: 7 }', '{"$numberLong":"7"}'],
    ['{ $date: 86400000 }', '{"$date":{"$numberLong":"86400000"}}'],
    ['{ $timestamp: { t: 1, i: 2 } }', '{"$timestamp":{"t":1,"i":2}}'],
    ['{ at: { $gt: 5 } }', '{"at":{"$gt":{"$numberInt":"5"}}}'],
  ])('reads %s', (typed, canonical) => {
    expect(toCanonical(typed)).toBe(canonical);
  });

  it.each([
    ['', 1, 1, '内容到这里就没有了'],
    ['{ a: 1\n  b: 2 }', 2, 3, '这里应是逗号或 }'],
    ['{ a: open }', 1, 6, '不认识 open，文字要加引号'],
    ['{ a 1 }', 1, 5, '字段名 a 后面应是冒号'],
    ['{ a: [1, 2', 1, 6, '没有配上 ]'],
    ['{ a: "x }', 1, 6, '引号没有配对'],
    ['{} {}', 1, 4, '多余的内容'],
    ['/* so', 1, 1, '注释没有结束'],
    ['{ a: 1.2.3 }', 1, 6, '这里应是一个值'],
    ['['.repeat(200), 1, 102, '嵌套超过 100 层'],
  ])('says where %j cannot be read', (typed, line, column, reason) => {
    const attempt = (): unknown => toCanonical(typed);
    expect(attempt).toThrow(NotationError);
    expect(attempt).toThrow(reason);
    expect(attempt).toThrow(expect.objectContaining({ line, column }) as Error);
  });

  it('writes what is short on one line and what is long on several', () => {
    const text =
      '{"_id":"a","at":{"type":"Point","coordinates":[{"$numberDouble":"121.5"},{"$numberDouble":"31.0"}]},"n":{"$numberLong":"5"}}';
    expect(pretty(text)).toBe(
      '{\n  "_id": "a",\n  "at": { "type": "Point", "coordinates": [121.5, 31.0] },\n  "n": { "$numberLong": "5" }\n}',
    );
  });
});
