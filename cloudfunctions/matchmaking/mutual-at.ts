import type { EventId, PersonId } from '../../types/ids';
import { MOST_CHOICES } from '../../types/match-kind';
import type { Proposal } from './proposal-records';
import { proposals } from './proposal-records';

/** What was mutual of somebody at a mixer, and stands. One round trip. */
export const mutualAt = (eventId: EventId, personId: PersonId): Promise<Proposal[]> =>
  proposals.find({ people: personId, eventId, state: 'mutual' }, { limit: MOST_CHOICES });
