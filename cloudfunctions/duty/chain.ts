import { fingerprint } from '../runtime/sealed';
import { canonical } from './canonical';
import type { BookEntry } from './hours-records';

/** Where a book stands: so many entries, and the hash of the last; '' before the first. */
export type Anchor = { readonly length: number; readonly head: string };

/**
 * What is wrong with a book, at the first entry where something is.
 *
 * - `missing`: no entry of that number.
 * - `twice`: several of that number.
 * - `changed`: it no longer reads as it was written.
 * - `out-of-place`: it does not follow the one before it.
 * - `beyond-the-end`: it comes after what the book says is its last.
 * - `other-end`: the last one is not the one that the book ended with.
 */
export type ChainFault = {
  readonly seq: number;
  readonly fault: 'missing' | 'twice' | 'changed' | 'out-of-place' | 'beyond-the-end' | 'other-end';
};

/** Nobody without the key can write an entry that fits; so whoever has only the database cannot forge one. */
export const hashOf = (entry: BookEntry): string => fingerprint('hours', canonical({ ...entry, hash: '' }));

/** An entry bound to the one before it. */
export function chained(entry: Omit<BookEntry, 'previous' | 'hash'>, previous: string): BookEntry {
  const open = { ...entry, previous, hash: '' };
  return { ...open, hash: hashOf(open) };
}

/**
 * Follows a book from its first entry to where it is said to end. Any entry that was changed, taken out, put elsewhere
 * or added without the key is found, and so is an end that was cut off.
 *
 * @param entries in any order
 * @returns null when the book holds
 */
export function verifyChain(entries: readonly BookEntry[], { length, head }: Anchor): ChainFault | null {
  const bySeq = new Map<number, BookEntry>();
  for (const entry of entries) {
    if (bySeq.has(entry.seq)) return { seq: entry.seq, fault: 'twice' };
    bySeq.set(entry.seq, entry);
  }
  let previous = '';
  for (let seq = 1; seq <= length; seq += 1) {
    const entry = bySeq.get(seq);
    if (entry === undefined) return { seq, fault: 'missing' };
    if (hashOf(entry) !== entry.hash) return { seq, fault: 'changed' };
    if (entry.previous !== previous) return { seq, fault: 'out-of-place' };
    previous = entry.hash;
  }
  const stray = entries.find(({ seq }) => seq < 1 || seq > length);
  if (stray !== undefined) return { seq: stray.seq, fault: 'beyond-the-end' };
  return previous === head ? null : { seq: length, fault: 'other-end' };
}
