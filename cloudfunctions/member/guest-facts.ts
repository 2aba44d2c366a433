import type { PersonId, UnionId } from '../../types/ids';
import type { Occupation } from '../../types/occupation';
import { opensDoors } from './membership';
import { cardState } from './card';
import { readMember } from './records';

/** What an event asks of somebody, and nothing beside it. */
export type GuestFacts = {
  /** As on the card or in the form; null when it was never said. */
  readonly name: string | null;
  /** A card that opens doors. */
  readonly isMember: boolean;
  /** The member's union and those above it; empty for everybody else. */
  readonly unions: readonly UnionId[];
  readonly occupation: Occupation | null;
};

/** One round trip. */
export async function guestFacts(personId: PersonId): Promise<GuestFacts> {
  const member = await readMember(personId);
  if (member === null) return { name: null, isMember: false, unions: [], occupation: null };
  const state = cardState(member);
  const isMember = state !== null && opensDoors(state);
  return {
    name: member.form.name,
    isMember,
    unions: isMember ? (member.membership?.offices ?? []).map(({ unionId }) => unionId) : [],
    occupation: member.form.occupation,
  };
}
