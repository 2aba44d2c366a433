import * as fc from 'fast-check';
import { ShownCode } from '../../types/evidence';
import { EpochMs } from '../../types/time';
import { CODE_WINDOW_MS, drawDoorCode, printedCode, readCode, rotatingCode, rotatingCodes } from './station-code';
import { LETTERS } from '../runtime/code-letters';

beforeAll(() => {
  process.env['FINGERPRINT_KEY'] = Buffer.alloc(32, 7).toString('base64');
});

const door = 'H0M3S7VN';
/** The first instant of a window. */
const start = EpochMs.parse(CODE_WINDOW_MS * 59_000_000);
const after = (ms: number): EpochMs => EpochMs.parse(start + ms);
const letters = (count: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from(LETTERS)), minLength: count, maxLength: count });

const unreadable = { ok: false, refusal: 'code-unreadable' };
const expired = { ok: false, refusal: 'code-expired' };
const read = (shown: 'printed' | 'rotating', doorCode = door) => ({ ok: true, value: { doorCode, shown } });

describe('the printed code at the door', () => {
  it('is a scene that a mini-program code can hold', () => {
    fc.assert(
      fc.property(letters(8), (doorCode) => {
        expect(printedCode(doorCode)).toMatch(/^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/);
        expect(rotatingCode(doorCode, start)).toMatch(/^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/);
      }),
    );
  });

  it('tells the station it hangs at, on any day', () => {
    fc.assert(
      fc.property(letters(8), fc.nat(4_000_000_000_000), (doorCode, at) => {
        expect(readCode(printedCode(doorCode), EpochMs.parse(at))).toEqual(read('printed', doorCode));
      }),
    );
  });

  it.each([
    ['in small letters', (code: string) => code.toLowerCase()],
    ['with spaces', (code: string) => code.replaceAll('.', ' . ').replace(/(.{4})/g, '$1 ')],
    ['with O for zero and I or L for one', (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l')],
    ['without its dots', (code: string) => code.replaceAll('.', '')],
    ['without the letter in front', (code: string) => code.slice(2)],
    ['in full width, as a Chinese keyboard types', (code: string) => code.replaceAll('.', '。').replace('s', 'ｓ')],
    ['as a page of the mini-program', (code: string) => `pages/station/index?scene=${encodeURIComponent(code)}`],
    ['as a web address', (code: string) => `https://example.org/#/station?from=wx&scene=${code}&x=1`],
  ])('is read %s', (_how, written) => {
    for (const doorCode of [door, '00111000']) {
      const text = written(printedCode(doorCode));
      expect(ShownCode.safeParse(text).success).toBe(true);
      expect(readCode(text, start)).toEqual(read('printed', doorCode));
    }
  });

  it.each([
    ['nothing', ''],
    ['another picture', 'https://example.org/menu'],
    ['a membership card', 'US1.k1.AAAAAAAA.BBBBBBBBBBBB'],
    ['the door code without its proof', `s.${door}`],
    ['a made-up proof', `s.${door}.00000000`],
    ['a broken address', 'https://example.org/?scene=%E0%A4%A'],
    ['Chinese alone', '北蔡镇户外职工驿站'],
  ])('is unreadable when the picture holds %s', (_what, text) => {
    expect(readCode(text, start)).toEqual(unreadable);
  });

  it('is unreadable with any letter changed', () => {
    const code = printedCode(door).slice(2);
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.constantFrom(...Array.from(LETTERS)), (place, letter) => {
        fc.pre(code.charAt(place) !== letter && code.charAt(place) !== '.');
        expect(readCode(`s.${code.slice(0, place)}${letter}${code.slice(place + 1)}`, start)).toEqual(unreadable);
      }),
    );
  });

  it('is of another union’s stations no code of ours', () => {
    const code = printedCode(door);
    process.env['FINGERPRINT_KEY'] = Buffer.alloc(32, 8).toString('base64');
    const answer = readCode(code, start);
    process.env['FINGERPRINT_KEY'] = Buffer.alloc(32, 7).toString('base64');
    expect(answer).toEqual(unreadable);
  });
});

describe('the code that changes', () => {
  it.each([
    ['at the beginning of its half minute', 0, read('rotating')],
    ['at the last millisecond of it', 29_999, read('rotating')],
    ['at the last millisecond of the next half minute', 59_999, read('rotating')],
    ['sixty seconds after it first showed', 60_000, expired],
    ['ten minutes after', 599_999, expired],
    ['later than that', 600_000, unreadable],
    ['before it showed', -1, unreadable],
  ])('is answered %s', (_when, ms, answer) => {
    expect(readCode(rotatingCode(door, start), after(ms))).toEqual(answer);
  });

  it('is never good for longer than sixty seconds after it was seen, whenever that was', () => {
    fc.assert(
      fc.property(fc.nat(29_999), fc.nat(700_000), (seen, wait) => {
        const answer = readCode(rotatingCode(door, after(seen)), after(seen + wait));
        if (wait >= 60_000) expect(answer.ok).toBe(false);
        if (wait <= 30_000) expect(answer).toEqual(read('rotating'));
      }),
    );
  });

  it('is of its own station alone, and cannot be made from the printed one', () => {
    const [, , mac = ''] = rotatingCode(door, start).split('.');
    expect(readCode(`r.H0M3S7VM.${mac}`, start)).toEqual(unreadable);
    expect(readCode(printedCode(door).replace('s.', 'r.'), start)).toEqual(unreadable);
    expect(readCode(`${printedCode(door).replace('s.', 'r.')}00`, start)).toEqual(unreadable);
  });

  it('is given for the next ten minutes without a gap, each good in its own half minute', () => {
    const codes = rotatingCodes(door, after(12_345));
    expect(codes[0]).toMatchObject({ from: start });
    expect(codes.at(-1)?.until).toBeGreaterThan(after(12_345) + 10 * 60_000);
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
    codes.forEach(({ code, from, until }, nth) => {
      expect(from).toBe(codes[nth - 1]?.until ?? start);
      expect(readCode(code, from)).toEqual(read('rotating'));
      expect(readCode(code, EpochMs.parse(until - 1))).toEqual(read('rotating'));
    });
  });
});

describe('a door code that is drawn', () => {
  it('has eight letters that can be told apart, each time others', () => {
    const drawn = Array.from({ length: 200 }, drawDoorCode);
    for (const code of drawn) expect(code).toMatch(new RegExp(`^[${LETTERS}]{8}$`));
    expect(new Set(drawn).size).toBe(200);
    expect(new Set(drawn.join('')).size).toBe(LETTERS.length);
  });
});
