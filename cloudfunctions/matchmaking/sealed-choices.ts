import type { EventId, PersonId } from '../../types/ids';
import { MOST_CHOICES } from '../../types/match-kind';
import { seal, unseal } from '../runtime/sealed';

const DIGITS = 3;

const placeOf = (eventId: EventId, personId: PersonId): string => `match-choices:${eventId}:${personId}`;

/**
 * A card of choices as it is stored: of one length however many were chosen, with a fresh nonce each time, so that the
 * store shows neither who was chosen nor whether anybody was.
 */
export function sealedChoices(eventId: EventId, personId: PersonId, numbers: readonly number[]): string {
  if (numbers.length > MOST_CHOICES) throw new Error(`A card has room for ${MOST_CHOICES} numbers.`);
  const all = Array.from({ length: MOST_CHOICES }, (_, nth) => String(numbers[nth] ?? 0).padStart(DIGITS, '0'));
  return seal(all.join(''), placeOf(eventId, personId));
}

/** @throws when it was not sealed here for this person: the store was tampered with */
export function openedChoices(eventId: EventId, personId: PersonId, sealed: string): number[] {
  const opened = unseal(sealed, placeOf(eventId, personId));
  if (opened === null || !/^\d+$/.test(opened) || opened.length !== MOST_CHOICES * DIGITS)
    throw new Error('A card of choices does not open.');
  const all = Array.from({ length: MOST_CHOICES }, (_, nth) => Number(opened.slice(nth * DIGITS, (nth + 1) * DIGITS)));
  return all.filter((number) => number > 0);
}
