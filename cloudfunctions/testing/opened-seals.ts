import { createDecipheriv } from 'node:crypto';
import type { TestCloud } from './cloud';

const SEAL = /\bk1\.([\w-]{16})\.([\w-]{22,})/g;
const TAG_BYTES = 16;

/**
 * What the store would say to somebody who has its keys: these collections as text, with every seal in it opened,
 * whatever place it was made for.
 *
 * GCM is counter mode with a tag beside it: the text comes out without the place, only unproven.
 */
export function openedText(cloud: TestCloud, collections: readonly string[]): string {
  const [, encoded = ''] = (process.env['SEALING_KEYS'] ?? '').split(':');
  const key = Buffer.from(encoded, 'base64');
  const stored = collections.map((name) => JSON.stringify(cloud.store(name).find())).join('\n');
  return stored.replace(SEAL, (_seal, nonce: string, body: string) => {
    const counter = Buffer.concat([Buffer.from(nonce, 'base64url'), Buffer.from([0, 0, 0, 2])]);
    const sealed = Buffer.from(body, 'base64url');
    const cipher = createDecipheriv('aes-256-ctr', key, counter);
    return cipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)).toString('utf8');
  });
}
