import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { setting } from './platform';

/**
 * Text that only these functions can read: `<key id>.<nonce>.<ciphertext and tag>`, AES-256-GCM.
 *
 * `place` is bound in: a sealed number copied into another document or another field does not open there.
 */
export type Sealed = string;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

export function seal(plain: string, place: string): Sealed {
  const [current] = sealingKeys();
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${current.id}.${nonce.toString('base64url')}.${body.toString('base64url')}`;
}

/** @returns null when it was not sealed here, for this place, with a key we still have */
export function unseal(sealed: Sealed, place: string): string | null {
  const [id, nonceText, bodyText, ...rest] = sealed.split('.');
  if (id === undefined || nonceText === undefined || bodyText === undefined || rest.length > 0) return null;
  const key = sealingKeys().find((candidate) => candidate.id === id)?.key;
  const nonce = Buffer.from(nonceText, 'base64url');
  const body = Buffer.from(bodyText, 'base64url');
  if (key === undefined || nonce.length !== NONCE_BYTES || body.length < TAG_BYTES) return null;
  // Base64 is read leniently: one seal in two spellings would pass for two, and a used card code for a fresh one.
  if (nonce.toString('base64url') !== nonceText || body.toString('base64url') !== bodyText) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(body.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    // GCM throws for a forged or misplaced text, which is an answer and not a fault.
    return null;
  }
}

/**
 * The same text always gives the same fingerprint, and nobody without the key can try numbers against it.
 *
 * The key never changes: person ids and the one-card rule stand on it (docs/decisions/0003).
 *
 * @param kind what is fingerprinted, so that equal texts of two kinds differ
 */
export function fingerprint(kind: string, text: string): string {
  const key = keyBytes('FINGERPRINT_KEY', setting('FINGERPRINT_KEY'));
  return createHmac('sha256', key).update(`${kind}\n${text}`).digest('base64url');
}

type SealingKey = { readonly id: string; readonly key: Buffer };

/** `SEALING_KEYS` is `<id>:<base64 of 32 bytes>`, comma separated: the first seals, all open. */
function sealingKeys(): readonly [SealingKey, ...SealingKey[]] {
  const [first, ...older] = setting('SEALING_KEYS').split(',').map(readKey);
  if (first === undefined) throw new Error('SEALING_KEYS holds no key.');
  return [first, ...older];
}

function readKey(entry: string): SealingKey {
  const [id, encoded] = entry.trim().split(':');
  if (id === undefined || encoded === undefined || !/^[a-z0-9]{1,8}$/.test(id))
    throw new Error('SEALING_KEYS is not of the form id:base64.');
  return { id, key: keyBytes('SEALING_KEYS', encoded) };
}

function keyBytes(name: string, encoded: string): Buffer {
  const key = Buffer.from(encoded, 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`${name} wants ${KEY_BYTES} bytes in base64.`);
  return key;
}
