import { parseDocument, parseEjson } from './ejson';

describe('EJSON that is none', () => {
  it.each<readonly [text: string, words: string]>([
    ['{"a":{"$regularExpression":null}}', 'a $regularExpression holds no pattern'],
    ['{"a":{"$regularExpression":{"pattern":5}}}', 'a $regularExpression holds no pattern'],
    ['{"a":{"$regularExpression":{"pattern":"a","options":"q"}}}', 'invalid flag in regex options: q'],
    ['{"a":{"$regularExpression":{"pattern":"a\\u0000"}}}', 'embedded null byte'],
    ['{"a":{"$timestamp":null}}', 'a $timestamp holds no t and i'],
    ['{"a":{"$binary":null}}', 'a $binary holds no base64'],
    ['{"a":{"$numberLong":"9223372036854775808"}}', 'a $numberLong holds a number beyond 64 bits'],
    ['{"a":{"$numberInt":"x"}}', 'a $numberInt holds no whole number'],
    ['{"a":{"$date":{"$numberLong":"9223372036854775807"}}}', 'a $date holds no valid instant'],
    ['{"a":{"$tcb_server_date":{"offset":1e300}}}', 'leads to no instant'],
    ['{"a":', 'the text is not JSON'],
    ['{"__proto__":1}', "the field name '__proto__' is refused"],
    [`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'BSONObj exceeds maximum nested object depth'],
    [`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 'BSONObj exceeds maximum nested object depth'],
  ])('%.80s', (text, words) => {
    expect(() => parseDocument(text, new Date(0))).toThrow(words);
  });

  it('may carry flags that only JavaScript knows', () => {
    const text = '{"$regularExpression":{"pattern":"a","options":"gimu"}}';
    expect(parseEjson(text, new Date(0))).toMatchObject({ pattern: 'a', options: 'im' });
  });

  it('goes as deep as MongoDB has it', () => {
    expect(() => parseDocument(`{"a":${'['.repeat(180)}${']'.repeat(180)}}`, new Date(0))).not.toThrow();
  });
});
