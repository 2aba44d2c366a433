/** The encodings that Chinese spreadsheets save tables in, the stricter first: UTF-8 is hardly ever valid by accident. */
const encodings = ['utf-8', 'gb18030'] as const;

/** The text of a file; null when it is in neither encoding. Nothing is guessed: a wrong name on a sign is worse than a no. */
export function decodeTable(bytes: ArrayBuffer): string | null {
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one.
    }
  }
  return null;
}
