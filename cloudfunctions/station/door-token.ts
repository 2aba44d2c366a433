import { createPrivateKey, sign } from 'node:crypto';
import { EpochMs } from '../../types/time';
import { setting } from '../runtime/platform';

/** How long a door takes a token: time to walk from the phone's screen to the lock. Milliseconds. */
export const DOOR_TOKEN_LIFE_MS = 60_000;

/** What a door is told: which door, until when, and a number that it takes once. Nobody's name or id. */
export type DoorGrantText = { readonly door: string; readonly exp: EpochMs; readonly nonce: string };

export const doorTokenEnds = (now: EpochMs): EpochMs => EpochMs.parse(now + DOOR_TOKEN_LIFE_MS);

/**
 * A token that a door checks by itself, without a network: `D1.<payload>.<signature>`, base64url, Ed25519 over all that
 * stands before the second dot. Doors hold the public key alone, so a stolen lock opens no other.
 */
export function doorToken({ door, exp, nonce }: DoorGrantText): string {
  const text = `D1.${Buffer.from(JSON.stringify({ door, exp, nonce })).toString('base64url')}`;
  const key = createPrivateKey({ key: Buffer.from(setting('DOOR_KEY'), 'base64'), format: 'der', type: 'pkcs8' });
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}
