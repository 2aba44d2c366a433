/** What a page may be opened with. */
type Parameters = Readonly<Record<string, string | undefined>>;

/** As long as the server reads. Characters. */
const LONGEST_CODE = 100;

/** The code that an address brings: read by this app (`code`), or by WeChat itself at the door (`scene`). */
export const codeIn = (parameters: Parameters): string | null =>
  shownCode(decoded(parameters['scene'] ?? parameters['code'] ?? ''));

/**
 * What the server is to read of a code: a code may be a picture of a page's address, of which only its scene counts.
 * Null when there is too little to be a code.
 */
export function shownCode(text: string): string | null {
  const scene = /[?&]scene=([^&#]+)/.exec(text)?.[1];
  const code = (scene === undefined ? text : decoded(scene)).trim().slice(0, LONGEST_CODE);
  return code.length < 4 ? null : code;
}

/**
 * Whether a code belongs to an event and not to a station: `e.<event>.<mac>`, or its nineteen letters as typed. Those of a
 * station that are as many begin with R.
 */
export const isEventCode = (code: string): boolean =>
  /^e\./i.test(code) || /^E[0-9A-Z]{18}$/.test(code.toUpperCase().replace(/[^0-9A-Z]/g, ''));

/** A browser hands parameters over decoded, WeChat as they were written. A code holds no percent sign. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
