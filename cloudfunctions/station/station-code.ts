import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { drawLetters } from '../runtime/code-letters';
import type { CodeForm } from '../runtime/rotating-code';
import { codeParts, codesAhead, isSame, macOf, readWindow, windowAt } from '../runtime/rotating-code';

export { CODE_WINDOW_MS } from '../runtime/rotating-code';

const DOOR_LETTERS = 8;
const printedForm: CodeForm = { letter: 'S', of: DOOR_LETTERS, mac: 8 };
const rotatingForm: CodeForm = { letter: 'R', of: DOOR_LETTERS, mac: 10 };

/** `printed` hangs at the door for years; `rotating` is on the screen or the phone of somebody on duty now. */
export type Shown = 'printed' | 'rotating';
export type ReadCode = { readonly doorCode: string; readonly shown: Shown };

/** A station's door code: eight letters, 40 random bits. Unique in the store; drawn once and printed. */
export const drawDoorCode = (): string => drawLetters(DOOR_LETTERS);

/**
 * What is printed at the door, as a mini-program scene (at most 32 characters): `s.<door code>.<mac>`. The mac keeps
 * anybody from printing codes of stations that are none.
 */
export const printedCode = (doorCode: string): string => `s.${doorCode}.${printedMac(doorCode)}`;

/** What a screen shows at an instant: `r.<door code>.<mac>`. The window is in the mac and not in the text. */
export const rotatingCode = (doorCode: string, at: EpochMs): string => codeOfWindow(doorCode, windowAt(at));

/** The codes of this window and of those that begin in the next ten minutes. */
export const rotatingCodes = (doorCode: string, now: EpochMs): ReturnType<typeof codesAhead> =>
  codesAhead((window) => codeOfWindow(doorCode, window), now);

/**
 * Reads whatever was scanned or typed: a scene, a page address with a `scene`, or the letters below the picture.
 *
 * @returns `code-expired` for a code that was ours in the last ten minutes: a picture of it, or a slow network
 */
export function readCode(text: string, now: EpochMs): Result<ReadCode, 'code-unreadable' | 'code-expired'> {
  const printed = codeParts(text, printedForm);
  if (printed !== null) return readPrinted(printed.of, printed.mac);
  const rotating = codeParts(text, rotatingForm);
  return rotating === null ? refuse('code-unreadable') : readRotating(rotating.of, rotating.mac, now);
}

function readPrinted(doorCode: string, mac: string): ReturnType<typeof readCode> {
  return isSame(mac, printedMac(doorCode)) ? agree({ doorCode, shown: 'printed' }) : refuse('code-unreadable');
}

function readRotating(doorCode: string, mac: string, now: EpochMs): ReturnType<typeof readCode> {
  const read = readWindow(mac, (window) => rotatingMac(doorCode, window), now);
  return read.ok ? agree({ doorCode, shown: 'rotating' }) : read;
}

const codeOfWindow = (doorCode: string, window: number): string => `r.${doorCode}.${rotatingMac(doorCode, window)}`;
const printedMac = (doorCode: string): string => macOf('door-code', doorCode, printedForm.mac);
const rotatingMac = (doorCode: string, window: number): string =>
  macOf('presence-code', `${doorCode}.${window}`, rotatingForm.mac);
