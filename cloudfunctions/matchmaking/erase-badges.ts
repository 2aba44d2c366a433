import * as z from 'zod/mini';
import { EventId } from '../../types/ids';
import type { PersonId } from '../../types/ids';
import { badgeKeyOf } from './badge';
import { Mixer, mixers } from './mixer-records';

const Numbers = z.object({ _id: EventId, people: Mixer.shape.people });

/** More than anybody can have been at in the months for which a mixer is kept. */
const MOST = 100;

/**
 * Somebody's badges go, with what they are called, what they chose, and how they are reached; their numbers stay empty.
 * While cards are filled in the others can see that: a line is gone from their list, and who comes back has a new number
 * beside the old name. A name must not outlive its owner's leaving; whoever leaves the mixer alone is not noticed.
 *
 * Before their proposals are deleted: from then on no sweep makes another. Safe to repeat. One round trip, and one more
 * for each mixer.
 */
export async function eraseBadgesOf(personId: PersonId): Promise<void> {
  const key = badgeKeyOf(personId);
  const found = await mixers.findParts(
    { people: key },
    { schema: Numbers, fields: Object.keys(Numbers.shape) },
    { limit: MOST },
  );
  for (const { _id, people } of found)
    await mixers.update(
      { _id },
      { set: { [`people.${people.indexOf(key)}`]: '' }, remove: [`badges.${personId}`, `names.${key}`] },
    );
}
