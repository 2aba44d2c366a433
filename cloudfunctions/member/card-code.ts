import { createHash } from 'node:crypto';
import { PersonId } from '../../types/ids';
import { CARD_CODE_LIFE_MS } from '../../types/membership';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { seal, unseal } from '../runtime/sealed';

/**
 * What the card's QR holds: the person's id and the instant, sealed. It looks random each time, so nobody can follow
 * a card from door to door, and nobody but these functions can make or read one.
 */
const PREFIX = 'US1.';
const PLACE = 'card-code';

export const cardCode = (personId: PersonId, now: EpochMs): string => `${PREFIX}${seal(`${personId}.${now}`, PLACE)}`;

export function readCardCode(
  code: string,
  now: EpochMs,
): Result<{ personId: PersonId; digest: string }, 'code-unreadable' | 'code-expired'> {
  const plain = code.startsWith(PREFIX) ? unseal(code.slice(PREFIX.length), PLACE) : null;
  const [id, at] = plain?.split('.') ?? [];
  const personId = PersonId.safeParse(id);
  if (!personId.success || at === undefined) return refuse('code-unreadable');
  if (now - Number(at) >= CARD_CODE_LIFE_MS) return refuse('code-expired');
  return agree({ personId: personId.data, digest: createHash('sha256').update(code).digest('base64url') });
}
