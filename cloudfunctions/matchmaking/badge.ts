import type { EventId, PersonId } from '../../types/ids';
import { MatchContact } from '../../types/match-profile';
import { fingerprint, seal, unseal } from '../runtime/sealed';
import type { Mixer } from './mixer-records';

/** Somebody at mixers, where nothing that leads back to them may stay. */
export const badgeKeyOf = (personId: PersonId): string => fingerprint('match-badge', personId);

/** The number on somebody's chest; null for whoever never had one. Whoever left has theirs still. */
export function numberOf({ people }: Pick<Mixer, 'people'>, personId: PersonId): number | null {
  const at = people.indexOf(badgeKeyOf(personId));
  return at === -1 ? null : at + 1;
}

const namePlace = (eventId: EventId, key: string): string => `match-badge:${eventId}:${key}`;
const contactPlace = (eventId: EventId, personId: PersonId): string => `match-badge:${eventId}:${personId}:contact`;

export const sealedName = (eventId: EventId, key: string, calledName: string): string =>
  seal(calledName, namePlace(eventId, key));

export const sealedContact = (eventId: EventId, personId: PersonId, contact: MatchContact): string =>
  seal(JSON.stringify(contact), contactPlace(eventId, personId));

/** @throws when it was not sealed here for this person: the store was tampered with */
export function openedContact(eventId: EventId, personId: PersonId, sealed: string): MatchContact {
  const opened = unseal(sealed, contactPlace(eventId, personId));
  if (opened === null) throw new Error('A contact does not open.');
  return MatchContact.parse(JSON.parse(opened));
}

/** Who is called what, by number; of those who left the studio nothing is left. */
export const namesByNumber = ({ _id, people, names }: Pick<Mixer, '_id' | 'people' | 'names'>): Map<number, string> =>
  new Map(
    people.flatMap((key, nth) => {
      const sealed = Object.hasOwn(names, key) ? names[key] : undefined;
      if (sealed === undefined) return [];
      const name = unseal(sealed, namePlace(_id, key));
      if (name === null) throw new Error('A name does not open.');
      return [[nth + 1, name] as const];
    }),
  );
