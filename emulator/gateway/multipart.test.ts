import * as fc from 'fast-check';
import { parseMultipart } from './multipart';

const type = 'multipart/form-data; boundary=mark';
const field = (name: string, content: string | Buffer, more = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`--mark\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
const form = (...parts: readonly Buffer[]): Buffer => Buffer.concat([...parts, Buffer.from('--mark--\r\n')]);

it('gives back every byte of every field', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uint8Array({ maxLength: 200 }), { maxLength: 10 }), (contents) => {
      const body = form(...contents.map((content, at) => field(`f${at}`, Buffer.from(content))));
      fc.pre(body.toString('latin1').split('--mark').length === contents.length + 2);
      const parsed = parseMultipart(body, type);
      expect([...parsed.values()].map(({ content }) => [...content])).toEqual(contents.map((content) => [...content]));
    }),
  );
});

it('takes a hundred fields, and nothing of what has more', () => {
  const many = (count: number) =>
    parseMultipart(form(...Array.from({ length: count }, (_, at) => field(`f${at}`, 'x'))), type).size;
  expect([many(100), many(101), many(20_000)]).toEqual([100, 0, 0]);
});

it('leaves a field out whose headers are longer than any sender makes them', () => {
  const parsed = parseMultipart(
    form(field('long', 'x', `; filename="${'y'.repeat(20_000)}"`), field('short', 'x')),
    type,
  );
  expect([...parsed.keys()]).toEqual(['short']);
});

it('a field named as a property of every object is a field', () => {
  const parsed = Object.fromEntries(parseMultipart(form(field('__proto__', 'x')), type));
  expect(Object.keys(parsed)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
});

it('what is no form has no fields, and none takes long', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('--mark', '\r\n', '\r\n\r\n', '--', 'Content-Disposition:', ' name="', '"', ';', 'x', '\0'),
        { maxLength: 300 },
      ),
      fc.constantFrom(
        type,
        'multipart/form-data',
        'multipart/form-data; boundary=',
        'multipart/form-data; boundary="mark"',
      ),
      (words, contentType) => {
        expect(parseMultipart(Buffer.from(words.join('')), contentType).size).toBeLessThanOrEqual(100);
      },
    ),
  );
  const startedAt = process.cpuUsage().user;
  parseMultipart(Buffer.from('--mark\r\n'.repeat(500_000)), type);
  parseMultipart(Buffer.from(`--mark\r\n${'content-disposition:;'.repeat(700)}`.repeat(100)), type);
  // Read again from each mark it would take minutes; a tenth of a second of this process is the rule, ten the alarm.
  expect(process.cpuUsage().user - startedAt).toBeLessThan(10_000_000);
});
