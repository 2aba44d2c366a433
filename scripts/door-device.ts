import type { KeyObject } from 'node:crypto';
import { createPublicKey, verify } from 'node:crypto';
import { createInterface } from 'node:readline';

/**
 * A door's lock as a program: it has a public key, its own name, a clock and no network. What it does is all that a real
 * device at a station has to do. `DOOR_PUBLIC_KEY=… npx tsx scripts/door-device.ts <door>` reads tokens from the keyboard.
 */

/** A lock's clock may be off by so much, in either direction. Milliseconds. */
export const CLOCK_TOLERANCE_MS = 5_000;
/** No token lives longer than this: one that ends later was made for another clock, or by nobody of ours. */
export const LONGEST_LIFE_MS = 60_000;

/** Tokens that opened this door and are not over: nonce to the instant from which it need not be remembered. */
export type UsedTokens = ReadonlyMap<string, number>;

export type Verdict =
  | { readonly opens: true; readonly used: UsedTokens }
  | {
      readonly opens: false;
      readonly because: 'unreadable' | 'forged' | 'other-door' | 'not-yet' | 'expired' | 'used';
    };

/**
 * Whether a door opens. Pure: the caller keeps `used` of every verdict that opens, and asks one token after another.
 *
 * @param now the lock's own clock, in milliseconds since 1970
 */
export function checkToken(token: string, key: KeyObject, door: string, now: number, used: UsedTokens): Verdict {
  const [, text = '', payload = '', signature = ''] = /^(D1\.([\w-]{1,400}))\.([\w-]{86})$/.exec(token.trim()) ?? [];
  if (text === '') return refused('unreadable');
  // The signature first: nothing in a text that anybody may have written is looked at.
  if (!verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))) return refused('forged');
  const grant = readGrant(payload);
  if (grant === null) return refused('unreadable');
  if (grant.door !== door) return refused('other-door');
  if (now >= grant.exp + CLOCK_TOLERANCE_MS) return refused('expired');
  if (now < grant.exp - LONGEST_LIFE_MS - CLOCK_TOLERANCE_MS) return refused('not-yet');
  if (used.has(grant.nonce)) return refused('used');
  // Once a token is over, its end refuses it: nobody need remember it any longer.
  const remembered = [...used].filter(([, until]) => now < until);
  return { opens: true, used: new Map([...remembered, [grant.nonce, grant.exp + CLOCK_TOLERANCE_MS]]) };
}

const refused = (because: Extract<Verdict, { opens: false }>['because']): Verdict => ({ opens: false, because });

function readGrant(payload: string): { door: string; exp: number; nonce: string } | null {
  let grant: unknown;
  try {
    grant = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    // Signed by us and yet no JSON: another version of the token.
    return null;
  }
  if (typeof grant !== 'object' || grant === null) return null;
  const { door, exp, nonce } = grant as Record<string, unknown>;
  return typeof door === 'string' && typeof exp === 'number' && typeof nonce === 'string' ? { door, exp, nonce } : null;
}

async function serveDoor(door: string, publicKey: string): Promise<void> {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  let used: UsedTokens = new Map();
  for await (const line of createInterface({ input: process.stdin })) {
    const verdict = checkToken(line, key, door, Date.now(), used);
    if (verdict.opens) used = verdict.used;
    console.log(verdict.opens ? '开门' : `不开门：${verdict.because}`);
  }
}

if (require.main === module) void serveDoor(process.argv[2] ?? '', process.env['DOOR_PUBLIC_KEY'] ?? '');
