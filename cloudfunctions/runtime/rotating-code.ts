import { timingSafeEqual } from 'node:crypto';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import { LETTERS, lettersOf, lettersTyped } from './code-letters';
import { fingerprint } from './sealed';

/** How long a code that changes stands before the next. Milliseconds. */
export const CODE_WINDOW_MS = 30_000;
/**
 * A code is taken in its own window and the one after it. So a photograph of it, sent to a friend, is good for 60
 * seconds at most from the moment it first showed, and a printed one for nothing.
 */
const WINDOWS_TAKEN = 2;
/** So many windows back an old code is told from a forged one: "scan again" in place of "not one of ours". */
const WINDOWS_REMEMBERED = 20;
/** How far ahead a screen gets its codes, so that it goes on without a network. Milliseconds. */
const AHEAD_MS = 10 * 60_000;

/** The number of the half minute that an instant falls in. */
export const windowAt = (at: EpochMs): number => Math.floor(at / CODE_WINDOW_MS);

/** The codes of this window and of those that begin in the next ten minutes. */
export function codesAhead(
  codeOf: (window: number) => string,
  now: EpochMs,
): { code: string; from: EpochMs; until: EpochMs }[] {
  const first = windowAt(now);
  return Array.from({ length: AHEAD_MS / CODE_WINDOW_MS + 1 }, (_, nth) => {
    const from = EpochMs.parse((first + nth) * CODE_WINDOW_MS);
    return { code: codeOf(first + nth), from, until: EpochMs.parse(from + CODE_WINDOW_MS) };
  });
}

/**
 * Whether a proof is of the window that is now, or of the one before it.
 *
 * @returns `code-expired` for one that was ours in the last ten minutes: a picture of it, or a slow network
 */
export function readWindow(
  mac: string,
  macOfWindow: (window: number) => string,
  now: EpochMs,
): Result<null, 'code-unreadable' | 'code-expired'> {
  const current = windowAt(now);
  const age = Array.from({ length: WINDOWS_REMEMBERED }, (_, back) => back).find((back) =>
    isSame(mac, macOfWindow(current - back)),
  );
  if (age === undefined) return refuse('code-unreadable');
  return age < WINDOWS_TAKEN ? agree(null) : refuse('code-expired');
}

/** A code's proof: letters that nobody without the key can make. */
export const macOf = (kind: string, text: string, count: number): string =>
  lettersOf(Buffer.from(fingerprint(kind, text), 'base64url'), count);

export const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** How a code is written: a letter of its kind, what it is of, its proof. Forms differ in length, so whoever types may leave the first letter out. */
export type CodeForm = { readonly letter: string; readonly of: number; readonly mac: number };

/**
 * Takes a code of one form apart, however it came: a scene, a page address with a `scene`, the letters below the picture.
 *
 * @returns null when it is not of this form; whether the proof is right is for the caller to ask
 */
export function codeParts(text: string, { letter, of, mac }: CodeForm): { of: string; mac: string } | null {
  const written = new RegExp(`^${letter}?([${LETTERS}]{${of}})([${LETTERS}]{${mac}})$`);
  const [, named, proof] = written.exec(lettersTyped(sceneOf(text))) ?? [];
  return named === undefined || proof === undefined ? null : { of: named, mac: proof };
}

/** The scene in a page address, or the text itself. */
function sceneOf(text: string): string {
  const [, scene] = /[?&]scene=([^&#]*)/i.exec(text) ?? [];
  if (scene === undefined) return text;
  try {
    return decodeURIComponent(scene);
  } catch {
    // A stray percent sign is not one of ours.
    return '';
  }
}
