import * as fc from 'fast-check';
import { ShownCode } from '../../types/evidence';
import { Lot } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { LETTERS } from '../runtime/code-letters';
import { CODE_WINDOW_MS } from '../runtime/rotating-code';
import { admissionCode, hostCode, hostCodes, readAdmissionCode, readHostCode } from './event-code';

beforeAll(() => {
  process.env['FINGERPRINT_KEY'] = Buffer.alloc(32, 7).toString('base64');
});

const code = 'H0M3S7VN';
const lot = Lot.parse('T1E05S7V');
/** The first instant of a half minute. */
const start = EpochMs.parse(CODE_WINDOW_MS * 59_000_000);
const after = (ms: number): EpochMs => EpochMs.parse(start + ms);
const letters = fc.string({ unit: fc.constantFrom(...Array.from(LETTERS)), minLength: 8, maxLength: 8 });

const unreadable = { ok: false, refusal: 'code-unreadable' };
const expired = { ok: false, refusal: 'code-expired' };
const ours = { ok: true, value: { eventCode: code } };

/** However a code reaches us. */
const spellings: readonly (readonly [string, (text: string) => string])[] = [
  ['as it was scanned', (text) => text],
  ['in small letters', (text) => text.toLowerCase()],
  ['with spaces between', (text) => text.replaceAll('.', ' ').replace(/(.{4})/g, '$1 ')],
  ['without the letter in front', (text) => text.slice(2)],
  ['with O for zero and I for one', (text) => text.replaceAll('0', 'O').replaceAll('1', 'I')],
  ['as a page of the mini-program', (text) => `pages/e/index?scene=${encodeURIComponent(text)}`],
  ['as a web address', (text) => `https://example.org/#/event?from=wx&scene=${text}&x=1`],
];

describe('the code on the host’s phone', () => {
  it.each([
    ['at the beginning of its half minute', 0, ours],
    ['at the last millisecond of the next half minute', 59_999, ours],
    ['sixty seconds after it first showed', 60_000, expired],
    ['ten minutes after', 599_999, expired],
    ['later than that', 600_000, unreadable],
    ['before it showed', -1, unreadable],
  ])('is answered %s', (_when, ms, answer) => {
    expect(readHostCode(hostCode(code, start), after(ms))).toEqual(answer);
  });

  it.each(spellings)('is read %s', (_how, written) => {
    const text = written(hostCode(code, start));
    expect(ShownCode.safeParse(text).success).toBe(true);
    expect(readHostCode(text, start)).toEqual(ours);
  });

  it('is of one event alone', () => {
    fc.assert(
      fc.property(letters, (other) => {
        fc.pre(other !== code);
        const [, , mac = ''] = hostCode(code, start).split('.');
        expect(readHostCode(`e.${other}.${mac}`, start)).toEqual(unreadable);
      }),
    );
  });

  it('is given for the next ten minutes without a gap', () => {
    const codes = hostCodes(code, after(12_345));
    expect(codes.at(-1)?.until).toBeGreaterThan(after(12_345) + 10 * 60_000);
    codes.forEach(({ code: shown, from, until }, nth) => {
      expect(from).toBe(codes[nth - 1]?.until ?? start);
      expect(readHostCode(shown, from)).toEqual(ours);
      expect(readHostCode(shown, EpochMs.parse(until - 1))).toEqual(ours);
    });
  });
});

describe('the code on a guest’s phone', () => {
  it.each(spellings)('is read %s', (_how, written) => {
    const text = written(admissionCode(lot));
    expect(ShownCode.safeParse(text).success).toBe(true);
    expect(readAdmissionCode(text)).toEqual({ ok: true, value: { lot } });
  });

  it('names its registration, whichever it is', () => {
    fc.assert(
      fc.property(letters, (drawn) => {
        expect(readAdmissionCode(admissionCode(Lot.parse(drawn)))).toEqual({ ok: true, value: { lot: drawn } });
      }),
    );
  });

  it.each([
    ['the number alone, as the list of a draw shows it', () => lot],
    ['the number with a made-up proof', () => `t.${lot}.00000000`],
    ['the proof of another number', () => admissionCode(lot).replace('T1E05S7V', 'T1E05S7W')],
    ['the host’s own code', () => hostCode(lot, start)],
    ['a station’s door', () => 's.H0M3S7VN.ABCDEFGH'],
    ['a broken address', () => 'https://example.org/?scene=%E0%A4%A'],
    ['nothing', () => ''],
  ])('is not %s', (_what, text) => {
    expect(readAdmissionCode(text())).toEqual(unreadable);
  });

  it('opens nothing as a host’s code', () => {
    expect(readHostCode(admissionCode(lot), start)).toEqual(unreadable);
    expect(readHostCode(`${admissionCode(lot).replace('t.', 'e.')}00`, start)).toEqual(unreadable);
  });
});
