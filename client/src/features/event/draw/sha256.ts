import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256 of plain letters, as 64 hexadecimal digits. A mini-program has no TextEncoder. */
export function sha256Of(...lines: readonly string[]): string {
  const hash = sha256.create();
  for (const line of lines) hash.update(plainBytes(line));
  return Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a draw is made of is letters, digits, blanks and commas: one byte each, whatever the encoding. */
const plainBytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
