import { createHash } from 'node:crypto';
import type { RequestKey } from '../../types/evidence';
import type { PersonId } from '../../types/ids';

/** One person's import: nobody reaches another's, whatever key they send. */
export const importOf = (personId: PersonId, key: RequestKey): string => digestOf([personId, key]);

export const headId = (importKey: string): string => `${importKey}:head`;

/** 22 characters that differ for different values. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
