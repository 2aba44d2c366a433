import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import { fingerprint } from '../runtime/sealed';
import { LETTERS, lettersOf, lettersTyped } from './station-code-letters';

/** How long the code on a screen or a volunteer's phone stands before the next. Milliseconds. */
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

const DOOR_LETTERS = 8;
const PRINTED_MAC_LETTERS = 8;
const ROTATING_MAC_LETTERS = 10;

/** `printed` hangs at the door for years; `rotating` is on the screen or the phone of somebody on duty now. */
export type Shown = 'printed' | 'rotating';
export type ReadCode = { readonly doorCode: string; readonly shown: Shown };

/** A station's door code: eight letters, 40 random bits. Unique in the store; drawn once and printed. */
export const drawDoorCode = (): string => lettersOf(randomBytes(5), DOOR_LETTERS);

/**
 * What is printed at the door, as a mini-program scene (at most 32 characters): `s.<door code>.<mac>`. The mac keeps
 * anybody from printing codes of stations that are none.
 */
export const printedCode = (doorCode: string): string => `s.${doorCode}.${printedMac(doorCode)}`;

/** What a screen shows at an instant: `r.<door code>.<mac>`. The window is in the mac and not in the text. */
export const rotatingCode = (doorCode: string, at: EpochMs): string =>
  `r.${doorCode}.${rotatingMac(doorCode, windowAt(at))}`;

/** The codes of this window and of those that begin in the next ten minutes. */
export function rotatingCodes(doorCode: string, now: EpochMs): { code: string; from: EpochMs; until: EpochMs }[] {
  const first = windowAt(now);
  return Array.from({ length: AHEAD_MS / CODE_WINDOW_MS + 1 }, (_, nth) => {
    const from = EpochMs.parse((first + nth) * CODE_WINDOW_MS);
    return { code: rotatingCode(doorCode, from), from, until: EpochMs.parse(from + CODE_WINDOW_MS) };
  });
}

/**
 * Reads whatever was scanned or typed: a scene, a page address with a `scene`, or the letters below the picture.
 *
 * @returns `code-expired` for a code that was ours in the last ten minutes: a picture of it, or a slow network
 */
export function readCode(text: string, now: EpochMs): Result<ReadCode, 'code-unreadable' | 'code-expired'> {
  const letters = lettersTyped(sceneOf(text));
  const printed = printedForm.exec(letters);
  if (printed !== null) return readPrinted(printed[1] ?? '', printed[2] ?? '');
  const rotating = rotatingForm.exec(letters);
  return rotating === null ? refuse('code-unreadable') : readRotating(rotating[1] ?? '', rotating[2] ?? '', now);
}

/** The first letter may be left out by whoever types: the forms differ in length. */
const form = (prefix: string, macLetters: number): RegExp =>
  new RegExp(`^${prefix}?([${LETTERS}]{${DOOR_LETTERS}})([${LETTERS}]{${macLetters}})$`);
const printedForm = form('S', PRINTED_MAC_LETTERS);
const rotatingForm = form('R', ROTATING_MAC_LETTERS);

function readPrinted(doorCode: string, mac: string): ReturnType<typeof readCode> {
  return isSame(mac, printedMac(doorCode)) ? agree({ doorCode, shown: 'printed' }) : refuse('code-unreadable');
}

function readRotating(doorCode: string, mac: string, now: EpochMs): ReturnType<typeof readCode> {
  const current = windowAt(now);
  const age = Array.from({ length: WINDOWS_REMEMBERED }, (_, back) => back).find((back) =>
    isSame(mac, rotatingMac(doorCode, current - back)),
  );
  if (age === undefined) return refuse('code-unreadable');
  return age < WINDOWS_TAKEN ? agree({ doorCode, shown: 'rotating' }) : refuse('code-expired');
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

const windowAt = (at: EpochMs): number => Math.floor(at / CODE_WINDOW_MS);

const printedMac = (doorCode: string): string => macOf('door-code', doorCode, PRINTED_MAC_LETTERS);
const rotatingMac = (doorCode: string, window: number): string =>
  macOf('presence-code', `${doorCode}.${window}`, ROTATING_MAC_LETTERS);

const macOf = (kind: string, text: string, count: number): string =>
  lettersOf(Buffer.from(fingerprint(kind, text), 'base64url'), count);

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
