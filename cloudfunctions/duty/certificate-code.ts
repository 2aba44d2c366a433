import { CertificateCode } from '../../types/ids';
import { drawLetters, lettersTyped } from '../runtime/code-letters';

/** Sixty bits: nobody comes upon one by trying. */
const CODE_LETTERS = 12;

export const drawCertificateCode = (): CertificateCode => CertificateCode.parse(drawLetters(CODE_LETTERS));

/**
 * The code in what somebody typed or scanned: by itself with spaces, dashes and small letters, or as the last part of an
 * address or a scene. Null where there is none.
 */
export function readCertificateCode(text: string): CertificateCode | null {
  const parts = decoded(text).split(/[?&=#/:：]/u);
  for (const part of [text, ...parts.reverse()]) {
    const read = CertificateCode.safeParse(lettersTyped(part));
    if (read.success) return read.data;
  }
  return null;
}

/** In groups of four, as it is printed and read out. */
export const spacedCode = (code: CertificateCode): string => code.replace(/(.{4})(?=.)/g, '$1 ');

/** What the code on the sheet says: the page that reads it, whatever scans it. */
export const certificateAddress = (code: CertificateCode): string =>
  `features/duty/pages/verify-certificate/index?code=${code}`;

/** What somebody scanned may be anything, a broken address too. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
