import { createHash } from 'node:crypto';
import { lettersOf } from '../../cloudfunctions/runtime/code-letters';
import { ProfileId } from '../../types/ids';

/** In the studio profiles are drawn at random; a demonstration has the same at every start. */
export const profileIdDrawnFor = (key: string): ProfileId =>
  ProfileId.parse(`m${lettersOf(createHash('sha256').update(`profile:${key}`).digest(), 11).toLowerCase()}`);
