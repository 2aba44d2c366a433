import * as z from 'zod/mini';

/** GB 32100-2015: no I, O, S, V, Z. A character's value is its place here. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Whether an employer's unified social credit code is arithmetically right.
 *
 * The check value is (31 − Σ mod 31) mod 31: where Σ mod 31 is 0 the check character is '0', not the 31st.
 */
export function isSocialCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
}

export const SocialCreditCode = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(40, 'too-long')),
    z.transform((text: string) => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()),
  ),
  z.string().check(z.refine(isSocialCreditCode, { error: 'check-digit' })),
);
