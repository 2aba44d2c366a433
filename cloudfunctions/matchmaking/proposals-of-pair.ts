import type { PersonId } from '../../types/ids';
import { openedKeys } from './proposal-keys';
import type { Proposal } from './proposal-records';
import { proposals } from './proposal-records';
import { endable } from './proposal-states';

/** More than anybody has in four months. */
const MOST = 200;

/**
 * Every proposal of two people, in whatever state: a matchmaker's, and what they chose at mixers, also of before the
 * other left and came back. One round trip, whoever the other is and whatever there is of them.
 *
 * @param key of the two, as `pairKeyOf` draws it
 */
export async function proposalsOfPair(one: PersonId, key: string): Promise<Proposal[]> {
  const found = await proposals.find({ people: one }, { order: [['proposedAt', 'desc']], limit: MOST });
  return found.filter((proposal) => openedKeys(proposal).pair === key);
}

/** Everybody with whom somebody has a proposal that is open or mutual. One round trip. */
export async function partnersOf(personId: PersonId): Promise<ReadonlySet<PersonId>> {
  const found = await proposals.find({ people: personId, state: { in: endable } }, { limit: MOST });
  return new Set(found.flatMap(({ people }) => people).filter((one) => one !== personId));
}
