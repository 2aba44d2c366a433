import { Lot } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { CodeForm } from '../runtime/rotating-code';
import { codeParts, codesAhead, isSame, macOf, readWindow, windowAt } from '../runtime/rotating-code';

const hostForm: CodeForm = { letter: 'E', of: 8, mac: 10 };
const admissionForm: CodeForm = { letter: 'T', of: 8, mac: 8 };

/** What a host's phone shows at an instant: `e.<event code>.<mac>`. The window is in the mac and not in the text. */
export const hostCode = (eventCode: string, at: EpochMs): string => codeOfWindow(eventCode, windowAt(at));

/** The codes of this half minute and of those that begin in the next ten minutes. */
export const hostCodes = (eventCode: string, now: EpochMs): ReturnType<typeof codesAhead> =>
  codesAhead((window) => codeOfWindow(eventCode, window), now);

/**
 * What a guest shows at the door: `t.<lot>.<mac>`. Lots of a draw are published for everybody to check it: the mac keeps
 * anybody from coming by a lot that they read there.
 */
export const admissionCode = (lot: Lot): string => `t.${lot}.${admissionMac(lot)}`;

/** Reads what a guest scanned from the host's phone, or typed from the letters below the picture. */
export function readHostCode(
  text: string,
  now: EpochMs,
): Result<{ readonly eventCode: string }, 'code-unreadable' | 'code-expired'> {
  const parts = codeParts(text, hostForm);
  if (parts === null) return refuse('code-unreadable');
  const read = readWindow(parts.mac, (window) => hostMac(parts.of, window), now);
  return read.ok ? agree({ eventCode: parts.of }) : read;
}

/** Reads what a host scanned from the guest's phone, or typed as it was read out. */
export function readAdmissionCode(text: string): Result<{ readonly lot: Lot }, 'code-unreadable'> {
  const parts = codeParts(text, admissionForm);
  if (parts === null || !isSame(parts.mac, admissionMac(parts.of))) return refuse('code-unreadable');
  return agree({ lot: Lot.parse(parts.of) });
}

const codeOfWindow = (eventCode: string, window: number): string => `e.${eventCode}.${hostMac(eventCode, window)}`;
const hostMac = (eventCode: string, window: number): string =>
  macOf('event-code', `${eventCode}.${window}`, hostForm.mac);
const admissionMac = (lot: string): string => macOf('admission-code', lot, admissionForm.mac);
