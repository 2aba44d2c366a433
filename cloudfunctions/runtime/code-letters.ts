import { randomBytes } from 'node:crypto';

/**
 * Crockford's base 32: digits and capitals without I, L, O and U, so that a code can be read out at a door and typed.
 */
export const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const BITS = 5;

/** The first so many letters of these bytes; eight letters are five bytes. */
export function lettersOf(bytes: Uint8Array, count: number): string {
  if (bytes.length * 8 < count * BITS) throw new Error(`${bytes.length} bytes do not make ${count} letters.`);
  return Array.from({ length: count }, (_, nth) => LETTERS.charAt(groupAt(bytes, nth * BITS))).join('');
}

/** The five bits that begin at a bit. */
function groupAt(bytes: Uint8Array, bit: number): number {
  const at = Math.floor(bit / 8);
  const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return (pair >> (16 - BITS - (bit % 8))) & 31;
}

/** What somebody typed or a scanner read, as letters alone: any width and case, O for zero, I and L for one. */
export const lettersTyped = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/** As many letters drawn at random, five bits each. */
export const drawLetters = (count: number): string => lettersOf(randomBytes(Math.ceil((count * BITS) / 8)), count);
