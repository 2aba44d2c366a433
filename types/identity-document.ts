import * as z from 'zod/mini';
import type { Result } from './result';
import { agree, refuse } from './result';
import { ShanghaiDay, isRealDay } from './time';

/** GB 11643-1999: weights of the first seventeen digits and the check characters by sum mod 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** Full-width digits and spaces as phones type them, and a small x, become what is printed on the card. */
export const asPrinted = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/**
 * Reads an eighteen-character citizen identity number, or says what is wrong with it.
 *
 * Residence permits of Hong Kong, Macao and Taiwan residents (prefixes 81 to 83) follow the same scheme. Fifteen-digit
 * numbers have not been valid since 2013. Whether the person is old enough is the enrolment rule's question.
 *
 * @returns the birthday that the number carries
 */
export function readIdCard(number: string): Result<{ birthday: ShanghaiDay }, 'format' | 'check-digit' | 'date'> {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return refuse('format');
  const birthday = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isRealDay(birthday) || Number(number.slice(6, 10)) < 1900) return refuse('date');
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(number.charAt(place)), 0);
  if (CHECK_CHARACTERS.charAt(sum % 11) !== number.charAt(17)) return refuse('check-digit');
  return agree({ birthday: ShanghaiDay.parse(birthday) });
}

const CitizenNumber = z.pipe(
  z.pipe(z.string().check(z.maxLength(40, 'too-long')), z.transform(asPrinted)),
  z.string().check((check) => {
    const read = readIdCard(check.value);
    if (!read.ok) check.issues.push({ code: 'custom', message: read.refusal, input: '' });
  }),
);

/** An ID card's number under another name would be a second person, and one whose age nobody checks. */
const ID_CARD_FORM = /^(\d{15}|\d{17}[\dX])$/;

const OtherNumber = z.pipe(
  z.pipe(z.string().check(z.maxLength(40, 'too-long')), z.transform(asPrinted)),
  z.string().check(
    z.regex(/^[A-Z0-9()]{5,20}$/, 'format'),
    z.refine((number) => !ID_CARD_FORM.test(withoutBrackets(number)), { error: 'format' }),
  ),
);

/** `A123456(7)` and `A1234567` are one document. */
export const withoutBrackets = (number: string): string => number.replace(/[()]/g, '');

/**
 * The document a person shows. `id-card` is checked by its own arithmetic; a passport or a foreigner's permit
 * (`other`) has none, so a clerk looks at it.
 */
export const IdentityDocument = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('id-card'), number: CitizenNumber }),
  z.object({ kind: z.literal('other'), number: OtherNumber }),
]);
export type IdentityDocument = z.infer<typeof IdentityDocument>;

/** `110105********002X`: region and the last four, as banks print it. */
export const maskedNumber = (number: string): string =>
  number.length === 18
    ? `${number.slice(0, 6)}********${number.slice(-4)}`
    : `${number.slice(0, 1)}****${number.slice(-2)}`;
