import * as z from 'zod/mini';

/**
 * A name as on the document: letters of any script, 〇 (to Unicode a number), the middle dot of transliterated names,
 * single spaces. Unicode counts a few invisible fillers as letters; a name of those would be a person nobody can see.
 */
export const PersonName = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(120, 'too-long')),
    z.transform((text: string) =>
      text
        .normalize('NFKC')
        .replace(/[•・∙‧]/g, '·')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  ),
  z.string().check(
    z.refine((name) => Array.from(name).length >= 2, { error: 'too-short' }),
    z.maxLength(40, 'too-long'),
    z.regex(/^(?!.*(?:\u034F|\u115F|\u1160|\u17B4|\u17B5))[\p{L}〇][\p{L}〇\p{M}·.' -]*$/u, 'characters'),
  ),
);

/** Eleven digits. Prefixes change and numbers move between carriers, so none is excluded. */
export const MobileNumber = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(30, 'too-long')),
    z.transform((text: string) =>
      text
        .normalize('NFKC')
        .replace(/[\s-]/g, '')
        .replace(/^(\+?86)(?=1\d{10}$)/, ''),
    ),
  ),
  z.string().check(z.regex(/^1[3-9]\d{9}$/, 'format')),
);

/** `138****5678` */
export const maskedMobile = (mobile: string): string => `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;

/** `王*明`, `王*`, `阿***江`: enough to recognise somebody one knows, not enough to look a stranger up. */
export function maskedName(name: string): string {
  const letters = Array.from(name);
  const first = letters[0] ?? '';
  if (letters.length <= 2) return `${first}*`;
  return `${first}${'*'.repeat(Math.min(letters.length - 2, 3))}${letters[letters.length - 1] ?? ''}`;
}
