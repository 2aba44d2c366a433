import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Where files are given and taken. Below it stands the path of the file. */
export const STORAGE_ROUTE = '/emulator/storage/';

/** What a link allows: to read a file, or to write it. */
type Purpose = 'read' | 'write';

export type Links = ReturnType<typeof createLinks>;

/** How long an upload may begin after it was asked for, as COS signs it. Seconds. */
const UPLOAD_LIFE_S = 900;

/**
 * Signed addresses of files. The key is this process's own, so a link ends with the emulator at the latest.
 *
 * @param now milliseconds since 1970
 */
export function createLinks(address: () => string, now: () => number = Date.now) {
  const key = randomBytes(32);
  const sign = (purpose: Purpose, path: string, until: number): string =>
    createHmac('sha256', key).update(`${purpose}\n${until}\n${path}`).digest('hex').slice(0, 40);
  const untilAfter = (seconds: number): number => Math.floor(now() / 1000) + seconds;

  return {
    /**
     * A link to read a file. Only what would end the path is escaped: the SDK escapes the rest itself.
     *
     * @param seconds how long it holds
     * @param isEscaped for a reader that takes the link as it is
     */
    toRead(path: string, seconds: number, isEscaped: boolean): string {
      const until = untilAfter(seconds);
      const shown = isEscaped ? escaped(path) : path.replace(/[%?#\\]/g, encodeURIComponent);
      return `${address()}${STORAGE_ROUTE}${shown}?sign=${sign('read', path, until)}&t=${until}`;
    },
    /** Where to put a file, and the signature to send along. */
    toWrite(path: string): { readonly url: string; readonly authorization: string } {
      const until = untilAfter(UPLOAD_LIFE_S);
      return {
        url: `${address()}${STORAGE_ROUTE}${escaped(path)}`,
        authorization: `${sign('write', path, until)}.${until}`,
      };
    },
    allows(purpose: Purpose, path: string, signature: string, until: string): boolean {
      if (!/^\d{1,15}$/.test(until) || !/^[0-9a-f]{40}$/.test(signature)) return false;
      const right = sign(purpose, path, Number(until));
      return timingSafeEqual(Buffer.from(right), Buffer.from(signature)) && Number(until) * 1000 > now();
    },
  };
}

const escaped = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
