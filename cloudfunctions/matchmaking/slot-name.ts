import { maskedName } from '../../types/person';
import type { GuestFacts } from '../member/standing';
import { seal, unseal } from '../runtime/sealed';
import type { Profile } from './profile-records';
import { saidBy } from './profile-records';

const placeOf = (sittingId: string, slotId: string): string => `match-slot:${sittingId}:${slotId}`;

export const sealedName = (sittingId: string, slotId: string, name: string): string =>
  seal(name, placeOf(sittingId, slotId));

/** Null where nobody is. @throws when it was not sealed here for this slot: the store was tampered with */
export function openedName(sittingId: string, slotId: string, sealed: string | null): string | null {
  if (sealed === null) return null;
  const opened = unseal(sealed, placeOf(sittingId, slotId));
  if (opened === null) throw new Error('A name of an appointment does not open.');
  return opened;
}

/** What the matchmaker calls somebody at the table: as they want to be called, or a part of their name. */
export const nameAtTable = (profile: Profile | null, { name }: GuestFacts): string =>
  profile === null || profile.held.includes('calledName') ? maskedName(name ?? '') : saidBy(profile).form.calledName;
