import type { KeyObject } from 'node:crypto';
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';

/** A key that signs tokens for doors, as the functions read it: Ed25519, PKCS #8, base64. */
export const newDoorKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');

export function isDoorKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  // `Buffer.from` skips what it cannot read.
  if (bytes.toString('base64') !== text) return false;
  try {
    return createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' }).asymmetricKeyType === 'ed25519';
  } catch {
    // Not a key at all.
    return false;
  }
}

/** What the doors are given, from what the cloud functions hold. */
export const publicKeyOf = (doorKey: string): KeyObject =>
  createPublicKey(createPrivateKey({ key: Buffer.from(doorKey, 'base64'), format: 'der', type: 'pkcs8' }));

/** The same as one line, to be written into a device. */
export const publicKeyLine = (doorKey: string): string =>
  publicKeyOf(doorKey).export({ format: 'der', type: 'spki' }).toString('base64');
