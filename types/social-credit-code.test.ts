import * as fc from 'fast-check';
import { SocialCreditCode, isSocialCreditCode } from './social-credit-code';

const ALPHABET = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');

/** The check character found by trying all, so that the test does not repeat the formula. */
const codes = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 })
  .map((letters) => letters.join(''))
  .map((body) => `${body}${ALPHABET.find((letter) => isSocialCreditCode(`${body}${letter}`)) ?? '?'}`);

describe("an employer's social credit code", () => {
  it('is accepted when its arithmetic is right', () => {
    expect(isSocialCreditCode('91350100M000100Y43')).toBe(true);
  });

  it.each(['91350100M000100Y4Z', '91350100M000100Y44'])('is refused when it is wrong: %s', (code) => {
    expect(isSocialCreditCode(code)).toBe(false);
  });

  it('ends in 0 when the sum is divisible by 31', () => {
    expect(isSocialCreditCode('91310115MA1H000200')).toBe(true);
    for (const letter of ALPHABET.slice(1)) expect(isSocialCreditCode(`91310115MA1H00020${letter}`)).toBe(false);
  });

  it.each(['I', 'O', 'S', 'V', 'Z'])('never holds the letter %s', (letter) => {
    expect(isSocialCreditCode(`91350100${letter}000100Y43`)).toBe(false);
  });

  it('has exactly one check character for every body', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const right = ALPHABET.filter((letter) => isSocialCreditCode(`${code.slice(0, 17)}${letter}`));
        expect(right).toEqual([code.charAt(17)]);
      }),
    );
  });

  // 31 is a prime and 3 has the order 30 in it: every weight differs and none is 0.
  it('is refused when one character is mistyped or any two are swapped', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.nat(16), fc.constantFrom(...ALPHABET), (code, place, other, typed) => {
        const swapped = Array.from(code);
        [swapped[other], swapped[other + 1]] = [code.charAt(other + 1), code.charAt(other)];
        if (code.charAt(place) !== typed)
          expect(isSocialCreditCode(`${code.slice(0, place)}${typed}${code.slice(place + 1)}`)).toBe(false);
        if (swapped.join('') !== code) expect(isSocialCreditCode(swapped.join(''))).toBe(false);
      }),
    );
  });

  it('may be typed small, wide and with spaces', () => {
    expect(SocialCreditCode.parse(' 91350100 m000100y43 ')).toBe('91350100M000100Y43');
    expect(SocialCreditCode.parse('９１３５０１００Ｍ０００１００Ｙ４３')).toBe('91350100M000100Y43');
  });

  it.each(['', '91350100M000100Y4', '91350100M000100Y433', '9'.repeat(10_000)])(
    'is refused with the wrong length',
    (code) => {
      expect(SocialCreditCode.safeParse(code).success).toBe(false);
    },
  );
});
