import * as fc from 'fast-check';
import { logLine } from './log';

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  jest.spyOn(console, 'log').mockImplementation((...words: unknown[]) => void lines.push(words.map(String).join(' ')));
});
afterEach(() => jest.restoreAllMocks());

const read = (): Record<string, unknown> => JSON.parse(lines[0] ?? 'null') as Record<string, unknown>;

describe('the line a call leaves behind', () => {
  it('says which action, which request, how long and how it ended', () => {
    logLine('member.apply', 'r-1').agreed({ ok: true, value: { name: '王明' } });
    expect(lines).toHaveLength(1);
    expect(read()).toEqual({
      action: 'member.apply',
      requestId: 'r-1',
      ms: expect.any(Number) as number,
      outcome: 'agreed',
    });
  });

  it('names the refusal and not what was typed', () => {
    const answer = { ok: false, refusal: 'input-invalid', fields: [{ path: 'document.number', problem: 'date' }] };
    expect(logLine('member.saveDraft', 'r-1').refused('input-invalid', answer)).toBe(answer);
    expect(read()['outcome']).toBe('refused:input-invalid');
    expect(lines[0]).not.toContain('document');
  });

  it('answers a fault with the number of the request and nothing else', () => {
    expect(logLine('member.apply', 'r-7').fault(new Error('王明 11010519491231002X'))).toEqual({
      ok: false,
      fault: 'r-7',
    });
  });

  it('tells of a fault where it happened, never what was in it', () => {
    const secret = '11010519491231002X';
    const errors: unknown[] = [
      new Error(secret),
      new Error(`first line\n    at ${secret} (/srv/a.ts:1:2)\n    at ${secret}.js:3:4`),
      new TypeError('outer', { cause: new Error(secret) }),
      Object.assign(new Error(secret), { input: secret, code: 'DATABASE_FAILED', detail: { secret } }),
      Object.assign(new Error('x'), { code: { secret } }),
      new AggregateError([new Error(secret)], secret),
      secret,
      { secret },
      null,
      undefined,
    ];
    for (const error of errors) logLine('member.apply', 'r').fault(error);
    expect(lines).toHaveLength(errors.length);
    for (const line of lines) expect(line).not.toContain(secret);
    expect(lines[0]).toContain('log.test.ts');
    expect(lines[3]).toContain('DATABASE_FAILED');
  });

  it('stays one line, whatever the error says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 4 }), (message) => {
        lines.length = 0;
        logLine('member.apply', 'r').fault(new Error(message));
        expect(lines).toHaveLength(1);
        expect(lines[0]).not.toContain('\n');
      }),
    );
  });

  it('does not name the folders of the machine', () => {
    logLine('member.apply', 'r').fault(new Error('x'));
    expect(lines[0]).not.toContain(process.cwd());
  });
});
